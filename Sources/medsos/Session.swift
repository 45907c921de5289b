internal import FoundationEssentials
internal import Glibc
import Analyze
import Ingest
import Report
import Warehouse

/// What several commands do alike: where the warehouse, the registry and the reports lie.
struct Session {
  let arguments: Arguments
  let console: Console

  var warehousePath: String { arguments["--warehouse"] ?? "medsos.sqlite" }

  /// The registry's folder: the one given, else `config` beside the inbox, in it, or in the current folder.
  func configFolder(inbox: String?) -> String {
    if let given = arguments["--config"] { return given }
    let candidates = (inbox.map { [Self.parent(of: $0) + "/config", $0 + "/config"] } ?? []) + ["config"]
    return candidates.first { access($0 + "/opd.csv", F_OK) == 0 } ?? candidates[0]
  }

  private static func parent(of path: String) -> String {
    PathText.parent(of: PathText.absolute(path))
  }

  /// Reads the registry and brings the warehouse to it.
  func syncRegistry(_ warehouse: Connection, inbox: String?) throws {
    let folder = configFolder(inbox: inbox)
    guard access(folder + "/opd.csv", F_OK) == 0 else {
      throw UsageError(
        arguments.language.choose(
          "tidak ada \(visible(folder))/opd.csv; `medsos init` menulis contohnya, --config menunjuk foldernya",
          "no \(visible(folder))/opd.csv; `medsos init` writes a template, --config names the folder"))
    }
    let registry = try Registry(folder: folder, standardRules: CategoryPass.standardRules)
    for note in registry.notes { console.note(note) }
    try registry.sync(to: warehouse) { _ = try Self.rules($0) }
  }

  /// The rules in the rows of `kategori.csv`.
  ///
  /// - Throws: `RegistryError` with the line of the first that makes no sense.
  static func rules(_ rows: [CategoryRow]) throws -> CategoryRules {
    do {
      return try CategoryRules(rows)
    } catch {
      throw RegistryError(
        file: "kategori.csv", line: error.line, indonesian: error.indonesian, english: error.english)
    }
  }

  /// Gives posts their categories where texts, rules or corrections changed.
  func categorise(_ warehouse: Connection) throws {
    let outcome = try CategoryPass(warehouse, now: Instant.text(Clock.now)).run()
    for line in outcome.unmatched {
      console.note(
        arguments.language.choose(
          "perbaikan.csv:\(line): tidak ada tepat satu unggahan dengan tautan atau id ini; tidak dipakai",
          "perbaikan.csv:\(line): there is not exactly one post with this link or id; not used"))
    }
  }

  /// The warehouse, where there is one: a command that needs one makes none.
  func existingWarehouse(readOnly: Bool = false) throws -> Connection {
    guard !readOnly, access(warehousePath, F_OK) == 0 else {
      return try Warehouse.openReadOnly(warehousePath)
    }
    return try Warehouse.open(warehousePath)
  }

  /// Takes files in and says what became of each; the worst exit code.
  func ingest(_ paths: [String], into warehouse: Connection) throws -> Int32 {
    var options = Ingestor.Options(now: Clock.now)
    options.language = arguments.language
    options.exportedAt = try arguments.instant("--exported-at")
    options.mapping = try HeaderMapping(folder: configFolder(inbox: paths.first))
    options.progress = { [console] name, done, total in console.progress(name, done, total) }
    let folders = paths.filter { path in
      var isFolder = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
    var printer = FileReportPrinter(console: console, asJSON: arguments.has("--json"))
    try Ingestor(warehouse, inboxes: folders, options: options).ingest(paths) { report in
      try printer.show(report)
    }
    if !arguments.has("--json") { printer.showTotals() }
    return printer.worst
  }

  /// The instant up to which snapshots are believed; `nil`: all of them.
  func asOf() throws -> String? { try arguments.instant("--as-of").map(Instant.text) }

  /// The month's report; its marts are made aside where they are not stored, stale, or asked for as of earlier.
  func report(of month: Month, _ warehouse: Connection) throws -> MonthReport {
    let asOf = try asOf()
    let stale = try warehouse.scalar(
      """
      SELECT (SELECT count(*) FROM mart_dirty WHERE month IN (?1, ?2, ?3)) + 1
        - (SELECT count(*) FROM mart_month WHERE month = ?1)
      """, [month, month.previous, month.previous.previous].map { .text("\($0)") })
    if asOf != nil || stale != 0 { try refusePurged([month], warehouse) }
    if asOf != nil || stale != 0 {
      try Analysis(warehouse, asOf: asOf ?? Analysis.everything).makeAside(month)
    }
    return try MonthReport(warehouse, month: month, language: arguments.language)
  }

  /// Of a month whose posts were deleted for good nothing can be made anew.
  private func refusePurged(_ months: [Month], _ warehouse: Connection) throws {
    guard let limit = try Purge.limit(warehouse), let month = months.first(where: { $0 < limit }) else {
      return
    }
    throw UsageError(
      arguments.language.choose(
        "\(month): unggahannya sudah dihapus (medsos purge); hanya angka yang tersimpan yang ada, tanpa --as-of",
        "\(month): its posts were deleted (medsos purge); only the stored figures are there, without --as-of")
    )
  }

  /// The recap of a quarter or year; its marts are made aside where they are not stored, stale, or asked for as of
  /// earlier.
  func recap(of period: Period, _ warehouse: Connection) throws -> RecapReport {
    let asOf = try asOf()
    let months = period.months.filter { $0 <= Arguments.lastMonth }
    let span = [months.first, months.last].map { SQLValue.optional($0.map { "\($0)" }) }
    let due = try warehouse.scalar(
      """
      SELECT (SELECT count(*) FROM mart_dirty WHERE month BETWEEN ?1 AND ?2) + ?3
        - (SELECT count(*) FROM mart_month WHERE month BETWEEN ?1 AND ?2)
      """, span + [.integer(Int64(months.count))])
    let stored = try warehouse.scalar(
      "SELECT count(*) FROM mart_period WHERE period = ? AND months = ?",
      [.text("\(period)"), .integer(Int64(months.count))])
    if asOf != nil || due != 0 || stored == 0 {
      try refusePurged(months, warehouse)
      let analysis = try Analysis(warehouse, asOf: asOf ?? Analysis.everything)
      guard
        try analysis.makeAside(period, until: Arguments.lastMonth, withMonths: asOf != nil || due != 0)
      else { throw notBegun(period) }
    }
    return try RecapReport(warehouse, period: period, language: arguments.language)
  }

  /// A period none of whose months is over.
  func notBegun(_ period: Period) -> UsageError {
    UsageError(
      arguments.language.choose(
        "--period: belum ada bulan \(period) yang berakhir", "--period: no month of \(period) is over yet"))
  }

  /// Where the reports of a month or a period go.
  func reportFolder(_ span: some CustomStringConvertible) -> String {
    arguments["--out"] ?? "laporan/\(span)"
  }
}
