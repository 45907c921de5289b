import Warehouse

/// Fits the month's engagement index and writes it, with everything that it was made from, into the marts.
struct IndexMarts {
  /// An office as the ranking sees it.
  private struct Office {
    let code: String
    let group: String?
    let isRanked: Bool
    let submission: String
    let posts: Int64?
    let indexPosts: Int64
    let previousScore: Double?
    let previousVariance: Double?
  }

  private let warehouse: Connection
  private let minimumPosts: Int64
  private let platforms: [String]

  init(_ warehouse: Connection, minimumPosts: Int64) throws {
    self.warehouse = warehouse
    self.minimumPosts = minimumPosts
    platforms = try warehouse.rows("SELECT platform FROM dim_platform ORDER BY platform_key").compactMap {
      $0[0].text
    }
  }

  /// Fills the index's columns of `mart_opd_month` and `mart_platform_month`, and `mart_index_month`.
  func write(_ month: Month) throws {
    let offices = try offices(month)
    let posts = try posts(offices, ["month_post"])
    let reason = EngagementIndex.obstacle(posts)
    let ranked = offices.map { $0.indexPosts >= minimumPosts }
    let index = EngagementIndex(
      posts, platforms: platforms.count, groups: groups(offices), ranked: ranked)
    try writeMonth(month, index, reason, posts, ranked)
    try writeRates(month, index)
    let ranks = Ranks(index, ranked, groups(offices))
    let incomparable = try incomparable(month)
    for (place, office) in offices.enumerated() {
      let own = index?.offices[place]
      try write(own, ranks.of(place), unrankedReason(office, own, reason), month, office)
      if let own { try writeChange(own, office, incomparable[office.code], month) }
    }
    for code in try outside(month) {
      try set("unranked_reason = ?", ["outside"], month, code)
    }
    try writeMovingIndex(month, offices)
    try PostMarts(warehouse, month).write(index, platforms: platforms)
    try CategoryMarts(warehouse, month).write(offices: offices.map(\.code), platforms: platforms)
  }

  // MARK: - Reading

  /// Offices that take part in the ranking, in the order of their codes.
  private func offices(_ month: Month) throws -> [Office] {
    try warehouse.rows(
      """
      SELECT opd_code, peer_group, is_ranked, submission, posts, index_posts, previous_score, previous_score_variance
      FROM mart_opd_month WHERE month = ? AND is_ranked = 1 ORDER BY opd_code
      """, [.text("\(month)")]
    ).map {
      Office(
        code: $0[0].text ?? "", group: $0[1].text, isRanked: $0[2] == 1, submission: $0[3].text ?? "",
        posts: $0[4].integer, indexPosts: $0[5].integer ?? 0, previousScore: $0[6].real,
        previousVariance: $0[7].real)
    }
  }

  private func outside(_ month: Month) throws -> [String] {
    try warehouse.rows(
      "SELECT opd_code FROM mart_opd_month WHERE month = ? AND is_ranked = 0", [.text("\(month)")]
    ).compactMap { $0[0].text }
  }

  private func posts(_ offices: [Office], _ tables: [String]) throws -> [IndexPost] {
    try MonthPosts(warehouse, offices: offices.map(\.code), platforms: platforms, tables: tables).posts
  }

  private func groups(_ offices: [Office]) -> [Int?] { IndexColumns.groups(offices.map(\.group)) }

  private func unrankedReason(
    _ office: Office, _ own: EngagementIndex.Office?, _ reason: EngagementIndex.Reason?
  ) -> String? {
    if office.submission == "missing" || office.submission == "unregistered", office.posts == nil {
      return "missing"
    }
    if office.posts ?? 0 == 0 { return "no_posts" }
    if office.indexPosts < minimumPosts { return "few_posts" }
    if let reason { return reason.rawValue }
    return own == nil ? "no_rate" : nil
  }

  /// Offices whose index cannot be held against the month before, with the reason.
  private func incomparable(_ month: Month) throws -> [String: String] {
    var reasons: [String: String] = [:]
    // A top list is the same kind of choice in both months; any other gap may favour either.
    let rows = try warehouse.rows(
      """
      SELECT opd_code,
        MAX(CASE WHEN definition_break IS NOT NULL AND (index_posts > 0 OR previous_posts > 0) THEN 1 ELSE 0 END),
        MAX(CASE WHEN (submission <> 'complete' AND top_lists = 0)
          OR COALESCE(previous_submission, 'missing') NOT IN ('complete', 'partial')
          OR (previous_submission = 'partial' AND top_lists = 0) THEN 1 ELSE 0 END)
      FROM mart_opd_platform_month WHERE month = ? GROUP BY opd_code
      """, [.text("\(month)")])
    for row in rows {
      guard let code = row[0].text else { continue }
      if row[1] == 1 { reasons[code] = "definition" } else if row[2] == 1 { reasons[code] = "incomplete" }
    }
    return reasons
  }

  // MARK: - Writing

  private func writeMonth(
    _ month: Month, _ index: EngagementIndex?, _ reason: EngagementIndex.Reason?, _ posts: [IndexPost],
    _ ranked: [Bool]
  ) throws {
    let present = index.map { index in ranked.indices.count { ranked[$0] && index.offices[$0] != nil } } ?? 0
    try warehouse.run(
      "INSERT INTO mart_index_month VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text("\(month)"), .text(EngagementIndex.methodVersion), .optional(reason?.rawValue),
        .integer(Int64(Set(posts.map(\.office)).count)), .integer(Int64(present)),
        .integer(Int64(posts.count)), .optional(index?.kappa2), .optional(index?.tau2),
        .optional(index?.mean),
        .optional(index?.rankability),
      ])
  }

  private func writeRates(_ month: Month, _ index: EngagementIndex?) throws {
    guard let index else { return }
    for (platform, rate) in zip(platforms, index.rates) where rate > 0 {
      try warehouse.run(
        "UPDATE mart_platform_month SET index_rate = ? WHERE month = ? AND platform = ?",
        [.real(rate), .text("\(month)"), .text(platform)])
    }
  }

  private func write(
    _ own: EngagementIndex.Office?, _ rank: Ranks.Place?, _ reason: String?, _ month: Month, _ office: Office
  ) throws {
    try set(
      "unranked_reason = ?, \(IndexColumns.assignments)",
      [.optional(reason)] + IndexColumns.values(own, rank), month, office.code)
  }

  /// A difference counts where it exceeds 1.96 standard errors of the difference.
  private func writeChange(
    _ own: EngagementIndex.Office, _ office: Office, _ obstacle: String?, _ month: Month
  ) throws {
    guard let before = office.previousScore, let variance = office.previousVariance else {
      return try set(
        "index_change = 'not_comparable', index_change_reason = 'previous'", [], month, office.code)
    }
    if let obstacle {
      return try set(
        "index_change = 'not_comparable', index_change_reason = ?", [.text(obstacle)], month, office.code)
    }
    let difference = own.shrunk.score - before
    let isReal = abs(difference) > Normal.z95 * (own.shrunk.variance + variance).squareRoot()
    let change = !isReal ? "same" : difference > 0 ? "up" : "down"
    try set("index_change = ?", [.text(change)], month, office.code)
  }

  /// The index over three months, each month's platforms having their own rates.
  private func writeMovingIndex(_ month: Month, _ offices: [Office]) throws {
    let posts = try posts(offices, ["month_post", "earlier_post"])
    let counts = posts.reduce(into: [Int](repeating: 0, count: offices.count)) { $0[$1.office] += 1 }
    guard
      let index = EngagementIndex(
        posts, platforms: platforms.count * 3, groups: groups(offices),
        ranked: counts.map { $0 >= Int(minimumPosts) })
    else { return }
    for (place, office) in offices.enumerated() {
      guard let own = index.offices[place], counts[place] >= Int(minimumPosts) else { continue }
      try set(
        "index_3m = ?, index_3m_low = ?, index_3m_high = ?, index_3m_posts = ?",
        [
          .real(own.shrunk.index), .real(own.shrunk.low), .real(own.shrunk.high),
          .integer(Int64(counts[place])),
        ], month, office.code)
    }
  }

  private func set(_ columns: String, _ values: [SQLValue], _ month: Month, _ code: String) throws {
    try warehouse.run(
      "UPDATE mart_opd_month SET \(columns) WHERE month = ? AND opd_code = ?",
      values + [.text("\(month)"), .text(code)])
  }
}
