public import Warehouse

/// Freezes a month's figures as the meeting saw them.
public struct Publication {
  /// A figure that is no longer what was published.
  public struct Moved: Equatable, Sendable {
    /// Whose figure.
    public let opdCode: String
    /// Of which platform.
    public let platform: String
    /// A column of `mart_opd_platform_month`.
    public let metric: String
    /// As it was published; `nil`: not known then.
    public let published: Double?
    /// As it is now.
    public let current: Double?
    /// The newest load since then about the office's accounts on the platform.
    public let newestLoad: Int64?
  }

  /// What publishing did.
  public enum Outcome: Equatable, Sendable {
    /// There are no figures.
    case nothing
    /// The month was published for the first time, with this many figures.
    case first(figures: Int)
    /// It was published before, at this instant (UTC, ISO 8601), and nothing has moved.
    case unchanged(since: String)
    /// It was published before; these figures have moved, and the new ones stand beside the old.
    case again(since: String, moved: [Moved])
  }

  private let warehouse: Connection

  /// Prepares to publish from this warehouse.
  public init(_ warehouse: Connection) { self.warehouse = warehouse }

  /// Publishes a month's figures; those of earlier publications stay.
  ///
  /// - Parameters:
  ///   - month: is brought up to date first.
  ///   - now: UTC, ISO 8601.
  ///   - toolVersion: goes into the publication.
  /// - Returns: what was done.
  /// - Throws: `WarehouseError`; then nothing has changed.
  public func publish(_ month: Month, now: String, toolVersion: String) throws -> Outcome {
    let analysis = try Analysis(warehouse)
    try analysis.refresh()
    try analysis.ensure(month)
    return try warehouse.transaction {
      let figures =
        try warehouse.scalar(
          "SELECT count(value) FROM v_figure WHERE month = ?", [.text("\(month)")]
        ).integer ?? 0
      let since = try warehouse.scalar(
        "SELECT max(published_at) FROM publication WHERE month = ?", [.text("\(month)")]
      ).text
      guard figures > 0 || since != nil else { return .nothing }
      let moved = try moved(month)
      if let since, moved.isEmpty { return .unchanged(since: since) }
      let count = try freeze(month, now, toolVersion)
      return since.map { .again(since: $0, moved: moved) } ?? .first(figures: count)
    }
  }

  /// The figures of a month that differ from its last publication.
  public func moved(_ month: Month) throws -> [Moved] {
    try warehouse.rows(
      """
      SELECT opd_code, platform, metric, published_value, current_value, newest_load FROM v_restated WHERE month = ?
      ORDER BY opd_code, platform, metric
      """, [.text("\(month)")]
    ).map {
      Moved(
        opdCode: $0[0].text ?? "", platform: $0[1].text ?? "", metric: $0[2].text ?? "",
        published: $0[3].real,
        current: $0[4].real, newestLoad: $0[5].integer)
    }
  }

  private func freeze(_ month: Month, _ now: String, _ toolVersion: String) throws -> Int {
    try warehouse.run(
      """
      INSERT INTO publication (month, as_of, published_at, last_load_key, tool_version)
      SELECT month, as_of, ?2, (SELECT COALESCE(MAX(load_key), 0) FROM ingest_load), ?3 FROM mart_month WHERE month = ?1
      """, [.text("\(month)"), .text(now), .text(toolVersion)])
    try warehouse.run(
      """
      INSERT INTO published_figure SELECT ?1, opd_code, platform, metric, value FROM v_figure WHERE month = ?2
      """, [.integer(warehouse.lastInsertedKey), .text("\(month)")])
    return warehouse.changes
  }
}
