import Warehouse

/// Fits the index and the category effects over the posts of several months and writes them into a recap's marts.
struct PeriodMarts {
  /// A recap: its name, and the months it counts.
  struct Span {
    let period: Period
    let months: [Month]
  }

  private struct Office {
    let code: String
    let group: String?
    let posts: Int64?
    let indexPosts: Int64
    let received: Bool
  }

  private let warehouse: Connection
  private let minimumPosts: Int64
  private let span: Span
  private let platforms: [String]

  init(_ warehouse: Connection, minimumPosts: Int64, _ span: Span) throws {
    (self.warehouse, self.minimumPosts, self.span) = (warehouse, minimumPosts, span)
    platforms = try warehouse.rows("SELECT platform FROM dim_platform ORDER BY platform_key").compactMap {
      $0[0].text
    }
  }

  /// Fills `mart_period` and the estimates of the other tables; the posts of the months lie in the temporary tables.
  func write() throws {
    let offices = try offices()
    let posts = try MonthPosts(
      warehouse, offices: offices.map(\.code), platforms: platforms, tables: ["month_post", "earlier_post"])
    let ranked = offices.map { $0.indexPosts >= minimumPosts }
    let groups = IndexColumns.groups(offices.map(\.group))
    // Each month's platforms have their own rates.
    let cells = platforms.count * span.months.count
    let index = EngagementIndex(posts.posts, platforms: cells, groups: groups, ranked: ranked)
    let reason = EngagementIndex.obstacle(posts.posts)
    try writePeriod(index, reason, posts.posts.count)
    let ranks = Ranks(index, ranked, groups)
    for (place, office) in offices.enumerated() {
      let own = index?.offices[place]
      try set(
        "unranked_reason = ?, \(IndexColumns.assignments)",
        [.optional(unrankedReason(office, own, reason))] + IndexColumns.values(own, ranks.of(place)),
        office.code)
    }
    try warehouse.run(
      "UPDATE mart_opd_period SET unranked_reason = 'outside' WHERE period = ? AND is_ranked = 0", [key])
    try writeCategories(posts, offices.count, cells)
  }

  private var key: SQLValue { .text("\(span.period)") }

  private func offices() throws -> [Office] {
    try warehouse.rows(
      """
      SELECT opd_code, peer_group, posts, index_posts, months_missing < months FROM mart_opd_period
      WHERE period = ? AND is_ranked = 1 ORDER BY opd_code
      """, [key]
    ).map {
      Office(
        code: $0[0].text ?? "", group: $0[1].text, posts: $0[2].integer, indexPosts: $0[3].integer ?? 0,
        received: $0[4] == 1)
    }
  }

  private func unrankedReason(
    _ office: Office, _ own: EngagementIndex.Office?, _ reason: EngagementIndex.Reason?
  ) -> String? {
    if !office.received, office.posts == nil { return "missing" }
    if office.posts ?? 0 == 0 { return "no_posts" }
    if office.indexPosts < minimumPosts { return "few_posts" }
    return reason?.rawValue ?? (own == nil ? "no_rate" : nil)
  }

  private func writePeriod(
    _ index: EngagementIndex?, _ reason: EngagementIndex.Reason?, _ posts: Int
  ) throws {
    guard let first = span.months.first, let last = span.months.last else { return }
    try warehouse.run(
      "INSERT INTO mart_period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        key, .text("\(first)"), .text("\(last)"), .integer(Int64(span.months.count)), .integer(minimumPosts),
        .text(EngagementIndex.methodVersion), .optional(reason?.rawValue), .integer(Int64(posts)),
        .optional(index?.kappa2), .optional(index?.tau2), .optional(index?.mean),
        .optional(index?.rankability),
      ])
  }

  private func writeCategories(_ months: MonthPosts, _ offices: Int, _ cells: Int) throws {
    guard months.categories.contains(where: { $0 != nil }) else { return }
    let names = try warehouse.rows("SELECT category FROM dim_category ORDER BY sort_order").compactMap {
      $0[0].text
    }
    let posts = CategoryPosts(months, offices: offices, cells: cells, categories: names)
    let (effects, adjusted) = CountyCategoryEffect.all(posts, categories: names)
    for (place, name) in names.enumerated() where name != "none" {
      let effect = effects[place]
      try warehouse.run(
        """
        UPDATE mart_category_period SET accounts = ?, crude_ratio = ?, adjusted_ratio = ?, adjusted_low = ?,
          adjusted_high = ?, p = ?, p_adjusted = ?, is_simpson = ? WHERE period = ? AND category = ?
        """,
        [
          .integer(Int64(effect.accounts)), .optional(effect.crude), .optional(effect.ratio),
          .optional(effect.adjusted?.low), .optional(effect.highIfKnown), .optional(effect.p),
          .optional(adjusted[place]), .optional(effect.isSimpson.map { $0 ? Int64(1) : 0 }), key, .text(name),
        ])
    }
  }

  private func set(_ columns: String, _ values: [SQLValue], _ code: String) throws {
    try warehouse.run(
      "UPDATE mart_opd_period SET \(columns) WHERE period = ? AND opd_code = ?", values + [key, .text(code)])
  }
}
