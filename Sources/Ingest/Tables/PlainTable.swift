public import Warehouse

/// Any delimited file, read without knowing its format and through the reader that exports pass, and written again as
/// RFC 4180: commas, quotes where a field needs them, LF.
public struct PlainTable {
  private let path: String
  private let language: Language
  private let text: TextFile
  /// What separates the file's fields, as far as its first records show.
  public let delimiter: Character

  /// Records that are looked at to tell the delimiter.
  private static let looked = 100
  private static let candidates: [UInt8] = [
    comma, semicolon, tab, UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20,
  ]

  /// Opens a file and tells what separates its fields.
  ///
  /// - Throws: `InboxError` where it is no file of text, or breaks a limit.
  public init(path: String, language: Language) throws {
    (self.path, self.language) = (path, language)
    do {
      text = try TextFile(FileContent.file(path))
      delimiter = Character(UnicodeScalar(try Self.delimiter(of: text)))
    } catch let error as IntakeError {
      throw Self.failure(path, error, language)
    }
  }

  /// Hands the file's records over as lines of CSV, in pieces.
  ///
  /// - Throws: `InboxError`, and what `emit` throws.
  public func write(_ emit: (String) throws -> Void) throws {
    do {
      var reader = try text.reader(delimiter: delimiter.asciiValue ?? comma)
      var piece = ""
      while try reader.next() {
        if reader.line == 1, TextFile.isSeparatorLine(reader) { continue }
        piece += reader.lenientTexts().map(Self.field).joined(separator: ",") + "\n"
        if piece.utf8.count > 1 << 16 {
          try emit(piece)
          piece = ""
        }
      }
      try emit(piece)
    } catch let error as IntakeError {
      throw Self.failure(path, error, language)
    }
  }

  private static func failure(_ path: String, _ error: IntakeError, _ language: Language) -> InboxError {
    InboxError(description: "\(visible(path)): \(FileRefusal.intake(error).text(in: language))")
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [comma, 0x22, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// The candidate under which most records have as many fields; of equals, the one that makes more of them, and of these
  /// the more usual.
  private static func delimiter(of text: TextFile) throws -> UInt8 {
    let named = try text.delimiters()
    if named.count == 1 { return named[0] }
    var best = (delimiter: comma, share: 0.0, width: 1)
    for candidate in candidates {
      let widths = try widths(text, candidate)
      let counts = Dictionary(widths.map { ($0, 1) }, uniquingKeysWith: +)
      guard let usual = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
      else {
        continue
      }
      let share = Double(usual.value) / Double(widths.count)
      if share > best.share + 0.05 || (share > best.share - 0.05 && usual.key > best.width) {
        best = (candidate, share, usual.key)
      }
    }
    return best.delimiter
  }

  private static func widths(_ text: TextFile, _ delimiter: UInt8) throws -> [Int] {
    var widths: [Int] = []
    var reader = try text.reader(delimiter: delimiter)
    while widths.count < looked, try reader.next() {
      if !reader.isBlank { widths.append(reader.count) }
    }
    return widths
  }
}
