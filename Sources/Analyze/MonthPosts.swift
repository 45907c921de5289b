import Warehouse

/// The index posts of a month's ranked offices as arrays, from the temporary tables of posts.
struct MonthPosts {
  /// In the order of month, the newest first, platform and id.
  private(set) var posts: [IndexPost] = []
  /// Of each post, its account's number.
  private(set) var accounts: [Int] = []
  /// Of each post, its category; `nil`: not looked at yet.
  private(set) var categories: [String?] = []

  /// Reads the posts of offices, numbered as they are given, in the tables; each month's platforms count for themselves.
  init(
    _ warehouse: Connection, offices: [String], platforms: [String], tables: [String] = ["month_post"]
  ) throws {
    let numbers = Dictionary(uniqueKeysWithValues: offices.enumerated().map { ($0.element, $0.offset) })
    let sources = tables.map { table in
      """
      SELECT month, opd_code, platform, native_id, interactions, exposure, account, category FROM \(table)
      WHERE exclusion IS NULL AND perspective = 'own' AND opd_code IS NOT NULL
      """
    }
    var months: [String] = []
    var accountNumbers: [String: Int] = [:]
    for row in try warehouse.rows(
      sources.joined(separator: " UNION ALL ") + " ORDER BY month DESC, platform, native_id")
    {
      guard let month = row[0].text, let office = row[1].text.flatMap({ numbers[$0] }),
        let platform = platforms.firstIndex(of: row[2].text ?? ""), let interactions = row[4].real,
        let exposure = row[5].real
      else { continue }
      if months.last != month { months.append(month) }
      posts.append(
        IndexPost(
          office: office, platform: (months.count - 1) * platforms.count + platform,
          interactions: interactions, exposure: exposure))
      let account = "\(office) \(platform) \(row[6].text ?? "")"
      accounts.append(accountNumbers[account] ?? accountNumbers.count)
      accountNumbers[account] = accounts[accounts.count - 1]
      categories.append(row[7].text)
    }
  }
}
