import Warehouse

/// Days with their year, as platforms and spreadsheets write them.
enum WrittenDay {
  /// Which number comes first in a day of three numbers.
  enum Order: String, Sendable { case dayFirst, monthFirst }

  /// A day that says itself which of its parts is which: ISO 8601 (perhaps with a time of midnight), `2026/05/10`,
  /// `Sat, Aug 15, 2026`, `Mon Feb 03 2025`, `5 Agustus 2026`.
  static func day(_ text: String) -> CivilDate? {
    let text = text.trimmed
    return yearFirst(text) ?? named(text)
  }

  private static func yearFirst(_ text: String) -> CivilDate? {
    let day = text.prefix(10)
    guard day.utf8.count == 10,
      ["", "T00:00:00", " 00:00:00", "T00:00", " 00:00"].contains(text.dropFirst(10))
    else { return nil }
    let parts = day.split { $0 == "-" || $0 == "/" }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2 else { return nil }
    return CivilDate(iso: parts.joined(separator: "-")[...])
  }

  private static func named(_ text: String) -> CivilDate? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "-" }
    guard (3...4).contains(words.count) else { return nil }
    var (year, month, day, others) = (Int?.none, Int?.none, Int?.none, 0)
    for word in words {
      if let number = Int(word), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        if word.utf8.count == 4, year == nil {
          year = number
        } else if word.utf8.count <= 2, day == nil {
          day = number
        } else {
          return nil
        }
      } else if month == nil, let found = MonthName.month(word) {
        month = found
      } else {
        others += 1
      }
    }
    // One more word is the day of the week.
    guard let year, let month, let day, others == words.count - 3 else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Three numbers with the year last: `13-06-2025`, `1/2/2022`, `05.10.2025`; the order is not theirs to tell.
  static func numbers(_ text: some StringProtocol) -> (first: Int, second: Int, year: Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
      let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return (first, second, year)
  }

  /// A day of three numbers in a known order.
  static func day(_ text: some StringProtocol, _ order: Order) -> CivilDate? {
    guard let (first, second, year) = numbers(text) else { return nil }
    return order == .dayFirst
      ? CivilDate(year: year, month: second, day: first) : CivilDate(year: year, month: first, day: second)
  }

  /// A day by its number in a spreadsheet, 1 being 1 January 1900, from 2000 to 2049; later and earlier ones are other
  /// things than days.
  static func serial(_ text: some StringProtocol) -> CivilDate? {
    guard text.utf8.count == 5, let number = Int(text), (36_526...54_788).contains(number) else { return nil }
    return CivilDate(dayNumber: number - 25_569)
  }

  /// Reads a whole column of days: each by itself where it can be, the others in the one order that the column proves.
  ///
  /// A column proves an order where the other one is impossible for some cell, or where the days follow each other one
  /// by one in this order and not in the other.
  /// - Returns: for each cell its day or `nil`, and the order where one was concluded.
  static func column(_ cells: [String]) -> (days: [CivilDate?], order: Order?, hasSerials: Bool) {
    let days = cells.map { day($0) ?? serial($0.trimmed) }
    let hasSerials = cells.contains { serial($0.trimmed) != nil }
    guard cells.contains(where: { numbers($0.trimmed) != nil }) else { return (days, nil, hasSerials) }
    func read(_ order: Order) -> [CivilDate?] {
      zip(cells, days).map { cell, day in day ?? Self.day(cell.trimmed, order) }
    }
    let candidates = [Order.dayFirst, .monthFirst].map { ($0, read($0)) }.filter { order, found in
      zip(cells, found).allSatisfy { numbers($0.trimmed) == nil || $1 != nil }
    }
    let steady = candidates.filter { isSteady($0.1) }
    let proven = candidates.count == 1 ? candidates : steady
    guard proven.count == 1 else { return (days, nil, hasSerials) }
    return (proven[0].1, proven[0].0, hasSerials)
  }

  /// Whether days follow each other one by one, up or down, at least three of them.
  private static func isSteady(_ days: [CivilDate?]) -> Bool {
    let numbers = days.compactMap { $0?.dayNumber }
    let steps = zip(numbers.dropFirst(), numbers).map { $0 - $1 }
    return steps.count >= 2 && (steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 })
  }
}
