import Warehouse

/// Reads the rows of one table.
struct AccountRowParser {
  private let section: AccountFile.Section
  private let unknownMarks: Set<String>
  private let firstRow: Int
  private(set) var isYearInferred = false

  init(_ section: AccountFile.Section, unknownMarks: Set<String>, firstRow: Int) {
    (self.section, self.unknownMarks, self.firstRow) = (section, unknownMarks, firstRow)
  }

  mutating func items(exportDay: CivilDate) -> [AccountSurvey.Item] {
    guard let table = section.table else {
      return places.map {
        .reject(Reject(code: .unknownTitle, column: "", value: visible(section.title)), $0)
      }
    }
    let scale = table.isShare ? shareScale(table) : 1
    let days = table.key == .monthDay ? yearlessDays(exportDay) : nil
    return section.records.indices.map { index in
      item(table, index, scale: scale, day: days.map { $0[index] })
    }
  }

  private var places: [RecordPlace] {
    section.records.enumerated().map { RecordPlace(line: $1.line, row: firstRow + $0) }
  }

  private func item(
    _ table: AccountTable, _ index: Int, scale: Double?, day: CivilDate??
  ) -> AccountSurvey.Item {
    let (place, cells) = (places[index], section.records[index].cells)
    if let extra = cells.dropFirst(section.header.count).first(where: { !$0.isEmpty }) {
      return .reject(Reject(code: .extraCells, column: "", value: visible(extra)), place)
    }
    switch subject(table, cells, day) {
    case .failure(let reject): return .reject(reject, place)
    case .success(let subject):
      switch figures(table, cells, scale) {
      case .failure(let reject): return .reject(reject, place)
      case .success(let figures) where figures.isEmpty: return .skip(.noFigures, place)
      case .success(let figures):
        return .row(
          AccountRow(
            line: place.line, row: place.row, platform: table.platform, series: table.values[0].metric,
            subject: subject, figures: figures))
      }
    }
  }

  private func subject(
    _ table: AccountTable, _ cells: [String], _ day: CivilDate??
  ) -> Result<AccountRow.Subject, Reject> {
    switch table.key {
    case .level: return .success(.level)
    case .member(let dimension), .matrix(let dimension):
      return .success(.member(dimension: dimension, name: cells[0]))
    case .monthDay:
      if let found = day ?? nil { return .success(.day("\(found)")) }
      return .failure(Reject(code: .badDay, column: section.header[0], value: visible(cells[0])))
    case .isoDay:
      let text = cells[0].hasSuffix("T00:00:00") ? String(cells[0].dropLast(9)) : cells[0]
      if let found = CivilDate(iso: text), Calendar.key(of: found) != 0 { return .success(.day("\(found)")) }
      return .failure(Reject(code: .badDay, column: section.header[0], value: visible(cells[0])))
    }
  }

  /// The figures of a row; none where nothing was measured.
  ///
  /// A zero beside a cell that is not known is a placeholder.
  private func figures(
    _ table: AccountTable, _ cells: [String], _ scale: Double?
  ) -> Result<[AccountRow.Figure], Reject> {
    var figures: [AccountRow.Figure] = []
    var isKnown = true
    for (position, column) in section.columns.enumerated() where position < cells.count {
      guard case .figure(let index) = column else { continue }
      let cell = cells[position].trimmed
      guard !unknownMarks.contains(cell.lowercased()) else {
        isKnown = isKnown && cell.isEmpty
        continue
      }
      guard let value = Self.number(cell, isShare: table.isShare, scale: scale) else {
        let code: RejectCode = table.isShare ? .badShare : .badCount
        return .failure(Reject(code: code, column: section.header[position], value: visible(cell)))
      }
      figures.append(
        .init(metric: table.values[index].metric, member: member(table, cells, position), value: value))
    }
    return .success(isKnown ? figures : figures.filter { $0.value != 0 })
  }

  private func member(_ table: AccountTable, _ cells: [String], _ position: Int) -> String? {
    switch table.key {
    case .member: cells[0]
    case .matrix: "\(cells[0]) / \(section.header[position])"
    case .isoDay, .monthDay, .level: nil
    }
  }

  private static func number(_ cell: String, isShare: Bool, scale: Double?) -> Double? {
    let isPercent = isShare && cell.hasSuffix("%")
    let digits = Array((isPercent ? String(cell.dropLast()) : cell).utf8)
    guard isShare else { return digits.withUnsafeBytes { CellValue.count($0) }.map(Double.init) }
    guard let value = digits.withUnsafeBytes(CellValue.decimal), let scale = isPercent ? 0.01 : scale else {
      return nil
    }
    return value * scale <= 1 ? value * scale : nil
  }

  /// What turns plain shares into parts of one: their sum tells fractions from percentages; `nil` where it tells neither.
  private func shareScale(_ table: AccountTable) -> Double? {
    let values = section.records.flatMap { record in
      zip(section.columns, record.cells).compactMap { column, cell -> Double? in
        guard case .figure = column else { return nil }
        return Self.number(cell.trimmed, isShare: true, scale: 1e-9)
      }
    }
    let sum = values.reduce(0, +) * 1e9
    return sum <= 1.05 ? 1 : sum <= 105 ? 0.01 : nil
  }

  /// The days of a table that has none with a year; `nil` where a cell is no day, or where none is certain.
  private mutating func yearlessDays(_ exportDay: CivilDate) -> [CivilDate?] {
    let labels = section.records.map { MonthDay($0.cells[0]) }
    guard let dates = MonthDay.dates(labels.compactMap { $0 }, upTo: exportDay) else {
      return labels.map { _ in nil }
    }
    isYearInferred = !dates.isEmpty
    var next = dates.makeIterator()
    return labels.map { $0 == nil ? nil : next.next() }
  }
}
