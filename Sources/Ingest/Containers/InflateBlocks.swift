internal import Glibc

/// The three kinds of blocks.
extension InflateSource {
  /// Reads a block's type and, if it has one, its code.
  func readHeader() throws {
    try refill()
    isLastBlock = take(1) == 1
    switch take(2) {
    case 0: try readStoredLength()
    case 1: try useFixedCodes()
    case 2: try readCodes()
    default: throw InflateFault.badBlockType
    }
  }

  private func readStoredLength() throws {
    try returnWholeBytes()
    try refill()
    let length = take(16)
    guard take(16) == length ^ 0xFFFF else { throw InflateFault.badStoredLength }
    try returnWholeBytes()
    state = .stored(left: length)
    if length == 0 { endBlock() }
  }

  /// Copies as much of a stored block as is at hand and has room.
  func copyStored(_ left: Int) throws {
    if position == inputEnd { try fillInput() }
    let count = min(left, inputEnd - position, Self.outputCapacity - filled)
    memcpy(output + filled, input + position, count)
    position += count
    filled += count
    state = .stored(left: left - count)
    if left == count { endBlock() }
  }

  private func useFixedCodes() throws {
    state = .coded
    guard !hasFixedCodes else { return }
    let lengths = DeflateAlphabet.fixedLengths
    try literals.build(lengths[..<288], meanings: DeflateAlphabet.literals, gaps: .none)
    try distances.build(lengths[288...], meanings: DeflateAlphabet.distances, gaps: .none)
    hasFixedCodes = true
  }

  /// Reads the block's own codes, whose lengths are themselves coded (RFC 1951, 3.2.7).
  private func readCodes() throws {
    state = .coded
    hasFixedCodes = false
    let literalCount = take(5) + 257
    let distanceCount = take(5) + 1
    let lengthCount = take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw InflateFault.badCode }
    var coded = [UInt8](repeating: 0, count: 19)
    for place in DeflateAlphabet.lengthOrder.prefix(lengthCount) {
      try refill()
      coded[place] = UInt8(take(3))
    }
    try lengths.build(coded[...], meanings: DeflateAlphabet.lengths, gaps: .none)
    let all = try readLengths(literalCount + distanceCount)
    // Without a code for its end, a block could not end.
    guard all[256] > 0 else { throw InflateFault.badCode }
    try literals.build(all[..<literalCount], meanings: DeflateAlphabet.literals, gaps: .single)
    try distances.build(all[literalCount...], meanings: DeflateAlphabet.distances, gaps: .single)
  }

  private func readLengths(_ count: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(count)
    while all.count < count {
      try refill()
      let entry = lengths.entry(bits)
      _ = take(Int(entry & 15))
      let (length, times): (UInt8, Int)
      switch entry >> 16 {
      case 16:
        guard let last = all.last else { throw InflateFault.badCode }
        (length, times) = (last, 3 + take(2))
      case 17: (length, times) = (0, 3 + take(3))
      case 18: (length, times) = (0, 11 + take(7))
      case let plain: (length, times) = (UInt8(truncatingIfNeeded: plain), 1)
      }
      guard times <= count - all.count else { throw InflateFault.badCode }
      for _ in 0..<times { all.append(length) }
    }
    return all
  }

  /// Decodes until the block ends or the output is full.
  func decodeSymbols() throws {
    while filled < Self.outputCapacity {
      try refill()
      var entry = literals.entry(bits)
      // Three literals of at most 15 bits fit into what `refill` gives.
      for _ in 0..<2 where entry & HuffmanTable.isLiteral != 0 {
        putLiteral(entry)
        entry = literals.entry(bits)
      }
      if entry & HuffmanTable.isLiteral != 0 {
        putLiteral(entry)
        continue
      }
      try refill()
      skip(entry & 15)
      guard entry & 15 != 0, entry & HuffmanTable.isReserved == 0 else { throw InflateFault.badSymbol }
      if entry & HuffmanTable.isEndOfBlock != 0 {
        endBlock()
        break
      }
      try putCopy(length: number(entry))
    }
  }

  @inline(__always)
  private func putLiteral(_ entry: HuffmanTable.Entry) {
    output[filled] = UInt8(truncatingIfNeeded: entry &>> 16)
    filled &+= 1
    skip(entry & 15)
  }

  @inline(__always)
  private func skip(_ count: UInt32) {
    bits &>>= UInt64(count)
    bitCount &-= Int(count)
  }

  /// The smallest number of the entry's range plus its extra bits, at most 13.
  @inline(__always)
  private func number(_ entry: HuffmanTable.Entry) -> Int {
    let extra = entry &>> 4 & 15
    let value = Int(entry &>> 16) &+ Int(truncatingIfNeeded: bits & ((1 &<< UInt64(extra)) &- 1))
    skip(extra)
    return value
  }

  @inline(__always)
  private func putCopy(length: Int) throws {
    let entry = distances.entry(bits)
    skip(entry & 15)
    guard entry & 15 != 0, entry & HuffmanTable.isReserved == 0 else { throw InflateFault.badSymbol }
    let distance = number(entry)
    guard distance <= filled else { throw InflateFault.distanceTooFar }
    let target = output + filled
    let origin = target - distance
    if distance >= 8 {
      for offset in stride(from: 0, to: length, by: 8) {
        let word = UnsafeRawPointer(origin + offset).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(target + offset).storeBytes(of: word, as: UInt64.self)
      }
    } else {
      for offset in 0..<length { target[offset] = origin[offset] }
    }
    filled &+= length
  }
}
