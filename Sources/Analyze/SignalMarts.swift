internal import Glibc
import Warehouse

/// Finds the month's posts whose comments lie far outside their account's own history.
struct SignalMarts {
  private struct Post {
    let key: [SQLValue]
    let comments: Double
    /// Log of comments per like and per exposure, ½ added; `nil`: not known.
    let signals: [Double?]
    let isOfMonth: Bool
  }

  static let names = ["comments_per_like", "comments_per_exposure"]
  /// A post with fewer comments is no crisis, however few likes it has.
  private static let fewestComments = 10.0

  private let warehouse: Connection

  init(_ warehouse: Connection) { self.warehouse = warehouse }

  /// Writes `mart_post_signal`.
  func write(_ month: Month) throws {
    for posts in try accounts().values {
      let screens = Self.names.indices.map { signal in OutlierScreen(posts.compactMap { $0.signals[signal] })
      }
      for (place, post) in posts.enumerated() where post.isOfMonth && post.comments >= Self.fewestComments {
        for (signal, name) in Self.names.enumerated() {
          guard let value = post.signals[signal], screens[signal].mayBeFar(value) else { continue }
          let history = posts.indices.filter { $0 != place }.compactMap { posts[$0].signals[signal] }
          guard let found = Outlier(value, history: history), found.distance > Outlier.limit else { continue }
          try warehouse.run(
            "INSERT INTO mart_post_signal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [.text("\(month)")] + post.key + [
              .text(name), .integer(Int64(post.comments)), .real(exp(value)), .real(exp(found.usual)),
              .real(found.distance), .integer(Int64(history.count)),
            ])
        }
      }
    }
  }

  private func accounts() throws -> [String: [Post]] {
    let sources = [("month_post", 1), ("earlier_post", 0)].map { table, isOfMonth in
      """
      SELECT opd_code, platform, native_id, account, comments, likes, exposure, \(isOfMonth) FROM \(table)
      WHERE perspective = 'own' AND opd_code IS NOT NULL AND comments >= 0
      """
    }
    var accounts: [String: [Post]] = [:]
    for row in try warehouse.rows(sources.joined(separator: " UNION ALL ") + " ORDER BY platform, native_id")
    {
      let comments = row[4].real ?? 0
      let bases = [row[5].real, row[6].real.flatMap { $0 > 0 ? $0 : nil }]
      let post = Post(
        key: Array(row[..<3]), comments: comments,
        signals: bases.map { base in base.flatMap { $0 >= 0 ? log((comments + 0.5) / ($0 + 0.5)) : nil } },
        isOfMonth: row[7] == 1)
      accounts["\(row[1].text ?? "") \(row[3].text ?? "")", default: []].append(post)
    }
    return accounts
  }
}
