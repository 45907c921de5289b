/// Text as it is compared: NFKC, case folded, NFKC again.
///
/// That is what Python's `normalize("NFKC", normalize("NFKC", text).casefold())` gives for the Unicode version of
/// `NFKCTable`, whatever version the Swift runtime has.
enum NFKC {
  /// Appends the UTF-8 of the folded text; `output`'s own last characters do not combine with it.
  ///
  /// What is not UTF-8 becomes U+FFFD as in `String(decoding:as:)`, one for each maximal subpart.
  static func append(folding text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = asciiEnd(text, from: 0)
    if start == text.count {
      appendLowercased(text[...], to: &output)
    } else {
      var folder = NFKCFolder(text: text, start: start)
      folder.run(into: &output)
    }
  }

  /// The folded text.
  static func folded(_ text: String) -> String {
    var text = text
    var output: [UInt8] = []
    text.withUTF8 { append(folding: $0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether the scalar is a letter, as Python's `isalpha` says.
  static func isLetter(_ scalar: UInt32) -> Bool {
    NFKCData.shared[scalar] & NFKCData.letter != 0
  }

  /// Whether the scalar is a combining mark, of general category M.
  static func isMark(_ scalar: UInt32) -> Bool {
    NFKCData.shared[scalar] & NFKCData.mark != 0
  }

  /// Whether the scalar is a letter or a combining mark.
  static func isAlphabetic(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    return NFKCData.shared[scalar] & (NFKCData.letter | NFKCData.mark) != 0
  }

  /// Where the run of ASCII that begins at an index ends.
  @inline(__always)
  static func asciiEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var index = start
    while index &+ 8 <= text.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return index &+ high.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < text.count, text[index] < 0x80 { index &+= 1 }
    return index
  }

  /// Appends bytes with A–Z in lower case: bytes of longer scalars are never in that range.
  @inline(__always)
  static func appendLowercased(_ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    let start = output.count
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text))
    output.withUnsafeMutableBufferPointer { bytes in
      for index in start..<bytes.count {
        let isUpper = bytes[index] &- UInt8(ascii: "A") < 26
        bytes[index] |= isUpper ? 0x20 : 0
      }
    }
  }
}
