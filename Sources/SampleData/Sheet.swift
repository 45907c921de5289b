/// A column of the content export, by its English header.
enum Column: String, CaseIterable {
  case postID = "Post ID"
  case pageID = "Page ID"
  case pageName = "Page name"
  case title = "Title"
  case description = "Description"
  case duration = "Duration (sec)"
  case publishTime = "Publish time"
  case captionType = "Caption type"
  case permalink = "Permalink"
  case isCrosspost = "Is crosspost"
  case isShare = "Is share"
  case postType = "Post type"
  case languages = "Languages"
  case customLabels = "Custom labels"
  case fundedStatus = "Funded content status"
  case dataComment = "Data comment"
  case date = "Date"
  case views = "Views"
  case reach = "Reach"
  case organicReach = "Reach from Organic posts"
  case boostedReach = "Reach from Boosted posts"
  case interactions = "Reactions, Comments and Shares"
  case reactions = "Reactions"
  case comments = "Comments"
  case shares = "Shares"
  case totalClicks = "Total clicks"
  case otherClicks = "Other Clicks"
  case photoClicks = "Matched Audience Targeting Consumption (Photo Click)"
  case linkClicks = "Link Clicks"
  case secondsViewed = "Seconds viewed"
  case averageSeconds = "Average Seconds viewed"

  /// The fixed left part of every export.
  static let left = Array(allCases.prefix(17))
  /// The usual metrics.
  static let tail: [Column] = [
    .views, .reach, .interactions, .reactions, .comments, .shares, .totalClicks, .otherClicks, .photoClicks,
    .linkClicks, .secondsViewed, .averageSeconds,
  ]
  /// The same in another order: Meta sorts metrics as the data bring them up.
  static let otherTail: [Column] = [
    .reach, .interactions, .reactions, .comments, .shares, .totalClicks, .otherClicks, .linkClicks,
    .photoClicks,
    .views, .secondsViewed, .averageSeconds,
  ]
}

extension Post {
  /// The post's cell in a column, as Meta writes it.
  func cell(_ column: Column) -> String {
    switch column {
    case .postID: String(id)
    case .pageID: String(account.id)
    case .pageName: account.name
    case .title: title
    case .description: description
    case .duration: String(duration)
    case .publishTime: TimeZones.pacific(published).native
    case .captionType: "N/A"
    case .permalink: permalink
    case .isCrosspost, .isShare: "0"
    case .postType: type.rawValue
    case .languages, .customLabels, .fundedStatus, .dataComment: ""
    case .date: "Lifetime"
    default: metric(column)
    }
  }

  private func metric(_ column: Column) -> String {
    switch column {
    case .views: text(figures.views)
    case .reach, .organicReach: String(figures.reach)
    case .interactions: String(figures.interactions)
    case .reactions: String(figures.reactions)
    case .comments: String(figures.comments)
    case .shares: String(figures.shares)
    case .totalClicks: String(figures.totalClicks)
    case .otherClicks: String(figures.otherClicks)
    case .photoClicks: text(figures.photoClicks)
    case .linkClicks: text(figures.linkClicks)
    case .secondsViewed: figures.watchedMilliseconds.map(seconds) ?? ""
    case .averageSeconds: figures.averageMilliseconds.map(seconds) ?? ""
    default: "0"
    }
  }

  private func text(_ count: Int?) -> String { count.map(String.init) ?? "" }

  /// `4395683` milliseconds as `4395.683`, without zeros at the end.
  private func seconds(_ milliseconds: Int) -> String {
    let (whole, rest) = (milliseconds / 1000, milliseconds % 1000)
    guard rest > 0 else { return String(whole) }
    let digits = "\(rest / 100)\(rest / 10 % 10)\(rest % 10)"
    let kept = digits.utf8.count - (rest % 100 == 0 ? 2 : rest % 10 == 0 ? 1 : 0)
    return "\(whole).\(digits.prefix(kept))"
  }
}

/// An export's table as text, which troubles can edit as people do.
struct Sheet {
  private(set) var columns: [Column]
  var header: [String]
  var rows: [[String]]

  /// The posts with the left columns and the given metrics.
  init(_ posts: [Post], tail: [Column] = Column.tail) {
    self.init(posts, columns: Column.left + tail)
  }

  /// The posts with exactly these columns.
  init(_ posts: [Post], columns: [Column]) {
    self.columns = columns
    header = columns.map(\.rawValue)
    rows = posts.map { post in columns.map(post.cell) }
  }

  /// A cell by row and column; the column must be one of the sheet's.
  subscript(row: Int, column: Column) -> String {
    get { columns.firstIndex(of: column).map { rows[row][$0] } ?? "" }
    set {
      guard let index = columns.firstIndex(of: column) else { return }
      rows[row][index] = newValue
    }
  }

  /// Rewrites every cell of a column.
  mutating func map(_ column: Column, _ change: (String) -> String) {
    for row in rows.indices { self[row, column] = change(self[row, column]) }
  }

  /// The file's bytes.
  func bytes(_ style: CSVStyle) -> [UInt8] { style.file([header] + rows) }
}
