/// An account's own figures by day, hour and kind of follower.
struct TikTokAccount {
  let sheet: TikTokSheet
  let followers: Int
  private var level: Int

  init(sheet: TikTokSheet, followers: Int) {
    (self.sheet, self.followers) = (sheet, followers)
    level = followers
  }

  /// Likes and comments are net of those taken back, so that a quiet day can be negative.
  func overview(_ days: ClosedRange<Int>, _ random: inout SplitMix64) -> [[String]] {
    [["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"]]
      + days.map { day in
        let views = followers * random.within(60...240) / 1000 * random.spread() / 1000
        let counts = [
          views, random.thousandths(of: views * random.within(2...12)),
          random.thousandths(of: views * random.within(10...50)) - random.below(2),
          random.thousandths(of: views * random.within(0...6)) - (random.chance(100) ? 1 : 0),
          random.thousandths(of: views * random.within(0...8)),
        ]
        return [sheet.day(day)] + counts.map(String.init)
      }
  }

  /// `unfinished` is a last day that TikTok has not counted yet.
  func viewers(
    _ days: ClosedRange<Int>, unfinished: Bool, _ random: inout SplitMix64
  ) -> [[String]] {
    var rows = [["Date", "Total Viewers", "New Viewers", "Returning Viewers"]]
    rows += days.map { day in
      let total = followers * random.within(40...160) / 1000
      let new = total * random.within(500...800) / 1000
      return [sheet.day(day)] + [total, new, total - new].map(String.init)
    }
    if unfinished { rows[rows.count - 1] = [sheet.day(days.upperBound), "undefined", "0", "0"] }
    return rows
  }

  /// The level runs on from month to month.
  mutating func history(_ days: ClosedRange<Int>, _ random: inout SplitMix64) -> [[String]] {
    var rows = [["Date", "Followers", "Difference in followers from previous day"]]
    for day in days {
      let change = random.within(-3...(8 + followers / 200))
      level += change
      rows.append([sheet.day(day), String(level), String(change)])
    }
    return rows
  }

  /// The week before the export, and the running day, which TikTok fills with 0.
  func activity(before exported: Int, _ random: inout SplitMix64) -> [[String]] {
    var rows = [["Date", "Hour", "Active followers"]]
    for day in (exported - 7)...exported {
      for hour in 0..<24 {
        let awake = hour < 5 ? 60 : hour < 17 ? 220 : 380
        let active = day < exported ? followers * awake / 1000 * random.within(800...1200) / 1000 : 0
        rows.append([sheet.day(day), String(hour), String(active)])
      }
    }
    return rows
  }

  func gender(_ random: inout SplitMix64) -> [[String]] {
    let female = random.within(42...58)
    return [
      ["Gender", "Distribution"], ["Female", "0.\(female)"], ["Male", "0.\(99 - female)"], ["Other", "0.01"],
    ]
  }

  func territories(_ random: inout SplitMix64) -> [[String]] {
    let home = random.within(93...97)
    return [
      ["Top territories", "Distribution"], ["ID", "0.\(home)"], ["MY", "0.0\(98 - home)"], ["SA", "0.01"],
      ["Others", "0.01"],
    ]
  }
}
