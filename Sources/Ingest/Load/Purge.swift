public import Warehouse

/// Deletes posts for good, as the privacy law asks: all of them before a month, or all of an account.
///
/// The ledger keeps what came and counts what was deleted since. The figures of months before the limit stay as they are:
/// they name no person, and cannot be made anew.
public struct Purge {
  /// What is to go.
  public enum Target: Equatable, Sendable {
    /// Posts published before the month (WITA).
    case before(Month)
    /// Every post and figure of an account.
    case account(platform: String, name: String)
  }

  /// What went.
  public struct Outcome: Equatable, Sendable {
    /// Posts.
    public var posts = 0
    /// Snapshots of posts and figures of the account.
    public var facts = 0
  }

  private let warehouse: Connection
  private let now: Int64

  /// Prepares to delete from this warehouse at an instant, in seconds since 1970 UTC.
  public init(_ warehouse: Connection, now: Int64) { (self.warehouse, self.now) = (warehouse, now) }

  /// The month before which posts were deleted and are not taken in again; `nil`: no such month.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public static func limit(_ warehouse: Connection) throws -> Month? {
    try warehouse.scalar("SELECT max(before_month) FROM purge").text.flatMap { Month($0) }
  }

  /// Deletes, then gives the space back to the disk so that nothing can be read from it.
  ///
  /// - Returns: what went; `nil` where there is no such account.
  /// - Throws: `WarehouseError`; then nothing has changed.
  public func purge(_ target: Target) throws -> Outcome? {
    guard let accountKey = try accountKey(target) else { return nil }
    try warehouse.execute("PRAGMA secure_delete = ON")
    let outcome = try warehouse.bulkTransaction {
      try choose(target, accountKey)
      try noteFound(sign: 1)
      try passOver(target)
      let outcome = try delete(accountKey)
      try noteFound(sign: -1)
      try record(target, outcome)
      return outcome
    }
    try warehouse.execute("VACUUM")
    return outcome
  }

  /// Says what would go; nothing changes.
  ///
  /// - Returns: `nil` where there is no such account.
  /// - Throws: `WarehouseError` where the database fails.
  public func count(_ target: Target) throws -> Outcome? {
    guard let accountKey = try accountKey(target) else { return nil }
    return try warehouse.rehearsal {
      try choose(target, accountKey)
      return try delete(accountKey)
    }
  }

  /// The account's key, `.some(nil)` where none is meant; `nil` where there is no such account.
  private func accountKey(_ target: Target) throws -> Int64?? {
    guard case .account(let platform, let name) = target else { return .some(nil) }
    let key = try warehouse.scalar(
      """
      SELECT DISTINCT account_key FROM dim_account JOIN dim_platform USING (platform_key)
      LEFT JOIN account_alias USING (account_key) WHERE platform = ?1 AND (account = ?2 OR value = lower(?2))
      """, [.text(platform), .text(name)]
    ).integer
    return key.map { .some($0) }
  }

  /// Puts the keys of the posts that go into a table, and marks the months that change.
  private func choose(_ target: Target, _ accountKey: Int64?) throws {
    try warehouse.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS purged_post (post_key INTEGER PRIMARY KEY);
      CREATE TEMP TABLE IF NOT EXISTS purged_load (load_key INTEGER PRIMARY KEY, found INTEGER);
      DELETE FROM purged_post; DELETE FROM purged_load;
      """)
    switch target {
    case .before(let month):
      let day = "\(month.firstDay)".filter { $0 != "-" }
      try warehouse.run(
        "INSERT INTO purged_post SELECT post_key FROM dim_post WHERE published_date_key < ?",
        [.integer(Int64(day) ?? 0)])
    case .account:
      let key = SQLValue.optional(accountKey)
      try warehouse.run("INSERT INTO purged_post SELECT post_key FROM dim_post WHERE account_key = ?", [key])
      try warehouse.run(
        """
        INSERT OR IGNORE INTO mart_dirty
        SELECT DISTINCT month, 'purge' FROM dim_post JOIN dim_date ON date_key = published_date_key
        WHERE account_key = ?1
        UNION SELECT DISTINCT month, 'purge' FROM fact_account_day JOIN dim_date USING (date_key) WHERE account_key = ?1
        """, [key])
    }
  }

  /// Adds or takes away, for each load, how many of its records the facts hold: the difference is what went.
  private func noteFound(sign: Int) throws {
    try warehouse.run(
      """
      INSERT INTO purged_load SELECT load_key, ?1 * found FROM (\(LedgerAudit.loadedSQL)) WHERE true
      ON CONFLICT (load_key) DO UPDATE SET found = found + excluded.found
      """, [.integer(Int64(sign))])
    guard sign < 0 else { return }
    try warehouse.execute(
      """
      UPDATE ingest_load SET purged = purged + (
        SELECT found FROM purged_load WHERE purged_load.load_key = ingest_load.load_key)
      WHERE load_key IN (SELECT load_key FROM purged_load WHERE found > 0);
      -- Cells of rejected records of these files may hold what went.
      UPDATE ingest_reject SET message = replace(message, value, '…'), value = ''
      WHERE value <> '' AND load_key IN (SELECT load_key FROM purged_load WHERE found > 0);
      """)
  }

  /// Records that waited once are kept as they were read: those of the posts that go become records passed over.
  private func passOver(_ target: Target) throws {
    var condition = """
      EXISTS (
        SELECT 1 FROM json_each(observation, '$.texts') AS text JOIN dim_post ON dim_post.native_id = text.value
        JOIN purged_post USING (post_key))
      """
    if case .before(let month) = target {
      condition += " OR json_extract(observation, '$.publishedAt') < \(month.startInWITA)"
    }
    try warehouse.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS purged_record (load_key INTEGER, line INTEGER, row INTEGER);
      DELETE FROM purged_record;
      INSERT INTO purged_record SELECT load_key, line, row FROM ingest_quarantine WHERE \(condition);
      INSERT INTO ingest_skip (load_key, line, row, code) SELECT *, 'purged' FROM purged_record;
      DELETE FROM ingest_quarantine WHERE (load_key, line, row) IN (SELECT * FROM purged_record);
      UPDATE ingest_load SET quarantined = quarantined - moved.records, skipped = skipped + moved.records
      FROM (SELECT load_key, count(*) AS records FROM purged_record GROUP BY load_key) AS moved
      WHERE moved.load_key = ingest_load.load_key;
      """)
  }

  private func delete(_ accountKey: Int64?) throws -> Outcome {
    var outcome = Outcome()
    let posts = "(SELECT post_key FROM purged_post)"
    try warehouse.execute(
      """
      DELETE FROM mart_post_signal WHERE (platform, native_id) IN (
        SELECT platform, native_id FROM dim_post JOIN dim_platform USING (platform_key) WHERE post_key IN \(posts))
      """)
    for table in ["mart_post", "post_attribute_history"] {
      try warehouse.execute("DELETE FROM \(table) WHERE post_key IN \(posts)")
    }
    try warehouse.execute("DELETE FROM fact_post_snapshot WHERE post_key IN \(posts)")
    outcome.facts = warehouse.changes
    try warehouse.execute("DELETE FROM dim_post WHERE post_key IN \(posts)")
    outcome.posts = warehouse.changes
    guard let accountKey else { return outcome }
    for table in ["fact_account_day", "fact_account_period", "fact_account_breakdown"] {
      try warehouse.run("DELETE FROM \(table) WHERE account_key = ?", [.integer(accountKey)])
      outcome.facts += warehouse.changes
    }
    return outcome
  }

  private func record(_ target: Target, _ outcome: Outcome) throws {
    var (month, platform, account): (String?, String?, String?) = (nil, nil, nil)
    switch target {
    case .before(let limit): month = "\(limit)"
    case .account(let on, let name): (platform, account) = (on, name)
    }
    try warehouse.run(
      "INSERT INTO purge (before_month, platform, account, posts, facts, purged_at) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .optional(month), .optional(platform), .optional(account), .integer(Int64(outcome.posts)),
        .integer(Int64(outcome.facts)), .text(Instant.text(now)),
      ])
    try warehouse.execute("DELETE FROM mart_dirty WHERE month < (SELECT max(before_month) FROM purge)")
  }
}

extension Month {
  /// The first instant of the month in WITA (UTC+8), in seconds since 1970 UTC.
  var startInWITA: Int64 { Int64(firstDay.dayNumber) * 86_400 - 8 * 3600 }
}
