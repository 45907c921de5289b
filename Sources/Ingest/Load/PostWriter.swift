import Warehouse

/// Writes observations into `dim_post` and `fact_post_snapshot` within the caller's transaction.
struct PostWriter {
  private let warehouse: Connection
  private let loadKey: Int64
  private let platformKey: Int64
  private let insertPost: Statement
  private let findPost: Statement
  private let insertFact: Statement
  private let previousFact: Statement
  /// Prepared only where a later export came first.
  private let nextFact: Statement?
  private let formatKeys: [PostFormat: Int64]
  private var history: AttributeHistory
  /// Days of publication that occurred, so that their months become dirty; 0 stands for an unknown day.
  private(set) var touchedDays: Set<Int64> = []
  /// Posts whose figures equal those of the snapshot before.
  private(set) var unchanged = 0
  /// Posts of which a lifetime figure is lower than in the snapshot before.
  private(set) var fallen = Occurrences()

  init(_ warehouse: Connection, loadKey: Int64, platform: String) throws {
    self.warehouse = warehouse
    self.loadKey = loadKey
    let key = try warehouse.scalar(
      "SELECT platform_key FROM dim_platform WHERE platform = ?", [.text(platform)])
    platformKey = key.integer ?? 0
    insertPost = try warehouse.prepare(Self.insertPostSQL)
    findPost = try warehouse.prepare(Self.findPostSQL)
    insertFact = try warehouse.prepare(Self.insertFactSQL)
    previousFact = try warehouse.prepare(Self.previousFactSQL)
    let later = try warehouse.scalar(
      "SELECT count(*) FROM ingest_load WHERE as_of > (SELECT as_of FROM ingest_load WHERE load_key = ?)",
      [.integer(loadKey)])
    nextFact = later == 0 ? nil : try warehouse.prepare(Self.nextFactSQL)
    history = try AttributeHistory(warehouse, loadKey: loadKey)
    var keys: [PostFormat: Int64] = [:]
    for row in try warehouse.rows("SELECT post_format, post_format_key FROM dim_post_format") {
      if let format = PostFormat(rawValue: row[0].text ?? "") { keys[format] = row[1].integer }
    }
    formatKeys = keys
  }

  /// Writes one record as a snapshot of its post; the post is made where it is new.
  mutating func write(_ observation: Observation, account: Int64, isOwn: Bool) throws {
    let day = observation.publishedDay.map(Calendar.key) ?? 0
    touchedDays.insert(day)
    bindPost(observation, account: account, day: day)
    _ = try insertPost.step()
    insertPost.reset()
    if warehouse.changes == 1 {
      try writeFact(observation, postKey: warehouse.lastInsertedKey, isOwn: isOwn)
      return
    }
    let known = try known(observation)
    touchedDays.insert(known.day)
    try compareFigures(observation, postKey: known.key)
    try writeFact(observation, postKey: known.key, isOwn: isOwn)
    try history.note(
      attributes(observation, account: account), of: known.key, standing: known.attributes)
  }

  private func bindPost(_ observation: Observation, account: Int64, day: Int64) {
    insertPost.bind(platformKey, at: 1)
    observation.withBytes(.nativeID) { insertPost.bind(text: $0, at: 2) }
    insertPost.bind(account, at: 3)
    insertPost.bind(day, at: 4)
    if let instant = observation.publishedAt {
      insertPost.bind(.text(Instant.text(instant)), at: 5)
      insertPost.bind("minute", at: 6)
    } else {
      insertPost.bind(.null, at: 5)
      insertPost.bind("unknown", at: 6)
    }
    insertPost.bind(formatKeys[observation.postFormat], at: 7)
    insertPost.bind(observation.durationSeconds, at: 8)
    for (index, text) in [Observation.Text.permalink, .caption, .customLabel].enumerated() {
      if observation.has(text) {
        observation.withBytes(text) { insertPost.bind(text: $0, at: 9 + index) }
      } else {
        insertPost.bind(.null, at: 9 + index)
      }
    }
  }

  private func writeFact(_ observation: Observation, postKey: Int64, isOwn: Bool) throws {
    insertFact.bind(postKey, at: 1)
    insertFact.bind(loadKey, at: 2)
    insertFact.bind(Int64(observation.line), at: 3)
    insertFact.bind(isOwn ? "own" : "other", at: 4)
    for (index, metric) in observation.metrics.enumerated() { insertFact.bind(metric, at: 5 + index) }
    insertFact.bind(.optional(observation.watchSeconds), at: 5 + Metric.allCases.count)
    _ = try insertFact.step()
    insertFact.reset()
  }

  private func known(
    _ observation: Observation
  ) throws -> (key: Int64, day: Int64, attributes: [PostAttribute: SQLValue]) {
    findPost.bind(platformKey, at: 1)
    observation.withBytes(.nativeID) { findPost.bind(text: $0, at: 2) }
    defer { findPost.reset() }
    guard try findPost.step() else { return (0, 0, [:]) }
    var attributes: [PostAttribute: SQLValue] = [:]
    for (index, attribute) in PostAttribute.allCases.enumerated() {
      attributes[attribute] = findPost.value(at: 2 + index)
    }
    return (findPost.integer(at: 0), findPost.integer(at: 1), attributes)
  }

  /// What the record says of the post beside its figures, as `post_attribute_history` writes it.
  private func attributes(_ observation: Observation, account: Int64) -> [PostAttribute: SQLValue] {
    [
      .account: .integer(account),
      .publishedAt: .optional(observation.publishedAt.map(Instant.text)),
      .postFormat: .text(observation.postFormat.rawValue),
      .durationSeconds: .optional(observation.durationSeconds),
      .permalink: .optional(observation.string(.permalink)),
      .caption: .optional(observation.string(.caption)),
      .customLabel: .optional(observation.string(.customLabel)),
    ]
  }

  /// Counts the post as unchanged against its latest snapshot that is not later than this one, and as fallen where a
  /// figure sinks from that one to this, or from this to the next: whichever file came first.
  private mutating func compareFigures(_ observation: Observation, postKey: Int64) throws {
    let figures = observation.metrics.map(SQLValue.optional) + [.optional(observation.watchSeconds)]
    let earlier = try snapshot(previousFact, postKey)
    if figures == earlier { unchanged += 1 }
    let later = try nextFact.flatMap { try snapshot($0, postKey) }
    if Self.isFall(earlier, figures) || Self.isFall(figures, later) { fallen.note(observation.line) }
  }

  private func snapshot(_ statement: Statement, _ postKey: Int64) throws -> [SQLValue]? {
    try statement.row([.integer(postKey), .integer(loadKey)])
  }

  private static func isFall(_ earlier: [SQLValue]?, _ later: [SQLValue]?) -> Bool {
    guard let earlier, let later else { return false }
    return zip(earlier, later).contains { old, new in
      guard let old = old.real, let new = new.real else { return false }
      return new < old
    }
  }
}

extension PostWriter {
  private static let insertPostSQL = """
    INSERT INTO dim_post (platform_key, native_id, account_key, published_date_key, published_at,
      published_precision, post_format_key, duration_seconds, permalink, caption, custom_label)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (platform_key, native_id) DO NOTHING
    """

  private static let findPostSQL = """
    SELECT post_key, published_date_key, account_key, published_at, post_format, duration_seconds, permalink,
      caption, custom_label
    FROM dim_post JOIN dim_post_format USING (post_format_key) WHERE platform_key = ? AND native_id = ?
    """

  private static let insertFactSQL = """
    INSERT INTO fact_post_snapshot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private static let figuresSQL = """
    SELECT impressions, views, engaged_views, reach, reach_paid, viewers, likes, comments, shares, reposts, saves,
      clicks, link_clicks, follows, profile_visits, replies, navigation, sticker_taps, watch_seconds
    FROM fact_post_snapshot JOIN ingest_load USING (load_key)
    """

  private static let previousFactSQL = """
    \(figuresSQL) WHERE post_key = ? AND as_of <= (SELECT as_of FROM ingest_load WHERE load_key = ?)
    ORDER BY as_of DESC, load_key DESC LIMIT 1
    """

  private static let nextFactSQL = """
    \(figuresSQL) WHERE post_key = ? AND as_of > (SELECT as_of FROM ingest_load WHERE load_key = ?)
    ORDER BY as_of, load_key LIMIT 1
    """
}
