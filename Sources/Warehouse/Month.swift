/// A calendar month in WITA, the span that reports are about.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since year 0.
  private let number: Int

  private init(number: Int) { self.number = number }

  /// The month that a day lies in.
  public init(of day: CivilDate) {
    let (year, month, _) = day.parts
    number = year * 12 + month - 1
  }

  /// The month of a key of `dim_date`, yyyymmdd.
  public init(key: Int64) { number = Int(key / 10_000) * 12 + Int(key / 100 % 100) - 1 }

  /// Reads `YYYY-MM`.
  public init?(_ text: String) {
    guard let day = CivilDate(iso: text + "-01") else { return nil }
    self.init(of: day)
  }

  /// The calendar year.
  public var year: Int { number / 12 }
  /// 1–12.
  public var month: Int { number % 12 + 1 }
  /// The month after.
  public var next: Month { Month(number: number + 1) }
  /// The month before.
  public var previous: Month { Month(number: number - 1) }

  /// The first day.
  public var firstDay: CivilDate {
    CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
  }

  /// The last day.
  public var lastDay: CivilDate { CivilDate(dayNumber: next.firstDay.dayNumber - 1) }

  /// `YYYY-MM`.
  public var description: String { String("\(firstDay)".prefix(7)) }

  /// Name and year, for example `Oktober 2025`.
  public func name(in language: Language) -> String {
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return "\(language.choose(Calendar.monthNames[month - 1], english[month - 1])) \(year)"
  }

  /// Earlier before later.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}
