internal import FoundationEssentials
internal import Glibc
public import Warehouse

/// Takes loads back: afterwards the warehouse is as if they had never been.
public struct Undo {
  /// One load that can be taken back.
  public struct Target: Equatable, Sendable {
    /// Its key in `ingest_load`.
    public let key: Int64
    /// Below the inbox.
    public let path: String
    /// How many of its records are in the facts.
    public let loaded: Int64
    let fileKey: Int64

    /// The archive or workbook that it was a part of, below the inbox; `nil` where it was a file of its own.
    public var archive: String? {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let place = parts.dropLast().firstIndex { part in
        [".zip", ".xlsx"].contains { part.lowercased().hasSuffix($0) }
      }
      return place.map { parts[...$0].joined(separator: "/") }
    }
  }

  /// What was taken back.
  public struct Outcome: Equatable, Sendable {
    /// The loads, those among them that had released records of the others.
    public var loads: [Target] = []
    /// Snapshots of posts and figures of accounts.
    public var facts = 0
    /// Posts that no other load knows.
    public var posts = 0
  }

  private let warehouse: Connection

  /// Prepares to take loads of this warehouse back.
  public init(_ warehouse: Connection) { self.warehouse = warehouse }

  /// The loads that a person means: by number, by a file at hand, or by a path or name that the ledger knows.
  ///
  /// - Throws: `WarehouseError` where the database fails, `InboxError` where a file at hand cannot be read.
  public func targets(named name: String) throws -> [Target] {
    if let key = Int64(name) { return try targets(where: "load_key = ?", .integer(key)) }
    if access(name, F_OK) == 0 {
      do {
        let file = Inbox.Entry(path: name, name: PathText.base(of: name), folders: [])
        let parts = (try? Container.parts(of: file)) ?? [file]
        let found = try Set(([file] + parts).map { try $0.bytes.hash() }).flatMap {
          try targets(where: "sha256 = ?", .text($0))
        }.sorted { $0.key < $1.key }
        return parts == [file] ? found : Self.ofArchive(at: name, among: found)
      } catch let error as IntakeError {
        throw InboxError(description: "\(visible(name)): \(FileRefusal.intake(error).text(in: .indonesian))")
      }
    }
    let exact = try targets(where: "path = ?", .text(name))
    let members =
      try exact.isEmpty ? targets(where: "substr(path, 1, length(?1)) = ?1", .text(name + "/")) : exact
    return try members.isEmpty
      ? targets(where: "name = ?", .text(name)) : members.filter { exact.contains($0) || $0.archive == name }
  }

  /// Of loads with the bytes of an archive's members, those that came in it, by its path below the inbox, else by its name.
  ///
  /// The same bytes may have come in another archive.
  private static func ofArchive(at path: String, among loads: [Target]) -> [Target] {
    let absolute = PathText.absolute(path)
    let byPath = loads.filter { absolute.hasSuffix("/" + ($0.archive ?? $0.path)) }
    return byPath.isEmpty
      ? loads.filter { PathText.base(of: $0.archive ?? $0.path) == PathText.base(of: path) } : byPath
  }

  private func targets(where condition: String, _ value: SQLValue) throws -> [Target] {
    try warehouse.rows(
      """
      SELECT load_key, path, loaded, file_key FROM ingest_load JOIN ingest_file USING (file_key)
      WHERE \(condition) ORDER BY load_key
      """, [value]
    ).map {
      Target(
        key: $0[0].integer ?? 0, path: $0[1].text ?? "", loaded: $0[2].integer ?? 0,
        fileKey: $0[3].integer ?? 0)
    }
  }

  /// Takes loads back, and those that had released their waiting records, in one transaction.
  ///
  /// Records that they had released wait again; the months they touched become dirty.
  /// - Throws: `WarehouseError`; then nothing has changed.
  public func undo(_ targets: [Target]) throws -> Outcome {
    try warehouse.bulkTransaction {
      var outcome = Outcome(loads: try withDependents(targets))
      try warehouse.execute(
        """
        CREATE TEMP TABLE IF NOT EXISTS undone (load_key INTEGER PRIMARY KEY);
        CREATE TEMP TABLE IF NOT EXISTS undone_post (post_key INTEGER PRIMARY KEY);
        DELETE FROM undone; DELETE FROM undone_post;
        """)
      for load in outcome.loads { try warehouse.run("INSERT INTO undone VALUES (?)", [.integer(load.key)]) }
      try markDirty()
      outcome.facts = try deleteAccountFacts()
      try deletePosts(&outcome)
      try deleteLedger()
      return outcome
    }
  }

  private func withDependents(_ targets: [Target]) throws -> [Target] {
    var all = targets
    var next = 0
    while next < all.count {
      let dependents = try self.targets(where: "releases = ?", .integer(all[next].key))
      all += dependents.filter { !all.contains($0) }
      next += 1
    }
    return all
  }

  private func markDirty() throws {
    let days = try warehouse.rows(
      """
      SELECT DISTINCT published_date_key FROM fact_post_snapshot JOIN dim_post USING (post_key)
      WHERE load_key IN (SELECT load_key FROM undone)
      """)
    let ledger = Ledger(warehouse: warehouse, now: 0)
    try ledger.markDirty(days: Set(days.compactMap { $0[0].integer }), span: nil)
    let spans = try warehouse.rows(
      """
      SELECT COALESCE(published_from, counted_from), COALESCE(published_to, counted_to), exported_at
      FROM ingest_load WHERE load_key IN (SELECT load_key FROM undone)
      """)
    for row in spans {
      let ends = row.map { $0.text.flatMap { Instant.read($0) } }
      try ledger.markDirty(days: [], span: Ledger.span(from: ends[0], to: ends[1], exportedAt: ends[2]))
    }
  }

  private func deleteAccountFacts() throws -> Int {
    try ["fact_account_day", "fact_account_period", "fact_account_breakdown"].reduce(0) { sum, table in
      try warehouse.run("DELETE FROM \(table) WHERE load_key IN (SELECT load_key FROM undone)")
      return sum + warehouse.changes
    }
  }

  /// Removes the snapshots; a post without any other goes, the others stand as their remaining snapshots have them.
  private func deletePosts(_ outcome: inout Outcome) throws {
    try warehouse.execute(
      """
      INSERT INTO undone_post SELECT DISTINCT post_key FROM fact_post_snapshot
      WHERE load_key IN (SELECT load_key FROM undone);
      DELETE FROM post_attribute_history WHERE load_key IN (SELECT load_key FROM undone);
      """)
    try warehouse.run("DELETE FROM fact_post_snapshot WHERE load_key IN (SELECT load_key FROM undone)")
    outcome.facts += warehouse.changes
    try AttributeHistory(warehouse, loadKey: 0).settleAll(postsOf: "undone_post")
    // A post may stand on another day now.
    let days = try warehouse.rows(
      "SELECT DISTINCT published_date_key FROM dim_post WHERE post_key IN (SELECT post_key FROM undone_post)")
    try Ledger(warehouse: warehouse, now: 0).markDirty(
      days: Set(days.compactMap { $0[0].integer }), span: nil)
    try warehouse.run(
      """
      DELETE FROM dim_post WHERE post_key IN (SELECT post_key FROM undone_post)
        AND NOT EXISTS (SELECT 1 FROM fact_post_snapshot AS fact WHERE fact.post_key = dim_post.post_key)
      """)
    outcome.posts = warehouse.changes
  }

  private func deleteLedger() throws {
    let undone = "(SELECT load_key FROM undone)"
    try warehouse.run("UPDATE ingest_quarantine SET released_by = NULL WHERE released_by IN \(undone)")
    for table in ["ingest_reject", "ingest_skip", "ingest_quarantine", "load_account"] {
      try warehouse.run("DELETE FROM \(table) WHERE load_key IN \(undone)")
    }
    // A load that released another's records goes before the one it refers to.
    try warehouse.run("UPDATE ingest_load SET releases = NULL WHERE load_key IN \(undone)")
    try warehouse.run("DELETE FROM ingest_load WHERE load_key IN \(undone)")
    try warehouse.run("DELETE FROM ingest_file WHERE file_key NOT IN (SELECT file_key FROM ingest_load)")
  }
}
