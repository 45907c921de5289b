/// A file of posts whose encoding, delimiter and format are known: ready to be read, as often as needed.
struct DelimitedFile {
  let text: TextFile
  let dialect: Dialect
  let header: [String]
  let headerLine: Int
  let format: FormatDescriptor
  let match: HeaderMatch
  /// What `kolom.csv` told of its header.
  var mapped: [HeaderMapping.Entry] { match.mapped }

  /// Looks at the file's header.
  ///
  /// - Throws: `IntakeError`, or `FileRefusal` where the header is no known format's.
  init(
    _ text: TextFile, mapping: HeaderMapping = HeaderMapping(),
    formats: [FormatDescriptor] = FormatDescriptor.known
  ) throws {
    self.text = text
    var refusal: FileRefusal?
    for delimiter in try text.delimiters() {
      guard let (header, line) = try Self.header(text, delimiter) else { continue }
      do {
        (format, match) = try FormatDescriptor.recognise(header, mapping: mapping, among: formats)
      } catch {
        // The delimiter that cuts the first line most is the likely one; its columns are the ones to show.
        if refusal == nil { refusal = .unknownHeader(error, line: line) }
        continue
      }
      if let name = Self.repeatedName(header) { throw FileRefusal.repeatedHeader(name, line: line) }
      (self.header, headerLine, dialect) = (header, line, Dialect(text, delimiter: delimiter))
      return
    }
    throw refusal ?? FileRefusal.empty
  }

  /// A reader that stands behind the header.
  func records() throws -> CSVReader {
    var reader = try text.reader(delimiter: dialect.delimiter)
    while try reader.next(), reader.line < headerLine {}
    return reader
  }

  /// The first record that is neither blank nor a `sep=` line, and where it starts.
  private static func header(_ text: TextFile, _ delimiter: UInt8) throws -> (cells: [String], line: Int)? {
    var reader = try text.reader(delimiter: delimiter)
    while try reader.next() {
      if reader.isBlank || TextFile.isSeparatorLine(reader) { continue }
      return (reader.lenientTexts(), reader.line)
    }
    return nil
  }

  /// A header that occurs twice, letter for letter: which of the two columns holds the figures cannot be known.
  private static func repeatedName(_ header: [String]) -> String? {
    var seen: Set<String> = []
    return header.first { !$0.isEmpty && !seen.insert(HeaderCell.normalised($0)).inserted }
  }
}
