/// Folds one text: plain stretches are copied, single scalars are looked up, and only what combines is normalised.
///
/// A scalar that cannot join what stands before it begins a piece, and a piece of one scalar always folds alike. So
/// each scalar is written as if it were alone, and the last one is taken back when a joining one follows.
struct NFKCFolder {
  private let text: UnsafeBufferPointer<UInt8>
  private let data = NFKCData.shared
  private var segment = NFKCSegment()
  /// The next byte to be looked at.
  private var index: Int
  /// Up to here the text is in the output; from here to `index` it is plain.
  private var written = 0
  /// Where the last scalar begins.
  private var last: Int
  /// The length of the output before the last scalar that was not plain.
  private var mark = 0

  /// Prepares to fold a text that is ASCII up to `start`.
  init(text: UnsafeBufferPointer<UInt8>, start: Int) {
    self.text = text
    index = start
    last = max(0, start - 1)
  }

  /// Appends the folded text.
  mutating func run(into output: inout [UInt8]) {
    while index < text.count {
      if text[index] < 0x80 {
        index = NFKC.asciiEnd(text, from: index)
        last = index &- 1
        continue
      }
      let (scalar, length) = Self.scalar(in: text, at: index)
      let entry = data[scalar]
      if entry & NFKCData.joins != 0 {
        foldPiece(into: &output)
        continue
      }
      last = index
      if entry >= NFKCData.firstNumber { writeMapped(entry, length, to: &output) }
      index &+= length
    }
    writePlain(upTo: index, to: &output)
  }

  private mutating func writePlain(upTo end: Int, to output: inout [UInt8]) {
    NFKC.appendLowercased(text[written..<end], to: &output)
    written = end
  }

  private mutating func writeMapped(_ entry: UInt32, _ length: Int, to output: inout [UInt8]) {
    writePlain(upTo: index, to: &output)
    mark = output.count
    data.appendFolded(entry, to: &output)
    written = index &+ length
  }

  /// Folds the last scalar together with the joining ones that begin at `index`.
  private mutating func foldPiece(into output: inout [UInt8]) {
    if last >= written {
      writePlain(upTo: last, to: &output)
    } else {
      output.removeLast(output.count - mark)
    }
    var end = last
    repeat {
      let (scalar, length) = Self.scalar(in: text, at: end)
      if end > last, data[scalar] & NFKCData.joins == 0 { break }
      segment.scalars.append(scalar)
      end += length
    } while end < text.count
    segment.appendFolded(to: &output, by: data)
    index = end
    written = end
  }

  /// The scalar at an index; U+FFFD for a maximal subpart of one, or for a byte that begins none.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = text[index]
    // The second byte has narrower bounds where they keep out overlong forms, surrogates and what is above U+10FFFF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0x00...0x7F: return (UInt32(lead), 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (0xFFFD, 1)
    }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard index + offset < text.count else { return (0xFFFD, offset) }
      let byte = text[index + offset]
      guard byte >= low, byte <= high else { return (0xFFFD, offset) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      low = 0x80
      high = 0xBF
    }
    return (scalar, length)
  }
}
