internal import FoundationEssentials
internal import Glibc

extension Warehouse {
  /// Writes a copy of the warehouse, checked before it takes its name.
  ///
  /// The copy is whole or not there; an existing file is not overwritten.
  /// - Throws: `WarehouseError` where the warehouse or the copy is damaged, or the copy cannot be written.
  public static func backup(_ connection: Connection, to path: String) throws {
    guard access(path, F_OK) != 0 else {
      throw WarehouseError.cannotOpen(
        path: path, reason: "sudah ada, tidak ditimpa (exists, not overwritten)")
    }
    // SQLite would name the temporary file, not the folder that is missing or closed.
    guard access(PathText.parent(of: PathText.absolute(path)), W_OK) == 0 else {
      throw WarehouseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    try check(connection)
    let temporary = "\(path).\(getpid()).tmp"
    unlink(temporary)
    defer { unlink(temporary) }
    try connection.run("VACUUM INTO ?", [.text(temporary)])
    chmod(temporary, 0o600)
    let copy = try Connection(path: temporary, mode: .readOnly)
    try check(copy)
    let tables = try connection.scalar("SELECT count(*) FROM sqlite_schema")
    guard try copy.scalar("SELECT count(*) FROM sqlite_schema") == tables else {
      throw WarehouseError.damaged(path: temporary, detail: "incomplete copy")
    }
    try sync(temporary)
    guard rename(temporary, path) == 0 else {
      throw WarehouseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func check(_ connection: Connection) throws {
    let finding = try connection.scalar("PRAGMA quick_check(1)").text ?? "?"
    guard finding == "ok" else { throw WarehouseError.damaged(path: connection.path, detail: finding) }
  }

  private static func sync(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw WarehouseError.cannotOpen(path: path, reason: reason)
    }
    close(descriptor)
  }
}
