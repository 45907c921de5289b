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
  /// Figures may be negative, since the platform nets them.
  var allowsNegative = false
  /// The clock by which its days begin.
  var clock = Clock.pacific
  /// It has no figure of its own and only tells which days the file beside it counts.
  var tellsSpanOnly = false

  /// A clock of days.
  enum Clock: Sendable {
    /// US Pacific time.
    case pacific
    /// UTC; TikTok does not say which it is, and this fits best.
    case utc
  }
}

extension AccountFormat {
  /// Every account-level format medsos reads; a new one is a file beside this one and a line here.
  public static let known: [AccountFormat] = [
    .metaAccount, .dashboardFollowers, .dashboardViewers, .dashboardGender, .xOverview, .xDays, .xVideos,
    .youTubeDays, .youTubeChart, .tikTokOverview, .tikTokActivity, .tikTokTerritories,
    .tikTokBusinessOverview,
  ]

  /// Formats whose days tell the span of a table beside them.
  static let periodFormats: Set<String> = [AccountFormat.youTubeDays.name, AccountFormat.youTubeChart.name]
}

extension AccountFormat {
  /// The plain table that shares most headers with a file's, where it shares two and more, and what it lacks.
  static func nearest(to header: [String]) -> UnknownHeader? {
    let scored = known.filter { $0.layout == .plain }.flatMap { format in
      format.tables.map { table in
        (format: format, table: table, hits: Set(header.map { "\(table.column(of: $0))" }).count - 1)
      }
    }
    guard let best = scored.max(by: { $0.hits < $1.hits }), best.hits >= 2 else { return nil }
    let columns = best.table.columns(header)
    var missing = columns.contains(.key) ? [] : best.table.keyHeaders[.english]?.prefix(1).map { $0 } ?? []
    missing += best.table.companions.prefix(columns.contains(.companion) ? 0 : 1)
    missing += best.table.needs.filter { !columns.contains(.figure($0)) }.compactMap {
      best.table.values[$0].headers[.english]?.first
    }
    return UnknownHeader(found: header, nearest: best.format.name, missing: missing)
  }
}

/// One kind of table of an account-level file.
public struct AccountTable: Sendable {
  /// What names a row.
  enum Key: Sendable, Equatable {
    /// A day with its year.
    case day
    /// `October 17`, without a year.
    case monthDay
    /// A day without its year in the row's first column, an hour of it in the second: a member of a dimension.
    case dayHour(dimension: String)
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
    /// Turns a number with a fraction into the metric's whole units; `nil`: whole as it stands.
    var scale: Double?
    /// The platform fills the column with zeros and does not deliver it.
    var zeroIsUnknown = false

    /// Known, and not kept: it tells the format and its span.
    var isKept: Bool { !metric.isEmpty }
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
  /// The places in `values` that a file must have; none: any of them.
  let needs: [Int]
  /// The other headers that a file must have, such as a second column of the key.
  let companions: [String]
  /// Headers, normalised, that no such file has.
  let foreignHeaders: Set<String>
  /// What the normalised headers are.
  private let index: [String: Column]

  init(
    titles: [HeaderLanguage: [String]], platform: String?, key: Key, keyHeaders: [HeaderLanguage: [String]],
    values: [Value], needs: [Int] = [0], companions: [String] = [], foreignHeaders: Set<String> = []
  ) {
    (self.titles, self.platform, self.key) = (titles, platform, key)
    (self.keyHeaders, self.values, self.needs) = (keyHeaders, values, needs)
    (self.companions, self.foreignHeaders) = (companions, foreignHeaders)
    var index: [String: Column] = [:]
    for (place, value) in values.enumerated() {
      for header in value.headers.values.joined() { index[HeaderCell.normalised(header)] = .figure(place) }
    }
    for header in companions { index[HeaderCell.normalised(header)] = .companion }
    for header in keyHeaders.values.joined() { index[HeaderCell.normalised(header)] = .key }
    self.index = index
  }
  /// Whether figures are shares of a whole: `4.2%`, `0.75` or `75`.
  var isShare: Bool { values.contains { $0.metric == "follower_share" } }
}

extension AccountTable {
  /// What a column of a file is.
  enum Column: Equatable {
    case key
    /// A second column of the key.
    case companion
    /// The figures at this place of `values`.
    case figure(Int)
    case unknown
  }

  /// What a column is, by its header.
  func column(of cell: String) -> Column {
    let cell = HeaderCell.normalised(cell)
    return index[cell] ?? index[HeaderCell.withoutCurrency(cell)] ?? .unknown
  }

  /// Whether a header is one of this table's: its key, and the first of its figures.
  func fits(_ header: [String]) -> Bool {
    switch key {
    case .level: header.dropFirst().allSatisfy(\.isEmpty)
    case .matrix: header.count > 1 && column(of: header[0]) == .key
    case .day, .monthDay, .dayHour, .member: fitsColumns(header)
    }
  }

  private func fitsColumns(_ header: [String]) -> Bool {
    // Under a title the key may stand anywhere.
    let hasKey = titles.isEmpty ? header.first.map(column) == .key : header.map(column).contains(.key)
    guard hasKey,
      foreignHeaders.isDisjoint(with: header.map(HeaderCell.normalised))
    else { return false }
    let columns = columns(header)
    guard companions.isEmpty || columns.contains(.companion) else { return false }
    return needs.isEmpty
      ? values.indices.contains { columns.contains(.figure($0)) }
      : needs.allSatisfy { columns.contains(.figure($0)) }
  }

  /// What the columns of a header are.
  func columns(_ header: [String]) -> [Column] {
    switch key {
    case .level: header.indices.map { $0 == 0 ? .figure(0) : .unknown }
    case .matrix: header.indices.map { $0 == 0 ? .key : header[$0].isEmpty ? .unknown : .figure(0) }
    case .day, .monthDay, .dayHour, .member: header.map(column)
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
