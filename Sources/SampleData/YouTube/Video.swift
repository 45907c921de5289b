/// A video of a channel and how often it was watched, day by day.
struct Video {
  let id: String
  let title: String
  /// The Pacific day, counted from 1970; `nil` for a video that is not public.
  let published: Int?
  /// Seconds.
  let duration: Int
  /// Views by Pacific day.
  let daily: [Int: Int]
  /// Gone from the channel: its views stay in the channel's totals, and no row names it.
  var isDeleted = false

  func views(_ days: ClosedRange<Int>) -> Int { days.reduce(0) { $0 + (daily[$1] ?? 0) } }

  /// Views of the first week after publication, in permille of the launch; a long tail follows.
  private static let launch = [420, 190, 90, 60, 45, 35, 30]

  /// Views of a public video from its day to the last one, for one that draws this many at its start.
  static func daily(
    from published: Int, to last: Int, start: Int, _ random: inout SplitMix64
  ) -> [Int: Int] {
    guard published <= last else { return [:] }
    var daily: [Int: Int] = [:]
    for day in published...last {
      let age = day - published
      daily[day] = random.thousandths(of: start * (age < launch.count ? launch[age] : 60 / age))
    }
    return daily
  }
}

/// What a table row says of a video, or of the channel, for one window.
struct VideoFigures {
  var views = 0
  var engaged = 0
  /// Ten-thousandths of an hour.
  var watch = 0
  /// Net, so that it can be negative.
  var subscribers = 0
  var likes = 0
  var shares = 0
  var comments = 0
  var impressions = 0
  /// Clicks on the thumbnail.
  var clicks = 0

  init() {}

  init(_ video: Video, views: Int, _ random: inout SplitMix64) {
    let isShort = video.duration <= 60
    self.views = views
    engaged = isShort ? views * random.within(550...820) / 1000 : views
    watch = views * video.duration * random.within(250...600) / 360
    subscribers = random.thousandths(of: views * random.within(0...9)) - (random.chance(150) ? 1 : 0)
    likes = random.thousandths(of: views * random.within(15...60))
    shares = random.thousandths(of: views * random.within(2...15))
    comments = random.thousandths(of: views * random.within(1...10))
    impressions = views * (isShort ? random.within(700...1500) : random.within(5000...14_000)) / 1000
    clicks = impressions * random.within(25...90) / 1000
  }

  static func + (one: VideoFigures, other: VideoFigures) -> VideoFigures {
    var sum = one
    sum.views += other.views
    sum.engaged += other.engaged
    sum.watch += other.watch
    sum.subscribers += other.subscribers
    sum.likes += other.likes
    sum.shares += other.shares
    sum.comments += other.comments
    sum.impressions += other.impressions
    sum.clicks += other.clicks
    return sum
  }

  /// Hundredths of a percent.
  var clickRate: Int { impressions > 0 ? clicks * 10_000 / impressions : 0 }
}
