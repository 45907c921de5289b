import Warehouse

/// Cells as spreadsheets rewrite them, read for what they may mean; which meaning holds is the file's to prove.
enum DamagedCell {
  /// A time of Meta's kind in another shape.
  enum Time: Equatable {
    /// Three numbers with the year last.
    case numbers(first: Int, second: Int, year: Int, minute: Int)
    /// A date of the spreadsheet's own, whose parts are certain and whose making is not.
    case calendar(CivilDate, minute: Int)
  }

  /// `5/10/2025 14:05`, `05/10/2025 14.05`, `2025-10-05T14:05:00`, `45935,58681`.
  static func time(_ text: String) -> Time? {
    let text = text.trimmed
    if let serial = serialTime(text) { return serial }
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "\u{A0}" }
    guard let day = parts.first, let minute = parts.count == 2 ? minute(parts[1]) : 0 else { return nil }
    if let date = CivilDate(iso: day) { return .calendar(date, minute: minute) }
    guard parts.count == 2, let (first, second, year) = WrittenDay.numbers(day) else { return nil }
    return .numbers(first: first, second: second, year: year, minute: minute)
  }

  /// A day's number with the time as its fraction.
  private static func serialTime(_ text: String) -> Time? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let day = WrittenDay.serial(parts[0]) else { return nil }
    guard parts.count == 2 else { return .calendar(day, minute: 0) }
    guard (1...15).contains(parts[1].utf8.count), let fraction = Double("0.\(parts[1])"),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return .calendar(day, minute: min(1439, Int((fraction * 1440).rounded())))
  }

  /// `14:05`, `14.05`, `2:05 PM`, with seconds or without.
  private static func minute(_ text: Substring) -> Int? {
    var clock = text.lowercased().filter { $0 != " " && $0 != "\u{202F}" }
    var offset: Int?
    for (mark, hours) in [("am", 0), ("pm", 12)] where clock.hasSuffix(mark) {
      clock.removeLast(2)
      offset = hours
    }
    let parts = clock.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute), hour >= 0
    else { return nil }
    guard let offset else { return hour < 24 ? hour * 60 + minute : nil }
    return (1...12).contains(hour) ? (hour % 12 + offset) * 60 + minute : nil
  }

  /// What three numbers or a spreadsheet's date mean in a reading that the file proved.
  static func day(_ time: Time, _ times: CellReading.Times) -> (day: CivilDate, minute: Int)? {
    let found: CivilDate?
    let minutes: Int
    switch (time, times) {
    case (.numbers(let first, let second, let year, let minute), .dayFirst):
      (found, minutes) = (CivilDate(year: year, month: second, day: first), minute)
    case (.numbers(let first, let second, let year, let minute), .monthFirst),
      (.numbers(let first, let second, let year, let minute), .swapped):
      (found, minutes) = (CivilDate(year: year, month: first, day: second), minute)
    case (.calendar(let date, let minute), .calendar): (found, minutes) = (date, minute)
    case (.calendar(let date, let minute), .swapped):
      let (year, month, day) = date.parts
      (found, minutes) = (CivilDate(year: year, month: day, day: month), minute)
    default: return nil
    }
    return found.map { ($0, minutes) }
  }

  /// The mark of a number in groups of three digits, and how many marks it has: `1.234`, `12,345,678`.
  static func grouping(_ bytes: UnsafeRawBufferPointer) -> (mark: UInt8, count: Int)? {
    let digits = bytes.first == minus ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes
    // No group begins with a zero: `0,912` is a fraction.
    guard let first = digits.firstIndex(where: { !isDigit($0) }), (1...3).contains(first),
      digits.first != UInt8(ascii: "0")
    else { return nil }
    let mark = digits[first]
    guard mark == point || mark == comma, (digits.count - first) % 4 == 0, digits.count <= 20 else {
      return nil
    }
    for (offset, byte) in digits[first...].enumerated() {
      guard offset % 4 == 0 ? byte == mark : isDigit(byte) else { return nil }
    }
    return (mark, (digits.count - first) / 4)
  }

  /// The bytes without some mark.
  static func without(_ mark: UInt8, _ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    bytes.filter { $0 != mark }
  }

  /// A whole number with a fraction of zeros, as `3423.0`, without it.
  static func wholePart(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard let mark = bytes.firstIndex(where: { $0 == point || $0 == comma }), mark > 0,
      mark + 1 < bytes.count, mark + 2 >= bytes.count || bytes.count - mark <= 3,
      bytes[(mark + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[..<mark])
  }

  /// What stands between a spreadsheet's guards, `="…"` or `'…`; `nil` where there is none.
  static func unguarded(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    if bytes.first == UInt8(ascii: "'") { return UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) }
    guard bytes.count > 3, bytes[0] == UInt8(ascii: "="), bytes[1] == quote, bytes[bytes.count - 1] == quote
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[2..<bytes.count - 1])
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static let minus = UInt8(ascii: "-")
}
