import Warehouse

/// Reads the rows of one table.
struct AccountRowParser {
  private let section: AccountFile.Section
  private let format: AccountFormat
  private let firstRow: Int
  private let keyPosition: Int
  private let companion: Int?
  private let marks: SpreadsheetDamage.Marks
  /// The last of the days whose years were concluded.
  private(set) var inferredLast: CivilDate?
  private(set) var assumptions: [Assumption] = []

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

  private func key(_ cells: [String]) -> String { keyPosition < cells.count ? cells[keyPosition] : "" }

  private func isHeader(_ cells: [String]) -> Bool {
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

// MARK: Days

extension AccountRowParser {
  /// The day of each row of a table of days; `nil` for one that is none, or whose year or order is not certain.
  private mutating func days(_ table: AccountTable, _ lastDay: CivilDate) -> [CivilDate?]? {
    let cells = section.records.map { key($0.cells) }
    switch table.key {
    case .day:
      let column = WrittenDay.column(cells)
      if let order = column.order { assumptions.append(.dayOrder(order)) }
      if column.hasSerials { assumptions.append(.spreadsheetDays) }
      return column.days
    case .monthDay, .dayHour: return yearlessDays(cells, lastDay)
    case .member, .matrix, .level: return nil
    }
  }

  /// The days of a table that has none with a year.
  ///
  /// A spreadsheet may have given them one, the year of its own today: it is not believed. Behind a header in the middle
  /// another export begins, with years of its own.
  private mutating func yearlessDays(_ cells: [String], _ lastDay: CivilDate) -> [CivilDate?] {
    let written = WrittenDay.column(cells)
    if let order = written.order { assumptions.append(.dayOrder(order)) }
    if written.days.contains(where: { $0 != nil }) { assumptions.append(.spreadsheetDays) }
    let labels = zip(cells, written.days).map { cell, day in MonthDay(cell) ?? day.map { MonthDay(of: $0) } }
    var days: [CivilDate?] = []
    for part in labels.indices.split(whereSeparator: { isHeader(section.records[$0].cells) }) {
      while days.count < part.lowerBound { days.append(nil) }
      days += Self.dated(labels[part], lastDay)
    }
    while days.count < labels.count { days.append(nil) }
    if let last = days.compactMap({ $0 }).max() { inferredLast = last }
    return days
  }

  /// Gives the days of one export their years; none where no year is certain.
  private static func dated(_ labels: ArraySlice<MonthDay?>, _ lastDay: CivilDate) -> [CivilDate?] {
    guard let dates = MonthDay.dates(labels.compactMap { $0 }, upTo: lastDay) else {
      return labels.map { _ in nil }
    }
    var next = dates.makeIterator()
    return labels.map { $0 == nil ? nil : next.next() }
  }

  /// The rows of hours that had not passed when the file was made: zeros at the end of its last day.
  private func runningHours(_ table: AccountTable, _ days: [CivilDate?]?) -> Set<Int> {
    guard case .dayHour = table.key, let days, let last = days.compactMap({ $0 }).max() else { return [] }
    var running: Set<Int> = []
    for index in section.records.indices.reversed() {
      guard days[index] == last else { break }
      let figures = zip(section.columns, section.records[index].cells).filter { column, _ in
        if case .figure = column { true } else { false }
      }
      guard figures.allSatisfy({ $0.1.trimmed == "0" }) else { break }
      running.insert(index)
    }
    return running
  }
}

extension AccountRow.Subject {
  /// The member that a row is about, where it is about one.
  fileprivate var memberName: String? {
    if case .member(_, let name) = self { name } else { nil }
  }
}
