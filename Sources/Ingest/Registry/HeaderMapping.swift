import Warehouse

/// What `kolom.csv` says of headers and titles that medsos does not know: which known one each stands for.
public struct HeaderMapping: Sendable {
  /// One unknown header or title, and the known one that it stands for.
  struct Entry: Equatable {
    let header: String
    let meaning: String
  }

  private let entries: [String: Entry]

  /// Nothing is mapped.
  public init() { entries = [:] }

  /// Reads `kolom.csv` in a folder of settings; nothing is mapped where there is none.
  ///
  /// - Throws: `RegistryError` where a meaning is no header that medsos knows, or a header stands for two.
  public init(folder: String) throws {
    guard let table = try RegistryTable.readIfPresent(folder + "/kolom.csv", required: ["judul", "arti"])
    else {
      self.init()
      return
    }
    try self.init(table)
  }

  init(_ table: RegistryTable) throws {
    let known = Self.knownHeaders
    var entries: [String: Entry] = [:]
    for row in table.rows {
      let (header, meaning) = (row["judul"], row["arti"])
      guard known.contains(HeaderCell.normalised(meaning)) else {
        throw table.error(
          row,
          "arti \"\(visible(meaning))\" bukan judul yang dikenal; `medsos formats NAMA` menyebut judul-judulnya",
          "arti \"\(visible(meaning))\" is no known header; `medsos formats NAME` lists them")
      }
      guard !header.isEmpty, !Self.isKnown(header, beside: meaning) else {
        throw table.error(
          row, "judul \"\(visible(header))\" sudah dikenal dengan arti lain; hapus baris ini",
          "judul \"\(visible(header))\" is known already as something else; remove this row")
      }
      let entry = Entry(header: header, meaning: meaning)
      guard entries.updateValue(entry, forKey: HeaderCell.normalised(header)) == nil else {
        throw table.error(row, "judul muncul dua kali", "the header occurs twice")
      }
    }
    self.entries = entries
  }

  var isEmpty: Bool { entries.isEmpty }

  /// What is said of a header or title.
  func entry(for cell: String) -> Entry? { entries[HeaderCell.normalised(cell)] }

  /// A header or title as medsos knows it.
  func known(_ cell: String) -> String { entries[HeaderCell.normalised(cell)]?.meaning ?? cell }

  /// The entries that some cells make use of.
  func used(in cells: [String]) -> [Entry] { cells.compactMap { entries[HeaderCell.normalised($0)] } }

  /// Whether a format that knows the meaning knows the header as something else; another format's word may be mapped.
  private static func isKnown(_ header: String, beside meaning: String) -> Bool {
    let (header, meaning) = (HeaderCell.normalised(header), HeaderCell.normalised(meaning))
    return FormatDescriptor.known.contains { format in
      func column(_ text: String) -> Int? {
        format.columns.firstIndex { $0.aliases.values.joined().map(HeaderCell.normalised).contains(text) }
      }
      guard let own = column(header), let other = column(meaning) else { return false }
      return own != other
    }
  }

  private static var knownHeaders: Set<String> {
    let posts = FormatDescriptor.known.flatMap(\.columns).flatMap { $0.aliases.values.joined() }
    let tables = AccountFormat.known.flatMap(\.tables).flatMap { table in
      [table.titles, table.keyHeaders].flatMap { $0.values.joined() }
        + table.values.flatMap { $0.headers.values.joined() }
    }
    return Set((posts + tables).map(HeaderCell.normalised))
  }
}
