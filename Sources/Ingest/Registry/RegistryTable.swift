internal import FoundationEssentials
internal import Glibc
public import Warehouse

/// What is wrong with a file of settings; nothing is loaded until it is put right.
public struct RegistryError: Error, Equatable, CustomStringConvertible {
  /// File, line (0: the whole file) and both wordings.
  let file: String
  let line: Int
  let indonesian: String
  let english: String

  /// An error that another reader of the file found; line 0: the whole file.
  public init(file: String, line: Int, indonesian: String, english: String) {
    (self.file, self.line, self.indonesian, self.english) = (file, line, indonesian, english)
  }

  /// For example `akun.csv:7: kode_opd "DINKESS" tidak ada di opd.csv`.
  public var description: String { text(in: .indonesian) }

  /// The message with its place.
  public func text(in language: Language) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place): \(language.choose(indonesian, english))"
  }
}

/// A file of settings that a person edits, perhaps in Excel: named columns, comma or semicolon or TAB.
struct RegistryTable {
  struct Row {
    let line: Int
    fileprivate let cells: [String: String]

    /// The cell without blanks at its ends; empty where the row or the file has none.
    subscript(column: String) -> String { cells[column] ?? "" }
  }

  let file: String
  let rows: [Row]
  /// Columns that medsos does not know; noted, not used.
  let unknownColumns: [String]

  /// Reads the file; every column in `required` must be there.
  static func read(_ path: String, required: [String], optional: [String]) throws -> RegistryTable {
    try RegistryTable(
      contents(path), file: PathText.base(of: path), required: required, optional: optional)
  }

  /// The bytes of a file that a folder of settings need not have.
  static func contentsIfPresent(_ path: String) throws -> [UInt8]? {
    access(path, F_OK) == 0 ? try contents(path) : nil
  }

  /// Reads a file that a folder of settings need not have.
  static func readIfPresent(_ path: String, required: [String]) throws -> RegistryTable? {
    guard access(path, F_OK) == 0 else { return nil }
    return try read(path, required: required, optional: [])
  }

  init(_ bytes: [UInt8], file: String, required: [String], optional: [String]) throws {
    self.file = file
    let text = Self.decoded(bytes)
    let firstLine = text.prefix { !$0.isNewline }
    let delimiter = [comma, semicolon, tab].max { a, b in
      firstLine.utf8.count { $0 == a } < firstLine.utf8.count { $0 == b }
    }
    var reader = CSVReader(MemorySource(Array(text.utf8)), delimiter: delimiter ?? comma)
    var header: [String]?
    var rows: [Row] = []
    while try reader.next() {
      guard !reader.isUnterminated else {
        throw RegistryError(
          file: file, line: reader.line, indonesian: "tanda kutip dibuka di sini dan tidak ditutup",
          english: "a quote is opened here and never closed")
      }
      let cells = reader.lenientTexts().map { $0.trimmed }
      guard !cells.allSatisfy(\.isEmpty) else { continue }
      guard let names = header else {
        header = cells.map(HeaderCell.normalised)
        continue
      }
      let pairs = zip(names, cells).filter { !$0.0.isEmpty }
      rows.append(Row(line: reader.line, cells: Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
    }
    let names = header ?? []
    if let missing = required.first(where: { !names.contains($0) }) {
      throw RegistryError(
        file: file, line: 1, indonesian: "tidak ada kolom \"\(missing)\"; `medsos init` menulis contohnya",
        english: "no column \"\(missing)\"; `medsos init` writes a template")
    }
    self.rows = rows
    unknownColumns = names.filter { !$0.isEmpty && !required.contains($0) && !optional.contains($0) }
  }

  /// An error at one of the table's rows.
  func error(_ row: Row, _ indonesian: String, _ english: String) -> RegistryError {
    RegistryError(file: file, line: row.line, indonesian: indonesian, english: english)
  }

  private static func contents(_ path: String) throws -> [UInt8] {
    do {
      return try bytes(of: path)
    } catch let error as IntakeError {
      let refusal = FileRefusal.intake(error)
      throw RegistryError(
        file: PathText.base(of: path), line: 0, indonesian: refusal.text(in: .indonesian),
        english: refusal.text(in: .english))
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let source = try FileSource(path: path)
    guard source.facts.size <= 16 << 20 else {
      throw IntakeError.recordTooLarge(line: 1, limit: 16 << 20)
    }
    var bytes = [UInt8](repeating: 0, count: Int(source.facts.size) + 1)
    let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
    return Array(bytes[..<count])
  }

  /// UTF-8, UTF-16 with a mark, else Windows-1252, which is what Excel writes on a Western system.
  private static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let (low, high) = bytes[0] == 0xFF ? (0, 1) : (1, 0)
      var units: [UInt16] = []
      for start in stride(from: 2, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[start + high]) << 8 | UInt16(bytes[start + low]))
      }
      return String(decoding: units, as: UTF16.self)
    }
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: unmarked, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(unmarked.map(Windows1252.scalar)))
  }
}
