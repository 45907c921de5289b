/// A file of delimited text whose encoding is known; read as often as needed.
struct TextFile {
  let content: FileContent
  let finding: TextEncoding.Finding

  /// Looks at the file's first bytes, and at all of it where they are no UTF-8.
  ///
  /// - Throws: `IntakeError` where they are no text's.
  init(_ content: FileContent) throws {
    self.content = content
    let source = try content.open()
    var head = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while count < head.count {
      let more = try head[count...].withUnsafeMutableBytes { try source.read(into: $0) }
      guard more > 0 else { break }
      count += more
    }
    let finding = try head[..<count].withUnsafeBytes { try TextEncoding.find(in: $0) }
    let isStrange =
      finding.encoding == .utf8 && !head[..<max(0, count - 3)].allSatisfy { $0 < 0x80 }
      && !head[..<count].withUnsafeBytes { TextEncoding.isUTF8(cut: $0) }
    self.finding = try isStrange && Windows1252.isLikely(try content.open()) ? .windows1252 : finding
  }

  /// The same file with another encoding; `nil` where all of its bytes are not likely to be Windows-1252.
  func asWindows1252() throws -> TextFile? {
    guard finding.encoding == .utf8, try Windows1252.isLikely(try content.open()) else { return nil }
    return TextFile(content: content, finding: .windows1252)
  }

  private init(content: FileContent, finding: TextEncoding.Finding) {
    (self.content, self.finding) = (content, finding)
  }

  /// A reader at the start of the text, which `repair` may make readable first.
  func reader(
    delimiter: UInt8, repair: ((any ByteSource) -> any ByteSource)? = nil
  ) throws -> CSVReader {
    let source = try text()
    return CSVReader(repair?(source) ?? source, delimiter: delimiter, countsRecords: content.isSheet)
  }

  /// The file as UTF-8 without its mark.
  private func text() throws -> any ByteSource {
    let source = try content.open()
    var mark = [UInt8](repeating: 0, count: finding.markLength)
    if !mark.isEmpty { _ = try mark.withUnsafeMutableBytes { try source.read(into: $0) } }
    return switch finding.encoding {
    case .utf8, .utf8Marked: source
    case .utf16LittleEndian: UTF16Source(source, isLittleEndian: true)
    case .utf16BigEndian: UTF16Source(source, isLittleEndian: false)
    case .windows1252: Windows1252(source)
    }
  }

  /// The delimiters worth trying: the one that a `sep=` line names, else all, by how often they cut the first line.
  func delimiters() throws -> [UInt8] {
    if content.isSheet { return [comma] }
    let line = try firstLine()
    if let named = Self.separator(namedBy: line) { return [named] }
    let counts = [comma, semicolon, tab].map { mark in (mark, line.utf8.count { $0 == mark }) }
    return counts.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// The text up to its first line break, or as far as any header reaches: not yet a record, since nothing is known of
  /// what separates fields.
  private func firstLine() throws -> String {
    let source = try text()
    var head = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while count < head.count {
      let more = try head[count...].withUnsafeMutableBytes { try source.read(into: $0) }
      let isEnough = head[count..<count + more].contains { $0 == lineFeed || $0 == carriageReturn }
      count += more
      if more == 0 || isEnough { break }
    }
    return String(decoding: head[..<count].prefix { $0 != lineFeed && $0 != carriageReturn }, as: UTF8.self)
  }

  /// Whether the reader stands at a `sep=` line, which says how to read the file and is no record of it.
  static func isSeparatorLine(_ reader: borrowing CSVReader) -> Bool {
    guard reader.line == 1, let first = reader.lenientTexts().first else { return false }
    return separator(namedBy: first + String(UnicodeScalar(reader.delimiter))) != nil
  }

  /// The delimiter that a line such as `sep=,` names: a spreadsheet's hint, no data.
  private static func separator(namedBy line: String) -> UInt8? {
    let bytes = Array(line.lowercased().utf8)
    guard bytes.count >= 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    return [comma, semicolon, tab].contains(bytes[4]) ? bytes[4] : nil
  }
}

/// How a text is laid out; goes into the ledger.
struct Dialect: Equatable {
  var encoding: TextEncoding
  var delimiter: UInt8
  var assumptions: [Assumption] = []

  init(_ file: TextFile, delimiter: UInt8, preamble: Int = 0) {
    encoding = file.finding.encoding
    self.delimiter = delimiter
    if file.finding.isAssumed { assumptions.append(.encoding(encoding.rawValue)) }
    if delimiter != comma { assumptions.append(.delimiter(delimiterName)) }
    if let sheet = file.content.sheet { assumptions.append(.sheet(sheet)) }
    if preamble > 0 { assumptions.append(.preamble(lines: preamble)) }
  }

  /// The delimiter as the ledger writes it.
  var delimiterName: String { delimiter == tab ? "TAB" : String(UnicodeScalar(delimiter)) }
}

let comma = UInt8(ascii: ",")
let semicolon = UInt8(ascii: ";")
let tab = UInt8(ascii: "\t")
