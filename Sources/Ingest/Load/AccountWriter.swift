import Warehouse

/// Writes the rows of one account-level load into the three tables of accounts' own figures.
struct AccountWriter {
  var ledger: RecordLedger
  private let loadKey: Int64
  private let exportedAt: Int64
  private let insertDay: Statement
  private let insertPeriod: Statement
  private let insertBreakdown: Statement

  init(_ warehouse: Connection, loadKey: Int64, exportedAt: Int64, report: FileReport) throws {
    ledger = try RecordLedger(warehouse, loadKey: loadKey, report: report)
    (self.loadKey, self.exportedAt) = (loadKey, exportedAt)
    insertDay = try warehouse.prepare(
      """
      INSERT INTO fact_account_day (account_key, metric, date_key, load_key, line, value)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    insertPeriod = try warehouse.prepare(
      """
      INSERT INTO fact_account_period (account_key, metric, load_key, line, period_from, period_to, value)
      VALUES (?, ?, ?, ?, NULL, ?, ?)
      """)
    insertBreakdown = try warehouse.prepare(
      """
      INSERT INTO fact_account_breakdown (account_key, metric, dimension, member, load_key, line, value)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Loads, keeps back or leaves out a row, as it was judged and as its placement decides.
  mutating func take(_ item: AccountSurvey.Item, _ placement: AccountPlacement) throws {
    switch item {
    case .reject(let reject, let place): try ledger.reject(reject, place)
    case .skip(let code, let place): try ledger.skip(code, place)
    case .row(let row): try take(row, placement.decision(for: row.platform))
    }
  }

  private mutating func take(_ row: AccountRow, _ decision: AccountPlacement.Decision) throws {
    switch decision {
    case .account(let account):
      for figure in row.figures { try write(figure, of: row, account: account) }
      ledger.report.loaded += 1
    case .quarantine(let code, let detail): try ledger.quarantine(code, detail, row, row.place)
    }
  }

  private func write(_ figure: AccountRow.Figure, of row: AccountRow, account: Int64) throws {
    let (account, metric) = (SQLValue.integer(account), SQLValue.text(figure.metric))
    let (load, line) = (SQLValue.integer(loadKey), SQLValue.integer(Int64(row.line)))
    switch row.subject {
    case .day(let day):
      let key = CivilDate(iso: day).map(Calendar.key) ?? 0
      try insertDay.run([account, metric, .integer(key), load, line, .integer(Int64(figure.value))])
    case .level:
      try insertPeriod.run([
        account, metric, load, line, .text(Instant.text(exportedAt)), .integer(Int64(figure.value)),
      ])
    case .member(let dimension, _):
      try insertBreakdown.run([
        account, metric, .text(dimension), .text(figure.member ?? ""), load, line, .real(figure.value),
      ])
    }
  }
}
