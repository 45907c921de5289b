/// Scalars that are normalised together; its buffers serve many pieces of text.
struct NFKCSegment {
  /// What is to be folded.
  var scalars: [UInt32] = []
  private var decomposed: [UInt32] = []
  private var keys: [UInt64] = []

  /// Appends the UTF-8 of the folded scalars, and leaves none.
  mutating func appendFolded(to output: inout [UInt8], by data: NFKCData) {
    normalize(by: data)
    decomposed.removeAll(keepingCapacity: true)
    var isFolded = true
    for scalar in scalars where !data.appendFolding(of: scalar, to: &decomposed) { isFolded = false }
    if !isFolded {
      swap(&scalars, &decomposed)
      normalize(by: data)
    }
    for scalar in scalars { Self.appendUTF8(of: scalar, to: &output) }
    scalars.removeAll(keepingCapacity: true)
  }

  /// Brings the scalars into NFKC.
  private mutating func normalize(by data: NFKCData) {
    decomposed.removeAll(keepingCapacity: true)
    for scalar in scalars { data.appendDecomposition(of: scalar, to: &decomposed) }
    reorder(by: data)
    compose(by: data)
  }

  /// Sorts each run of marks by class; marks of one class keep their order.
  private mutating func reorder(by data: NFKCData) {
    var start = 0
    while start < decomposed.count {
      var end = start
      while end < decomposed.count, data.combiningClass(decomposed[end]) != 0 { end += 1 }
      if end - start > 1 { sort(start..<end, by: data) }
      start = end + 1
    }
  }

  /// Sorts by class and place: a run of a million marks takes no more than a second's fraction.
  private mutating func sort(_ range: Range<Int>, by data: NFKCData) {
    keys.removeAll(keepingCapacity: true)
    for (place, scalar) in decomposed[range].enumerated() {
      keys.append(UInt64(data.combiningClass(scalar)) << 56 | UInt64(place) << 24 | UInt64(scalar))
    }
    keys.sort()
    for (place, key) in keys.enumerated() { decomposed[range.lowerBound + place] = UInt32(key & 0xFF_FFFF) }
  }

  /// Puts the decomposed scalars, composed where they make a pair, in the place of `scalars`.
  private mutating func compose(by data: NFKCData) {
    scalars.removeAll(keepingCapacity: true)
    var starter: Int?
    var lastClass: UInt32 = 0
    for scalar in decomposed {
      let combiningClass = data.combiningClass(scalar)
      if let place = starter {
        // Between the starter and the scalar nothing may stand that is of the same class or a higher one, or of none.
        let isFree = place == scalars.count - 1 || lastClass < combiningClass
        if isFree, let composite = data.composite(of: scalars[place], scalar) {
          scalars[place] = composite
          continue
        }
      }
      if combiningClass == 0 { starter = scalars.count }
      lastClass = combiningClass
      scalars.append(scalar)
    }
  }

  private static func appendUTF8(of scalar: UInt32, to output: inout [UInt8]) {
    func append(_ lead: UInt32, _ shift: UInt32) { output.append(UInt8(lead | scalar >> shift)) }
    func follow(_ shift: UInt32) { output.append(UInt8(0x80 | scalar >> shift & 0x3F)) }
    switch scalar {
    case 0..<0x80: append(0, 0)
    case 0x80..<0x800:
      append(0xC0, 6)
      follow(0)
    case 0x800..<0x10000:
      append(0xE0, 12)
      follow(6)
      follow(0)
    default:
      append(0xF0, 18)
      follow(12)
      follow(6)
      follow(0)
    }
  }
}
