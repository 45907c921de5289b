import Analyze
import Report
import Warehouse

extension Command {
  /// Everything for the monthly meeting: take in, analyse, report.
  static let run = Command(
    name: "run", indonesian: "batch bulanan: muat berkas, hitung, tulis laporan",
    english: "the monthly batch: load files, analyse, write the reports", operands: "INBOX...",
    operandCount: 1...10_000,
    options: [.month, .period, .warehouse, .config, .out, .dialect, .asOf, .exportedAt]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.monthOrLast()
    let period = try arguments.period()
    if let period, period.months[0] > Arguments.lastMonth { throw session.notBegun(period) }
    _ = try session.asOf()
    let dialect = try arguments.dialect()
    _ = try arguments.instant("--exported-at")
    let warehouse = try Warehouse.open(session.warehousePath)
    try session.syncRegistry(warehouse, inbox: arguments.operands.first)
    let worst = try session.ingest(arguments.operands, into: warehouse)
    try session.categorise(warehouse)
    let analysis = try Analysis(warehouse)
    try analysis.refresh()
    if let period {
      try analysis.ensure(period, until: Arguments.lastMonth)
      try session.writeRecap(of: period, warehouse, isShown: true)
      return worst
    }
    try analysis.ensure(month)
    let report = try session.report(of: month, warehouse)
    let paths = try report.write(to: session.reportFolder(month), dialect)
    if arguments.has("--json") {
      try console.json(ReportJSON(month: "\(month)", reports: paths))
    } else {
      console.out("\n" + month.name(in: console.language) + "\n\n" + report.digest)
      console.out(console.language.choose("Laporan:", "Reports:"))
      // Offices' pages lie in a folder of their own; their names say nothing at a terminal.
      for path in paths where !path.contains("/rapor/") { console.out("  \(visible(path, limit: 300))") }
      let cards = paths.filter { $0.contains("/rapor/") }
      if let card = cards.first {
        let count = console.language.choose("\(cards.count) berkas", "\(cards.count) files")
        console.out("  \(visible(PathText.parent(of: card), limit: 300))/ (\(count))")
      }
    }
    return worst
  }
}

extension Session {
  /// Writes a recap and says where, to the terminal with its text where that is asked for.
  func writeRecap(of period: Period, _ warehouse: Connection, isShown: Bool = false) throws {
    let recap = try recap(of: period, warehouse)
    let paths = try recap.write(to: reportFolder(period), arguments.dialect())
    if arguments.has("--json") {
      return try console.json(ReportJSON(month: nil, period: "\(period)", reports: paths))
    }
    if isShown {
      console.out("\n" + recap.text)
      console.out(console.language.choose("Laporan:", "Reports:"))
    }
    for path in paths { console.out((isShown ? "  " : "") + visible(path, limit: 300)) }
  }
}

/// What a command that writes reports says to other programs.
struct ReportJSON: Encodable {
  let month: String?
  var period: String? = nil
  let reports: [String]
}
