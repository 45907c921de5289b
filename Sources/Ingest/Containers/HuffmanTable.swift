/// A prefix code of DEFLATE (RFC 1951, 3.2.2), ready to decode.
///
/// Codes of up to `width` bits, which is nearly all of them in practice, are found by one look into `quick`; the rare
/// longer ones are walked bit by bit. Every symbol of a compressed file passes here, hence memory of its own instead
/// of arrays. What keeps it sound: `quick` holds `2^maxWidth` entries and is only read at `width` bits, which are no
/// more; `sorted` holds one entry for each of at most 320 symbols, `counts` and `places` one for each length from 0 to
/// 15, and lengths are cut to that.
struct HuffmanTable: ~Copyable {
  /// What a code stands for.
  ///
  /// Bits 0–3: the code's length, 0 if there is no such code; 4–7: how many extra bits follow; 8–10: the flags below;
  /// 16–31: the literal, or the smallest length or distance.
  typealias Entry = UInt32
  static let isLiteral: Entry = 1 << 8
  static let isEndOfBlock: Entry = 1 << 9
  /// A symbol that has a code but no meaning: 286, 287, and the distances 30 and 31.
  static let isReserved: Entry = 1 << 10

  /// Which codes may leave bit patterns unused; the same as zlib allows.
  enum Gaps {
    case none
    /// One code of one bit, or no code at all, since a block may have only one distance or none.
    case single
  }

  private let maxWidth: Int
  /// No wider than the longest code, so that a file of a million tiny blocks is no great work.
  private var width = 0
  private let quick: UnsafeMutablePointer<Entry>
  private let sorted: UnsafeMutablePointer<Entry>
  private let counts: UnsafeMutablePointer<Int>
  private let places: UnsafeMutablePointer<Int>

  init(maxWidth: Int) {
    self.maxWidth = maxWidth
    quick = .allocate(capacity: 1 << maxWidth)
    sorted = .allocate(capacity: 320)
    counts = .allocate(capacity: 16)
    places = .allocate(capacity: 16)
    quick.initialize(repeating: 0, count: 1 << maxWidth)
    sorted.initialize(repeating: 0, count: 320)
    counts.initialize(repeating: 0, count: 16)
    places.initialize(repeating: 0, count: 16)
  }

  deinit {
    quick.deallocate()
    sorted.deallocate()
    counts.deallocate()
    places.deallocate()
  }

  /// Takes the code in which symbol `i` has `lengths[i]` bits (0: no code) and stands for `meanings[i]`.
  mutating func build(
    _ lengths: ArraySlice<UInt8>, meanings: [Entry], gaps: Gaps
  ) throws(InflateFault) {
    lengths.withUnsafeBufferPointer { count($0) }
    width = min(maxWidth, max(1, try longest(gaps)))
    lengths.withUnsafeBufferPointer { lengths in meanings.withUnsafeBufferPointer { sort(lengths, $0) } }
    fillQuick()
  }

  private func count(_ lengths: UnsafeBufferPointer<UInt8>) {
    counts.update(repeating: 0, count: 16)
    for symbol in 0..<min(320, lengths.count) where lengths[symbol] > 0 {
      counts[Int(lengths[symbol] & 15)] &+= 1
    }
    counts[0] = 0
  }

  /// Puts the entries in the order of their codes: by length, then by symbol.
  private func sort(_ lengths: UnsafeBufferPointer<UInt8>, _ meanings: UnsafeBufferPointer<Entry>) {
    places[1] = 0
    for length in 1..<15 { places[length + 1] = places[length] + counts[length] }
    for symbol in 0..<min(320, lengths.count, meanings.count) where lengths[symbol] > 0 {
      let length = Int(lengths[symbol] & 15)
      sorted[places[length]] = meanings[symbol] | Entry(length)
      places[length] &+= 1
    }
  }

  /// The length of the longest code; throws if the lengths make no code.
  private func longest(_ gaps: Gaps) throws(InflateFault) -> Int {
    var unused = 1
    var longest = 0
    for length in 1...15 {
      unused = unused * 2 - counts[length]
      guard unused >= 0 else { throw .badCode }
      if counts[length] > 0 { longest = length }
    }
    guard unused == 0 || gaps == .single && longest <= 1 else { throw .badCode }
    return longest
  }

  /// Codes are read from the low bit up, so the code is counted up in reversed bits.
  private func fillQuick() {
    quick.update(repeating: 0, count: 1 << width)
    var code = 0
    var index = 0
    for length in 1...width {
      for _ in 0..<counts[length] {
        for place in stride(from: code, to: 1 << width, by: 1 << length) { quick[place] = sorted[index] }
        index += 1
        var bit = 1 << (length - 1)
        while code & bit != 0 { bit >>= 1 }
        code = bit == 0 ? 0 : code & (bit - 1) | bit
      }
    }
  }

  /// The entry whose code the low bits of `bits` start with; 0 if there is none.
  @inline(__always)
  func entry(_ bits: UInt64) -> Entry {
    let entry = quick[Int(truncatingIfNeeded: bits) & ((1 << width) &- 1)]
    return entry != 0 ? entry : walk(bits)
  }

  /// Compares with the first code of each length, the shortest first.
  @inline(never)
  private func walk(_ bits: UInt64) -> Entry {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= Int(bits >> UInt64(length - 1) & 1)
      let count = counts[length]
      if code - first < count { return sorted[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return 0
  }
}

/// What the symbols of DEFLATE stand for (RFC 1951, 3.2.5).
enum DeflateAlphabet {
  /// Literals, the end of a block, and lengths from 3 to 258; the last two have no meaning.
  static let literals: [HuffmanTable.Entry] =
    (0..<256).map { HuffmanTable.isLiteral | $0 << 16 } + [HuffmanTable.isEndOfBlock]
    + ranges(from: 3, extraBits: (0..<28).map { $0 < 8 ? 0 : $0 / 4 - 1 }) + [258 << 16]
    + [HuffmanTable.isReserved, HuffmanTable.isReserved]

  /// Distances from 1 to 32,768; the last two have no meaning.
  static let distances: [HuffmanTable.Entry] =
    ranges(from: 1, extraBits: (0..<30).map { $0 < 4 ? 0 : $0 / 2 - 1 })
    + [HuffmanTable.isReserved, HuffmanTable.isReserved]

  /// The 19 symbols in which the lengths of a block's codes are written.
  static let lengths: [HuffmanTable.Entry] = (0..<19).map { $0 << 16 }

  /// The order in which the lengths of those 19 are given.
  static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The code of a block that brings none of its own: 288 lengths for literals, then 32 for distances.
  static let fixedLengths =
    [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
    + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8) + [UInt8](repeating: 5, count: 32)

  /// Ranges that follow one another, each as long as its extra bits can count.
  private static func ranges(from start: UInt32, extraBits: [UInt32]) -> [HuffmanTable.Entry] {
    var next = start
    return extraBits.map { bits in
      defer { next += 1 << bits }
      return next << 16 | bits << 4
    }
  }
}
