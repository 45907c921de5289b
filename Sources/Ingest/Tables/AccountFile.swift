import Warehouse

/// A file of an account's own figures, read whole: it has a row a day, so that even years of them are small.
struct AccountFile {
  /// One table as it stands in the file.
  struct Section {
    /// What it is; `nil` where nobody knows its title.
    let table: AccountTable?
    let title: String
    let header: [String]
    let headerLine: Int
    let columns: [AccountTable.Column]
    var records: [(line: Int, cells: [String])] = []
    /// Lines above the header that are no part of the table.
    var preamble = 0
  }

  let dialect: Dialect
  let format: AccountFormat
  let language: HeaderLanguage
  /// What `kolom.csv` told of its titles and headers.
  let mapped: [HeaderMapping.Entry]
  private(set) var sections: [Section]

  /// More rows than this are no account's days.
  private static let limit = 300_000

  /// Reads the file; `nil` where it is none of these formats.
  ///
  /// - Throws: `IntakeError`.
  init?(
    _ text: TextFile, mapping: HeaderMapping = HeaderMapping(), formats: [AccountFormat] = AccountFormat.known
  ) throws {
    for delimiter in try text.delimiters() {
      var reader = try text.reader(delimiter: delimiter)
      var records: [(line: Int, cells: [String])] = []
      while try reader.next() {
        if TextFile.isSeparatorLine(reader) { continue }
        let cells = reader.lenientTexts()
        records.append((reader.line, cells.allSatisfy { $0.trimmed.isEmpty } ? [] : cells))
        // What is no such file is seen on its first records; one that is must be read to its end.
        if records.count == 12, !Self.mayBeOne(of: formats, records, mapping) { break }
        guard records.count <= Self.limit else {
          throw IntakeError.tooManyRecords(limit: Self.limit)
        }
      }
      for format in formats {
        let sections = Self.sections(format, records, mapping)
        guard !sections.isEmpty else { continue }
        try Self.checkHeaders(sections)
        (self.format, self.sections) = (format, sections)
        dialect = Dialect(text, delimiter: delimiter, preamble: sections[0].preamble)
        language = Self.language(of: sections)
        mapped = mapping.used(in: sections.flatMap { [$0.title] + $0.header })
        return
      }
    }
    return nil
  }

  /// Whether the first records may be a file's of these formats: a title and a header, or a header below a few lines of other
  /// things.
  private static func mayBeOne(
    of formats: [AccountFormat], _ records: [(line: Int, cells: [String])], _ mapping: HeaderMapping
  ) -> Bool {
    formats.contains { format in
      let first = format.layout == .titled ? Array(records.prefix(3)) : records
      return !sections(format, first, mapping).isEmpty
    }
  }

  /// The file's headers, for the ledger: those that nothing is read from.
  var unusedColumns: [String] {
    sections.flatMap { section in
      zip(section.header, section.columns).filter { $0.1 == .unknown && section.table != nil }.map(\.0)
    }
  }

  /// The first and the last of the days that its first table has with their year.
  var days: (first: CivilDate, last: CivilDate)? {
    let days = firstTableDays
    guard let first = days.min(), let last = days.max() else { return nil }
    return (first, last)
  }

  /// The days of its first table are a week and more apart: they stand for weeks or months.
  var isSparse: Bool {
    let numbers = Set(firstTableDays.map(\.dayNumber)).sorted()
    return numbers.count > 1 && zip(numbers.dropFirst(), numbers).allSatisfy { $0 - $1 >= 7 }
  }

  private var firstTableDays: [CivilDate] {
    guard let section = sections.first, section.table?.key == .day else { return [] }
    return WrittenDay.column(section.records.map { $0.cells.first ?? "" }).days.compactMap { $0 }
  }

  private static func sections(
    _ format: AccountFormat, _ records: [(line: Int, cells: [String])], _ mapping: HeaderMapping
  ) -> [Section] {
    switch format.layout {
    case .titled: titled(format, records, mapping)
    case .plain: plain(format, records.filter { !$0.cells.isEmpty }, mapping).map { [$0] } ?? []
    }
  }

  /// Title, header, rows, and an empty line behind them, as often as the file has it.
  private static func titled(
    _ format: AccountFormat, _ records: [(line: Int, cells: [String])], _ mapping: HeaderMapping
  ) -> [Section] {
    var sections: [Section] = []
    for block in records.split(whereSeparator: { $0.cells.isEmpty }) {
      // A spreadsheet fills the title's line up with empty cells.
      guard let title = block.first, title.cells.dropFirst().allSatisfy(\.isEmpty),
        let header = block.dropFirst().first
      else {
        return []
      }
      let names = header.cells.map(mapping.known)
      let table = format.tables.first { table in
        AccountTable.language(of: mapping.known(title.cells[0]), in: table.titles) != nil && table.fits(names)
      }
      // An unknown title over a known header is a table of this format that nobody has described yet.
      let isSeries = format.tables.contains { $0.key == .day && $0.fits(names) }
      guard table != nil || isSeries || !sections.isEmpty else { return [] }
      sections.append(
        Section(
          table: table, title: title.cells[0], header: header.cells, headerLine: header.line,
          columns: table?.columns(names) ?? [], records: Array(block.dropFirst(2))))
    }
    return sections
  }

  private static func plain(
    _ format: AccountFormat, _ records: [(line: Int, cells: [String])], _ mapping: HeaderMapping
  ) -> Section? {
    // A few lines of other things may stand above the header.
    for (index, header) in records.prefix(10).enumerated() {
      let names = header.cells.map(mapping.known)
      guard let table = format.tables.first(where: { $0.fits(names) }) else { continue }
      return Section(
        table: table, title: "", header: header.cells, headerLine: header.line,
        columns: table.columns(names), records: Array(records.dropFirst(index + 1)), preamble: index)
    }
    return nil
  }

  /// A header that occurs twice, or two headers for one figure: which of the columns counts cannot be known.
  private static func checkHeaders(_ sections: [Section]) throws {
    for section in sections {
      var names: Set<String> = []
      var figures: [AccountTable.Column] = []
      for (cell, column) in zip(section.header, section.columns) where column != .unknown {
        let isMatrix = if case .matrix = section.table?.key { true } else { false }
        let isRepeated =
          isMatrix ? !names.insert(HeaderCell.normalised(cell)).inserted : figures.contains(column)
        guard !isRepeated else { throw FileRefusal.repeatedHeader(cell, line: section.headerLine) }
        figures.append(column)
      }
    }
  }

  private static func language(of sections: [Section]) -> HeaderLanguage {
    for section in sections {
      guard let table = section.table else { continue }
      if let language = AccountTable.language(of: section.title, in: table.titles) { return language }
      if let first = section.header.first,
        let language = AccountTable.language(of: first, in: table.keyHeaders)
      {
        return language
      }
    }
    return .english
  }
}
