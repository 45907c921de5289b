import Warehouse

/// Writes an account's own totals over a span, which stand in a row of a file of posts: never recomputed from the
/// rows, whose sum is another number.
struct TotalWriter {
  private let insert: Statement

  /// The metric of `dim_metric` that stands for a figure of posts.
  static let metrics: [(Metric, String)] = [
    (.views, "views"), (.engagedViews, "engaged_views"), (.impressions, "impressions"), (.likes, "likes"),
    (.comments, "comments"), (.shares, "shares"), (.follows, "net_follows"), (.viewers, "viewers"),
    (.reach, "period_reach"),
  ]

  init(_ warehouse: Connection, loadKey: Int64) throws {
    // The load tells the span that it counts.
    insert = try warehouse.prepare(
      """
      INSERT INTO fact_account_period (account_key, metric, load_key, line, period_from, period_to, value)
      SELECT ?, ?, load_key, ?, counted_from, counted_to, ? FROM ingest_load WHERE load_key = \(loadKey)
      """)
  }

  func write(_ observation: Observation, account: Int64) throws {
    var figures: [(String, Int64)] = Self.metrics.compactMap { metric, code in
      observation[metric].map { (code, $0) }
    }
    if let seconds = observation.watchSeconds, abs(seconds) < 1e15 {
      figures.append(("watch_seconds", Int64(seconds.rounded())))
    }
    for (code, value) in figures {
      try insert.run([.integer(account), .text(code), .integer(Int64(observation.line)), .integer(value)])
    }
  }
}
