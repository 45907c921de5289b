/// What a number looks like.
enum NumberShape {
  /// `8.30`, `08:00`.
  static func isClock(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 4 || text.count == 5 else { return false }
    let mark = text.count - 3
    guard text[mark] == 0x2E || text[mark] == 0x3A else { return false }
    let digits = text.indices.filter { $0 != mark }.map { Int(text[$0]) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let hour = digits.count == 4 ? digits[0] * 10 + digits[1] : digits[0]
    return hour < 24 && digits[digits.count - 2] < 6
  }

  /// Digits alone, nine or more, or from four on where they begin with 08.
  static func isTelephone(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return text.count >= 9 || (text.count >= 4 && text[0] == 0x30 && text[1] == 0x38)
  }
}
