/// A format as people read of it: on the terminal, as JSON, in the documentation.
public struct FormatListing: Encodable, Sendable {
  /// One column, or the title of a table.
  public struct Column: Encodable, Sendable {
    /// The table's English title; empty where the file is one table.
    public let table: String
    /// What it means; `title` for a table's title.
    public let field: String
    /// Whether a file without it is another format.
    public let required: Bool
    /// Its headers by the language's code.
    public let headers: [String: [String]]
  }

  /// Its name in the ledger and on the command line.
  public let name: String
  /// The platforms that write it.
  public let platforms: [String]
  /// What it is, one line in Indonesian.
  public let summary: String
  /// Which real files it was checked against.
  public let checkedAgainst: String
  /// Its columns in order.
  public let columns: [Column]

  /// Every format that medsos reads.
  public static let all =
    FormatDescriptor.known.map(FormatListing.init) + AccountFormat.known.map(FormatListing.init)

  init(_ format: FormatDescriptor) {
    (name, platforms, summary) = (format.name, [format.platform], format.summary)
    checkedAgainst = format.checkedAgainst
    columns = format.columns.map {
      Column(table: "", field: $0.field.rawValue, required: $0.isRequired, headers: Self.byCode($0.aliases))
    }
  }

  init(_ format: AccountFormat) {
    (name, platforms, summary) = (format.name, format.platforms, format.summary)
    checkedAgainst = format.checkedAgainst
    columns = format.tables.flatMap { table in
      let title = table.titles[.english]?.first ?? ""
      var columns: [Column] = []
      if !table.titles.isEmpty {
        columns.append(
          Column(table: title, field: "title", required: true, headers: Self.byCode(table.titles)))
      }
      if !table.keyHeaders.isEmpty {
        columns.append(
          Column(table: title, field: "key", required: true, headers: Self.byCode(table.keyHeaders)))
      }
      columns += table.values.enumerated().map { index, value in
        Column(
          table: title, field: value.isKept ? value.metric : "-", required: table.needs.contains(index),
          headers: Self.byCode(value.headers))
      }
      return columns
    }
  }

  private static func byCode(_ aliases: [HeaderLanguage: [String]]) -> [String: [String]] {
    Dictionary(uniqueKeysWithValues: aliases.map { ($0.key.rawValue, $0.value) })
  }
}
