import Warehouse

/// Writes the range of each engagement rate, which needs Student's t and so is no SQL.
struct RateRanges {
  private let warehouse: Connection

  init(_ warehouse: Connection) { self.warehouse = warehouse }

  private struct Group: Hashable {
    let opdCode: String
    /// `nil`: all platforms together.
    let platform: String?
  }

  /// Fills `er_se_log`, `er_low` and `er_high` of both marts that hold a rate.
  func write(_ month: Month) throws {
    var posts: [Group: [(interactions: Double, exposure: Double)]] = [:]
    let rows = try warehouse.rows(
      """
      SELECT opd_code, platform, interactions, exposure FROM month_post
      WHERE exclusion IS NULL AND perspective = 'own' AND opd_code IS NOT NULL ORDER BY platform, native_id
      """)
    for row in rows {
      guard let code = row[0].text, let platform = row[1].text, let interactions = row[2].real,
        let exposure = row[3].real
      else { continue }
      posts[Group(opdCode: code, platform: platform), default: []].append((interactions, exposure))
      posts[Group(opdCode: code, platform: nil), default: []].append((interactions, exposure))
    }
    for (group, posts) in posts {
      guard let range = RatioInterval(posts), range.low != nil else { continue }
      try write(range, group, month)
    }
  }

  private func write(_ range: RatioInterval, _ group: Group, _ month: Month) throws {
    let values: [SQLValue] = [
      .optional(range.standardErrorLog), .optional(range.low), .optional(range.high), .text("\(month)"),
      .text(group.opdCode),
    ]
    if let platform = group.platform {
      try warehouse.run(
        """
        UPDATE mart_opd_platform_month SET er_se_log = ?, er_low = ?, er_high = ?
        WHERE month = ? AND opd_code = ? AND platform = ?
        """, values + [.text(platform)])
    } else {
      try warehouse.run(
        """
        UPDATE mart_opd_month SET er_se_log = ?, er_low = ?, er_high = ?
        WHERE month = ? AND opd_code = ? AND er_ratio_of_sums IS NOT NULL
        """, values)
    }
  }
}
