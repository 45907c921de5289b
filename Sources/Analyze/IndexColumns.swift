import Warehouse

/// The columns that hold an office's index, of a month as of a period.
enum IndexColumns {
  private static let names = [
    "raw_index", "index_observed", "index_expected", "index_log_ratio", "index_log_variance",
    "index_prior_mean", "index_shrinkage", "index_base", "score", "score_variance", "engagement_index",
    "index_low", "index_high", "tier", "index_rank", "rank_low", "rank_high", "expected_rank", "group_rank",
    "group_rank_low", "group_rank_high",
  ]

  /// What an UPDATE sets, one blank a column.
  static let assignments = names.map { "\($0) = ?" }.joined(separator: ", ")

  /// The values of these columns.
  static func values(_ own: EngagementIndex.Office?, _ rank: Ranks.Place?) -> [SQLValue] {
    [
      .optional(own?.rawIndex), .optional(own?.observed), .optional(own?.expected), .optional(own?.logRatio),
      .optional(own?.logVariance), .optional(own?.shrunk.priorMean), .optional(own?.shrunk.factor),
      .optional(own.map { $0.usesGroup ? "group" : "county" }), .optional(own?.shrunk.score),
      .optional(own?.shrunk.variance), .optional(own?.shrunk.index), .optional(own?.shrunk.low),
      .optional(own?.shrunk.high), .optional(own?.shrunk.tier), .optional(rank?.county.rank.wide),
      .optional(rank?.county.low.wide), .optional(rank?.county.high.wide), .optional(rank?.county.expected),
      .optional(rank?.group?.rank.wide), .optional(rank?.group?.low.wide), .optional(rank?.group?.high.wide),
    ]
  }

  /// Offices' peer groups by number, in the order of names.
  static func groups(_ names: [String?]) -> [Int?] {
    let known = Set(names.compactMap(\.self)).sorted()
    return names.map { name in name.flatMap { known.firstIndex(of: $0) } }
  }
}

extension Int {
  fileprivate var wide: Int64 { Int64(self) }
}

extension Shrinkage.Result {
  /// Where the whole interval lies: above the county's rate, below it, or around it.
  var tier: String { low > 100 ? "above" : high < 100 ? "below" : "around" }
}
