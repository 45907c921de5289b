/// Windows-1252 as UTF-8, piece by piece: what Excel's plain CSV is on a Western or Indonesian system.
final class Windows1252: ByteSource {
  private let source: any ByteSource
  private var input = [UInt8](repeating: 0, count: 1 << 14)

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // A byte makes at most three.
    let wanted = min(input.count, max(1, buffer.count / 3))
    let count = try input[..<wanted].withUnsafeMutableBytes { try source.read(into: $0) }
    var output = 0
    for byte in input[..<count] {
      if byte < 0x80 {
        buffer[output] = byte
        output += 1
        continue
      }
      for unit in UTF8.encode(Self.scalar(byte)) ?? UTF8.encodedReplacementCharacter {
        buffer[output] = unit
        output += 1
      }
    }
    return output
  }

  /// What a byte stands for; the five that stand for nothing become the replacement character.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(table[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  /// Whether bytes that are not UTF-8 are likely to be this: no byte that stands for nothing, and nowhere the beginning of
  /// a letter in UTF-8, which damaged UTF-8 would have.
  static func isLikely(_ source: any ByteSource) throws -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var previous: UInt8 = 0
    var isMarked = false
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return isMarked }
      for byte in piece[..<count] {
        if byte == 0 || [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
        if (0x80...0xBF).contains(byte), (0xC2...0xF4).contains(previous) { return false }
        isMarked = isMarked || byte >= 0x80
        previous = byte
      }
    }
  }

  private static let table: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
