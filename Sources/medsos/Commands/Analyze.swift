import Analyze
import Warehouse

extension Command {
  /// Makes the marts of months that changed.
  static let analyze = Command(
    name: "analyze", indonesian: "hitung ulang bulan yang datanya berubah",
    english: "analyse months that changed",
    options: [
      Option("--month", "YYYY-MM", "juga bulan ini, walau tanpa data", "this month too, even without data"),
      Option(
        "--all", "semua bulan, juga yang tidak berubah", "every month, also those that have not changed"),
      .warehouse,
      Option(
        "--config", "DIR", "baca registri dari folder ini dulu", "read the registry of this folder first"),
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.month()
    let warehouse = try Warehouse.open(session.warehousePath)
    if arguments.has("--config") { try session.syncRegistry(warehouse, inbox: nil) }
    try session.categorise(warehouse)
    let analysis = try Analysis(warehouse)
    if arguments.has("--all") { try analysis.markAll() }
    let made = try analysis.refresh()
    if let month { try analysis.ensure(month) }
    if arguments.has("--json") {
      try console.json(MonthsJSON(months: made.map { "\($0)" }))
    } else if made.isEmpty {
      console.out(console.language.choose("tidak ada bulan yang berubah", "no month has changed"))
    } else {
      for month in made {
        console.out(console.language.choose("dihitung: ", "analysed: ") + month.name(in: console.language))
      }
    }
    return ExitCode.done
  }
}

private struct MonthsJSON: Encodable {
  let months: [String]
}
