import Ingest
import Warehouse

/// Says of each file what became of it: a line for the file, a line for each rejected record up to a limit.
struct FileReportPrinter {
  let console: Console
  let asJSON: Bool
  private(set) var worst = ExitCode.done
  private var files = 0
  private var totals = (records: 0, loaded: 0, rejected: 0, quarantined: 0, skipped: 0)
  /// More rejected records are in `medsos rejects`.
  private static let shownRejects = 20

  init(console: Console, asJSON: Bool) {
    self.console = console
    self.asJSON = asJSON
  }

  mutating func show(_ report: FileReport) throws {
    worst = max(worst, report.exitCode)
    files += 1
    totals.records += report.records
    totals.loaded += report.loaded
    totals.rejected += report.rejected
    totals.quarantined += report.quarantined
    totals.skipped += report.skipped
    if asJSON {
      try console.json(FileReportJSON(report, console.language))
    } else {
      showText(report)
    }
    try console.flush()
  }

  private func showText(_ report: FileReport) {
    let file = visible(report.file, limit: 200)
    let place = report.messageLine.map { "\(file):\($0)" } ?? file
    var line = "\(label(report.status)): \(place)"
    if report.records > 0 || report.status != .refused { line += ": \(counts(report))" }
    if let message = report.message { line += ": \(message)" }
    console.out(line)
    for reject in report.rejects.prefix(Self.shownRejects) {
      console.out("  \(file):\(reject.line): \(reject.reject.message(in: console.language))")
    }
    let more = report.rejected - min(report.rejects.count, Self.shownRejects)
    if more > 0 {
      console.out(
        "  "
          + console.language.choose(
            "dan \(more) lainnya; lihat `medsos rejects`", "and \(more) more; see `medsos rejects`"))
    }
    for text in report.warnings {
      console.out("  \(console.language.choose("perhatian", "warning")): \(text)")
    }
    for text in report.assumptions {
      console.out("  \(console.language.choose("asumsi", "assumption")): \(text)")
    }
  }

  private func label(_ status: FileReport.Status) -> String {
    switch status {
    case .loaded: console.language.choose("dimuat", "loaded")
    case .partial: console.language.choose("sebagian", "partial")
    case .refused: console.language.choose("ditolak", "refused")
    case .unchanged: console.language.choose("sudah ada", "unchanged")
    case .quarantined: console.language.choose("menunggu", "waiting")
    }
  }

  private func counts(_ report: FileReport) -> String {
    guard report.status != .unchanged else {
      return console.language.choose("tidak ada yang baru", "nothing new")
    }
    let parts = [
      (report.loaded, "dimuat", "loaded"), (report.rejected, "ditolak", "rejected"),
      (report.quarantined, "menunggu", "waiting"), (report.skipped, "dilewati", "skipped"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \(console.language.choose($0.1, $0.2))" }
    let rows = console.language.choose("\(report.records) baris", "\(report.records) rows")
    return parts.isEmpty ? rows : rows + " (" + parts.joined(separator: ", ") + ")"
  }

  func showTotals() {
    console.out(
      console.language.choose(
        "\(files) berkas: \(totals.records) baris = \(totals.loaded) dimuat + \(totals.rejected) ditolak + \(totals.quarantined) menunggu + \(totals.skipped) dilewati",
        "\(files) files: \(totals.records) rows = \(totals.loaded) loaded + \(totals.rejected) rejected + \(totals.quarantined) waiting + \(totals.skipped) skipped"
      ))
  }
}

/// A file's report as the guide promises it to other programs.
struct FileReportJSON: Encodable {
  struct RejectJSON: Encodable {
    var row: Int
    var line: Int
    var column: String
    var code: String
    var value: String
    var message: String
  }

  struct SkipJSON: Encodable {
    var line: Int
    var code: String
  }

  let file, sha256, status: String
  let format, platform, message: String?
  let records, loaded, unchanged, rejected, quarantined, skipped: Int
  let assumptions, warnings: [String]
  let rejects: [RejectJSON]
  let skips: [SkipJSON]

  init(_ report: FileReport, _ language: Language) {
    (file, sha256, status) = (report.file, report.sha256, report.status.rawValue)
    (format, platform) = (report.format, report.platform)
    message =
      report.messageLine.flatMap { line in
        report.message.map { "\(visible(report.file, limit: 200)):\(line): \($0)" }
      } ?? report.message
    (records, loaded, unchanged) = (report.records, report.loaded, report.unchanged)
    (rejected, quarantined, skipped) = (report.rejected, report.quarantined, report.skipped)
    (assumptions, warnings) = (report.assumptions, report.warnings)
    rejects = report.rejects.map {
      RejectJSON(
        row: $0.row, line: $0.line, column: $0.reject.column, code: $0.reject.code.rawValue,
        value: $0.reject.value,
        message: $0.reject.message(in: language))
    }
    skips = report.skips.map { SkipJSON(line: $0.line, code: $0.code.rawValue) }
  }
}
