/// The two months of the sample and the exports that cover them.
enum SampleMonth: Int, CaseIterable {
  case september = 9
  case october = 10

  /// The Pacific days of the export: a day early, because the WITA month begins on the day before in America.
  var exported: (first: Int, last: Int) {
    let year = 2025
    return self == .september
      ? (CivilDay.number(year, 8, 31), CivilDay.number(year, 9, 30))
      : (CivilDay.number(year, 9, 30), CivilDay.number(year, 10, 31))
  }

  /// The days in Wajo on which the month's posts appear, with the ends that only the export's range reaches.
  var days: [Int] { self == .september ? Array(exported.first...exported.last) : Array(october) }

  private var october: ClosedRange<Int> { (exported.first + 1)...(exported.last + 1) }

  /// Whether the export lists a post of that minute in UTC.
  func lists(_ published: Int) -> Bool {
    let day = (published + TimeZones.pacificMinutes(atUTC: published)) / 1440
    return day >= exported.first && day <= exported.last
  }

  /// `Aug-31-2025_Sep-30-2025_<digits>.csv`.
  func fileName(_ digits: Int, first: Int? = nil) -> String {
    "\(FileName.day(first ?? exported.first))_\(FileName.day(exported.last))_\(digits).csv"
  }
}

/// Meta's names of files.
enum FileName {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func day(_ number: Int) -> String {
    let date = CivilDay.date(number)
    return "\(months[date.month - 1])-\(two(date.day))-\(date.year)"
  }

  /// The number of a report, by which Meta tells two exports of one range apart.
  static func digits(_ random: inout SplitMix64) -> Int {
    random.within(1_000_000_000_000_000...9_999_999_999_999_999)
  }
}
