internal import CSQLite

/// A prepared statement.
///
/// Not Sendable: it belongs to its connection and to the task that made it. Parameters are bound by position,
/// from 1; columns are read by position, from 0.
public final class Statement {
  private let handle: OpaquePointer
  private let connection: Connection

  // SQLite copies the bytes before the call returns.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: String, on connection: Connection) throws(WarehouseError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw connection.error(code: code, sql: sql)
    }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// The SQL text with its parameters, never their values.
  public var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

  /// The names of the result's columns.
  public var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map {
      sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? ""
    }
  }

  /// Binds one value.
  public func bind(_ value: SQLValue, at index: Int) {
    let position = Int32(index)
    switch value {
    case .null: sqlite3_bind_null(handle, position)
    case .integer(let number): sqlite3_bind_int64(handle, position, number)
    case .real(let number): sqlite3_bind_double(handle, position, number)
    case .text(var text):
      text.withUTF8 { bytes in bind(text: UnsafeRawBufferPointer(bytes), at: index) }
    }
  }

  /// Runs to the end with parameters bound by name, such as `:month`; names that the statement lacks are left out.
  public func run(named values: [String: SQLValue]) throws(WarehouseError) {
    for (name, value) in values {
      let index = sqlite3_bind_parameter_index(handle, ":" + name)
      if index > 0 { bind(value, at: Int(index)) }
    }
    while try step() {}
    reset()
  }

  /// Binds text from its UTF-8 bytes, with explicit length, so that a NUL byte ends nothing.
  public func bind(text bytes: UnsafeRawBufferPointer, at index: Int) {
    guard let base = bytes.baseAddress else {
      sqlite3_bind_text(handle, Int32(index), "", 0, nil)
      return
    }
    sqlite3_bind_text64(
      handle, Int32(index), base.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), Self.transient,
      UInt8(SQLITE_UTF8))
  }

  /// Binds text, or unknown, without copying it: the bytes must stay as they are until the statement has run.
  public func bind(uncopied bytes: UnsafeRawBufferPointer?, at index: Int) {
    guard let bytes, let base = bytes.baseAddress else {
      sqlite3_bind_null(handle, Int32(index))
      return
    }
    sqlite3_bind_text(
      handle, Int32(index), base.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
  }

  /// Binds a text of the program itself, which stays for ever.
  public func bind(constant text: StaticString, at index: Int) {
    text.withUTF8Buffer { bind(uncopied: UnsafeRawBufferPointer($0), at: index) }
  }

  /// Binds a floating-point number, or unknown.
  public func bind(number: Double?, at index: Int) {
    if let number {
      sqlite3_bind_double(handle, Int32(index), number)
    } else {
      sqlite3_bind_null(handle, Int32(index))
    }
  }

  /// Runs to the end with what is bound, and resets.
  public func finish() throws(WarehouseError) {
    while try step() {}
    reset()
  }

  /// Binds a whole number, or unknown.
  public func bind(_ number: Int64?, at index: Int) {
    if let number {
      sqlite3_bind_int64(handle, Int32(index), number)
    } else {
      sqlite3_bind_null(handle, Int32(index))
    }
  }

  /// Advances to the next row; `false` when there is none.
  public func step() throws(WarehouseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = connection.error(code: code, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Makes the statement ready to run again; the bound values stay.
  public func reset() { sqlite3_reset(handle) }

  /// Binds, runs to the end, and resets.
  public func run(_ values: [SQLValue] = []) throws(WarehouseError) {
    bindAll(values)
    while try step() {}
    reset()
  }

  /// Binds, runs, and collects every row.
  public func rows(_ values: [SQLValue] = []) throws(WarehouseError) -> [[SQLValue]] {
    bindAll(values)
    var rows: [[SQLValue]] = []
    let columns = 0..<Int(sqlite3_column_count(handle))
    while try step() {
      rows.append(columns.map { value(at: $0) })
    }
    reset()
    return rows
  }

  /// Binds, runs, and returns the first row, if any.
  public func row(_ values: [SQLValue] = []) throws(WarehouseError) -> [SQLValue]? {
    bindAll(values)
    defer { reset() }
    guard try step() else { return nil }
    return (0..<Int(sqlite3_column_count(handle))).map { value(at: $0) }
  }

  private func bindAll(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() {
      bind(value, at: index + 1)
    }
  }

  /// The value in a column of the current row.
  public func value(at index: Int) -> SQLValue {
    let column = Int32(index)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: return .text(text(at: index))
    default: return .null
    }
  }

  /// The whole number in a column of the current row; 0 for NULL, so check `isNull` where it may be.
  public func integer(at index: Int) -> Int64 { sqlite3_column_int64(handle, Int32(index)) }

  /// Whether a column of the current row is NULL.
  public func isNull(at index: Int) -> Bool { sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL }

  /// The text in a column of the current row; empty for NULL.
  public func text(at index: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(index)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
