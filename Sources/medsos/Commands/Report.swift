import Report
import Warehouse

extension Command {
  /// Writes a month's reports; the database is only read.
  static let report = Command(
    name: "report", indonesian: "tulis laporan satu bulan", english: "write the reports of a month",
    options: [.month, .period, .warehouse, .out, .dialect, .asOf]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.monthOrLast()
    let period = try arguments.period()
    _ = try session.asOf()
    let dialect = try arguments.dialect()
    let warehouse = try Warehouse.openReadOnly(session.warehousePath)
    if let period {
      try session.writeRecap(of: period, warehouse)
      return ExitCode.done
    }
    let paths = try session.report(of: month, warehouse).write(to: session.reportFolder(month), dialect)
    if arguments.has("--json") {
      try console.json(ReportJSON(month: "\(month)", reports: paths))
    } else {
      for path in paths { console.out(visible(path, limit: 300)) }
    }
    return ExitCode.done
  }
}
