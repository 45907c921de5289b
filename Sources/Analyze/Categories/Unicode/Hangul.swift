/// Hangul syllables, which decompose and compose by arithmetic.
enum Hangul {
  static let syllables: Range<UInt32> = 0xAC00..<0xAC00 + 19 * 21 * 28

  private static let leads: Range<UInt32> = 0x1100..<0x1100 + 19
  private static let vowels: Range<UInt32> = 0x1161..<0x1161 + 21
  /// Trailing consonants; a syllable without one has number 0, the first of these number 1.
  private static let trails: Range<UInt32> = 0x11A8..<0x11A8 + 27

  static func appendDecomposition(of syllable: UInt32, to output: inout [UInt32]) {
    let number = syllable - syllables.lowerBound
    output.append(leads.lowerBound + number / 28 / 21)
    output.append(vowels.lowerBound + number / 28 % 21)
    if number % 28 > 0 { output.append(trails.lowerBound + number % 28 - 1) }
  }

  /// Lead and vowel, or a syllable without trail and a trail.
  static func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
    if leads.contains(first), vowels.contains(second) {
      return syllables.lowerBound
        + ((first - leads.lowerBound) * 21 + second - vowels.lowerBound) * 28
    }
    guard syllables.contains(first), (first - syllables.lowerBound) % 28 == 0, trails.contains(second)
    else { return nil }
    return first + second - trails.lowerBound + 1
  }
}
