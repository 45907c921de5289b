/// Why the warehouse could not be opened, read or written.
///
/// Bound values never appear in a message: they may be people's words. The SQL text may.
public enum WarehouseError: Error, Equatable {
  /// SQLite reported an error: its extended result code, its message, and the statement being run.
  case sqlite(code: Int32, message: String, sql: String?)
  /// The file exists and is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database that another program made.
  case foreign(path: String)
  /// The database was written by a newer medsos.
  case newer(path: String, found: Int, known: Int)
  /// The database was written by a version of medsos that was never released.
  case older(path: String, found: Int, first: Int)
  /// The database's own tables differ from the ones that medsos made.
  case damaged(path: String, detail: String)
  /// Another program holds the database for longer than the waiting time.
  case busy(path: String)
  /// The disk is full, a limit of the file's size is reached, or the disk fails; SQLite's extended result code.
  case storage(path: String, code: Int32)
  /// The file or its folder cannot be opened or created.
  case cannotOpen(path: String, reason: String)
}

extension WarehouseError: CustomStringConvertible {
  /// What is wrong and what to do, one line for each; for example
  /// `medsos.sqlite: made by another program; name another file with --warehouse`.
  public var description: String {
    switch self {
    case .sqlite(let code, let message, let sql):
      "SQLite error \(code): \(message)" + (sql.map { "\n  in: \($0)" } ?? "")
    case .notADatabase(let path):
      "\(path): not a SQLite database; name another file with --warehouse"
    case .foreign(let path):
      "\(path): a database of another program; name another file with --warehouse"
    case .newer(let path, let found, let known):
      "\(path): written by a newer medsos (schema \(found); this program knows \(known)); update medsos"
    case .older(let path, let found, let first):
      "\(path): written by a development version of medsos (schema \(found); the first release has \(first)); load the export files into a new database with --warehouse"
    case .damaged(let path, let detail):
      "\(path): damaged (\(detail)); restore a backup"
    case .busy(let path):
      "\(path): sedang dipakai program lain (in use by another program); try again in a moment"
    case .storage(let path, let code):
      "\(path): penyimpanan penuh atau gagal (disk full or failing, SQLite \(code)); what was in it is kept; make room and run again"
    case .cannotOpen(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
