/// The languages in which the platforms write headers.
public enum HeaderLanguage: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Indonesian.
  case indonesian = "id"
  /// Dutch.
  case dutch = "nl"
  /// Portuguese.
  case portuguese = "pt"
  /// French.
  case french = "fr"
  /// Swedish.
  case swedish = "sv"
  /// Traditional Chinese.
  case traditionalChinese = "zh-Hant"
  /// German.
  case german = "de"
  /// Spanish.
  case spanish = "es"
  /// Japanese.
  case japanese = "ja"
  /// Korean.
  case korean = "ko"
  /// Malay.
  case malay = "ms"
}

/// What a column means, whatever its header says.
public enum Field: String, CaseIterable, Sendable {
  // Who and what.
  case nativeID, accountID, accountHandle, accountName, title, caption, permalink, postFormat, customLabel
  // When, and what kind of row.
  case publishedAt, durationSeconds, isShare, dataComment, rowKind
  // Metrics: named as the columns of fact_post_snapshot are.
  case impressions, views, engagedViews, reach, reachPaid, viewers, likes, comments, shares, reposts, saves
  case clicks, linkClicks, follows, profileVisits, watchSeconds, replies, navigation, stickerTaps, engagements
  /// The platform's own sum of its interactions: never stored, compared with the parts.
  case interactionsTotal
  /// Columns that tell the format and are not kept.
  case ignored1, ignored2, ignored3
}

/// What the cells of a column hold.
public enum ValueKind: Sendable, Equatable {
  /// An id: digits only, destroyed by spreadsheets.
  case id
  /// Any text.
  case text
  /// A whole number ≥ 0; blank is unknown.
  case count
  /// A whole number that the platform nets, so that it may be negative.
  case signedCount
  /// A whole number that is written with a fraction of zero: `3423.0`.
  case wholeDecimal
  /// A number with a decimal point; blank is unknown.
  case decimal
  /// Hours with a decimal point, kept as seconds.
  case hours
  /// A span as seconds or as `H:MM:SS`.
  case span
  /// An id of eleven letters, digits, `-` and `_`, perhaps with a guarding blank.
  case videoID
  /// A day with its year, written out; kept where nothing tells the instant.
  case day
  /// `2021-12-28 16:45 +0000`.
  case zonedMinute
  /// `MM/DD/YYYY HH:MM` on the US Pacific clock.
  case pacificMinute
  /// `0` or `1`.
  case flag
  /// One of the format's post-type labels.
  case postFormat
  /// One of the format's marks of a lifetime row.
  case rowKind
}

/// One column of a format: its meaning, its cells, its headers.
public struct ColumnSpec: Sendable {
  /// What it means.
  public let field: Field
  /// What its cells hold.
  public let kind: ValueKind
  /// Whether a file without it is another format.
  public let isRequired: Bool
  /// Its headers by language, as the platform writes them.
  public let aliases: [HeaderLanguage: [String]]

  static func required(_ field: Field, _ kind: ValueKind, _ aliases: [HeaderLanguage: [String]]) -> ColumnSpec
  {
    ColumnSpec(field: field, kind: kind, isRequired: true, aliases: aliases)
  }

  static func optional(_ field: Field, _ kind: ValueKind, _ aliases: [HeaderLanguage: [String]]) -> ColumnSpec
  {
    ColumnSpec(field: field, kind: kind, isRequired: false, aliases: aliases)
  }
}

/// What the rows of a format are.
public enum Content: String, Sendable {
  /// Posts that stay: a file of them says whether a month is complete.
  case posts
  /// Stories, which are reported and never ranked.
  case stories
}

/// How a format tells which posts a file lists and when what it counts happened.
public enum WindowRule: Sendable {
  /// Posts of a range of Pacific days that stands in the name; figures since publication, up to the export.
  case metaNameLifetime
  /// Posts of a range of UTC days that stands in the name; figures taken as lifetime, up to the export.
  case xNameLifetime
  /// Whatever was seen within a span of Pacific days that a file beside it, its container or its folder tells; figures
  /// of that span alone. Without the span the file waits.
  case youTubePeriod
  /// Some posts of any age; lifetime figures.
  case unknownLifetime
}

/// Which of the posts it could list a file does list.
public enum Listing: Sendable {
  /// Every one.
  case all
  /// The best few by a measure that the file does not name.
  case top
}

/// A rule of one format about a whole record, once its cells are read: what it adds to the observation, or why the
/// record is none (`nil`: it is one).
typealias RecordRule = @Sendable (inout Observation, inout Remarks) -> RowParser.Outcome?

/// Everything the engine knows of one kind of export file, as data.
public struct FormatDescriptor: Sendable {
  /// Its name in the ledger and on the command line.
  public let name: String
  /// The platform's code in `dim_platform`.
  public let platform: String
  /// What it is, one line in Indonesian.
  public let summary: String
  /// Which real files it was checked against, and when.
  public let checkedAgainst: String
  /// What its rows are.
  let content: Content
  /// Its columns, in the order of the documentation.
  public let columns: [ColumnSpec]
  /// Metrics without which no rate can be computed: a file that lacks one warns.
  let essentialMetrics: Set<Field>
  /// Cells of the row-kind column that say "since publication", normalised.
  let lifetimeMarks: Set<String>
  /// Post-type labels, normalised, and the `dim_post_format` they mean.
  let postFormats: [String: PostFormat]
  /// The `dim_post_format` of a row without a label.
  let unlabelledPostFormat: PostFormat
  /// A piece of a permalink that tells the format better than the label does.
  let permalinkFormats: [(piece: String, postFormat: PostFormat)]
  /// The host of a post's address, and the folders behind an account's handle in it.
  let permalinkHost: String?
  let permalinkFolders: [String]
  /// How the file's name tells which days' posts it lists.
  let window: WindowRule
  /// Languages whose headers were never seen in a real file: reading one is an assumption.
  let unconfirmedLanguages: Set<HeaderLanguage>
  /// Headers, normalised, that no such file has: with one it is another format.
  var foreignHeaders: Set<String> = []
  /// Cells that say "not known".
  var unknownMarks: [String] = []
  /// The interactions that a sum of them takes, where the file has their columns.
  var interactions: [Field] = [.likes, .comments, .shares, .reposts, .saves]
  /// Which of the posts it could list a file does list.
  var listing = Listing.all
  /// Whether records or addresses name the account; where not, the folder must.
  var namesAccount = true
  /// Every record has all columns; one that ends early is cut off, and its figures may stand in the wrong ones.
  var isRectangular = false
  /// A line of one cell may stand at its end that is no record.
  var hasFooter = false
  /// What is particular to its records.
  var rule: RecordRule?
  /// Its columns in the platform's fixed order, where that order tells them even in an unknown language.
  var positions: PositionRule?
  /// Makes the text readable where the platform writes it out of the grammar.
  var repair: (@Sendable (any ByteSource) -> any ByteSource)?
}

/// A fixed order of columns that holds in every language, and the shape of a record that proves it.
struct PositionRule: Sendable {
  /// The field at each place.
  let fields: [Field]
  /// Whether the cells of the first record are such a record's.
  let fits: @Sendable ([String]) -> Bool
}

extension FormatDescriptor {
  /// The instants from which and up to which (exclusive) a file lists posts, where its name tells.
  func publishedWindow(fileName: String) -> (from: Int64, to: Int64)? {
    switch window {
    case .metaNameLifetime: FileName.metaWindow(fileName)
    case .xNameLifetime: FileName.xWindow(fileName)
    case .youTubePeriod, .unknownLifetime: nil
    }
  }

  /// Every format medsos reads; a new one is a file beside this one and a line here.
  public static let known: [FormatDescriptor] = [
    .facebookContent, .instagramContent, .instagramStories, .xContent, .xTweets, .youTubeTable,
    .tikTokContent,
    .tikTokBusinessVideos,
  ]
}
