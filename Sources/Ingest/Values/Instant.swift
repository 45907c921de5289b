import Warehouse

/// Moments as the warehouse writes them: UTC, ISO 8601, to the second, so that they sort as text.
public enum Instant {
  /// Writes seconds since 1970-01-01 00:00 UTC, for example `2025-11-03T01:15:00Z`.
  public static func text(_ epoch: Int64) -> String {
    let day = epoch >= 0 ? epoch / 86_400 : (epoch - 86_399) / 86_400
    let second = epoch - day * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(CivilDate(dayNumber: Int(day)))T\(clock.joined(separator: ":"))Z"
  }

  /// How many bytes the text of an instant takes.
  static let textCount = 20

  /// Writes what `text` gives into twenty bytes; years of four digits.
  static func write(_ epoch: Int64, into target: UnsafeMutableRawBufferPointer) {
    let day = epoch >= 0 ? epoch / 86_400 : (epoch - 86_399) / 86_400
    let second = Int(epoch - day * 86_400)
    let (year, month, dayOfMonth) = CivilDate(dayNumber: Int(day)).parts
    func put(_ number: Int, _ offset: Int) {
      target[offset] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
      target[offset + 1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
    }
    put(year / 100, 0)
    put(year % 100, 2)
    put(month, 5)
    put(dayOfMonth, 8)
    put(second / 3600, 11)
    put(second / 60 % 60, 14)
    put(second % 60, 17)
    for (offset, mark) in [(4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T"))] {
      target[offset] = mark
    }
    for (offset, mark) in [(13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")), (19, UInt8(ascii: "Z"))] {
      target[offset] = mark
    }
  }

  /// Reads `2025-11-03`, `2025-11-03 09:15`, `2025-11-03T09:15:00+08:00` or `…Z`; without a zone it is WITA.
  ///
  /// A day alone stands for its end in WITA where `endOfDay`, else for its start.
  public static func read(_ text: String, endOfDay: Bool = false) -> Int64? {
    guard let day = CivilDate(iso: text.prefix(10)) else { return nil }
    let midnight = Int64(day.dayNumber) * 86_400
    var rest = text.dropFirst(10)
    guard !rest.isEmpty else { return midnight - 8 * 3600 + (endOfDay ? 86_399 : 0) }
    guard let mark = rest.popFirst(), mark == "T" || mark == " " else { return nil }
    var offset: Int64 = 8 * 3600
    if rest.hasSuffix("Z") {
      rest = rest.dropLast()
      offset = 0
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let zone = clock(rest[rest.index(after: sign)...]), zone <= 14 * 3600 else { return nil }
      offset = rest[sign] == "-" ? -zone : zone
      rest = rest[..<sign]
    }
    return clock(rest).map { midnight + $0 - offset }
  }

  /// Reads `2021-12-28 16:45 +0000`.
  static func zonedMinute(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let zone = parts[2].first, zone == "+" || zone == "-" else { return nil }
    return read("\(parts[0])T\(parts[1])\(parts[2])")
  }

  /// Seconds since midnight of `HH:MM`, `HH:MM:SS` or `HHMM`.
  static func clock(_ text: some StringProtocol) -> Int64? {
    let digits = String(text.filter { $0 != ":" })
    guard [4, 6].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(digits)
    else { return nil }
    let clock = digits.utf8.count == 4 ? number * 100 : number
    let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}
