import Warehouse

/// The days of a table's rows.
extension AccountRowParser {
  /// The day of each row of a table of days; `nil` for one that is none, or whose year or order is not certain.
  mutating func days(_ table: AccountTable, _ lastDay: CivilDate) -> [CivilDate?]? {
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
  func runningHours(_ table: AccountTable, _ days: [CivilDate?]?) -> Set<Int> {
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
