import Warehouse

/// Holds each post against what its exposure lets one expect, and the parts of the day against each other.
struct PostMarts {
  private struct Post {
    let key: SQLValue
    let office: String
    let category: String?
    let expected: Double
    let index: Double
  }

  /// Hours in a part of the day, the first of which begins at midnight.
  static let hours: Int64 = 4
  /// Months that the parts of the day are told from.
  private static let span = 3

  private let warehouse: Connection
  private let month: Month

  init(_ warehouse: Connection, _ month: Month) { (self.warehouse, self.month) = (warehouse, month) }

  /// Fills the last columns of `mart_post`, and `mart_opd_hour_month`; without an index there is nothing to expect.
  func write(_ index: EngagementIndex?, platforms: [String]) throws {
    guard let index else { return }
    let posts = try posts(index, platforms)
    let ownPlaces = Self.places(posts) { $0.office }
    let categoryPlaces = Self.places(posts) { $0.category }
    let update = try warehouse.prepare(
      """
      UPDATE mart_post SET expected = ?, post_index = ?, opd_place = ?, category_place = ? WHERE month = ? AND post_key = ?
      """)
    for (place, post) in posts.enumerated() {
      try update.run([
        .real(post.expected), .real(post.index), .optional(ownPlaces[place]),
        .optional(categoryPlaces[place]),
        .text("\(month)"), post.key,
      ])
    }
    try writeHours()
  }

  /// The month's index posts, the best first.
  private func posts(_ index: EngagementIndex, _ platforms: [String]) throws -> [Post] {
    let rows = try warehouse.rows(
      """
      SELECT post.post_key, post.opd_code, post.platform, post.category, post.interactions, post.exposure
      FROM mart_post AS post
      JOIN mart_opd_month AS opd ON opd.month = post.month AND opd.opd_code = post.opd_code AND opd.is_ranked = 1
      WHERE post.month = ? AND post.exclusion IS NULL AND post.perspective = 'own'
      ORDER BY post.platform, post.native_id
      """, [.text("\(month)")])
    return rows.compactMap { row -> Post? in
      guard let office = row[1].text, let platform = platforms.firstIndex(of: row[2].text ?? ""),
        let interactions = row[4].real, let exposure = row[5].real, index.rates[platform] > 0
      else { return nil }
      let expected = index.rates[platform] * exposure
      let weight = 1 / (1 + index.kappa2 * expected)
      return Post(
        key: row[0], office: office, category: row[3].text, expected: expected,
        index: 100 * (weight * interactions + 0.5) / (weight * expected + 0.5))
    }.sorted { $0.index > $1.index }
  }

  /// The place of each post among those of its group, from 1; `nil`: it has no group.
  private static func places(_ posts: [Post], by group: (Post) -> String?) -> [Int64?] {
    var counts: [String: Int64] = [:]
    return posts.map { post in
      guard let name = group(post) else { return nil }
      counts[name, default: 0] += 1
      return counts[name]
    }
  }

  private func writeHours() throws {
    let first = (1..<Self.span).reduce(month) { month, _ in month.previous }
    let rows = try warehouse.rows(
      """
      SELECT opd_code, hour, interactions, expected FROM mart_post
      WHERE month BETWEEN ? AND ? AND expected > 0 AND hour IS NOT NULL ORDER BY month, platform, native_id
      """, [.text("\(first)"), .text("\(month)")])
    var parts: [String: [Int64: [(interactions: Double, exposure: Double)]]] = [:]
    for row in rows {
      guard let office = row[0].text, let hour = row[1].integer, let interactions = row[2].real,
        let expected = row[3].real
      else { continue }
      let capped = min(interactions, Standardisation.cap * expected)
      parts[office, default: [:]][hour - hour % Self.hours, default: []].append((capped, expected))
    }
    for (office, parts) in parts {
      let own = RatioInterval(parts.sorted { $0.key < $1.key }.flatMap(\.value))
      for (hour, posts) in parts {
        let range = RatioInterval(posts)
        try warehouse.run(
          "INSERT INTO mart_opd_hour_month VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          [
            .text("\(month)"), .text(office), .integer(hour), .integer(Int64(posts.count)),
            .optional(range.map { 100 * $0.ratio }), .optional(range?.low.map { 100 * $0 }),
            .optional(range?.high.map { 100 * $0 }), .optional(own.map { 100 * $0.ratio }),
          ])
      }
    }
  }
}
