/// The Unicode data in the form in which it is looked up; decoded once, when first wanted.
struct NFKCData: Sendable {
  static let shared = NFKCData()

  // An entry has these flags, the combining class from the fourth bit on, and the mapping's number from the 17th bit on.
  static let letter: UInt32 = 1
  static let mark: UInt32 = 2
  /// The scalar may combine with what stands before it, or change places with it.
  static let joins: UInt32 = 4
  /// The least entry with a mapping: those below fold to themselves, unless they join.
  static let firstNumber: UInt32 = 1 << 16

  /// What becomes of a scalar, as ranges of `targets` and `folded`.
  private struct Mapping {
    var decomposition: Range<Int32>?
    var folding: Range<Int32>?
    /// Scalar and marks apart, the whole way; empty for those that join.
    var folded: Range<Int32> = 0..<0
  }

  private struct Composition {
    let pair: UInt64
    let composite: UInt32
  }

  /// By block of 128 scalars, where it begins in `entries`, in blocks.
  private let blocks: [UInt16]
  private var entries: [UInt32]
  /// The first one stands for none.
  private var mappings = [Mapping()]
  private var targets: [UInt32] = []
  /// Of the scalars that fold to something else, the UTF-8 that they fold to.
  private var folded: [UInt8] = []
  private var compositions: [Composition] = []

  private init() {
    blocks = NFKCNumbers(NFKCTable.blocks).runs().map(UInt16.init)
    entries = NFKCNumbers(NFKCTable.properties).runs()
    var numbered: [UInt32] = []
    NFKCNumbers(NFKCTable.decompositions).forEachMapping { scalar, full in
      mappings[number(scalar, &numbered)].decomposition = store(full)
    }
    NFKCNumbers(NFKCTable.foldings).forEachMapping { scalar, full in
      mappings[number(scalar, &numbered)].folding = store(full)
    }
    NFKCNumbers(NFKCTable.compositions).forEachMapping { composite, pair in
      compositions.append(.init(pair: Self.pair(pair[0], pair[1]), composite: composite))
    }
    compositions.sort { $0.pair < $1.pair }
    fold(numbered)
  }

  // MARK: - Loading

  /// The number of a scalar's mapping, made if need be.
  private mutating func number(_ scalar: UInt32, _ numbered: inout [UInt32]) -> Int {
    let place = place(scalar)
    if entries[place] < Self.firstNumber {
      entries[place] |= UInt32(mappings.count) << 16
      mappings.append(Mapping())
      numbered.append(scalar)
    }
    return Int(entries[place] >> 16)
  }

  private mutating func store(_ full: [UInt32]) -> Range<Int32> {
    let start = Int32(targets.count)
    targets += full
    return start..<Int32(targets.count)
  }

  /// Folds every scalar that has a mapping, so that text need not.
  private mutating func fold(_ numbered: [UInt32]) {
    var segment = NFKCSegment()
    var bytes: [UInt8] = []
    for scalar in numbered where self[scalar] & Self.joins == 0 {
      let start = Int32(bytes.count)
      segment.scalars.append(scalar)
      segment.appendFolded(to: &bytes, by: self)
      mappings[Int(self[scalar] >> 16)].folded = start..<Int32(bytes.count)
    }
    folded = bytes
  }

  // MARK: - Looking up

  @inline(__always)
  private func place(_ scalar: UInt32) -> Int {
    Int(blocks[Int(scalar >> 7)]) << 7 | Int(scalar & 0x7F)
  }

  /// The entry of a scalar.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 { entries[place(scalar)] }

  func combiningClass(_ scalar: UInt32) -> UInt32 { self[scalar] >> 3 & 0xFF }

  /// Appends the UTF-8 that the scalar of an entry folds to when it stands alone.
  @inline(__always)
  func appendFolded(_ entry: UInt32, to output: inout [UInt8]) {
    let range = mappings[Int(entry >> 16)].folded
    for index in range { output.append(folded[Int(index)]) }
  }

  /// Whether the scalar folds to itself.
  func appendFolding(of scalar: UInt32, to output: inout [UInt32]) -> Bool {
    let range = mappings[Int(self[scalar] >> 16)].folding
    append(range, of: scalar, to: &output)
    return range == nil
  }

  func appendDecomposition(of scalar: UInt32, to output: inout [UInt32]) {
    if Hangul.syllables.contains(scalar) { return Hangul.appendDecomposition(of: scalar, to: &output) }
    append(mappings[Int(self[scalar] >> 16)].decomposition, of: scalar, to: &output)
  }

  private func append(_ range: Range<Int32>?, of scalar: UInt32, to output: inout [UInt32]) {
    guard let range else { return output.append(scalar) }
    for index in range { output.append(targets[Int(index)]) }
  }

  /// What a pair composes to.
  func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
    // Whatever is second in a pair has the flag.
    guard self[second] & Self.joins != 0 else { return nil }
    if let syllable = Hangul.composite(of: first, second) { return syllable }
    let pair = Self.pair(first, second)
    var low = 0
    var high = compositions.count
    while low < high {
      let middle = (low + high) / 2
      if compositions[middle].pair < pair { low = middle + 1 } else { high = middle }
    }
    guard low < compositions.count, compositions[low].pair == pair else { return nil }
    return compositions[low].composite
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}
