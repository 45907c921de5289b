internal import FoundationEssentials
public import Warehouse

/// The rows of a query that somebody typed, as a table, CSV or JSON.
public struct QueryResult {
  private let columns: [String]
  private let rows: [[SQLValue]]

  /// A cell of the table is cut after so many columns of the terminal; CSV and JSON hold all of it.
  private static let widest = 60

  /// Runs one statement, which may only read.
  ///
  /// - Throws: `WarehouseError` where the statement makes no sense or would do more than read.
  public init(_ sql: String, _ warehouse: Connection) throws {
    warehouse.allowReadingOnly()
    let statement = try warehouse.prepare(sql)
    guard sql.trimmed.utf8.dropFirst(statement.sql.trimmed.utf8.count).isEmpty else {
      throw WarehouseError.sqlite(code: 1, message: "more than one statement", sql: sql)
    }
    columns = statement.columnNames
    rows = try statement.rows()
  }

  /// A table with as wide columns as their cells need; numbers to the right, NULL as a dash.
  public var table: String {
    let cells = rows.map { $0.map(Self.shown) }
    var table = TextTable(
      columns.enumerated().map { place, name in
        let widest = cells.map { displayWidth($0[place]) }.max() ?? 0
        return .init(
          title: visible(name), width: min(max(widest, displayWidth(visible(name)), 1), Self.widest),
          isNumber: rows.allSatisfy { !Self.isText($0[place]) })
      })
    for row in cells { table.add(row) }
    return (columns.isEmpty ? [] : table.lines).joined(separator: "\n") + "\n"
  }

  /// The rows as CSV.
  public func csv(_ dialect: CSVDialect) -> String {
    var text = CSVText(columns.map { visible($0) }, dialect)
    for row in rows { text.add(row) }
    return text.text
  }

  /// One object a line, keys in the order of columns.
  ///
  /// - Throws: what encoding a string throws, in theory.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let quoted = { (text: String) in String(decoding: try encoder.encode(text), as: UTF8.self) }
    let names = try columns.map(quoted)
    return try rows.map { row in
      let pairs = try zip(names, row).map { name, value in
        let cell =
          switch value {
          case .null: "null"
          case .integer(let number): String(number)
          case .real(let number): number.isFinite ? "\(number)" : "null"
          case .text(let text): try quoted(text)
          }
        return "\(name):\(cell)"
      }
      return "{\(pairs.joined(separator: ","))}\n"
    }.joined()
  }

  private static func shown(_ value: SQLValue) -> String {
    switch value {
    case .null: "–"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): visible(text.split(whereSeparator: \.isNewline).joined(separator: " "), limit: 300)
    }
  }

  private static func isText(_ value: SQLValue) -> Bool {
    if case .text = value { return true }
    return false
  }
}
