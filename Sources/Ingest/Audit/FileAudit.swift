internal import FoundationEssentials
internal import Glibc
public import Warehouse

/// Reads files that are at hand once more, into a warehouse of their own, and compares with what was loaded of them.
public struct FileAudit {
  /// What the check saw.
  public struct Outcome: Sendable {
    /// Files whose bytes the ledger knows, read again and compared.
    public var compared = 0
    /// Files at hand that were never loaded.
    public var unknown: [String] = []
    /// What was found.
    public var findings: [Finding] = []
  }

  private let warehouse: Connection
  private let options: Ingestor.Options

  /// Prepares to compare with this warehouse; `options` as they were for loading.
  public init(_ warehouse: Connection, options: Ingestor.Options) {
    (self.warehouse, self.options) = (warehouse, options)
  }

  /// Compares every file below the given paths.
  ///
  /// - Throws: `InboxError` where a path cannot be read, `WarehouseError` where the database fails.
  public func compare(_ paths: [String]) throws -> Outcome {
    let inbox: Inbox
    do {
      inbox = try Inbox(paths)
    } catch let error as IntakeError {
      throw InboxError(description: FileRefusal.intake(error).text(in: options.language))
    }
    var outcome = Outcome()
    for entry in inbox.entries where !entry.hasBadName {
      // What cannot be opened was refused and has nothing in the facts.
      for part in (try? Container.parts(of: entry)) ?? [] { try compare(part, &outcome) }
    }
    return outcome
  }

  private func compare(_ entry: Inbox.Entry, _ outcome: inout Outcome) throws {
    guard let sha256 = try? entry.bytes.hash() else { return }
    let loads = try warehouse.rows(
      """
      SELECT load_key, exported_at, records, rejected, path, header_mapping, exported_basis FROM ingest_load JOIN ingest_file USING (file_key)
      WHERE sha256 = ? AND status <> 'refused' AND releases IS NULL AND purged = 0 ORDER BY load_key DESC
      """, [.text(sha256)])
    if try loads.isEmpty && !isPurged(sha256) { outcome.unknown.append(entry.name) }
    // Of copies of the same bytes only the one that was loaded says where its figures belong.
    guard let load = loads.first(where: { $0[4].text == entry.name }) else { return }
    outcome.compared += 1
    let fresh = try freshWarehouse()
    var options = options
    options.exportedAt = load[1].text.flatMap { Instant.read($0) }
    options.exportedBasis = load[6].text.flatMap(ExportInstant.Basis.init) ?? .option
    options.progress = { _, _, _ in }
    let report = try Ingestor(fresh, inboxes: [], options: options).ingestPart(entry)
    if report.status == .refused, load[5] != .null {
      outcome.findings.append(lostMapping(entry.name, load[0].integer ?? 0))
    } else if report.records != Int(load[2].integer ?? 0) || report.rejected != Int(load[3].integer ?? 0) {
      outcome.findings.append(difference(entry.name, load[0].integer ?? 0))
    } else if try !agrees(load[0].integer ?? 0, with: fresh) {
      outcome.findings.append(difference(entry.name, load[0].integer ?? 0))
    }
  }

  /// Of a file whose records were deleted for good there is nothing to compare.
  private func isPurged(_ sha256: String) throws -> Bool {
    try warehouse.scalar(
      "SELECT count(*) FROM ingest_load JOIN ingest_file USING (file_key) WHERE sha256 = ? AND purged > 0",
      [.text(sha256)]) != 0
  }

  private func difference(_ name: String, _ load: Int64) -> Finding {
    Finding(
      "\(visible(name)): isi basis data (muatan \(load)) tidak sama dengan berkasnya; jalankan medsos undo \(load) lalu muat lagi",
      "\(visible(name)): the database (load \(load)) is not what the file says; run medsos undo \(load) and load it again"
    )
  }

  /// Taking the load back would lose it: without its header the file cannot be read again.
  private func lostMapping(_ name: String, _ load: Int64) -> Finding {
    Finding(
      "\(visible(name)): muatan \(load) dibaca dengan kolom.csv yang tidak berlaku lagi; kembalikan baris judulnya di kolom.csv, jangan batalkan muatannya",
      "\(visible(name)): load \(load) was read by a kolom.csv that is no longer in force; put the lines of its header back, do not undo the load"
    )
  }

  /// An empty warehouse with the same offices and accounts.
  private func freshWarehouse() throws -> Connection {
    let fresh = try Warehouse.inMemory()
    for table in ["dim_opd", "opd_name", "dim_account", "account_alias", "account_owner"] {
      let rows = try warehouse.rows("SELECT * FROM \(table)")
      guard let width = rows.first?.count else { continue }
      let marks = Array(repeating: "?", count: width).joined(separator: ", ")
      let insert = try fresh.prepare("INSERT INTO \(table) VALUES (\(marks))")
      for row in rows { try insert.run(row) }
    }
    // Posts of months that were deleted are passed over as they were when the file came.
    if let limit = try Purge.limit(warehouse) {
      try fresh.run(
        "INSERT INTO purge (before_month, posts, facts, purged_at) VALUES (?, 0, 0, '')", [.text("\(limit)")])
    }
    return fresh
  }

  /// Whether a load, with what was released of it, holds what the fresh reading gives; only of records that the fresh
  /// reading has too: an account that was registered or moved since is no damage.
  private func agrees(_ loadKey: Int64, with fresh: Connection) throws -> Bool {
    let loads = try warehouse.rows(
      "SELECT load_key FROM ingest_load WHERE load_key = ?1 OR releases = ?1", [.integer(loadKey)]
    ).compactMap { $0[0].integer }
    let read = try Self.facts(
      of: fresh.rows("SELECT load_key FROM ingest_load").compactMap { $0[0].integer }, in: fresh)
    let lines = Set(read.map { $0[0].integer ?? 0 })
    return try read == Self.facts(of: loads, in: warehouse).filter { lines.contains($0[0].integer ?? 0) }
  }

  /// Every figure of some loads by its line, with what the file says beside it.
  private static func facts(of loads: [Int64], in warehouse: Connection) throws -> [[SQLValue]] {
    let some = "load_key IN (\(loads.map(String.init).joined(separator: ", ")))"
    let metrics = Metric.allCases.map(\.column).joined(separator: ", ")
    let stated = PostAttribute.allCases.map(stated).joined(separator: ", ")
    let posts = try warehouse.rows(
      """
      SELECT DISTINCT fact.line, native_id, perspective, \(metrics), watch_seconds, \(stated)
      FROM fact_post_snapshot AS fact JOIN dim_post AS post USING (post_key)
      JOIN dim_post_format AS format USING (post_format_key) WHERE \(some) ORDER BY 1, 2
      """)
    let own = try warehouse.rows(
      """
      SELECT DISTINCT line, account_key, metric, date_key, value FROM fact_account_day WHERE \(some)
      UNION ALL
      SELECT DISTINCT line, account_key, metric, '', value FROM fact_account_period WHERE \(some)
      UNION ALL
      SELECT DISTINCT line, account_key, metric, dimension || ' ' || member, value FROM fact_account_breakdown WHERE \(some)
      ORDER BY 1, 2, 3, 4
      """)
    return posts + own
  }

  /// What the load said of an attribute: its own word in the history, else the one that all loads agree on.
  private static func stated(_ attribute: PostAttribute) -> String {
    let agreed =
      switch attribute {
      case .account: "CAST(post.account_key AS TEXT)"
      case .postFormat: "format.post_format"
      case .publishedAt:
        """
        CASE post.published_precision
          WHEN 'day' THEN (SELECT date FROM dim_date WHERE date_key = post.published_date_key)
          ELSE post.published_at END
        """
      default: "CAST(post.\(attribute.rawValue) AS TEXT)"
      }
    let history = """
      FROM post_attribute_history AS history WHERE history.post_key = post.post_key
      AND history.load_key = fact.load_key AND history.attribute = '\(attribute.rawValue)'
      """
    return "CASE WHEN EXISTS (SELECT 1 \(history)) THEN (SELECT value \(history)) ELSE \(agreed) END"
  }
}
