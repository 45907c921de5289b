import Warehouse

/// Readers of single cells: bytes in, value out, no String and no locale on the way.
///
/// Each gives `nil` where the bytes are no such value; a blank cell is the caller's business.
enum CellValue {
  /// A whole number: digits, at most 12 of them so that sums of millions of posts fit, with a minus sign where `allowsNegative`.
  static func count(_ bytes: UnsafeRawBufferPointer, allowsNegative: Bool = false) -> Int64? {
    let isNegative = allowsNegative && bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes
    guard digits.count <= 12, let value = wholeNumber(digits) else { return nil }
    return isNegative ? -value : value
  }

  /// The number that 1 to 18 digits stand for.
  static func wholeNumber(_ digits: UnsafeRawBufferPointer) -> Int64? {
    guard (1...18).contains(digits.count) else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard let digit = digit(byte) else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value
  }

  /// A number with an optional fraction behind a point; at most 15 digits before it and 15 in all that count.
  static func decimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
    var mantissa: Int64 = 0
    var scale = 0
    var digits = 0
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
        continue
      }
      guard let digit = digit(byte) else { return nil }
      digits += 1
      // Digits beyond the fifteenth change nothing that a figure of seconds or money could show.
      if digits > 15 {
        guard hasPoint else { return nil }
        continue
      }
      mantissa = mantissa * 10 + Int64(digit)
      scale += hasPoint ? 1 : 0
    }
    guard digits > 0, bytes.last != UInt8(ascii: ".") else { return nil }
    return Double(mantissa) / powersOfTen[scale]
  }

  /// `MM/DD/YYYY HH:MM`, exactly so: what Meta writes in every language.
  ///
  /// Anything looser would let a spreadsheet's day-first rewriting in as another day.
  static func monthDayYearMinute(_ bytes: UnsafeRawBufferPointer) -> (day: CivilDate, minuteOfDay: Int)? {
    guard bytes.count == 16, bytes[2] == slash, bytes[5] == slash, bytes[10] == 0x20, bytes[13] == colon,
      let month = number(bytes, 0, 2), let day = number(bytes, 3, 2), let year = number(bytes, 6, 4),
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), hour < 24, minute < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return (date, hour * 60 + minute)
  }

  /// A span of time as whole seconds, `H:MM:SS` or `M:SS`.
  static func span(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let parts = bytes.split(separator: colon, omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var seconds: Int64 = 0
    for (index, part) in parts.enumerated() {
      guard part.count <= (index == 0 ? 9 : 2), index == 0 || part.count == 2,
        let number = wholeNumber(UnsafeRawBufferPointer(rebasing: part)), index == 0 || number < 60
      else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds
  }

  /// A video's id on YouTube, eleven letters, digits, `-` and `_`, without the blanks that guard a leading dash.
  static func videoID(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    let id = bytes.first == 0x20 ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : bytes
    let isID =
      id.count == 11
      && id.allSatisfy { byte in
        digit(byte) != nil || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
          || byte == 0x5F
      }
    return isID ? id : nil
  }

  /// Whether an id was turned into a number by a spreadsheet: `1.22167E+17`, `1,2E+17`, `122167000000000.0`.
  static func isDestroyedID(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, digit(first) != nil else { return false }
    var hasMark = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "E"), UInt8(ascii: "e"): hasMark = true
      case UInt8(ascii: "+"): continue
      default: guard digit(byte) != nil else { return false }
      }
    }
    return hasMark
  }

  /// Whether the bytes are an id: 5 to 25 digits, which is text and never a number.
  static func isDigits(_ bytes: UnsafeRawBufferPointer) -> Bool {
    (5...25).contains(bytes.count) && bytes.allSatisfy { digit($0) != nil }
  }

  private static let slash = UInt8(ascii: "/")
  private static let colon = UInt8(ascii: ":")
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func digit(_ byte: UInt8) -> UInt8? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ width: Int) -> Int? {
    var value = 0
    for index in start..<start + width {
      guard let digit = digit(bytes[index]) else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
