import Warehouse

/// Estimates how posts of each category do and writes it into the marts (metrics.md §7).
struct CategoryMarts {
  private let warehouse: Connection
  private let month: SQLValue

  init(_ warehouse: Connection, _ month: Month) {
    self.warehouse = warehouse
    self.month = .text("\(month)")
  }

  /// Fills the effects of `mart_category_month` and `mart_opd_category_month`.
  func write(offices: [String], platforms: [String]) throws {
    let names = try warehouse.rows("SELECT category FROM dim_category ORDER BY sort_order").compactMap {
      $0[0].text
    }
    let month = try MonthPosts(warehouse, offices: offices, platforms: platforms)
    // A post that nobody has looked at yet is in no category, so also in no rest.
    guard month.categories.contains(where: { $0 != nil }) else { return }
    let posts = CategoryPosts(month, offices: offices.count, cells: platforms.count, categories: names)
    let (effects, adjusted) = CountyCategoryEffect.all(posts, categories: names)
    for category in names.indices {
      try writeShare(names[category], posts.shareOfExpected(category), posts.kappa2)
      guard names[category] != "none" else { continue }
      try write(effects[category], names[category], adjusted[category])
      let own = OfficeCategoryEffect.estimate(posts, category: category, offices: offices.count)
      for (office, effect) in zip(offices, own) {
        if let effect { try write(effect, office, names[category]) }
      }
    }
  }

  private func writeShare(_ category: String, _ share: Double?, _ kappa2: Double) throws {
    try warehouse.run(
      "UPDATE mart_category_month SET share_of_expected = ?, kappa2 = ? WHERE month = ? AND category = ?",
      [.optional(share), .real(kappa2), month, .text(category)])
  }

  private func write(_ effect: CountyCategoryEffect, _ category: String, _ adjustedP: Double?) throws {
    try warehouse.run(
      """
      UPDATE mart_category_month SET accounts = ?, crude_ratio = ?, mantel_haenszel = ?, adjusted_ratio = ?,
        adjusted_low = ?, adjusted_high = ?, model_se_log = ?, jackknife_se_log = ?, p = ?, p_adjusted = ?, is_simpson = ?
      WHERE month = ? AND category = ?
      """,
      [
        .integer(Int64(effect.accounts)), .optional(effect.crude), .optional(effect.mantelHaenszel?.value),
        .optional(effect.ratio), .optional(effect.adjusted?.low), .optional(effect.highIfKnown),
        .optional(effect.modelError), .optional(effect.jackknifeError), .optional(effect.p),
        .optional(adjustedP), .optional(effect.isSimpson.map { $0 ? Int64(1) : 0 }), month, .text(category),
      ])
  }

  private func write(_ effect: OfficeCategoryEffect, _ office: String, _ category: String) throws {
    try warehouse.run(
      """
      UPDATE mart_opd_category_month SET category_effectiveness = ?, effectiveness_low = ?, effectiveness_high = ?,
        effect_log_ratio = ?, effect_log_variance = ?, effect_score = ?, effect_score_variance = ?
      WHERE month = ? AND opd_code = ? AND category = ?
      """,
      [
        .real(effect.shrunk.index), .real(effect.shrunk.low), .real(effect.shrunk.high),
        .real(effect.logRatio), .real(effect.logVariance), .real(effect.shrunk.score),
        .real(effect.shrunk.variance), month, .text(office), .text(category),
      ])
  }
}

extension CategoryPosts {
  /// The posts of a month or several; `cells` counts platforms, those of each month for themselves.
  init(_ posts: MonthPosts, offices: Int, cells: Int, categories names: [String]) {
    self.init(
      Standardisation(posts.posts, offices: offices, platforms: cells),
      exposures: posts.posts.map(\.exposure), accounts: posts.accounts,
      categories: posts.categories.map { $0.flatMap { names.firstIndex(of: $0) } }, count: names.count)
  }
}

extension CountyCategoryEffect {
  /// The upper end of the interval; an end that no number can hold is not known.
  var highIfKnown: Double? { adjusted.flatMap { $0.high.isFinite ? $0.high : nil } }

  /// The effect of every category, with p adjusted for their number; what is outside every category has none to find.
  static func all(
    _ posts: CategoryPosts, categories names: [String]
  ) -> (effects: [CountyCategoryEffect], adjusted: [Double?]) {
    let effects = names.indices.map { CountyCategoryEffect(posts, category: $0) }
    return (effects, adjustedP(zip(effects, names).map { $1 == "none" ? nil : $0.p }))
  }
}
