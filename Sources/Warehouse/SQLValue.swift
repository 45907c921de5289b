/// One value as SQLite stores it.
public enum SQLValue: Equatable, Sendable {
  /// Not known. Never a zero in disguise.
  case null
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// Text, as its UTF-8 bytes say.
  case text(String)
}

extension SQLValue {
  /// The whole number, if it is one.
  public var integer: Int64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The number as a floating-point value, if it is a number.
  public var real: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .null, .text: nil
    }
  }

  /// The text, if it is one.
  public var text: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  /// A whole number, or `null` for `nil`.
  public static func optional(_ value: Int64?) -> SQLValue { value.map(SQLValue.integer) ?? .null }

  /// A floating-point number, or `null` for `nil`.
  public static func optional(_ value: Double?) -> SQLValue { value.map(SQLValue.real) ?? .null }

  /// A text, or `null` for `nil`.
  public static func optional(_ value: String?) -> SQLValue { value.map(SQLValue.text) ?? .null }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// The unknown value.
  public init(nilLiteral: ()) { self = .null }
}
