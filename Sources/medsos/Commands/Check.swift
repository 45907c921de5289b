internal import FoundationEssentials
internal import Glibc
import Warehouse

extension Command {
  /// Says what would load, without loading.
  static let check = Command(
    name: "check", indonesian: "uji coba: apa yang akan dimuat, dan apakah registrinya benar",
    english: "dry run: what would load, and whether the registry holds", operands: "INBOX...",
    operandCount: 1...10_000, options: [.warehouse, .config, .exportedAt]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    _ = try arguments.instant("--exported-at")
    // Where there is no warehouse yet, none is made.
    let exists = access(session.warehousePath, F_OK) == 0
    let warehouse = try exists ? Warehouse.open(session.warehousePath) : Warehouse.inMemory()
    return try warehouse.rehearsal {
      try session.syncRegistry(warehouse, inbox: arguments.operands.first)
      return try session.ingest(arguments.operands, into: warehouse)
    }
  }
}
