public import Warehouse

/// Gives every post in the warehouse its category: posts that are new, whose text changed, or whose rules did.
public struct CategoryPass {
  /// The standard rules: what `medsos init` writes and what holds where there is no `kategori.csv`.
  public static var standardRules: String { EmbeddedCSV.files.first { $0.name == "kategori" }?.text ?? "" }

  /// What a pass did.
  public struct Outcome: Equatable, Sendable {
    /// Posts looked at.
    public var posts = 0
    /// Of them, those whose category, reason or signals are new.
    public var changed = 0
    /// Lines of `perbaikan.csv` that no post, or more than one, answers to.
    public var unmatched: [Int64] = []
  }

  private let warehouse: Connection
  private let now: String

  /// Prepares a pass; `now` is UTC, ISO 8601.
  public init(_ warehouse: Connection, now: String) {
    self.warehouse = warehouse
    self.now = now
  }

  /// Brings the categories up to date, in one transaction that also marks the months concerned; without rules nothing is
  /// decided.
  ///
  /// - Throws: `WarehouseError` where the database fails, `CategoryRules.Fault` where the stored rules are not whole.
  public func run() throws -> Outcome {
    guard try warehouse.scalar("SELECT EXISTS (SELECT 1 FROM category_rule)") == 1 else { return Outcome() }
    return try warehouse.transaction {
      let rulesChanged = try differs("kategori.aturan")
      let correctionsChanged = try differs("kategori.koreksi")
      var decider = try Decider(warehouse, now)
      var outcome = Outcome()
      // A correction may name any post, and a changed rule concern any; else only what is new or changed is read.
      let everyPost = rulesChanged || correctionsChanged
      try decider.decide(
        where: everyPost ? "1" : Self.pending, onlyCorrections: !rulesChanged, &outcome)
      outcome.unmatched = everyPost ? decider.unmatched : []
      try remember("kategori.aturan")
      try remember("kategori.koreksi")
      return outcome
    }
  }

  /// Gives the posts in `month_post` that the last pass has not seen a category there, and there alone.
  static func decideAside(_ warehouse: Connection) throws {
    let isOpen = try warehouse.scalar(
      """
      SELECT EXISTS (SELECT 1 FROM category_rule) AND EXISTS (SELECT 1 FROM temp.month_post WHERE category IS NULL)
      """)
    guard isOpen == 1 else { return }
    var decider = try Decider(warehouse, "")
    try decider.decideAside()
  }

  /// New posts have keys above those decided.
  private static let pending = """
    (post.post_key > (SELECT COALESCE(MAX(post_key), 0) FROM post_category)
      OR post.post_key IN (SELECT post_key FROM post_category WHERE is_due = 1))
    """

  private func differs(_ name: String) throws -> Bool {
    try warehouse.scalar(
      "SELECT (SELECT value FROM setting WHERE name = ?1) IS NOT (SELECT value FROM setting WHERE name = ?1 || '.terpakai')",
      [.text(name)]) == 1
  }

  private func remember(_ name: String) throws {
    try warehouse.run(
      """
      INSERT INTO setting SELECT name || '.terpakai', value FROM setting WHERE name = ?
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name)])
  }
}

extension CategoryRules {
  /// The rules in the warehouse.
  ///
  /// - Throws: `WarehouseError`, or `Fault` where they are not whole.
  public static func stored(_ warehouse: Connection) throws -> CategoryRules {
    try CategoryRules(
      warehouse.rows(
        "SELECT line, category, family, weight, pattern, kind FROM category_rule ORDER BY rule_key"
      )
      .map {
        CategoryRow(
          line: Int($0[0].integer ?? 0), category: $0[1].text ?? "", family: $0[2].text ?? "",
          weight: $0[3].real, pattern: $0[4].text ?? "", kind: $0[5].text ?? "")
      })
  }
}

extension CategoryEngine {
  /// The engine with the rules in the warehouse and the names of its offices and accounts as masks.
  ///
  /// - Throws: `WarehouseError`, or `CategoryRules.Fault`.
  public static func stored(_ warehouse: Connection) throws -> CategoryEngine {
    CategoryEngine(try CategoryRules.stored(warehouse), masks: try masks(warehouse))
  }

  /// Every name of every office, and the accounts' handles and names as hashtags.
  ///
  /// A word of an office's own full name,
  /// such as a district's place, is no name of the office.
  private static func masks(_ warehouse: Connection) throws -> [String] {
    let names = try warehouse.rows(
      "SELECT DISTINCT opd_name.name, dim_opd.name FROM opd_name JOIN dim_opd USING (opd_code)"
    ).compactMap { row -> String? in
      guard let name = row[0].text, let full = row[1].text else { return nil }
      let words = NFKC.folded(full).split(separator: " ")
      return words.count > 1 && words.contains(Substring(NFKC.folded(name))) ? nil : name
    }
    let handles = try warehouse.rows(
      "SELECT DISTINCT value FROM account_alias WHERE kind IN ('handle', 'name')"
    )
    .compactMap { $0[0].text }
    let tags = (names + handles).map { name in
      "#" + name.filter { !$0.isWhitespace && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
    return names + tags.filter { $0.count > 4 }
  }
}
