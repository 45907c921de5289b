/// Scans folded text from left to right, chunk by chunk, a chunk being what stands between blanks.
struct TokenScanner {
  var text: [UInt8]
  var tokens: [CaptionTokens.Token]

  mutating func scan() {
    var index = 0
    while index < text.count {
      let blank = blankLength(index)
      if blank > 0 {
        index += blank
        continue
      }
      let end = chunkEnd(index)
      scanChunk(index..<end)
      index = end
    }
  }

  private func chunkEnd(_ start: Int) -> Int {
    var index = start
    while index < text.count, blankLength(index) == 0 { index += 1 }
    return index
  }

  /// Bytes of a blank or control character at an index; 0: something else.
  @inline(__always)
  private func blankLength(_ index: Int) -> Int {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 else { return 0 }
    let (scalar, length) = decode(index)
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: return length
    default: return 0
    }
  }

  private mutating func scanChunk(_ chunk: Range<Int>) {
    if isWeb(chunk) { return add(.web, chunk) }
    if text[chunk.lowerBound] == UInt8(ascii: "@"), chunk.count > 1, isNameStart(chunk.lowerBound + 1) {
      return add(.account, chunk)
    }
    var index = chunk.lowerBound
    while index < chunk.upperBound { index = scanToken(index, chunk.upperBound) }
  }

  /// Takes what begins at an index; where the next begins.
  private mutating func scanToken(_ start: Int, _ limit: Int) -> Int {
    let (scalar, length) = decode(start)
    if scalar == 0x23, start + 1 < limit, isNameStart(start + 1) {
      return take(.hashtag, start, end: nameEnd(start + 1, limit))
    }
    if Self.isDigit(scalar) { return take(.number, start, end: numberEnd(start, limit)) }
    if Self.isLetter(scalar) { return take(.word, start, end: wordEnd(start + length, limit)) }
    if scalar == 0x3F || scalar == 0x21 { return takeMark(start, limit) }
    if scalar == 0x25 { return take(.word, start, end: start + 1) }
    if Self.isSymbol(scalar) { return takeSymbol(start, length, limit) }
    return start + length
  }

  private mutating func take(_ kind: CaptionTokens.Kind, _ start: Int, end: Int) -> Int {
    add(kind, start..<end)
    return end
  }

  private mutating func add(_ kind: CaptionTokens.Kind, _ range: Range<Int>) {
    tokens.append(.init(kind: kind, range: range))
  }

  /// A run of one mark is one token.
  private mutating func takeMark(_ start: Int, _ limit: Int) -> Int {
    var end = start + 1
    while end < limit, text[end] == text[start] { end += 1 }
    add(.mark, start..<start + 1)
    return end
  }

  /// A run of one symbol is one token; joiners and skin tones go with it.
  private mutating func takeSymbol(_ start: Int, _ length: Int, _ limit: Int) -> Int {
    let (symbol, _) = decode(start)
    var end = start + length
    while end < limit {
      let (scalar, step) = decode(end)
      let goesAlong =
        scalar == symbol || scalar == 0xFE0F || scalar == 0x200D || (0x1F3FB...0x1F3FF).contains(scalar)
      guard goesAlong else { break }
      end += step
    }
    add(.symbol, start..<start + length)
    return end
  }

  // MARK: - Where things end

  /// Letters and their marks, with single apostrophes inside or one at the end.
  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      let byte = text[index]
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "'") {
        if index + 1 < limit, Self.isLetter(decode(index + 1).scalar) {
          index += 1
          continue
        }
        return text[index - 1] == byte ? index : index + 1
      }
      let (scalar, length) = decode(index)
      guard Self.isLetter(scalar) || Self.isMark(scalar) else { break }
      index += length
    }
    return index
  }

  private func numberEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      let isMark = text[index] == 0x2E || text[index] == 0x2C || text[index] == 0x3A
      if isMark {
        guard index + 1 < limit, Self.isDigit(UInt32(text[index + 1])) else { break }
      } else if !Self.isDigit(UInt32(text[index])) {
        break
      }
      index += 1
    }
    return index
  }

  private func nameEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      let (scalar, length) = decode(index)
      guard Self.isLetter(scalar) || Self.isMark(scalar) || Self.isDigit(scalar) || scalar == 0x5F else {
        break
      }
      index += length
    }
    return index
  }

  // MARK: - What things are

  private func isNameStart(_ index: Int) -> Bool {
    let (scalar, _) = decode(index)
    return Self.isLetter(scalar) || Self.isDigit(scalar)
  }

  private static let webStarts: [[UInt8]] = ["http://", "https://", "www."].map { Array($0.utf8) }
  private static let webParts: [[UInt8]] = [".go.id", ".com", ".id/", "bit.ly/"].map { Array($0.utf8) }

  private func isWeb(_ chunk: Range<Int>) -> Bool {
    guard chunk.count > 4, text[chunk].contains(UInt8(ascii: ".")) || text[chunk].contains(UInt8(ascii: ":"))
    else { return false }
    if Self.webStarts.contains(where: { text[chunk].starts(with: $0) }) { return true }
    return chunk.contains { index in
      Self.webParts.contains { text[index..<chunk.upperBound].starts(with: $0) }
    }
  }

  @inline(__always)
  private func decode(_ index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    func next(_ offset: Int) -> UInt32 { UInt32(text[index + offset]) & 0x3F }
    // The text is folded, so it is valid UTF-8.
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  @inline(__always)
  private static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  @inline(__always)
  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? (scalar | 0x20) &- 0x61 < 26 : NFKC.isLetter(scalar)
  }

  /// Combining marks but for those that only choose how a symbol is drawn.
  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && NFKC.isMark(scalar) && !(0xFE00...0xFE0F).contains(scalar) && scalar != 0x20E3
  }

  private static func isSymbol(_ scalar: UInt32) -> Bool {
    scalar >= 0x2190 && !isLetter(scalar) && !isMark(scalar) && !(0xFE00...0xFE0F).contains(scalar)
      && scalar != 0x200D && scalar != 0x20E3 && !(0x1F3FB...0x1F3FF).contains(scalar)
  }
}
