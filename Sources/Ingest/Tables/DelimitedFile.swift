import Warehouse

/// A file of posts whose encoding, delimiter and format are known: ready to be read, as often as needed.
struct DelimitedFile {
  let text: TextFile
  let dialect: Dialect
  let header: [String]
  let headerLine: Int
  let format: FormatDescriptor
  let match: HeaderMatch
  /// How its cells are read; not the platform's own way where a spreadsheet has rewritten them.
  private(set) var reading = CellReading()
  /// What `kolom.csv` told of its header.
  var mapped: [HeaderMapping.Entry] { match.mapped }

  /// A header may stand below this many lines of other things.
  private static let searched = 20

  /// Looks at the file's header.
  ///
  /// - Throws: `IntakeError`, or `FileRefusal` where the header is no known format's.
  init(
    _ text: TextFile, mapping: HeaderMapping = HeaderMapping(),
    formats: [FormatDescriptor] = FormatDescriptor.known
  ) throws {
    self.text = text
    var refusal: (header: UnknownHeader, line: Int)?
    for delimiter in try text.delimiters() {
      let records = try Self.first(Self.searched, of: text, delimiter)
      for (index, record) in records.enumerated() {
        // A header is text, and so is what stands above it.
        guard Self.isText(record.cells) else { break }
        let next = index + 1 < records.count ? records[index + 1].cells : nil
        do {
          (format, match) = try FormatDescriptor.recognise(
            record.cells, above: next, mapping: mapping, among: formats)
        } catch {
          // The delimiter that cuts the first line most is the likely one; of its lines the one that is most like a
          // header is shown.
          if refusal == nil || (refusal?.header.nearest == nil && error.nearest != nil) {
            refusal = (error, record.line)
          }
          continue
        }
        if !match.isByPosition, let name = Self.repeatedName(record.cells) {
          throw FileRefusal.repeatedHeader(name, line: record.line)
        }
        (header, headerLine) = (record.cells, record.line)
        dialect = Dialect(text, delimiter: delimiter, preamble: index)
        return
      }
    }
    throw refusal.map { FileRefusal.unknownHeader($0.header, line: $0.line) } ?? FileRefusal.empty
  }

  /// The same file, its cells read in another way.
  func read(as reading: CellReading) -> DelimitedFile {
    var file = self
    file.reading = reading
    return file
  }

  /// A reader that stands behind the header.
  func records() throws -> CSVReader {
    var reader = try text.reader(delimiter: dialect.delimiter, repair: format.repair)
    while try reader.next(), reader.line < headerLine {}
    return reader
  }

  /// The first records that are neither blank nor a `sep=` line, and where each starts.
  private static func first(
    _ count: Int, of text: TextFile, _ delimiter: UInt8
  ) throws -> [(cells: [String], line: Int)] {
    var records: [(cells: [String], line: Int)] = []
    var reader = try text.reader(delimiter: delimiter)
    while records.count < count, try reader.next() {
      if reader.isBlank || TextFile.isSeparatorLine(reader) { continue }
      records.append((reader.lenientTexts(), reader.line))
    }
    return records
  }

  private static func isText(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      cell.unicodeScalars.allSatisfy {
        $0 != "\u{FFFD}" && ($0.value >= 0x20 || ["\n", "\t", "\r"].contains($0))
      }
    }
  }

  /// A header that occurs twice, letter for letter: which of the two columns holds the figures cannot be known.
  private static func repeatedName(_ header: [String]) -> String? {
    var seen: Set<String> = []
    return header.first { !$0.trimmed.isEmpty && !seen.insert(HeaderCell.normalised($0)).inserted }
  }
}
