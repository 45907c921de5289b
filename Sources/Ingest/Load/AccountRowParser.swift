import Warehouse

/// Reads the rows of one table.
struct AccountRowParser {
  let section: AccountFile.Section
  private let format: AccountFormat
  private let firstRow: Int
  private let keyPosition: Int
  private let companion: Int?
  private let marks: SpreadsheetDamage.Marks
  /// The last of the days whose years were concluded.
  var inferredLast: CivilDate?
  var assumptions: [Assumption] = []

  init(_ section: AccountFile.Section, format: AccountFormat, firstRow: Int) {
    (self.section, self.format, self.firstRow) = (section, format, firstRow)
    keyPosition = section.columns.firstIndex(of: .key) ?? 0
    companion = section.columns.firstIndex(of: .companion)
    marks = Self.marks(section)
    assumptions = marks.assumptions
  }

  /// Judges every row; days without a year end at the latest on `lastDay`.
  mutating func items(lastDay: CivilDate) -> [AccountSurvey.Item] {
    guard let table = section.table else {
      return places.map {
        .reject(Reject(code: .unknownTitle, column: "", value: visible(section.title)), $0)
      }
    }
    let scale = table.isShare ? shareScale(table) : 1
    let days = days(table, lastDay)
    let running = runningHours(table, days)
    return section.records.indices.map { index in
      running.contains(index)
        ? .skip(.noFigures, places[index]) : item(table, index, scale: scale, day: days?[index])
    }
  }

  private var places: [RecordPlace] {
    section.records.enumerated().map { RecordPlace(line: $1.line, row: firstRow + $0) }
  }

  private func item(
    _ table: AccountTable, _ index: Int, scale: Double?, day: CivilDate?
  ) -> AccountSurvey.Item {
    let (place, cells) = (places[index], section.records[index].cells)
    if let extra = cells.dropFirst(section.header.count).first(where: { !$0.trimmed.isEmpty }) {
      return .reject(Reject(code: .extraCells, column: "", value: visible(extra)), place)
    }
    if isHeader(cells) { return .skip(.repeatedHeader, place) }
    if YouTubeRow.totalWords.contains(HeaderCell.normalised(key(cells))), table.key == .day {
      return .skip(.totalRow, place)
    }
    switch subject(table, cells, day) {
    case .failure(let reject): return .reject(reject, place)
    case .success(let subject):
      if format.tellsSpanOnly { return .skip(.spanOnly, place) }
      switch figures(table, cells, scale, member: subject.memberName) {
      case .failure(let reject): return .reject(reject, place)
      case .success(let figures) where figures.isEmpty:
        return .skip(hasKeptColumns(table) ? .noFigures : .spanOnly, place)
      case .success(let figures):
        return .row(
          AccountRow(
            line: place.line, row: place.row, platform: table.platform, series: table.values[0].metric,
            subject: subject, figures: figures))
      }
    }
  }

  func key(_ cells: [String]) -> String { keyPosition < cells.count ? cells[keyPosition] : "" }

  func isHeader(_ cells: [String]) -> Bool {
    cells.map(HeaderCell.normalised).elementsEqual(section.header.map(HeaderCell.normalised))
  }

  private func hasKeptColumns(_ table: AccountTable) -> Bool {
    section.columns.contains { column in
      if case .figure(let index) = column { table.values[index].isKept } else { false }
    }
  }

  private func subject(
    _ table: AccountTable, _ cells: [String], _ day: CivilDate?
  ) -> Result<AccountRow.Subject, Reject> {
    switch table.key {
    case .level: return .success(.level)
    case .member(let dimension), .matrix(let dimension):
      return .success(.member(dimension: dimension, name: key(cells)))
    case .day, .monthDay:
      if let day, Calendar.key(of: day) != 0 { return .success(.day("\(day)")) }
    case .dayHour(let dimension):
      let hour = companion.flatMap { $0 < cells.count ? Int(cells[$0].trimmed) : nil }
      if let day, let hour, (0..<24).contains(hour) {
        return .success(.member(dimension: dimension, name: "\(day) \(hour < 10 ? "0" : "")\(hour)"))
      }
    }
    return .failure(
      Reject(code: .badDay, column: section.header[keyPosition], value: visible(key(cells))))
  }

  /// The figures of a row; none where nothing was measured.
  ///
  /// A zero beside a cell that is not known is a placeholder.
  private func figures(
    _ table: AccountTable, _ cells: [String], _ scale: Double?, member: String?
  ) -> Result<[AccountRow.Figure], Reject> {
    var figures: [AccountRow.Figure] = []
    var isKnown = true
    for (position, column) in section.columns.enumerated() where position < cells.count {
      guard case .figure(let index) = column, table.values[index].isKept else { continue }
      let cell = cells[position].trimmed
      guard !format.unknownMarks.contains(cell.lowercased()) else {
        isKnown = isKnown && cell.isEmpty
        continue
      }
      guard let value = number(cell, table, index, scale: scale) else {
        let code: RejectCode = table.isShare ? .badShare : .badCount
        return .failure(Reject(code: code, column: section.header[position], value: visible(cell)))
      }
      if value == 0, table.values[index].zeroIsUnknown { continue }
      let name = memberName(table, member, position)
      figures.append(.init(metric: table.values[index].metric, member: name, value: value))
    }
    return .success(isKnown ? figures : figures.filter { $0.value != 0 })
  }

  private func memberName(_ table: AccountTable, _ member: String?, _ position: Int) -> String? {
    if case .matrix = table.key { return "\(member ?? "") / \(section.header[position])" }
    return member
  }
}

// MARK: Numbers

extension AccountRowParser {
  private func number(_ cell: String, _ table: AccountTable, _ index: Int, scale: Double?) -> Double? {
    guard !table.isShare else { return share(cell, scale: scale) }
    let bytes = Array(cell.utf8)
    if let unit = table.values[index].scale {
      return bytes.withUnsafeBytes { marks.decimal($0) }.map { ($0 * unit).rounded() }
    }
    return bytes.withUnsafeBytes { bytes in
      let value = CellValue.count(bytes, allowsNegative: format.allowsNegative)
      return (value ?? marks.count(bytes, allowsNegative: format.allowsNegative)).map(Double.init)
    }
  }

  private func share(_ cell: String, scale: Double?) -> Double? {
    let isPercent = cell.hasSuffix("%")
    let digits = Array(Self.plainShare(cell).utf8)
    guard let value = digits.withUnsafeBytes({ marks.decimal($0) }), let scale = isPercent ? 0.01 : scale
    else { return nil }
    return value * scale <= 1 ? value * scale : nil
  }

  private static func plainShare(_ cell: String) -> String {
    cell.hasSuffix("%") ? String(cell.dropLast()).trimmed : cell
  }

  /// What turns plain shares into parts of one: their sum tells fractions from percentages; `nil` where it tells neither.
  private func shareScale(_ table: AccountTable) -> Double? {
    let values = section.records.flatMap { record in
      zip(section.columns, record.cells).compactMap { column, cell -> Double? in
        guard case .figure = column else { return nil }
        return share(cell.trimmed, scale: 1e-9)
      }
    }
    let sum = values.reduce(0, +) * 1e9
    return sum <= 1.05 ? 1 : sum <= 105 ? 0.01 : nil
  }

  /// The marks of numbers that the table as a whole proves.
  private static func marks(_ section: AccountFile.Section) -> SpreadsheetDamage.Marks {
    guard let table = section.table else { return SpreadsheetDamage.Marks() }
    var (counts, decimals): ([String], [String]) = ([], [])
    for record in section.records {
      for (column, cell) in zip(section.columns, record.cells) {
        guard case .figure(let index) = column, table.values[index].isKept else { continue }
        let isDecimal = table.isShare || table.values[index].scale != nil
        if isDecimal { decimals.append(Self.plainShare(cell.trimmed)) } else { counts.append(cell.trimmed) }
      }
    }
    return SpreadsheetDamage.marks(counts: counts, decimals: decimals)
  }
}

extension AccountRow.Subject {
  /// The member that a row is about, where it is about one.
  fileprivate var memberName: String? {
    if case .member(_, let name) = self { name } else { nil }
  }
}
