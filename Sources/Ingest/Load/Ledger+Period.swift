import Warehouse

extension Ledger {
  /// The span that a table's earlier neighbour tells: a file of days that came from the same folder before, and whose days
  /// add up to the table's total.
  ///
  /// The folder alone proves nothing, since next month's files may lie in it; the sums do. A file that is still beside the
  /// table needs no such proof.
  func period(beside path: String, total: Observation?) throws -> ReportPeriod? {
    guard let total else { return nil }
    let folder = PathText.parent(of: path)
    let rows = try warehouse.rows(
      """
      SELECT load.load_key, load.path, load.counted_from, load.counted_to, fact.metric, sum(fact.value)
      FROM ingest_load AS load JOIN fact_account_day AS fact ON fact.load_key = load.load_key
      WHERE load.format = ?1 AND substr(load.path, 1, length(?2)) = ?2
      GROUP BY load.load_key, fact.metric ORDER BY load.load_key
      """, [.text(AccountFormat.youTubeDays.name), .text(folder)])
    let loads = Dictionary(grouping: rows) { $0[0].integer ?? 0 }.filter { _, rows in
      let sums = rows.map { ($0[4].text ?? "", $0[5].integer ?? 0) }
      return PathText.parent(of: rows[0][1].text ?? "") == folder
        && SpanFinder.addUp(Dictionary(uniqueKeysWithValues: sums), to: total)
    }
    let periods = loads.values.compactMap { Self.period($0[0]) }
    guard let first = periods.first, periods.allSatisfy({ $0.first == first.first && $0.last == first.last })
    else { return nil }
    return first
  }

  private static func period(_ row: [SQLValue]) -> ReportPeriod? {
    guard let from = row[2].text.flatMap({ Instant.read($0) }),
      let to = row[3].text.flatMap({ Instant.read($0) })
    else { return nil }
    return ReportPeriod(
      first: PacificTime.day(of: from), last: PacificTime.day(of: to - 1),
      basis: .neighbour(PathText.base(of: row[1].text ?? "")))
  }
}
