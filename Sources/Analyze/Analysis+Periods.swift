public import Warehouse

extension Analysis {
  /// Every mart of recaps.
  static let periodMarts = [
    "mart_period", "mart_opd_period", "mart_opd_platform_period", "mart_category_period",
  ]

  /// What the names of a recap's SQL files begin with.
  static let periodFiles = "period_"

  /// Makes the marts of a recap that are not there, and those of its months.
  ///
  /// - Parameters:
  ///   - period: a quarter or a year.
  ///   - last: the last month to count, for a period that is not over.
  /// - Returns: whether it has any month to count.
  /// - Throws: `WarehouseError` where the database fails.
  @discardableResult
  public func ensure(_ period: Period, until last: Month) throws -> Bool {
    guard let span = Self.span(period, until: last) else { return false }
    for month in span.months { try ensure(month) }
    guard try !isStored(span) else { return true }
    try warehouse.transaction { try make(span) }
    return true
  }

  /// Makes a recap in temporary tables that hide the stored ones from this connection; the file is not written.
  ///
  /// Months are made aside too where `withMonths` says so; else their stored marts are taken.
  /// - Returns: whether it has any month to count.
  /// - Throws: `WarehouseError` where the database fails.
  public func makeAside(_ period: Period, until last: Month, withMonths: Bool) throws -> Bool {
    guard let span = Self.span(period, until: last) else { return false }
    try hide(Self.periodMarts)
    if withMonths {
      try hide(Self.marts)
      for month in [span.months[0].previous] + span.months { try make(month) }
    }
    try make(span)
    return true
  }

  /// Removes the recaps that count a month.
  func forgetPeriods(with month: Month) throws {
    for table in Self.periodMarts.reversed() {
      try warehouse.run(
        """
        DELETE FROM \(table) WHERE period IN (
          SELECT period FROM mart_period WHERE ? BETWEEN first_month AND last_month)
        """, [.text("\(month)")])
    }
  }

  private static func span(_ period: Period, until last: Month) -> PeriodMarts.Span? {
    let months = period.months.filter { $0 <= last }
    return months.isEmpty ? nil : PeriodMarts.Span(period: period, months: months)
  }

  private func isStored(_ span: PeriodMarts.Span) throws -> Bool {
    try warehouse.scalar(
      "SELECT count(*) FROM mart_period WHERE period = ? AND months = ?",
      [.text("\(span.period)"), .integer(Int64(span.months.count))]) == 1
  }

  private func make(_ span: PeriodMarts.Span) throws {
    guard let first = span.months.first, let last = span.months.last else { return }
    for table in Self.periodMarts {
      try warehouse.run("DELETE FROM \(table) WHERE period = ?", [.text("\(span.period)")])
    }
    let values: [String: SQLValue] = [
      "period": .text("\(span.period)"), "first_month": .text("\(first)"), "last_month": .text("\(last)"),
    ]
    for file in EmbeddedSQL.files where file.name.hasPrefix(Self.periodFiles) {
      try warehouse.prepare(file.text).run(named: values)
    }
    try collectPosts(last, after: Array(span.months.dropLast()))
    try PeriodMarts(warehouse, minimumPosts: minimumPosts, span).write()
  }
}
