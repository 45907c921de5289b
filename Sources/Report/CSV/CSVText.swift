import Warehouse

/// A table as CSV: UTF-8, quoted as in RFC 4180; no cell that a spreadsheet would run as a formula.
struct CSVText {
  private(set) var text: String
  private let dialect: CSVDialect

  /// Begins with the names of the columns.
  init(_ header: [String], _ dialect: CSVDialect = .standard) {
    self.dialect = dialect
    text = dialect.mark + header.joined(separator: dialect.separator) + dialect.lineEnd
  }

  /// Adds a row; text is quoted, numbers stand bare, what is not known is empty.
  mutating func add(_ cells: [SQLValue]) {
    text += cells.map(cell).joined(separator: dialect.separator) + dialect.lineEnd
  }

  private func cell(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    // The shortest digits that read back as the same number.
    case .real(let number) where number.isFinite:
      dialect == .standard ? "\(number)" : "\(number)".replacing(".", with: ",")
    case .real: ""
    case .text(let text): quoted(text)
    }
  }

  private func quoted(_ text: String) -> String {
    // What cannot be seen is shown, in a report as on the terminal; the database keeps the bytes.
    let shown = visible(text, limit: .max)
    let isLongNumber = text.utf8.count > 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let needsGuard = Self.isFormula(text) || dialect == .excelIndonesian && isLongNumber
    let guarded = needsGuard ? "'" + shown : shown
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet may take the text for a formula: it begins with one of OWASP's characters, full-width
  /// forms of them or NUL, also behind blanks and invisible characters.
  static func isFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0x00, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true
      case 0x20, 0xA0, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      default: return false
      }
    }
    return false
  }
}
