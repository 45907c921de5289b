/// Words numbered from 0, found by their bytes: open addressing over FNV-1a, whose hash of a word's beginning falls off
/// on the way to the hash of the word.
struct WordTable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var ranges: [Range<Int>] = []
  private var bytes: [UInt8] = []

  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash after one more byte.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func hash(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(start, step) }

  init() { slots = [Int32](repeating: -1, count: 1024) }

  var count: Int { ranges.count }

  /// The word's number, given to it now where it has none.
  mutating func insert(_ word: String) -> Int {
    let word = Array(word.utf8)
    let hash = Self.hash(word)
    if let known = word.withUnsafeBufferPointer({ find($0, hash) }) { return known }
    if (count + 1) * 2 > slots.count { grow() }
    let number = count
    ranges.append(bytes.count..<bytes.count + word.count)
    hashes.append(hash)
    bytes += word
    place(number, hash)
    return number
  }

  /// The number of a word; `ending` is a byte that the word has behind `word`.
  @inline(__always)
  func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, ending: UInt8? = nil) -> Int? {
    let mask = slots.count - 1
    var slot = Self.slot(hash, mask)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, equals(number, word, ending) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The multiplication mixes upward only: the low bits alone would collide.
  @inline(__always)
  private static func slot(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>, _ ending: UInt8?) -> Bool {
    let range = ranges[number]
    guard range.count == word.count + (ending == nil ? 0 : 1) else { return false }
    for index in word.indices where bytes[range.lowerBound + index] != word[index] { return false }
    return ending == nil || bytes[range.upperBound - 1] == ending
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ranges.indices { place(number, hashes[number]) }
  }

  private mutating func place(_ number: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Self.slot(hash, mask)
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }
}
