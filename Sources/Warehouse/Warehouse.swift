internal import CSQLite
internal import FoundationEssentials
internal import Glibc

/// Opens the warehouse file and refuses what is none, before anything is written.
public enum Warehouse {
  /// The version of the SQLite library that runs.
  public static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// Opens the warehouse at `path` for writing; creates it, readable by its owner only, where there is none.
  ///
  /// - Throws: `WarehouseError` where the file is foreign, damaged, newer or not accessible.
  public static func open(_ path: String) throws -> Connection {
    let header = try DatabaseHeader(path: path)
    try header?.check(path: path)
    let hadJournal = (try? DatabaseHeader.size(path + "-journal")).map { $0 > 0 } ?? false
    if header == nil { try createFile(path) }
    let connection = try Connection(path: path, mode: .create)
    try prepare(connection, quickCheck: hadJournal)
    try Schema.migrate(connection)
    return connection
  }

  /// Opens the warehouse at `path` for reading; works in a folder that cannot be written.
  ///
  /// - Throws: `WarehouseError` where there is none, or it is foreign, damaged, newer or not accessible.
  public static func openReadOnly(_ path: String) throws -> Connection {
    guard let header = try DatabaseHeader(path: path) else {
      throw WarehouseError.cannotOpen(path: path, reason: "belum ada (no such file); run medsos ingest first")
    }
    try header.check(path: path)
    undoInterruptedWrite(path)
    let connection = try Connection(path: path, mode: .readOnly)
    try prepare(connection, quickCheck: false)
    guard header.userVersion == Schema.version else {
      throw WarehouseError.cannotOpen(
        path: path, reason: "older schema; run any writing command once to upgrade")
    }
    return connection
  }

  /// What a writer left that was killed or met a full disk is undone by whoever may write next; a reader cannot.
  ///
  /// Where writing is not allowed either, reading says so itself.
  private static func undoInterruptedWrite(_ path: String) {
    guard ((try? DatabaseHeader.size(path + "-journal")) ?? 0) > 0 else { return }
    _ = try? Connection(path: path, mode: .readWrite).scalar("SELECT count(*) FROM sqlite_schema")
  }

  /// A warehouse in memory, gone with its connection.
  public static func inMemory() throws -> Connection {
    let connection = try Connection(path: ":memory:")
    try Schema.migrate(connection)
    return connection
  }

  private static func prepare(_ connection: Connection, quickCheck: Bool) throws {
    try connection.execute("PRAGMA synchronous = FULL")
    let tables = try connection.scalar("SELECT count(*) FROM sqlite_schema").integer ?? 0
    guard tables > 0 else { return }
    if let altered = try Schema.alteredObject(connection) {
      throw WarehouseError.damaged(path: connection.path, detail: "\(altered) is missing or was changed")
    }
    guard quickCheck else { return }
    let finding = try connection.scalar("PRAGMA quick_check(1)").text ?? "?"
    guard finding == "ok" else { throw WarehouseError.damaged(path: connection.path, detail: finding) }
  }

  /// An empty file with mode 0600: SQLite would otherwise create it by the umask, and the journal inherits it.
  private static func createFile(_ path: String) throws {
    let descriptor = Glibc.open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw WarehouseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}

/// The first bytes of a database file, read without SQLite (https://www.sqlite.org/fileformat2.html §1.3).
struct DatabaseHeader {
  let applicationID: Int
  let userVersion: Int
  private let isSQLite: Bool
  private let declaredSize: Int
  private let size: Int
  private let hasJournal: Bool

  /// `nil` where the file does not exist or is empty, which SQLite takes as a new database.
  init?(path: String) throws {
    guard let size = try Self.size(path), size > 0 else { return nil }
    let bytes = try Self.firstBytes(path)
    self.size = size
    isSQLite = bytes.count == 100 && bytes.starts(with: Array("SQLite format 3\0".utf8))
    func number(_ offset: Int, _ width: Int) -> Int {
      bytes.count < 100 ? 0 : bytes[offset..<offset + width].reduce(0) { $0 << 8 | Int($1) }
    }
    applicationID = number(68, 4)
    userVersion = number(60, 4)
    let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
    declaredSize = number(28, 4) * pageSize
    hasJournal = ((try? Self.size(path + "-journal")) ?? 0) > 0
  }

  private static func firstBytes(_ path: String) throws -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw WarehouseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, 100) }
    return Array(bytes[..<max(0, count)])
  }

  func check(path: String) throws(WarehouseError) {
    guard isSQLite else { throw .notADatabase(path: path) }
    // With a journal beside it, the file is as an interrupted writer left it; SQLite puts it right on opening.
    if !hasJournal, size < declaredSize {
      throw .damaged(path: path, detail: "\(size) of \(declaredSize) bytes")
    }
    guard applicationID == Schema.applicationID else { throw .foreign(path: path) }
    guard userVersion <= Schema.version else {
      throw .newer(path: path, found: userVersion, known: Schema.version)
    }
    guard userVersion >= Schema.firstVersion else {
      throw .older(path: path, found: userVersion, first: Schema.firstVersion)
    }
  }

  /// The size of a regular file; `nil` where there is none.
  static func size(_ path: String) throws -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else {
        throw WarehouseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WarehouseError.cannotOpen(path: path, reason: "not a regular file")
    }
    return Int(status.st_size)
  }
}
