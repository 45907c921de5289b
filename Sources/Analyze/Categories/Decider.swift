import Warehouse

/// Decides posts of the warehouse one after the other and writes what is new.
struct Decider {
  private struct Override {
    let line: Int64
    let category: String
    let reason: String
    let decidedBy: String
    let decidedOn: String
    var posts = 0
  }

  /// What `post_category` holds of a post.
  private struct Verdict: Equatable {
    var category: String
    var method: String
    var words: String
    var score: Double?
    var margin: Double?
    var needsLook: Bool
    var information: String?
    var eventTags: Int
    var mentions: Int
    var textKey: Int64?
  }

  private struct Post {
    let key: Int64
    let platform: String
    let nativeID: String
    let permalink: String?
    let account: Int64
    let month: String?
    let caption: String?
    let label: String?
    let known: Verdict?
    let isDue: Bool
  }

  private let warehouse: Connection
  private let now: String
  private let engine: CategoryEngine
  private var scratch = CategoryEngine.Scratch()
  private var overrides: [String: Override] = [:]
  /// Corrections by an id that several platforms' posts have: nobody can say which is meant.
  private var ambiguous: [Int64] = []
  /// By handle, the offices that own accounts of that name.
  private let owners: [String: Set<String>]
  private let officeOfAccount: [Int64: Set<String>]
  private var months: Set<String> = []

  init(_ warehouse: Connection, _ now: String) throws {
    self.warehouse = warehouse
    self.now = now
    engine = try CategoryEngine.stored(warehouse)
    for row in try warehouse.rows(
      "SELECT post, line, category, reason, decided_by, decided_on FROM category_override")
    {
      let post = row[0].text ?? ""
      guard try Self.posts(withID: post, warehouse) < 2 else {
        ambiguous.append(row[1].integer ?? 0)
        continue
      }
      overrides[post] = Override(
        line: row[1].integer ?? 0, category: row[2].text ?? "none", reason: row[3].text ?? "",
        decidedBy: row[4].text ?? "", decidedOn: row[5].text ?? "")
    }
    owners = try Self.collect(
      warehouse,
      "SELECT alias.value, owner.opd_code FROM account_alias AS alias JOIN account_owner AS owner USING (account_key) WHERE kind = 'handle'"
    ) { $0[0].text }
    officeOfAccount = try Self.collect(warehouse, "SELECT account_key, opd_code FROM account_owner") {
      $0[0].integer
    }
  }

  private static func collect<Key: Hashable>(
    _ warehouse: Connection, _ sql: String, key: ([SQLValue]) -> Key?
  ) throws -> [Key: Set<String>] {
    var result: [Key: Set<String>] = [:]
    for row in try warehouse.rows(sql) {
      if let key = key(row), let value = row[1].text { result[key, default: []].insert(value) }
    }
    return result
  }

  private static func posts(withID id: String, _ warehouse: Connection) throws -> Int64 {
    try warehouse.scalar(
      """
      SELECT count(*) FROM dim_post
      WHERE platform_key IN (SELECT platform_key FROM dim_platform) AND native_id = ?
      """, [.text(id)]
    ).integer ?? 0
  }

  /// Lines of corrections that took no effect, once every post was seen.
  var unmatched: [Int64] { (ambiguous + overrides.values.filter { $0.posts == 0 }.map(\.line)).sorted() }

  /// Decides the posts that a condition on `post` and `decided` names, in batches by key.
  ///
  /// With `onlyCorrections` a post that is decided, unchanged and in no correction stays as it is.
  mutating func decide(
    where scope: String, onlyCorrections: Bool, _ outcome: inout CategoryPass.Outcome
  ) throws {
    var last: Int64 = 0
    let select = try warehouse.prepare(
      "\(Self.selection) WHERE post.post_key > ? AND \(scope) ORDER BY post.post_key LIMIT 20000")
    while true {
      let posts = try select.rows([.integer(last)]).map(Self.post)
      guard let end = posts.last?.key else { break }
      for post in posts { try decide(post, onlyCorrections, &outcome) }
      last = end
    }
    for month in months {
      try warehouse.run("INSERT OR IGNORE INTO mart_dirty VALUES (?, 'category')", [.text(month)])
    }
  }

  /// Decides the posts of `month_post` that have no category yet, for that table alone.
  mutating func decideAside() throws {
    let posts = try warehouse.rows(
      "\(Self.selection) WHERE post.post_key IN (SELECT post_key FROM temp.month_post WHERE category IS NULL)"
    ).map(Self.post)
    for post in posts {
      let verdict = verdict(of: post, takeOverride(post))
      try warehouse.run(
        """
        UPDATE temp.month_post SET category = ?, method = ?, words = ?, category_score = ?, category_margin = ?,
          needs_look = ?, information = ?, event_tags = ?, mentions = ?, text_key = ? WHERE post_key = ?
        """,
        [
          .text(verdict.category), .text(verdict.method), .text(verdict.words), .optional(verdict.score),
          .optional(verdict.margin), verdict.needsLook ? 1 : 0,
          .optional(verdict.information), .integer(Int64(verdict.eventTags)),
          .integer(Int64(verdict.mentions)), .optional(verdict.textKey), .integer(post.key),
        ])
    }
  }

  private static let selection = """
    SELECT post.post_key, platform.platform, post.native_id, post.permalink, post.account_key, day.month, post.caption,
      post.custom_label, decided.category, decided.method, decided.words, decided.score, decided.margin,
      decided.needs_look, decided.information, decided.event_tags, decided.mentions, decided.text_key, decided.is_due
    FROM dim_post AS post
    JOIN dim_platform AS platform ON platform.platform_key = post.platform_key
    JOIN dim_date AS day ON day.date_key = post.published_date_key
    LEFT JOIN post_category AS decided ON decided.post_key = post.post_key
    """

  private static func post(_ row: [SQLValue]) -> Post {
    let known = row[8].text.map { category in
      Verdict(
        category: category, method: row[9].text ?? "", words: row[10].text ?? "", score: row[11].real,
        margin: row[12].real, needsLook: row[13] == 1, information: row[14].text,
        eventTags: Int(row[15].integer ?? 0), mentions: Int(row[16].integer ?? 0), textKey: row[17].integer)
    }
    return Post(
      key: row[0].integer ?? 0, platform: row[1].text ?? "", nativeID: row[2].text ?? "",
      permalink: row[3].text, account: row[4].integer ?? 0, month: row[5].text, caption: row[6].text,
      label: row[7].text, known: known, isDue: row[18] == 1)
  }

  private mutating func decide(
    _ post: Post, _ onlyCorrections: Bool, _ outcome: inout CategoryPass.Outcome
  ) throws {
    let override = takeOverride(post)
    let stays = post.known.map { $0.method != "manual" } ?? false && !post.isDue && override == nil
    if onlyCorrections, stays { return }
    outcome.posts += 1
    let verdict = verdict(of: post, override)
    try log(post, verdict, override)
    guard verdict != post.known || post.isDue else { return }
    try write(verdict, post.key)
    guard verdict != post.known else { return }
    outcome.changed += 1
    if let month = post.month { months.insert(month) }
  }

  private mutating func verdict(of post: Post, _ override: Override?) -> Verdict {
    let decision = engine.decide(post.caption ?? "", label: post.label, &scratch)
    var verdict = Verdict(
      category: decision.category, method: decision.method.rawValue,
      words: decision.words.joined(separator: " | "), score: decision.score, margin: decision.margin,
      needsLook: decision.needsLook, information: decision.information, eventTags: decision.eventTags,
      mentions: mentions(decision.accounts, post.account), textKey: decision.textKey)
    if let override {
      verdict.category = override.category
      (verdict.method, verdict.words, verdict.needsLook) = ("manual", override.reason, false)
      (verdict.score, verdict.margin) = (nil, nil)
    }
    return verdict
  }

  /// Accounts of other offices that a text names.
  private func mentions(_ accounts: [String], _ own: Int64) -> Int {
    let offices = officeOfAccount[own] ?? []
    return Set(accounts).count { account in
      guard let named = owners[account] else { return false }
      return named.isDisjoint(with: offices)
    }
  }

  private mutating func takeOverride(_ post: Post) -> Override? {
    guard !overrides.isEmpty else { return nil }
    for name in [post.permalink.map(PostLink.normalised), post.nativeID] {
      guard let name, overrides[name] != nil else { continue }
      overrides[name]?.posts += 1
      return overrides[name]
    }
    return nil
  }

  /// Corrections that take effect, change or are taken back go into the log.
  private func log(_ post: Post, _ verdict: Verdict, _ override: Override?) throws {
    let wasManual = post.known?.method == "manual"
    let isSame = wasManual && post.known?.category == verdict.category && post.known?.words == verdict.words
    if let override, !isSame {
      try log(post, verdict, [override.reason, override.decidedBy, override.decidedOn])
    } else if override == nil, wasManual {
      try log(post, verdict, ["perbaikan dicabut", "-", String(now.prefix(10))])
    }
  }

  private func log(_ post: Post, _ verdict: Verdict, _ why: [String]) throws {
    try warehouse.run(
      "INSERT INTO category_log VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(post.platform), .text(post.nativeID), .optional(post.known?.category), .text(verdict.category),
      ] + why.map { .text($0) } + [.text(now)])
  }

  private func write(_ verdict: Verdict, _ key: Int64) throws {
    try warehouse.run(
      "INSERT OR REPLACE INTO post_category VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
      [
        .integer(key), .text(verdict.category), .text(verdict.method), .text(verdict.words),
        .optional(verdict.score), .optional(verdict.margin), verdict.needsLook ? 1 : 0,
        .optional(verdict.information), .integer(Int64(verdict.eventTags)),
        .integer(Int64(verdict.mentions)), .optional(verdict.textKey), .text(now),
      ])
  }
}
