import Warehouse

/// Writes observations into `dim_post` and `fact_post_snapshot` within the caller's transaction.
struct PostWriter {
  /// A post to be written: which observation of the batch, its account, its key.
  private struct Row {
    let index: Int
    let account: Int64
    let isOwn: Bool
    let day: Int64
    let postKey: Int64
  }

  private let loadKey: Int64
  private let platformKey: Int64
  private let metrics: [Metric]
  private let insertPosts: GroupedInsert
  private let insertFacts: GroupedInsert
  private let formatKeys: [PostFormat: Int64]
  private var known: KnownPosts
  private var nextKey: Int64
  private var pending: [Row] = []
  /// The texts of publication instants while they are bound.
  private let instants: InstantTexts
  /// Days of publication that occurred, so that their months become dirty; 0 stands for an unknown day.
  private(set) var touchedDays: Set<Int64> = []
  private var lastDay: Int64 = -1
  private var daySpan: (from: Int64, to: Int64, key: Int64) = (0, 0, 0)

  /// Posts whose figures equal those of the snapshot before.
  var unchanged: Int { known.unchanged }
  /// Posts of which a figure falls from one export to the next.
  var fallen: Occurrences { known.fallen }

  /// Prepares to write posts of one load; metrics that the file has no column for stay unknown.
  init(_ warehouse: Connection, loadKey: Int64, platform: String, metrics: [Metric]) throws {
    self.loadKey = loadKey
    self.metrics = metrics
    let key = try warehouse.scalar(
      "SELECT platform_key FROM dim_platform WHERE platform = ?", [.text(platform)])
    platformKey = key.integer ?? 0
    nextKey = (try warehouse.scalar("SELECT max(post_key) FROM dim_post").integer ?? 0) + 1
    known = try KnownPosts(warehouse, loadKey: loadKey, platformKey: platformKey)
    insertPosts = try GroupedInsert(
      warehouse, table: "dim_post",
      columns: [
        "post_key", "platform_key", "native_id", "account_key", "published_date_key", "published_at",
        "published_precision", "post_format_key", "duration_seconds", "permalink", "caption", "custom_label",
      ])
    insertFacts = try GroupedInsert(
      warehouse, table: "fact_post_snapshot",
      columns: ["post_key", "load_key", "line", "perspective", "watch_seconds"] + metrics.map(\.column))
    instants = InstantTexts()
    var keys: [PostFormat: Int64] = [:]
    for row in try warehouse.rows("SELECT post_format, post_format_key FROM dim_post_format") {
      if let format = PostFormat(rawValue: row[0].text ?? "") { keys[format] = row[1].integer }
    }
    formatKeys = keys
  }

  /// Takes an observation for its post; it is written by `flush`, and must not change until then.
  mutating func add(_ index: Int, of observations: Observations, account: Int64, isOwn: Bool) throws {
    let day = observations[index].publishedDay.map(Calendar.key) ?? dayKey(observations[index].publishedAt)
    touch(day)
    if let postKey = try known.find(index, of: observations, account: account) {
      touch(known.day)
      pending.append(Row(index: index, account: account, isOwn: isOwn, day: -1, postKey: postKey))
    } else {
      pending.append(Row(index: index, account: account, isOwn: isOwn, day: day, postKey: nextKey))
      nextKey += 1
    }
  }

  /// The day in WITA; records mostly follow each other in time, so that the last day is often this one.
  private mutating func dayKey(_ instant: Int64?) -> Int64 {
    guard let instant else { return 0 }
    if instant >= daySpan.from, instant < daySpan.to { return daySpan.key }
    let day = WITA.day(of: instant)
    let from = Int64(day.dayNumber) * 86_400 - 8 * 3600
    daySpan = (from, from + 86_400, Calendar.key(of: day))
    return daySpan.key
  }

  private mutating func touch(_ day: Int64) {
    guard day != lastDay else { return }
    touchedDays.insert(day)
    lastDay = day
  }

  /// Writes what was taken: posts that are new, then a snapshot for each.
  mutating func flush(_ observations: Observations) throws {
    let new = pending.filter { $0.day >= 0 }
    try insertPosts.insert(new[...]) { statement, start, row, place in
      bindPost(observations[row.index], row, place, to: statement, from: start)
    }
    try insertFacts.insert(pending[...]) { statement, start, row, _ in
      bindFact(observations[row.index], row, to: statement, from: start)
    }
    pending.removeAll(keepingCapacity: true)
    try known.noteAttributes()
  }

  private func bindPost(
    _ observation: borrowing Observation, _ row: Row, _ place: Int, to statement: Statement, from start: Int
  ) {
    statement.bind(row.postKey, at: start)
    statement.bind(platformKey, at: start + 1)
    statement.bind(row.account, at: start + 3)
    statement.bind(row.day, at: start + 4)
    if let instant = observation.publishedAt {
      statement.bind(uncopied: instants.write(instant, at: place), at: start + 5)
      statement.bind(constant: "minute", at: start + 6)
    } else {
      statement.bind(Int64?.none, at: start + 5)
      statement.bind(constant: observation.publishedDay == nil ? "unknown" : "day", at: start + 6)
    }
    statement.bind(formatKeys[observation.postFormat], at: start + 7)
    statement.bind(observation.durationSeconds, at: start + 8)
    observation.withTexts { text in
      statement.bind(uncopied: text(.nativeID), at: start + 2)
      statement.bind(uncopied: text(.permalink), at: start + 9)
      statement.bind(uncopied: text(.caption), at: start + 10)
      statement.bind(uncopied: text(.customLabel), at: start + 11)
    }
  }

  private func bindFact(
    _ observation: borrowing Observation, _ row: Row, to statement: Statement, from start: Int
  ) {
    statement.bind(row.postKey, at: start)
    statement.bind(loadKey, at: start + 1)
    statement.bind(Int64(observation.line), at: start + 2)
    statement.bind(constant: row.isOwn ? "own" : "other", at: start + 3)
    statement.bind(number: observation.watchSeconds, at: start + 4)
    for (offset, metric) in metrics.enumerated() {
      statement.bind(observation[metric], at: start + 5 + offset)
    }
  }
}

/// Room for the texts of a group's instants while SQLite looks at them.
private final class InstantTexts {
  private let bytes = UnsafeMutableRawBufferPointer.allocate(
    byteCount: GroupedInsert.size * Instant.textCount, alignment: 1)

  deinit { bytes.deallocate() }

  /// Writes an instant into one of the places; the bytes stay until the place is written again.
  func write(_ epoch: Int64, at place: Int) -> UnsafeRawBufferPointer {
    let start = place * Instant.textCount
    let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + Instant.textCount])
    Instant.write(epoch, into: target)
    return UnsafeRawBufferPointer(target)
  }
}
