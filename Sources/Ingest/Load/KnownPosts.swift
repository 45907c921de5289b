import Warehouse

/// Finds posts that other loads know, compares their figures, and keeps what differs beside them.
struct KnownPosts {
  private let warehouse: Connection
  private let loadKey: Int64
  private let platformKey: Int64
  private let findPost: Statement
  private let previousFact: Statement
  /// Prepared only where a later export came first.
  private let nextFact: Statement?
  private var history: AttributeHistory
  /// The platform had no posts before this load: there is nothing to find.
  private let isEmpty: Bool
  /// What the records of posts that were found say of them, until the snapshots stand that history refers to.
  private var stated:
    [(postKey: Int64, stated: [PostAttribute: SQLValue], standing: [PostAttribute: SQLValue])] = []
  /// The day of publication of the post found last.
  private(set) var day: Int64 = 0
  private(set) var unchanged = 0
  private(set) var fallen = Occurrences()

  init(_ warehouse: Connection, loadKey: Int64, platformKey: Int64) throws {
    self.warehouse = warehouse
    (self.loadKey, self.platformKey) = (loadKey, platformKey)
    findPost = try warehouse.prepare(Self.findPostSQL)
    previousFact = try warehouse.prepare(Self.previousFactSQL)
    let later = try warehouse.scalar(
      "SELECT count(*) FROM ingest_load WHERE as_of > (SELECT as_of FROM ingest_load WHERE load_key = ?)",
      [.integer(loadKey)])
    nextFact = later == 0 ? nil : try warehouse.prepare(Self.nextFactSQL)
    history = try AttributeHistory(warehouse, loadKey: loadKey)
    isEmpty =
      try warehouse.scalar(
        "SELECT 1 FROM dim_post WHERE platform_key = ? LIMIT 1", [.integer(platformKey)]) == .null
  }

  /// The key of the record's post, where another load knows it.
  mutating func find(_ index: Int, of observations: Observations, account: Int64) throws -> Int64? {
    guard !isEmpty else { return nil }
    let observation = observations[index]
    findPost.bind(platformKey, at: 1)
    observation.withBytes(.nativeID) { findPost.bind(text: $0, at: 2) }
    defer { findPost.reset() }
    guard try findPost.step() else { return nil }
    let postKey = findPost.integer(at: 0)
    day = findPost.integer(at: 1)
    var standing: [PostAttribute: SQLValue] = [:]
    for (index, attribute) in PostAttribute.allCases.enumerated() {
      standing[attribute] = findPost.value(at: 2 + index)
    }
    try compareFigures(observation, postKey: postKey)
    stated.append((postKey, Self.attributes(observation, account: account), standing))
    return postKey
  }

  /// Keeps what the records said beside their figures; call it once their snapshots are written.
  mutating func noteAttributes() throws {
    for (postKey, stated, standing) in stated { try history.note(stated, of: postKey, standing: standing) }
    stated.removeAll(keepingCapacity: true)
  }

  /// What the record says of the post beside its figures, as `post_attribute_history` writes it.
  private static func attributes(_ observation: Observation, account: Int64) -> [PostAttribute: SQLValue] {
    [
      .account: .integer(account),
      .publishedAt: .optional(
        observation.publishedAt.map(Instant.text) ?? observation.publishedDay.map { "\($0)" }),
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

extension KnownPosts {
  private static let findPostSQL = """
    SELECT post_key, published_date_key, account_key,
      CASE published_precision WHEN 'day' THEN date ELSE published_at END, post_format, duration_seconds, permalink,
      caption, custom_label
    FROM dim_post JOIN dim_post_format USING (post_format_key)
    JOIN dim_date ON date_key = published_date_key WHERE platform_key = ? AND native_id = ?
    """

  private static let figuresSQL = """
    SELECT impressions, views, engaged_views, reach, reach_paid, viewers, likes, comments, shares, reposts, saves,
      clicks, link_clicks, follows, profile_visits, replies, navigation, sticker_taps, engagements, watch_seconds
    FROM fact_post_snapshot JOIN ingest_load USING (load_key)
    """

  /// Figures of spans that begin on different days are different figures.
  private static let sameSpanSQL =
    "AND counted_from IS (SELECT counted_from FROM ingest_load WHERE load_key = ?2)"

  private static let previousFactSQL = """
    \(figuresSQL) WHERE post_key = ?1 AND as_of <= (SELECT as_of FROM ingest_load WHERE load_key = ?2)
    \(sameSpanSQL)
    ORDER BY as_of DESC, load_key DESC LIMIT 1
    """

  private static let nextFactSQL = """
    \(figuresSQL) WHERE post_key = ?1 AND as_of > (SELECT as_of FROM ingest_load WHERE load_key = ?2)
    \(sameSpanSQL)
    ORDER BY as_of, load_key LIMIT 1
    """
}
