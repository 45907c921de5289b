internal import CSQLite

/// One connection to a SQLite database, with the defensive settings that every use of medsos shares.
///
/// Not Sendable: sharing one between tasks is a compile error.
public final class Connection {
  /// How the database is opened.
  public enum Mode: Sendable {
    /// Read only; the file must exist.
    case readOnly
    /// Read and write; the file must exist.
    case readWrite
    /// Read and write; the file is created where it does not exist.
    case create
  }

  let handle: OpaquePointer
  /// The path as given, for messages.
  public let path: String

  /// Opens the database at `path`; `":memory:"` makes one that lives as long as the connection.
  ///
  /// Foreign keys are on; the schema is not trusted to run functions with side effects; a writer waits for five
  /// seconds. Nothing is written.
  public init(path: String, mode: Mode = .create) throws(WarehouseError) {
    var opened: OpaquePointer?
    let access: Int32 =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw .cannotOpen(path: path, reason: reason)
    }
    handle = opened
    self.path = path
    _ = medsos_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = medsos_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = medsos_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    _ = medsos_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    sqlite3_busy_timeout(handle, 5000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs one or more statements without parameters.
  public func execute(_ sql: String) throws(WarehouseError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code: code, sql: sql) }
  }

  /// Prepares one statement.
  public func prepare(_ sql: String) throws(WarehouseError) -> Statement {
    try Statement(sql, on: self)
  }

  /// Runs one statement with parameters.
  public func run(_ sql: String, _ values: [SQLValue] = []) throws(WarehouseError) {
    try prepare(sql).run(values)
  }

  /// Collects the rows of one query.
  public func rows(_ sql: String, _ values: [SQLValue] = []) throws(WarehouseError) -> [[SQLValue]] {
    try prepare(sql).rows(values)
  }

  /// The first column of the first row, `null` where there is no row.
  public func scalar(_ sql: String, _ values: [SQLValue] = []) throws(WarehouseError) -> SQLValue {
    try prepare(sql).row(values)?.first ?? .null
  }

  /// The key that the last INSERT made.
  public var lastInsertedKey: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement changed.
  public var changes: Int { Int(sqlite3_changes(handle)) }

  /// Runs `body` in one transaction that takes the write lock at once; any error undoes all of it.
  ///
  /// Inside another transaction it is a part of that one, undone on its own where it fails.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let isInner = sqlite3_get_autocommit(handle) == 0
    try execute(isInner ? "SAVEPOINT part" : "BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute(isInner ? "RELEASE part" : "COMMIT")
      return result
    } catch {
      undo(isInner)
      throw error
    }
  }

  /// A transaction for many rows: references are not looked up row by row.
  ///
  /// For loads that take every key from the very tables they refer to; `integrityFindings` looks all of them up. Looking
  /// six of them up for every post took a fifth of a load's time (measured on a million posts). Inside another
  /// transaction it is an ordinary one.
  public func bulkTransaction<Result>(_ body: () throws -> Result) throws -> Result {
    guard sqlite3_get_autocommit(handle) != 0 else { return try transaction(body) }
    try execute("PRAGMA foreign_keys = OFF")
    defer { try? execute("PRAGMA foreign_keys = ON") }
    return try transaction(body)
  }

  /// Runs `body` in a transaction that is always undone: what it reports is what would happen.
  ///
  /// References are not looked up, as in `bulkTransaction`: the loads inside are written in the same way.
  public func rehearsal<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")
    defer {
      undo(false)
      try? execute("PRAGMA foreign_keys = ON")
    }
    return try body()
  }

  /// After a full disk SQLite has rolled back by itself; a second ROLLBACK would mask the first error.
  private func undo(_ isInner: Bool) {
    guard sqlite3_get_autocommit(handle) == 0 else { return }
    try? execute(isInner ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK")
  }

  func error(code: Int32, sql: String?) -> WarehouseError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
    case SQLITE_FULL, SQLITE_IOERR: .storage(path: path, code: code)
    case SQLITE_READONLY:
      .cannotOpen(
        path: path,
        reason: "tidak boleh ditulis (read-only); check the permissions of the file and its folder")
    case SQLITE_CANTOPEN: .cannotOpen(path: path, reason: String(cString: sqlite3_errmsg(handle)))
    case SQLITE_NOTADB: .notADatabase(path: path)
    case SQLITE_CORRUPT: .damaged(path: path, detail: String(cString: sqlite3_errmsg(handle)))
    default: .sqlite(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    }
  }
}
