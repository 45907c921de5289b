import Warehouse

/// A day without its year, as dashboards write it: `October 17`, `18 Agustus`, `8 de marzo`, `9月13日`, `1-Okt`.
struct MonthDay: Equatable {
  let month: Int
  let day: Int

  /// Reads a month's name and a day in either order, in any language of `MonthName`, or a Chinese, Japanese or Korean
  /// date of numbers.
  init?(_ text: String) {
    guard let (month, day) = Self.eastAsian(text) ?? Self.named(text), (1...31).contains(day) else {
      return nil
    }
    (self.month, self.day) = (month, day)
  }

  /// A day without its year.
  init(of day: CivilDate) { (_, month, self.day) = day.parts }

  private static func eastAsian(_ text: String) -> (month: Int, day: Int)? {
    for (monthMark, dayMark) in [("月", "日"), ("월", "일")] as [(Character, Character)] {
      let parts = text.filter { $0 != " " }.split(separator: monthMark)
      guard parts.count == 2, parts[1].last == dayMark else { continue }
      guard let month = Int(parts[0]), (1...12).contains(month), let day = Int(parts[1].dropLast()) else {
        return nil
      }
      return (month, day)
    }
    return nil
  }

  private static func named(_ text: String) -> (month: Int, day: Int)? {
    var words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == "-" }.map(
      String.init)
    words.removeAll { $0 == "de" }
    guard let place = words.firstIndex(where: { Int($0.filter { $0 != "." }) != nil }),
      let day = Int(words[place].filter { $0 != "." }), words[place].utf8.count <= 3
    else { return nil }
    words.remove(at: place)
    // Vietnamese: "18 tháng Tám", or with the month's number.
    if words.first == "tháng" {
      words.removeFirst()
      if words.count == 1, let month = Int(words[0]), (1...12).contains(month) { return (month, day) }
    }
    return MonthName.month(words.joined(separator: " ")).map { ($0, day) }
  }

  /// Gives each of a rising sequence of days its year: the latest years for which the last day is not after `end`; the
  /// year turns where a day is earlier in the calendar than the one before it.
  ///
  /// - Returns: `nil` where the sequence falls or spans more than a year and a half, so that no year is certain.
  static func dates(_ days: [MonthDay], upTo end: CivilDate) -> [CivilDate]? {
    let year = end.parts.year
    // Nine years hold a 29 February for certain, also around 1900 and 2100.
    return (year - 9...year).reversed().lazy.compactMap { Self.dates(days, from: $0) }
      .first { ($0.last ?? end) <= end }
  }

  /// The days from the first one's year on; `nil` where one does not exist, or all span more than a year and a half.
  private static func dates(_ days: [MonthDay], from year: Int) -> [CivilDate]? {
    var dates: [CivilDate] = []
    var year = year
    for (index, day) in days.enumerated() {
      if index > 0, (day.month, day.day) < (days[index - 1].month, days[index - 1].day) { year += 1 }
      guard let date = CivilDate(year: year, month: day.month, day: day.day) else { return nil }
      dates.append(date)
    }
    guard let first = dates.first, let last = dates.last else { return [] }
    return last.dayNumber - first.dayNumber <= 550 ? dates : nil
  }
}
