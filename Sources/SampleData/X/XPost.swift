/// A post on X and its counts at one export.
struct XPost {
  let id: Int
  /// Since 1970 UTC; the id says the same.
  let milliseconds: Int
  let text: String
  var figures: XFigures
  /// How many permille the counts grow until the next month's export.
  let growth: Int

  /// The day in UTC, counted from 1970.
  var day: Int { milliseconds / 86_400_000 }

  /// The day on a clock in Wajo.
  var localDay: Int { (milliseconds + TimeZones.witaMinutes * 60_000) / 86_400_000 }

  /// Where X starts to count the milliseconds of its ids.
  private static let epoch = 1_288_834_974_657

  /// An id as X makes them: the millisecond, then 22 bits of machine and sequence.
  static func id(at milliseconds: Int, _ random: inout SplitMix64) -> Int {
    (milliseconds - epoch) << 22 | random.below(1 << 22)
  }

  /// The post at the next month's export.
  var grown: XPost {
    var post = self
    post.figures = XFigures(values: figures.values.map { $0 + ($0 * growth + 500) / 1000 })
    return post
  }
}

/// The thirteen counts, in the one order that the export has had in every year and language.
struct XFigures {
  let values: [Int]

  init(values: [Int]) { self.values = values }

  /// Counts of a post that was shown this many times.
  init(impressions: Int, hasLink: Bool, _ random: inout SplitMix64) {
    func part(_ permille: ClosedRange<Int>) -> Int {
      random.thousandths(of: impressions * random.within(permille))
    }
    let (likes, bookmarks, shares) = (part(4...26), part(0...3), part(0...3))
    let (follows, replies, reposts) = (part(0...1), part(0...4), part(1...9))
    let (visits, expands, links) = (part(0...8), part(3...22), hasLink ? part(3...18) : 0)
    let hashtags = part(0...2)
    // X counts more ways of engagement than it lists columns.
    let engagements =
      likes + bookmarks + shares + follows + replies + reposts + visits + expands + links + hashtags
      + random.within(0...3)
    values = [
      impressions, likes, engagements, bookmarks, shares, follows, replies, reposts, visits, expands, links,
      hashtags, 0,
    ]
  }
}
