import Warehouse

/// The words of one language, and its way of writing numbers and days.
struct Wording {
  let language: Language
  private var catalogue: [Phrase: String] { Self.catalogue(language) }

  static func catalogue(_ language: Language) -> [Phrase: String] {
    language == .indonesian ? indonesian : english
  }

  /// A phrase with its blanks filled in.
  func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    // A value may hold braces itself, so that each blank is filled once, from left to right.
    var result = ""
    var rest = Substring(catalogue[phrase] ?? phrase.rawValue)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open] + (values.first { $0.key == name }?.value ?? "–")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A whole number with its thousands apart, for example `1.234`; a dash where it is not known.
  func count(_ number: Int64?) -> String {
    guard let number else { return "–" }
    let digits = String(number.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += language.choose(".", ",") }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + grouped
  }

  func count(_ number: Int) -> String { count(Int64(number)) }

  /// A share of one as percent without the word, for example `4,1`; two decimals below one percent.
  func percent(_ share: Double?, places: Int? = nil) -> String {
    guard let share else { return "–" }
    return decimal(share * 100, places: places ?? Self.places(share))
  }

  /// The decimals that a share of one needs as percent, so that a small one is not shown as none.
  static func places(_ share: Double) -> Int { abs(share) < 0.00995 && share != 0 ? 2 : 1 }

  /// A number with a fixed count of decimals, rounded half away from zero.
  func decimal(_ number: Double, places: Int) -> String {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = (number * factor).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
    let digits = Int64(scaled)
    let (whole, part) = digits.magnitude.quotientAndRemainder(dividingBy: UInt64(factor))
    guard places > 0 else { return count(digits) }
    let fraction = String(part)
    return (digits < 0 ? "-" : "") + count(Int64(whole)) + language.choose(",", ".")
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// A day, for example `20 Oktober 2025`.
  func day(_ day: CivilDate) -> String {
    "\(day.parts.day) \(Month(of: day).name(in: language))"
  }

  /// The day in WITA (UTC+8) of an instant as the warehouse writes it.
  func day(instant: String) -> String {
    guard let date = CivilDate(iso: instant.prefix(10)), let hour = Int(instant.dropFirst(11).prefix(2))
    else {
      return instant
    }
    return day(CivilDate(dayNumber: date.dayNumber + (hour >= 16 ? 1 : 0)))
  }

  /// Day, month and time in WITA of an instant as the warehouse writes it, for example `1/10 15.00`; the end of a span
  /// that ends at midnight is `31/10 24.00`.
  func witaMoment(_ instant: String, isEnd: Bool = false) -> String? {
    let clock = instant.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
    guard let date = CivilDate(iso: instant.prefix(10)), clock.count == 2 else { return nil }
    var minutes = date.dayNumber * 1440 + clock[0] * 60 + clock[1] + 8 * 60
    let isMidnight = isEnd && minutes.isMultiple(of: 1440)
    if isMidnight { minutes -= 1440 }
    let day = CivilDate(dayNumber: minutes / 1440).parts
    let (hour, minute) = isMidnight ? (24, 0) : (minutes % 1440 / 60, minutes % 60)
    let padded = [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.day)/\(day.month) \(padded.joined(separator: language.choose(".", ":")))"
  }

  /// At most `limit` names, joined by commas; how many more there are.
  func list(_ names: [String], limit: Int = 60) -> String {
    guard names.count > limit else { return names.isEmpty ? self(.none) : names.joined(separator: ", ") }
    let rest = self(.more, ["count": count(names.count - limit)])
    return names.prefix(limit).joined(separator: ", ") + ", " + rest
  }
}
