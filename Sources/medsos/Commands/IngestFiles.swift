import Warehouse

extension Command {
  /// Takes files in, and what waited for its account.
  static let ingest = Command(
    name: "ingest", indonesian: "muat berkas ekspor ke basis data",
    english: "load export files into the database",
    operands: "INBOX...", operandCount: 1...10_000, options: [.warehouse, .config, .exportedAt]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    _ = try arguments.instant("--exported-at")
    let warehouse = try Warehouse.open(session.warehousePath)
    try session.syncRegistry(warehouse, inbox: arguments.operands.first)
    return try session.ingest(arguments.operands, into: warehouse)
  }
}
