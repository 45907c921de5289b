import Warehouse

extension Command {
  /// Copies the warehouse.
  static let backup = Command(
    name: "backup", indonesian: "salin basis data ke berkas baru, diperiksa dulu",
    english: "copy the database to a new file, checked first", operands: "FILE", operandCount: 1...1,
    options: [.warehouse]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let path = arguments.operands[0]
    try Warehouse.backup(try session.existingWarehouse(), to: path)
    if arguments.has("--json") {
      try console.json(["backup": path])
    } else {
      console.out(console.language.choose("disalin ke ", "copied to ") + visible(path, limit: 300))
    }
    return ExitCode.done
  }
}
