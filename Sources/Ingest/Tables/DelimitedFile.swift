/// A delimited text file whose encoding, delimiter and format are known: ready to be read, as often as needed.
struct DelimitedFile {
  /// How the text is laid out; goes into the ledger.
  struct Dialect: Equatable {
    var encoding: TextEncoding
    var delimiter: UInt8
    var assumptions: [Assumption] = []

    /// The delimiter as the ledger writes it.
    var delimiterName: String { delimiter == tab ? "TAB" : String(UnicodeScalar(delimiter)) }
  }

  let path: String
  let dialect: Dialect
  let header: [String]
  let headerLine: Int
  let format: FormatDescriptor
  let match: HeaderMatch

  /// Looks at the file's first bytes and its header.
  ///
  /// - Throws: `IntakeError`, or `FileRefusal` where the header is no known format's.
  init(path: String, formats: [FormatDescriptor] = FormatDescriptor.known) throws {
    self.path = path
    let finding = try Self.finding(path)
    var refusal: FileRefusal?
    for delimiter in try Self.candidates(path, finding) {
      guard let (header, line) = try Self.header(path, finding, delimiter) else { continue }
      do {
        (format, match) = try FormatDescriptor.recognise(header, among: formats)
      } catch {
        // The delimiter that cuts the first line most is the likely one; its columns are the ones to show.
        if refusal == nil { refusal = .unknownHeader(error, line: line) }
        continue
      }
      if let name = Self.repeatedName(header) { throw FileRefusal.repeatedHeader(name, line: line) }
      var dialect = Dialect(encoding: finding.encoding, delimiter: delimiter)
      if finding.isAssumed { dialect.assumptions.append(.encoding(finding.encoding.rawValue)) }
      if delimiter != comma { dialect.assumptions.append(.delimiter(dialect.delimiterName)) }
      (self.header, headerLine, self.dialect) = (header, line, dialect)
      return
    }
    throw refusal ?? FileRefusal.empty
  }

  /// A reader that stands behind the header.
  func records() throws -> CSVReader {
    let source = try Self.text(path, try Self.finding(path))
    let reader = CSVReader(source, delimiter: dialect.delimiter)
    while try reader.next(), reader.line < headerLine {}
    return reader
  }

  private static func finding(_ path: String) throws -> TextEncoding.Finding {
    let source = try FileSource(path: path)
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBytes { try source.read(into: $0) }
    return try head[..<count].withUnsafeBytes { try TextEncoding.find(in: $0) }
  }

  /// The file as UTF-8 without its mark.
  private static func text(_ path: String, _ finding: TextEncoding.Finding) throws -> any ByteSource {
    let source = try FileSource(path: path)
    var mark = [UInt8](repeating: 0, count: finding.markLength)
    if !mark.isEmpty { _ = try mark.withUnsafeMutableBytes { try source.read(into: $0) } }
    return switch finding.encoding {
    case .utf8, .utf8Marked: source
    case .utf16LittleEndian: UTF16Source(source, isLittleEndian: true)
    case .utf16BigEndian: UTF16Source(source, isLittleEndian: false)
    }
  }

  /// The delimiters worth trying: the one that a `sep=` line names, else all, by how often they cut the first line.
  private static func candidates(_ path: String, _ finding: TextEncoding.Finding) throws -> [UInt8] {
    let reader = CSVReader(try text(path, finding), delimiter: 0)
    guard try reader.next() else { return [comma] }
    let line = reader.lenientTexts().joined()
    if let named = separatorLine(line) { return [named] }
    let counts = [comma, semicolon, tab].map { mark in (mark, line.utf8.count { $0 == mark }) }
    return counts.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// The first record that is neither blank nor a `sep=` line, and where it starts.
  private static func header(
    _ path: String, _ finding: TextEncoding.Finding, _ delimiter: UInt8
  ) throws -> (cells: [String], line: Int)? {
    let reader = CSVReader(try text(path, finding), delimiter: delimiter)
    while try reader.next() {
      let cells = reader.lenientTexts()
      if reader.isBlank
        || (reader.line == 1 && separatorLine(cells[0] + String(UnicodeScalar(delimiter))) != nil)
      {
        continue
      }
      return (cells, reader.line)
    }
    return nil
  }

  /// A header that occurs twice, letter for letter: which of the two columns holds the figures cannot be known.
  private static func repeatedName(_ header: [String]) -> String? {
    var seen: Set<String> = []
    return header.first { !$0.isEmpty && !seen.insert(HeaderCell.normalised($0)).inserted }
  }

  /// The delimiter that a line such as `sep=,` names: a spreadsheet's hint, no data.
  private static func separatorLine(_ line: String) -> UInt8? {
    let bytes = Array(line.lowercased().utf8)
    guard bytes.count >= 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    return [comma, semicolon, tab].contains(bytes[4]) ? bytes[4] : nil
  }
}

let comma = UInt8(ascii: ",")
let semicolon = UInt8(ascii: ";")
let tab = UInt8(ascii: "\t")
