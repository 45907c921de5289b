import Warehouse

/// A day without its year, as dashboards write it: `October 17`.
struct MonthDay: Equatable {
  let month: Int
  let day: Int

  /// Reads the name of a month and a day in either order; names in English and Indonesian.
  init?(_ text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" }
    guard words.count == 2, let number = words.compactMap({ Int($0) }).first, (1...31).contains(number),
      let name = words.first(where: { Int($0) == nil }),
      let month = Self.names.firstIndex(where: { $0.contains(String(name)) })
    else { return nil }
    (self.month, day) = (month + 1, number)
  }

  private static let names: [[String]] = [
    ["january", "januari"], ["february", "februari"], ["march", "maret"], ["april"], ["may", "mei"],
    ["june", "juni"], ["july", "juli"], ["august", "agustus"], ["september"], ["october", "oktober"],
    ["november"], ["december", "desember"],
  ]

  /// Gives each of a rising sequence of days its year: the last is the latest such day up to `end`, and the year turns
  /// where a day is later in the calendar than the one behind it.
  ///
  /// - Returns: `nil` where the sequence falls or spans more than a year and a half, so that no year is certain.
  static func dates(_ days: [MonthDay], upTo end: CivilDate) -> [CivilDate]? {
    var dates: [CivilDate] = []
    var bound = end
    for day in days.reversed() {
      guard let date = day.latest(upTo: bound) else { return nil }
      dates.append(date)
      bound = date
    }
    guard let first = dates.last, let last = dates.first, last.dayNumber - first.dayNumber <= 550 else {
      return nil
    }
    return dates.reversed()
  }

  private func latest(upTo bound: CivilDate) -> CivilDate? {
    let year = bound.parts.year
    // Eight years hold a 29 February for certain, also around 1900 and 2100.
    return (year - 8...year).reversed().lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
      .first { $0 <= bound }
  }
}
