internal import Glibc

/// Why bytes are no DEFLATE stream (RFC 1951) of the size that was announced.
enum InflateFault: Error, Equatable {
  /// A block of the type that does not exist.
  case badBlockType
  /// The length of a stored block and its complement disagree.
  case badStoredLength
  /// The code lengths of a block make no prefix code, or are not lengths at all.
  case badCode
  /// Bits that stand for nothing in the block's code.
  case badSymbol
  /// A copy from before the start of the output.
  case distanceTooFar
  /// The bytes end before the stream does.
  case truncated
  /// More output than announced.
  case tooLong
  /// Bytes after the end of the stream.
  case trailingBytes
}

/// The output of a raw DEFLATE stream, decoded as it is asked for.
///
/// Every byte of every archive passes here, hence memory of its own instead of arrays. What keeps it sound:
/// - `input` holds `inputCapacity` bytes and `padding` more; eight bytes are loaded only at or before `inputLimit`.
/// - `output` holds `outputCapacity` bytes and `slack` more; a symbol is decoded only while `filled` is below
///   `outputCapacity`, and writes 258 bytes and at most 7 beyond them.
/// - A copy starts at most `filled` bytes back, and the last 32 KiB are always kept.
final class InflateSource: ByteSource {
  enum State: Equatable { case header, stored(left: Int), coded, done }

  static let inputCapacity = 1 << 16
  static let padding = 16
  static let outputCapacity = 5 << 15
  static let slack = 512
  static let window = 1 << 15

  let source: any ByteSource
  private let size: Int

  let input: UnsafeMutablePointer<UInt8> = .allocate(capacity: inputCapacity + padding)
  /// The next byte that is not in `bits` yet.
  var position = 0
  var inputEnd = 0
  /// The last position at which eight bytes may be loaded; behind `inputEnd` once all input is there.
  var inputLimit = -1
  var isInputAtEnd = false
  /// The next bits of the stream, the first one lowest; `bitCount` of them, anything above.
  var bits: UInt64 = 0
  var bitCount = 0

  let output: UnsafeMutablePointer<UInt8> = .allocate(capacity: outputCapacity + slack)
  /// How much of `output` is decoded, and how much of that is handed out.
  var filled = 0
  private var taken = 0
  /// How many bytes were decoded and have left `output`.
  private var forgotten = 0

  var state = State.header
  var isLastBlock = false
  var literals = HuffmanTable(maxWidth: 11)
  var distances = HuffmanTable(maxWidth: 9)
  var lengths = HuffmanTable(maxWidth: 7)
  /// Whether the two tables hold the fixed codes, so that a file of a million tiny blocks builds them once.
  var hasFixedCodes = false

  /// Decodes at most `size` bytes, which is what the stream is announced to hold; one more is an error.
  init(_ source: any ByteSource, size: Int) {
    self.source = source
    self.size = size
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  /// Throws an `InflateFault`, or what the source of the compressed bytes throws.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if taken == filled { try decode() }
    let count = min(buffer.count, filled - taken)
    if count > 0 { buffer.baseAddress?.copyMemory(from: output + taken, byteCount: count) }
    taken += count
    return count
  }

  /// Fills the output as far as it goes.
  private func decode() throws {
    if filled > Self.window {
      let gone = filled - Self.window
      memmove(output, output + gone, Self.window)
      forgotten += gone
      (filled, taken) = (Self.window, Self.window)
    }
    while filled < Self.outputCapacity, state != .done {
      do throws {
        switch state {
        case .header: try readHeader()
        case .stored(let left): try copyStored(left)
        case .coded: try decodeSymbols()
        case .done: break
        }
      } catch let fault as InflateFault {
        // What is wrong with the zeros behind the input is that they are not part of it.
        try checkInput()
        throw fault
      }
      try checkInput()
      guard forgotten + filled <= size else { throw InflateFault.tooLong }
      if state == .done { try checkEnd() }
    }
  }

  /// After a block: either another header or the end.
  func endBlock() { state = isLastBlock ? .done : .header }

  private func checkEnd() throws {
    try returnWholeBytes()
    if position == inputEnd, !isInputAtEnd { try fillInput() }
    guard position == inputEnd else { throw InflateFault.trailingBytes }
  }
}

/// The input, bit by bit.
extension InflateSource {
  /// Makes at least 56 bits available; of them, those after the input's end are zero and must not be used.
  @inline(__always)
  func refill() throws {
    if position > inputLimit { try fillInput() }
    let word = UnsafeRawPointer(input + position).loadUnaligned(as: UInt64.self)
    bits |= UInt64(littleEndian: word) &<< UInt64(truncatingIfNeeded: bitCount)
    position &+= (63 &- bitCount) &>> 3
    bitCount |= 56
  }

  /// The next `count` bits (at most 16) of those that `refill` has made available.
  func take(_ count: Int) -> Int {
    let value = Int(bits & ((1 << UInt64(count)) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  /// Reads on; the eight bytes that may still be in `bits` stay in front, for `returnWholeBytes`.
  func fillInput() throws {
    guard !isInputAtEnd else { throw InflateFault.truncated }
    let start = max(0, position - 8)
    memmove(input, input + start, inputEnd - start)
    position -= start
    inputEnd -= start
    while inputEnd < Self.inputCapacity, !isInputAtEnd {
      let free = UnsafeMutableRawBufferPointer(start: input + inputEnd, count: Self.inputCapacity - inputEnd)
      let count = try source.read(into: free)
      inputEnd += count
      isInputAtEnd = count == 0
    }
    if isInputAtEnd { memset(input + inputEnd, 0, Self.padding) }
    inputLimit = isInputAtEnd ? inputEnd + 8 : inputEnd - 8
  }

  /// Throws if bits from behind the input's end were used.
  func checkInput() throws {
    guard !isInputAtEnd || position - bitCount / 8 <= inputEnd else { throw InflateFault.truncated }
  }

  /// Drops the rest of the current byte and gives the untouched ones back to `input`.
  func returnWholeBytes() throws {
    try checkInput()
    position -= bitCount / 8
    bits = 0
    bitCount = 0
  }
}
