/// Everything the engine knows of one kind of file with an account's own figures, as data.
///
/// Such a file names no account; mostly not even its platform. Its rows are days, members of a dimension, or one level.
public struct AccountFormat: Sendable {
  /// How the tables stand in the file.
  enum Layout: Sendable {
    /// Each under a line with its title, an empty line behind it.
    case titled
    /// One table, its header first.
    case plain
  }

  /// Its name in the ledger and on the command line.
  public let name: String
  /// What it is, one line in Indonesian.
  public let summary: String
  /// Which real files it was checked against, and when.
  public let checkedAgainst: String
  /// The platforms that write such files.
  public let platforms: [String]
  let layout: Layout
  /// The tables that such a file may hold.
  public let tables: [AccountTable]
  /// Cells that say "not known", in lower case.
  ///
  /// Zeros beside one are no measurement either.
  let unknownMarks: Set<String>
  /// Languages whose titles and headers were never seen in a real file.
  let unconfirmedLanguages: Set<HeaderLanguage>
}

extension AccountFormat {
  /// Every account-level format medsos reads; a new one is a file beside this one and a line here.
  public static let known: [AccountFormat] = [
    .metaAccount, .dashboardFollowers, .dashboardViewers, .dashboardGender,
  ]
}

/// One kind of table of an account-level file.
public struct AccountTable: Sendable {
  /// What names a row.
  enum Key: Sendable, Equatable {
    /// `2025-10-17T00:00:00`.
    case isoDay
    /// `October 17`, without a year.
    case monthDay
    /// A member of a dimension.
    case member(dimension: String)
    /// A member of a dimension in the row, of another in the column: every column behind the first is a member.
    case matrix(dimension: String)
    /// Nothing: one row, one figure as of the export; its header is the platform's own key.
    case level
  }

  /// A column of figures.
  public struct Value: Sendable {
    /// The metric's code in `dim_metric`.
    public let metric: String
    /// Its headers by language; none where the table's title names the metric.
    public let headers: [HeaderLanguage: [String]]
  }

  /// Its titles by language; none where the header tells the table.
  public let titles: [HeaderLanguage: [String]]
  /// The platform that its title names.
  public let platform: String?
  let key: Key
  /// The header of the key column by language.
  public let keyHeaders: [HeaderLanguage: [String]]
  /// Its columns of figures.
  public let values: [Value]
  /// Whether figures are shares of a whole: `4.2%`, `0.75` or `75`.
  var isShare: Bool { values.contains { $0.metric == "follower_share" } }
}

extension AccountTable {
  /// What a column of a file is.
  enum Column: Equatable {
    case key
    /// The figures at this place of `values`.
    case figure(Int)
    case unknown
  }

  /// What a column is, by its header.
  func column(of cell: String) -> Column {
    let cell = HeaderCell.normalised(cell)
    func holds(_ aliases: [HeaderLanguage: [String]]) -> Bool {
      aliases.values.joined().contains { HeaderCell.normalised($0) == cell }
    }
    if holds(keyHeaders) { return .key }
    return values.firstIndex { holds($0.headers) }.map(Column.figure) ?? .unknown
  }

  /// Whether a header is one of this table's: its key, and the first of its figures.
  func fits(_ header: [String]) -> Bool {
    switch key {
    case .level: header.dropFirst().allSatisfy(\.isEmpty)
    case .matrix: header.count > 1 && column(of: header[0]) == .key
    case .isoDay, .monthDay, .member: header.first.map(column) == .key && columns(header).contains(.figure(0))
    }
  }

  /// What the columns of a header are.
  func columns(_ header: [String]) -> [Column] {
    switch key {
    case .level: header.indices.map { $0 == 0 ? .figure(0) : .unknown }
    case .matrix: header.indices.map { $0 == 0 ? .key : header[$0].isEmpty ? .unknown : .figure(0) }
    case .isoDay, .monthDay, .member: header.map(column)
    }
  }

  /// The language of a title or a header; English where several share the word.
  static func language(of text: String, in aliases: [HeaderLanguage: [String]]) -> HeaderLanguage? {
    let text = HeaderCell.normalised(text)
    return HeaderLanguage.allCases.first { language in
      (aliases[language] ?? []).contains { HeaderCell.normalised($0) == text }
    }
  }
}
