internal import CSQLite

extension Connection {
  /// From here on, statements may read this database and do nothing else: no attached file, no VACUUM INTO, no temporary
  /// table, no setting.
  ///
  /// A read-only file is not enough for SQL that somebody types: VACUUM INTO and ATTACH reach other files.
  public func allowReadingOnly() {
    sqlite3_set_authorizer(
      handle,
      { _, action, _, function, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: SQLITE_OK
        case SQLITE_FUNCTION:
          function.map { String(cString: $0) } == "load_extension" ? SQLITE_DENY : SQLITE_OK
        default: SQLITE_DENY
        }
      }, nil)
  }
}
