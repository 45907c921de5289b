/// A quarter or a year of months in WITA, the span that a recap is about.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The calendar year.
  public let year: Int
  /// 1–4; `nil`: the whole year.
  public let quarter: Int?

  /// Reads `2025-Q4` or `2025`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, let january = Month("\(parts[0])-01") else {
      return nil
    }
    year = january.year
    guard parts.count == 2 else {
      quarter = nil
      return
    }
    guard let place = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: parts[1]) else { return nil }
    quarter = place + 1
  }

  /// Its months, in order.
  public var months: [Month] {
    let numbers = quarter.map { ($0 * 3 - 2)...($0 * 3) } ?? 1...12
    return numbers.compactMap { Month("\(padded(year, to: 4))-\(padded($0, to: 2))") }
  }

  /// `2025-Q4` or `2025`.
  public var description: String { padded(year, to: 4) + (quarter.map { "-Q\($0)" } ?? "") }

  /// As a heading has it, for example `Triwulan IV 2025`.
  public func name(in language: Language) -> String {
    guard let quarter else { return "\(language.choose("Tahun", "The year")) \(year)" }
    let roman = ["I", "II", "III", "IV"][quarter - 1]
    return language.choose("Triwulan \(roman) \(year)", "Quarter \(quarter) of \(year)")
  }
}
