extension FormatDescriptor {
  /// The old export of analytics.twitter.com, one row per tweet.
  ///
  /// Organic counts carry a fraction of zero. Promoted columns are not read: the organic ones leave them out.
  static let xTweets = FormatDescriptor(
    name: "x-tweets",
    platform: "x",
    summary: "X: ekspor lama analytics.twitter.com (satu baris per cuitan)",
    checkedAgainst: "ekspor nyata April 2021 (Inggris, 40 kolom)",
    content: .posts,
    columns: [
      .required(.nativeID, .text, [.english: ["Tweet id"]]),
      .required(.permalink, .text, [.english: ["Tweet permalink"]]),
      .required(.caption, .text, [.english: ["Tweet text"]]),
      .required(.publishedAt, .zonedMinute, [.english: ["time"]]),
      .required(.impressions, .wholeDecimal, [.english: ["impressions"]]),
      .optional(.engagements, .wholeDecimal, [.english: ["engagements"]]),
      .optional(.reposts, .wholeDecimal, [.english: ["retweets"]]),
      .optional(.comments, .wholeDecimal, [.english: ["replies"]]),
      .optional(.likes, .wholeDecimal, [.english: ["likes", "favorites"]]),
      .optional(.profileVisits, .wholeDecimal, [.english: ["user profile clicks"]]),
      .optional(.linkClicks, .wholeDecimal, [.english: ["url clicks"]]),
      .optional(.follows, .wholeDecimal, [.english: ["follows"]]),
      .optional(.saves, .wholeDecimal, [.english: ["bookmarks"]]),
    ],
    essentialMetrics: [.impressions, .likes, .comments, .reposts],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .other, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .xNameLifetime, unconfirmedLanguages: [],
    unknownMarks: ["-"],
    isRectangular: true,
    rule: XPost.judge)
}
