/// Reads the numbers of a literal of `NFKCTable`; what is written there is said in generate_nfkc.py.
struct NFKCNumbers: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ literal: StaticString) {
    bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  /// The next number, five bits a character.
  mutating func next() -> UInt32? {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while index < bytes.count {
      let (digit, isLineEnd) = bytes[index].subtractingReportingOverflow(UInt8(ascii: "?"))
      index += 1
      if isLineEnd { continue }
      number |= UInt32(digit & 0x1F) << shift
      if digit < 0x20 { return number }
      shift += 5
    }
    return nil
  }

  /// The values of pairs of run length and value.
  consuming func runs() -> [UInt32] {
    var values: [UInt32] = []
    while let length = next(), let value = next() {
      values.append(contentsOf: repeatElement(value, count: Int(length)))
    }
    return values
  }

  /// Passes on each scalar with what it is mapped to.
  consuming func forEachMapping(_ body: (UInt32, [UInt32]) -> Void) {
    var scalar: UInt32 = 0
    var targets: [UInt32] = []
    var full: [UInt32] = []
    while let distance = next(), let count = next() {
      scalar += distance
      full.removeAll(keepingCapacity: true)
      for place in 0..<Int(count) {
        if place == targets.count { targets.append(0) }
        let difference = next() ?? 0
        targets[place] &+= difference & 1 == 0 ? difference >> 1 : 0 &- (difference >> 1)
        full.append(targets[place])
      }
      body(scalar, full)
      scalar += 1
    }
  }
}
