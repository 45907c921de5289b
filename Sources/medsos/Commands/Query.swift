import Report
import Warehouse

extension Command {
  /// Runs a question in SQL; the database is only read.
  static let query = Command(
    name: "sql", indonesian: "jalankan pertanyaan SQL; basis data hanya dibaca",
    english: "run a question in SQL; the database is only read", operands: "\"SELECT ...\"",
    operandCount: 1...1,
    options: [
      Option("--csv", "hasil sebagai CSV", "results as CSV"), .dialect, .warehouse,
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let dialect = try arguments.dialect()
    guard !arguments.operands[0].trimmed.isEmpty else {
      throw UsageError(console.language.choose("pertanyaannya kosong", "the question is empty"))
    }
    let warehouse = try Warehouse.openReadOnly(session.warehousePath)
    let result: QueryResult
    do {
      result = try QueryResult(arguments.operands[0], warehouse)
    } catch WarehouseError.sqlite(_, let message, _) {
      throw UsageError(
        console.language.choose(
          "SQL tidak dapat dijalankan: \(visible(message)). Hanya SELECT; tabel dan kolom: docs/kamus-data.md",
          "the SQL cannot be run: \(visible(message)). SELECT only; tables and columns: docs/kamus-data.md"))
    }
    if arguments.has("--json") {
      console.raw(try result.json())
    } else if arguments.has("--csv") || arguments.has("--csv-dialect") {
      console.raw(result.csv(dialect))
    } else {
      console.raw(result.table)
    }
    return ExitCode.done
  }
}
