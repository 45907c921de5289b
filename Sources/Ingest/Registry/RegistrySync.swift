public import Warehouse

extension Registry {
  /// Brings the warehouse's offices, accounts, aliases and owners to what the registry says.
  ///
  /// Every month that holds posts becomes dirty, since a changed owner moves posts between offices.
  /// - Parameters:
  ///   - warehouse: is brought to the registry, in one transaction.
  ///   - checkRules: is given the rows of `kategori.csv` where they are new, and throws where they make no sense.
  /// - Returns: whether anything had changed since the last time.
  /// - Throws: `WarehouseError`, or what `checkRules` throws; then nothing has changed.
  @discardableResult
  public func sync(
    to warehouse: Connection, checkRules: ([CategoryRow]) throws -> Void = { _ in }
  ) throws -> Bool {
    try warehouse.transaction {
      let categoriesChanged = try syncCategories(warehouse, checkRules)
      let known = try warehouse.scalar("SELECT value FROM setting WHERE name = 'registry'").text
      guard known != fingerprint else { return categoriesChanged }
      try writeOffices(warehouse)
      try writeAccounts(warehouse)
      try writeFollowers(warehouse)
      try writeComplaints(warehouse)
      try writeSettings(warehouse)
      try warehouse.run(
        """
        INSERT OR IGNORE INTO mart_dirty
        SELECT DISTINCT month, 'registry' FROM dim_post JOIN dim_date ON date_key = published_date_key
        WHERE month IS NOT NULL
        UNION
        SELECT month, 'registry' FROM mart_month
        """)
      return true
    }
  }

  /// Equal for equal registries.
  private var fingerprint: String {
    let text = "\(offices) \(accounts) \(followers) \(complaints) \(settings.sorted { $0.key < $1.key })"
    return Array(text.utf8).withUnsafeBytes(SHA256.hex)
  }

  private func writeOffices(_ warehouse: Connection) throws {
    try warehouse.execute("DELETE FROM dim_opd; DELETE FROM opd_name;")
    let insert = try warehouse.prepare(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, peer_group, is_ranked, valid_from, valid_to)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let name = try warehouse.prepare("INSERT INTO opd_name VALUES (?, ?) ON CONFLICT DO NOTHING")
    for office in offices {
      try insert.run([
        .text(office.code), .text(office.name), .text(office.shortName), .optional(office.peerGroup),
        office.isRanked ? 1 : 0, .text(office.validity.from), .text(office.validity.to),
      ])
      for alias in [office.code, office.name, office.shortName] + office.aliases {
        try name.run([.text(HeaderCell.normalised(alias)), .text(office.code)])
      }
    }
  }

  /// Months that the entries speak of are due, also where they have no posts.
  private func writeFollowers(_ warehouse: Connection) throws {
    try warehouse.run("DELETE FROM follower_entry")
    for entry in followers {
      try warehouse.run(
        "INSERT INTO follower_entry VALUES (?, ?, ?, ?)",
        [.text(entry.month), .text(entry.opdCode), .text(entry.platform), .integer(entry.followers)])
    }
  }

  private func writeSettings(_ warehouse: Connection) throws {
    try warehouse.run("DELETE FROM setting WHERE name NOT LIKE 'kategori.%'")
    for (name, value) in settings {
      try warehouse.run("INSERT INTO setting VALUES (?, ?)", [.text("laporan." + name), .text(value)])
    }
    try warehouse.run("INSERT INTO setting VALUES ('registry', ?)", [.text(fingerprint)])
  }

  private func writeAccounts(_ warehouse: Connection) throws {
    let groups = accountGroups
    let keys = try Self.withCorrected(
      try groups.map { try Self.knownKey(of: $0, warehouse) }, groups, warehouse)
    try warehouse.execute("DELETE FROM account_alias; DELETE FROM account_owner;")
    // Labels may change places between accounts; while they do, none may stand in another's way.
    for key in keys.compactMap({ $0 }) {
      let label = SQLValue.text("#\(key)")
      try warehouse.run("UPDATE dim_account SET account = ? WHERE account_key = ?", [label, .integer(key)])
    }
    var taken: Set<Int64> = []
    for (group, known) in zip(groups, keys) {
      let isFree = known.map { taken.insert($0).inserted } ?? false
      let key = try Self.writeAccount(group, isFree ? known : nil, warehouse)
      taken.insert(key)
      try Self.writeNames(group, key, warehouse)
    }
  }

  /// The account that the warehouse already has under any of the group's ids, handles, names or its label.
  private static func knownKey(of group: [Account], _ warehouse: Connection) throws -> Int64? {
    for kind in ["id", "handle", "name"] {
      for account in group {
        for alias in account.aliases where alias.kind == kind {
          let found = try warehouse.scalar(
            """
            SELECT account_key FROM account_alias JOIN dim_account USING (account_key)
            JOIN dim_platform USING (platform_key) WHERE platform = ? AND kind = ? AND value = ? LIMIT 1
            """, [.text(account.platform), .text(kind), .text(alias.value)])
          if let key = found.integer { return key }
        }
      }
    }
    let account = group[group.count - 1]
    return try warehouse.scalar(
      """
      SELECT account_key FROM dim_account JOIN dim_platform USING (platform_key)
      WHERE platform = ? AND account = ?
      """, [.text(account.platform), .text(account.label)]
    ).integer
  }

  /// An account whose every name was corrected is still the same where its office has one on the platform, before and
  /// after: its posts must not be left to nobody.
  private static func withCorrected(
    _ keys: [Int64?], _ groups: [[Account]], _ warehouse: Connection
  ) throws -> [Int64?] {
    var keys = keys
    func place(_ group: [Account]) -> String { "\(group[0].platform) \(group[group.count - 1].opdCode)" }
    let homes = Dictionary(grouping: groups.indices, by: { place(groups[$0]) })
    for (index, group) in groups.enumerated() where keys[index] == nil && homes[place(group)]?.count == 1 {
      let owned = try warehouse.rows(
        """
        SELECT DISTINCT account_key FROM account_owner JOIN dim_account USING (account_key)
        JOIN dim_platform USING (platform_key) WHERE platform = ?1 AND opd_code = ?2
          AND NOT (?3 AND account_key IN (SELECT account_key FROM account_alias WHERE kind = 'id'))
        """,
        [
          .text(group[0].platform), .text(group[group.count - 1].opdCode),
          // Another id is proof of another account.
          group.contains { $0.id != nil } ? 1 : 0,
        ]
      ).compactMap { $0[0].integer }
      if owned.count == 1, !keys.contains(owned[0]) { keys[index] = owned[0] }
    }
    return keys
  }

  private static func writeAccount(
    _ group: [Account], _ known: Int64?, _ warehouse: Connection
  ) throws -> Int64 {
    let account = group[group.count - 1]
    let label = try freeLabel(account, warehouse)
    if let known {
      try warehouse.run(
        "UPDATE dim_account SET account = ? WHERE account_key = ?", [.text(label), .integer(known)])
      return known
    }
    try warehouse.run(
      """
      INSERT INTO dim_account (platform_key, account)
      SELECT platform_key, ? FROM dim_platform WHERE platform = ?
      """, [.text(label), .text(account.platform)])
    return warehouse.lastInsertedKey
  }

  /// The account's label, with its id or line behind it where another account goes by the same.
  private static func freeLabel(_ account: Account, _ warehouse: Connection) throws -> String {
    let count = try warehouse.scalar(
      """
      SELECT count(*) FROM dim_account JOIN dim_platform USING (platform_key)
      WHERE platform = ? AND account = ?
      """, [.text(account.platform), .text(account.label)])
    guard count != 0 else { return account.label }
    return "\(account.label) (\(account.id ?? "akun.csv:\(account.line)"))"
  }

  private static func writeNames(_ group: [Account], _ key: Int64, _ warehouse: Connection) throws {
    for account in group {
      let span: [SQLValue] = [.text(account.validity.from), .text(account.validity.to)]
      try warehouse.run(
        "INSERT INTO account_owner VALUES (?, ?, ?, ?)", [.integer(key), .text(account.opdCode)] + span)
      for alias in account.aliases {
        try warehouse.run(
          "INSERT INTO account_alias VALUES (?, ?, ?, ?, ?)",
          [.integer(key), .text(alias.kind), .text(alias.value)] + span)
      }
    }
  }

  /// Rows of the registry that are one account at different times: they share an id, or a handle or name where
  /// their ids do not differ.
  private var accountGroups: [[Account]] {
    var groups: [[Account]] = []
    for account in accounts.sorted(by: { ($0.validity.from, $0.line) < ($1.validity.from, $1.line) }) {
      let index = groups.firstIndex { group in
        group.allSatisfy { Self.mayBeOne($0, account) } && group.contains { Self.shareName($0, account) }
      }
      if let index {
        groups[index].append(account)
      } else {
        groups.append([account])
      }
    }
    return groups.sorted { $0[0].line < $1[0].line }
  }

  private static func mayBeOne(_ left: Account, _ right: Account) -> Bool {
    left.platform == right.platform && !left.validity.overlaps(right.validity)
      && (left.id == nil || right.id == nil || left.id == right.id)
  }

  private static func shareName(_ left: Account, _ right: Account) -> Bool {
    left.aliases.contains { alias in right.aliases.contains { $0 == alias } }
  }
}
