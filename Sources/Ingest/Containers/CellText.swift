/// A number of a sheet as the text that a user would have typed, without the look of its format.
///
/// Dates and times come as `2026-05-01`, `2026-05-01T13:45:00` and `13:45:00`, percentages as `4.56%`. Every other
/// number keeps the digits of the file if it has at most 15 of them, which is what Excel shows and keeps; else it is
/// the shortest number that is the same to the computer (`0.29` for 0.28999999999999998). Numbers so large that
/// digits were lost stay in scientific notation, so that nobody takes them for an id.
enum CellText {
  /// 31 December 9999.
  private static let lastDay = 2_958_465
  /// How many days the two counts of days are apart.
  private static let daysTo1904 = 1462

  /// Adds the text of the number `raw` to `output`, in which it is one field.
  static func append(
    _ raw: UnsafeRawBufferPointer, _ format: NumberFormat, countsFrom1904: Bool, to output: inout [UInt8]
  ) {
    guard let number = RawNumber(raw) else { return output.appendField(raw) }
    if format == .plain, number.isExact { return output.append(contentsOf: number.text) }
    guard let value = number.value else { return output.appendField(raw) }
    let isWritten =
      switch format {
      case .plain: appendShortest(value, to: &output)
      case .percent: appendPercent(value, to: &output)
      case .date, .time, .elapsed:
        appendDate(value, format, countsFrom1904: countsFrom1904, to: &output)
      }
    if !isWritten { output.append(contentsOf: number.text) }
  }

  private static func appendShortest(_ value: Double, to output: inout [UInt8]) -> Bool {
    guard value.magnitude < 1e15 else { return false }
    if value == value.rounded(.towardZero) {
      output += "\(Int64(value))".utf8
      return true
    }
    // Below, the shortest text is in scientific notation.
    guard value.magnitude >= 1e-4 else { return false }
    output += "\(value)".utf8
    return true
  }

  /// The decimal point moves in the shortest text: 0.0456 × 100 is 4.5600000000000005 to the computer.
  private static func appendPercent(_ value: Double, to output: inout [UInt8]) -> Bool {
    guard value == 0 || 1e-15..<1e13 ~= value.magnitude else { return false }
    let parts = "\(value.magnitude)".split(separator: "e")
    let number = (parts.first ?? "").split(separator: ".")
    let (whole, fraction) = (number.first ?? "", number.dropFirst().first ?? "")
    let exponent = parts.dropFirst().first.flatMap { Int($0) } ?? 0
    var digits = Array(whole.utf8) + Array(fraction.utf8)
    var point = whole.utf8.count + exponent + 2
    if point < 1 {
      digits = [UInt8](repeating: 48, count: 1 - point) + digits
      point = 1
    }
    digits += [UInt8](repeating: 48, count: max(0, point - digits.count))
    let before = digits[..<point].drop { $0 == 48 }
    let end = digits[point...].lastIndex { $0 != 48 }.map { $0 + 1 } ?? point
    if value < 0 { output.append(UInt8(ascii: "-")) }
    output += before.isEmpty ? [48] : before
    if end > point { output += [UInt8(ascii: ".")] + digits[point..<end] }
    output.append(UInt8(ascii: "%"))
    return true
  }

  /// Days since the start of 1900 or 1904, to the second.
  private static func appendDate(
    _ value: Double, _ format: NumberFormat, countsFrom1904: Bool, to output: inout [UInt8]
  ) -> Bool {
    guard value >= 0, value < Double(lastDay + 1) else { return false }
    var day = Int(value)
    if format == .elapsed || format == .time && day == 0 {
      appendClock(Int((value * 86_400).rounded()), padded: false, to: &output)
      return true
    }
    let fraction = value - Double(day)
    var seconds = Int((fraction * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    if countsFrom1904 { day += daysTo1904 }
    guard day <= lastDay else { return false }
    appendDay(day, to: &output)
    if fraction > 0 {
      output.append(UInt8(ascii: "T"))
      appendClock(seconds, padded: true, to: &output)
    }
    return true
  }

  /// Adds a day of the count from 1900, in which day 1 is 1 January.
  ///
  /// Day 60 is 29 February 1900, which never was: Excel keeps an error of Lotus 1-2-3.
  private static func appendDay(_ day: Int, to output: inout [UInt8]) {
    guard day != 60 else { return output += "1900-02-29".utf8 }
    // Days since 1 March of year 0, in eras of 400 years (https://howardhinnant.github.io/date_algorithms.html).
    let days = day + (day < 60 ? 1 : 0) + 693_899
    let (era, dayOfEra) = (days / 146_097, days % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    appendTwo(year / 100, to: &output)
    appendTwo(year % 100, to: &output)
    output.append(UInt8(ascii: "-"))
    appendTwo(month, to: &output)
    output.append(UInt8(ascii: "-"))
    appendTwo(dayOfYear - (153 * march + 2) / 5 + 1, to: &output)
  }

  private static func appendClock(_ seconds: Int, padded: Bool, to output: inout [UInt8]) {
    let hours = seconds / 3600
    if padded { appendTwo(hours, to: &output) } else { output += "\(hours)".utf8 }
    output.append(UInt8(ascii: ":"))
    appendTwo(seconds / 60 % 60, to: &output)
    output.append(UInt8(ascii: ":"))
    appendTwo(seconds % 60, to: &output)
  }

  private static func appendTwo(_ number: Int, to output: inout [UInt8]) {
    output.append(UInt8(48 + number / 10 % 10))
    output.append(UInt8(48 + number % 10))
  }
}

/// The text of a number: `12`, `-0.5`, `1.5E+3`.
private struct RawNumber {
  /// Without blanks around it.
  let text: Slice<UnsafeRawBufferPointer>
  /// Whether it is written out and has at most 15 digits, as many as a number in a sheet can keep.
  let isExact: Bool
  private let digits: UInt64
  private let fractionDigits: Int

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  init?(_ raw: UnsafeRawBufferPointer) {
    var text = raw[...]
    while let last = text.last, XMLScanner.isBlank(last) { text = text.dropLast() }
    text = text.drop(while: XMLScanner.isBlank)
    var (digits, count, significant): (UInt64, Int, Int) = (0, 0, 0)
    var point: Int?
    var isPlain = true
    for (i, byte) in text.enumerated() {
      switch byte {
      case 48...57:
        count += 1
        if significant > 0 || byte != 48 { significant += 1 }
        if significant <= 15 { digits = digits &* 10 &+ UInt64(byte &- 48) }
      case UInt8(ascii: ".") where point == nil: point = count
      case UInt8(ascii: "-") where i == 0, UInt8(ascii: "+") where i == 0: break
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+"): isPlain = false
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    (self.text, self.digits) = (text, digits)
    fractionDigits = count - (point ?? count)
    isExact = isPlain && significant <= 15
  }

  /// The nearest number; at most 15 digits over a power of ten below 10^16 is rounded once, so it is that.
  var value: Double? {
    if isExact, fractionDigits < Self.powers.count {
      let magnitude = Double(digits) / Self.powers[fractionDigits]
      return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
    }
    return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
