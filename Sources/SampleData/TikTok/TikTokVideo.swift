/// A video or a row of photos on TikTok, with its counts since it was posted.
struct TikTokVideo {
  let id: Int
  let caption: String
  let isPhoto: Bool
  /// Seconds since 1970 UTC; later than the upload, of which the id speaks, where the post was scheduled.
  let posted: Int
  let counts: TikTokCounts
  /// How many permille the counts grow in a month.
  let growth: Int

  /// An id as TikTok makes them: the second of the upload, then 32 bits of its own.
  static func id(uploaded seconds: Int, _ random: inout SplitMix64) -> Int {
    seconds << 32 | random.below(1 << 32)
  }

  /// The counts at the export of a month.
  func counts(at month: SampleMonth) -> TikTokCounts {
    let isNew = posted / 86_400 >= SampleMonth.october.calendarDays.lowerBound
    return month == .september || isNew ? counts : counts.grown(growth)
  }
}

/// What TikTok counts of a post.
struct TikTokCounts {
  let views: Int
  let likes: Int
  let comments: Int
  let shares: Int

  func grown(_ permille: Int) -> TikTokCounts {
    func more(_ count: Int) -> Int { count + (count * permille + 500) / 1000 }
    return TikTokCounts(
      views: more(views), likes: more(likes), comments: more(comments), shares: more(shares))
  }
}
