/// What a post is meant to tell; the kinds differ in what readers do with them.
enum CaptionKind: Int, CaseIterable {
  case service, event, achievement, education, greeting
}

/// Meta's own labels.
enum PostType: String, CaseIterable {
  case photos = "Photos"
  case videos = "Videos"
  case reels = "Reels"
  case text = "Text"
  case links = "Links"
  case live = "Live"

  var isVideo: Bool { self == .videos || self == .reels || self == .live }
}

/// A page or an account: whose it is, and what the data call it.
struct Account {
  let officeCode: String
  let id: Int
  let handle: String
  let name: String
  var platform = "facebook"
}

/// A post's counts at one export; `nil` where Meta leaves the cell blank.
struct Figures {
  var views: Int?
  var reach = 0
  var reactions = 0
  var comments = 0
  var shares = 0
  var otherClicks = 0
  var photoClicks: Int?
  var linkClicks: Int?
  var averageMilliseconds: Int?

  var interactions: Int { reactions + comments + shares }
  var totalClicks: Int { otherClicks + (photoClicks ?? 0) + (linkClicks ?? 0) }
  var watchedMilliseconds: Int? {
    averageMilliseconds.map { $0 * (views ?? reach) * 86 / 100 }
  }

  /// The counts some days later, this many permille higher.
  func grown(_ permille: Int) -> Figures {
    func more(_ count: Int) -> Int { count + (count * permille + 500) / 1000 }
    return Figures(
      views: views.map(more), reach: more(reach), reactions: more(reactions), comments: more(comments),
      shares: more(shares), otherClicks: more(otherClicks), photoClicks: photoClicks.map(more),
      linkClicks: linkClicks.map(more), averageMilliseconds: averageMilliseconds)
  }
}

/// One post of a page.
struct Post {
  let account: Account
  let id: Int
  /// Minutes since 1970 UTC.
  let published: Int
  let type: PostType
  let duration: Int
  /// Where the post keeps its text: most photos have only a title, videos a description too.
  var title: String
  var description: String
  var permalink: String
  var figures: Figures
  /// How many permille the figures grow between the export of one month and that of the next.
  let growth: Int
}
