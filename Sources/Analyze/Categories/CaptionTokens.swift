/// A caption cut into words, numbers, marks and the rest, after NFKC and case folding; its buffers serve many captions.
struct CaptionTokens {
  enum Kind: UInt8 {
    case word, number, web, account, hashtag, mark, symbol, office

    /// Whether it counts as a word of the text.
    var isCounted: Bool { self == .word || self == .number || self == .web || self == .office }
  }

  struct Token {
    var kind: Kind
    /// Of `text`.
    var range: Range<Int>
    /// Counted tokens before it.
    var position = 0
  }

  /// The folded bytes.
  private(set) var text: [UInt8] = []
  private(set) var tokens: [Token] = []
  /// Counted tokens.
  private(set) var count = 0

  /// Reads another caption.
  mutating func read(_ caption: UnsafeBufferPointer<UInt8>) {
    text.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    NFKC.append(folding: caption, to: &text)
    Self.unifyApostrophes(&text)
    var scanner = TokenScanner(text: text, tokens: tokens)
    // Copies would cost more than the scan: the buffers go there and come back.
    text = []
    tokens = []
    scanner.scan()
    swap(&text, &scanner.text)
    swap(&tokens, &scanner.tokens)
    number()
  }

  /// Puts one token for an office's name in the place of the tokens of each range; the ranges are in order.
  mutating func mask(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    var kept: [Token] = []
    var next = 0
    for range in ranges {
      kept += tokens[next..<range.lowerBound]
      let bytes = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
      kept.append(Token(kind: .office, range: bytes))
      next = range.upperBound
    }
    tokens = kept + tokens[next...]
    number()
  }

  private mutating func number() {
    count = 0
    for index in tokens.indices {
      tokens[index].position = count
      if tokens[index].kind.isCounted { count += 1 }
    }
  }

  /// Typographic apostrophes and the grave accent become `'`.
  private static func unifyApostrophes(_ text: inout [UInt8]) {
    guard text.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "`") }) else { return }
    var write = 0
    var read = 0
    while read < text.count {
      let length = apostropheLength(text, read)
      if length > 0 {
        text[write] = UInt8(ascii: "'")
        read += length
      } else {
        text[write] = text[read]
        read += 1
      }
      write += 1
    }
    text.removeLast(text.count - write)
  }

  /// Bytes of ` ʼ ‘ ’ at an index; 0: none of them.
  ///
  /// NFKC has made a blank and a mark of ´ already.
  private static func apostropheLength(_ text: [UInt8], _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "`"): 1
    case 0xCA where text[safe: index + 1] == 0xBC: 2
    case 0xE2 where text[safe: index + 1] == 0x80 && [0x98, 0x99].contains(text[safe: index + 2]): 3
    default: 0
    }
  }
}

extension [UInt8] {
  /// The byte at an index; `nil` behind the end.
  @inline(__always)
  fileprivate subscript(safe index: Int) -> UInt8? { index < count ? self[index] : nil }
}
