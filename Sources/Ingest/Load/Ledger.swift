internal import FoundationEssentials
internal import Glibc
import Warehouse

/// What is written of one load beside its facts.
struct LoadRecord {
  var path = ""
  var folder = FolderScope(office: nil)
  var homeOffice: String?
  var format: String?
  var content: String?
  var platform: String?
  var language: String?
  var encoding: String?
  var delimiter: String?
  var exportedAt: Int64?
  var exportedBasis: String?
  /// The range of days that the file's name claims, whether its posts agree or not.
  var nameWindow: (from: Int64, to: Int64)?
  var publishedFrom: Int64?
  var publishedTo: Int64?
  /// When what it counts happened; `nil`: since ever, up to the export.
  var countedFrom: Int64?
  var countedTo: Int64?
  /// What `kolom.csv` told of its header, as text; `nil`: nothing.
  var mapping: String?
  var basis: String?
  var unusedColumns: [String] = []
  /// No rows, or nothing but zeros.
  var isBlank = false
  /// It lists only a part of what it could.
  var isTruncated = false
  /// The sheet of a workbook that it was made from.
  var sheet: String?
  var releases: Int64?

  /// Takes over how the text is laid out and how its header was read.
  mutating func describe(_ dialect: Dialect, language: HeaderLanguage, mapped: [HeaderMapping.Entry]) {
    self.language = language.rawValue
    encoding = dialect.encoding.rawValue
    delimiter = dialect.delimiterName
    let texts = mapped.map { "\(visible($0.header)) = \(visible($0.meaning))" }
    mapping = texts.isEmpty ? nil : texts.sorted().joined(separator: "; ")
  }

  /// A span of Pacific days as what the file counts; as what it lists, the same days by the clock of reports, since a
  /// video's day has no clock.
  mutating func setPeriod(_ period: ReportPeriod) {
    (countedFrom, countedTo) = period.instants
    publishedFrom = Int64(period.first.dayNumber) * 86_400 - 8 * 3600
    publishedTo = Int64(period.last.dayNumber + 1) * 86_400 - 8 * 3600
    nameWindow = period.instants
  }

  /// What beside the bytes decides the result.
  var scope: String {
    let parts = [
      "opd=\(homeOffice ?? "")", "platform=\(platform ?? "")",
      "rentang=\(nameWindow.map { "\(Instant.text($0.from))/\(Instant.text($0.to))" } ?? "")",
      "kolom=\(mapping ?? "")", "lembar=\(sheet ?? "")",
    ]
    return parts.joined(separator: " ")
  }

  /// The span of time that it is about.
  var span: (from: Int64, to: Int64)? {
    Ledger.span(
      from: publishedFrom ?? countedFrom, to: publishedTo ?? (countedFrom == nil ? nil : countedTo),
      exportedAt: exportedAt)
  }

  /// The earlier of the export and the end of what was counted.
  var asOf: Int64? { exportedAt.map { min($0, countedTo ?? $0) } }
}

/// The ledger's tables: files, loads, rejects, skips, quarantine.
struct Ledger {
  let warehouse: Connection
  /// Now, in seconds since 1970-01-01 00:00 UTC.
  let now: Int64

  /// The loads that committed something of a file, the first first.
  func earlier(sha256: String) throws -> [EarlierLoad] {
    let rows = try warehouse.rows(
      """
      SELECT load_key, loaded_at, path, folder_opd, folder_platform, folder_handle, name_from, name_to, exported_at,
        exported_basis, header_mapping, content, platform, records, loaded, is_blank,
        (SELECT count(*) FROM ingest_quarantine AS waiting
          WHERE waiting.load_key = ingest_load.load_key AND released_by IS NULL),
        (SELECT count(*) FROM load_account WHERE load_account.load_key = ingest_load.load_key), sheet
      FROM ingest_load JOIN ingest_file USING (file_key) LEFT JOIN dim_platform USING (platform_key)
      WHERE sha256 = ? AND status <> 'refused' AND releases IS NULL ORDER BY load_key
      """, [.text(sha256)])
    return rows.map { row in
      let copy = FileCopy(
        path: row[2].text ?? "",
        folder: FolderScope(office: row[3].text, platform: row[4].text, handle: row[5].text),
        window: row[6].text.map { "\($0)/\(row[7].text ?? "")" },
        exported: ExportInstant(
          epoch: row[8].text.flatMap { Instant.read($0) } ?? 0,
          basis: row[9].text.flatMap(ExportInstant.Basis.init) ?? .mtime),
        mapping: row[10].text, sheet: row[18].text)
      return EarlierLoad(
        key: row[0].integer ?? 0, loadedAt: row[1].text ?? "", copy: copy, content: row[11].text ?? "",
        platform: row[12].text, records: row[13].integer ?? 0, loaded: row[14].integer ?? 0,
        isBlank: row[15] == 1, waiting: row[16].integer ?? 0, hasAccounts: row[17] != 0)
    }
  }

  /// The pages whose rows a load skipped as nobody's: what it noted of each.
  func skippedPages(_ loadKey: Int64) throws -> [String] {
    try warehouse.rows(
      "SELECT DISTINCT detail FROM ingest_skip WHERE load_key = ? AND code = ?",
      [.integer(loadKey), .text(SkipCode.otherAccount.rawValue)]
    ).compactMap { $0[0].text }
  }

  /// Whether a file of exactly this size was seen before.
  func hasFile(ofSize bytes: Int64) throws -> Bool {
    try warehouse.scalar("SELECT 1 FROM ingest_file WHERE bytes = ? LIMIT 1", [.integer(bytes)]) != .null
  }

  /// The key that the next new file gets.
  func nextFileKey() throws -> Int64 {
    (try warehouse.scalar("SELECT max(file_key) FROM ingest_file").integer ?? 0) + 1
  }

  /// The key of a file's bytes, new or known.
  func fileKey(sha256: String, bytes: Int64, name: String) throws -> Int64 {
    try warehouse.run(
      "INSERT INTO ingest_file (sha256, bytes, name) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
      [.text(sha256), .integer(bytes), .text(name)])
    let key = try warehouse.scalar("SELECT file_key FROM ingest_file WHERE sha256 = ?", [.text(sha256)])
    return key.integer ?? 0
  }

  /// Opens a load with nothing counted; `close` sets the counts in the same transaction.
  func open(_ load: LoadRecord, fileKey: Int64, isRefusal: Bool = false) throws -> Int64 {
    try forgetRefusals(path: load.path, fileKey: isRefusal ? nil : fileKey)
    func instant(_ epoch: Int64?) -> SQLValue { .optional(epoch.map(Instant.text)) }
    try warehouse.run(
      """
      INSERT INTO ingest_load (file_key, path, scope, folder_opd, folder_platform, folder_handle, home_opd, status,
        format, content, platform_key, language, encoding, delimiter, header_mapping, exported_at, exported_basis, as_of,
        name_from, name_to, published_from, published_to, counted_from, counted_to, basis, unused_columns, is_blank,
        truncated, sheet, records, loaded, rejected, quarantined, skipped, releases, tool_version, loaded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'loaded', ?, ?, (SELECT platform_key FROM dim_platform WHERE platform = ?), ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?, ?, ?)
      """,
      [
        .integer(fileKey), .text(load.path), .text(load.scope), .optional(load.folder.office),
        .optional(load.folder.platform), .optional(load.folder.handle), .optional(load.homeOffice),
        .optional(load.format), .optional(load.content), .optional(load.platform), .optional(load.language),
        .optional(load.encoding), .optional(load.delimiter), .optional(load.mapping),
        instant(load.exportedAt),
        .optional(load.exportedBasis), instant(load.asOf), instant(load.nameWindow?.from),
        instant(load.nameWindow?.to), instant(load.publishedFrom), instant(load.publishedTo),
        instant(load.countedFrom), instant(load.countedTo ?? load.exportedAt), .optional(load.basis),
        .text(Self.json(load.unusedColumns)), load.isBlank ? 1 : 0,
        load.isTruncated ? 1 : 0, .optional(load.sheet), .optional(load.releases),
        .text(toolVersion),
        .text(Instant.text(now)),
      ])
    return warehouse.lastInsertedKey
  }

  /// A refused attempt says nothing once its place holds something else, or its bytes are taken at any place.
  private func forgetRefusals(path: String, fileKey: Int64?) throws {
    let refused = try warehouse.rows(
      """
      SELECT load_key, published_from, published_to, exported_at FROM ingest_load
      WHERE status = 'refused' AND (path = ?1 OR file_key = ?2)
      """, [.text(path), .optional(fileKey)])
    for row in refused {
      for table in ["ingest_reject", "ingest_skip", "ingest_load"] {
        try warehouse.run("DELETE FROM \(table) WHERE load_key = ?", [row[0]])
      }
      let ends = row.dropFirst().map { $0.text.flatMap { Instant.read($0) } }
      try markDirty(days: [], span: Self.span(from: ends[0], to: ends[1], exportedAt: ends[2]))
    }
  }

  /// Sets the counts and the outcome of an open load.
  func close(_ loadKey: Int64, _ report: FileReport) throws {
    try warehouse.run(
      """
      UPDATE ingest_load SET status = ?, message = ?, message_line = ?, records = ?, loaded = ?, rejected = ?, quarantined = ?,
        skipped = ?, assumptions = ?, warnings = ? WHERE load_key = ?
      """,
      [
        .text(report.status.rawValue), .optional(report.message),
        .optional(report.messageLine.map(Int64.init)),
        .integer(Int64(report.records)),
        .integer(Int64(report.loaded)), .integer(Int64(report.rejected)), .integer(Int64(report.quarantined)),
        .integer(Int64(report.skipped)), .text(Self.json(report.assumptions)),
        .text(Self.json(report.warnings)), .integer(loadKey),
      ])
  }

  /// Notes a file that was refused as a whole.
  func refuse(_ load: LoadRecord, sha256: String, bytes: Int64, _ report: FileReport) throws {
    try warehouse.bulkTransaction {
      let name = PathText.base(of: load.path)
      let fileKey = try fileKey(sha256: sha256, bytes: bytes, name: name)
      guard try !isNoted(load, fileKey, report) else { return }
      try close(try open(load, fileKey: fileKey, isRefusal: true), report)
      // A refusal is part of what the month's report says of its office.
      try markDirty(days: [], span: load.span)
    }
  }

  /// Whether the very refusal is in the ledger already, so that a standing one makes no month anew.
  private func isNoted(_ load: LoadRecord, _ fileKey: Int64, _ report: FileReport) throws -> Bool {
    try warehouse.scalar(
      """
      SELECT count(*) FROM ingest_load WHERE status = 'refused' AND file_key = ? AND path = ? AND message = ?
      AND exported_at IS ? AND folder_opd IS ?
      """,
      [
        .integer(fileKey), .text(load.path), .optional(report.message),
        .optional(load.exportedAt.map(Instant.text)), .optional(load.folder.office),
      ]) != 0
  }

  /// Notes whose report a load is.
  func cover(_ loadKey: Int64, accounts: [Int64]) throws {
    for account in accounts {
      try warehouse.run("INSERT INTO load_account VALUES (?, ?)", [.integer(loadKey), .integer(account)])
    }
  }

  /// The span of time that a load is about: its own, else the weeks before its export, as the marts take it.
  static func span(from: Int64?, to: Int64?, exportedAt: Int64?) -> (from: Int64, to: Int64)? {
    if let from, let to { return (from, to) }
    return exportedAt.map { ($0 - 31 * 86_400, $0 + 1) }
  }

  /// The months that a load may have changed: those of its posts, and those that its span meets.
  func markDirty(days: Set<Int64>, span: (from: Int64, to: Int64)?) throws {
    var months = Set(days.filter { $0 > 0 }.map { Month(key: $0) })
    if let (from, to) = span, from < to {
      var month = Month(of: WITA.day(of: from))
      let last = Month(of: WITA.day(of: to - 1))
      while month <= last {
        months.insert(month)
        month = month.next
      }
    }
    for month in months.sorted() {
      try warehouse.run(
        "INSERT INTO mart_dirty VALUES (?, 'load') ON CONFLICT DO NOTHING", [.text(month.description)])
    }
  }

  static func json(_ texts: [String]) -> String {
    guard let data = try? JSONEncoder().encode(texts) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// The version that the ledger and `medsos --version` name.
public let toolVersion = "0.2"
