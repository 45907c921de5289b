/// How a program writes comma-separated values.
struct CSVStyle {
  /// Which fields stand in quotes.
  enum Quoting {
    /// Exactly those with white space, comma or quote, as Meta does.
    case native
    /// Those that could not be read otherwise, as spreadsheets do.
    case whenNeeded
  }

  var delimiter = UInt8(ascii: ",")
  var lineEnd: [UInt8] = [0x0A]
  var quoting = Quoting.native
  var mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Meta's own bytes.
  static let native = CSVStyle()
  /// The settings of this program's users: no mark, quotes where needed.
  static let settings = CSVStyle(quoting: .whenNeeded, mark: [])
  /// A spreadsheet's, with the list separator of an English and of an Indonesian system.
  static let excel = CSVStyle(lineEnd: [0x0D, 0x0A], quoting: .whenNeeded)
  static let indonesianExcel = CSVStyle(
    delimiter: UInt8(ascii: ";"), lineEnd: [0x0D, 0x0A], quoting: .whenNeeded)
}

extension CSVStyle {
  /// A whole file.
  func file(_ records: [[String]]) -> [UInt8] {
    var bytes = mark
    for record in records { append(record, to: &bytes) }
    return bytes
  }

  func append(_ record: [String], to bytes: inout [UInt8]) {
    for (index, field) in record.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(field, to: &bytes)
    }
    bytes += lineEnd
  }

  private func append(_ field: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(field) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "\""), 0x0A, 0x0D: true
      case UInt8(ascii: ","): quoting == .native || delimiter == byte
      case UInt8(ascii: " "), 0x09: quoting == .native
      default: byte == delimiter
      }
    }
  }
}
