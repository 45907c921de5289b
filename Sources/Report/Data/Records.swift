import Warehouse

/// One row of a query, read by the names of its columns.
struct Record {
  private let names: [String: Int]
  let values: [SQLValue]

  fileprivate init(names: [String: Int], values: [SQLValue]) {
    self.names = names
    self.values = values
  }

  subscript(name: String) -> SQLValue { names[name].map { values[$0] } ?? .null }

  /// A whole number; `nil` where it is not known.
  func integer(_ name: String) -> Int64? { self[name].integer }

  /// A count that is always there.
  func count(_ name: String) -> Int64 { self[name].integer ?? 0 }

  func real(_ name: String) -> Double? { self[name].real }

  /// Text as it may stand in a report: without control characters.
  func text(_ name: String) -> String { visible(self[name].text ?? "", limit: 300) }

  /// Text of several lines in one; `nil` where there is none.
  func line(_ name: String, limit: Int = 300) -> String? {
    guard let text = self[name].text else { return nil }
    return visible(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), limit: limit)
  }
}

extension Connection {
  /// Collects the rows of a query by the names of its columns.
  func records(_ sql: String, _ values: [SQLValue] = []) throws -> [Record] {
    let statement = try prepare(sql)
    let pairs = statement.columnNames.enumerated().map { ($0.element, $0.offset) }
    let names = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    return try statement.rows(values).map { Record(names: names, values: $0) }
  }
}
