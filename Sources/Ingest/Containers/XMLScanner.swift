internal import Glibc

/// The tags and texts of an XML file, one at a time, in memory that does not grow with the file.
///
/// Strict, unlike a browser: whatever is not well-formed throws an `XMLFault`. Stricter than XML, too: UTF-8 only, no
/// declarations, a limit on everything. Three things XML forbids are let through: an attribute given twice, a prefix
/// that is not declared, and odd characters beyond ASCII in names. A file is known to be whole only at `finish`.
struct XMLScanner: ~Copyable {
  enum Event: Equatable {
    /// `<name …>`, or the first half of `<name …/>`.
    case start
    /// `</name>`, or the second half of `<name …/>`.
    case end
    /// Text, references resolved; a long one comes in several pieces.
    case text
    case finish
  }

  struct Limits {
    var depth = 64
    var attributes = 256
    /// Of a tag; also the size of the buffer.
    var tagBytes = 1 << 17
  }

  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
    var hasReferences: Bool
  }

  let limits: Limits
  var input: XMLBuffer
  let attributes: UnsafeMutablePointer<Attribute>
  var attributeCount = 0
  /// The names of the open elements, one behind the other, and where each starts.
  var openNames: [UInt8] = []
  var openStarts: [Int] = []
  /// The name without its prefix, or the text, in `input.bytes`.
  var token = 0..<0
  var isEmptyElement = false
  var isInCDATA = false
  var hasRoot = false
  private var hasBegun = false

  /// How many elements the current event is in; the element that starts or ends here counts.
  var depth = 0

  init(_ source: any ByteSource, limits: Limits = Limits()) {
    self.limits = limits
    input = XMLBuffer(source, capacity: limits.tagBytes)
    attributes = .allocate(capacity: limits.attributes)
    openNames.reserveCapacity(1024)
    openStarts.reserveCapacity(limits.depth)
  }

  deinit { attributes.deallocate() }

  /// The bytes of the current text, valid until the next call of `next()`.
  var text: UnsafeRawBufferPointer { bytes(token) }

  /// Whether the current element has this name, whatever its prefix.
  @inline(__always)
  func isElement(_ name: StaticString) -> Bool { matches(token, name) }

  /// The value of an attribute of the current start tag, references resolved; valid until the next call of `next()`.
  ///
  /// Pass `isPrefixed` for a name that stands behind a prefix, such as `r:id`.
  func attribute(_ name: StaticString, isPrefixed: Bool = false) -> UnsafeRawBufferPointer? {
    for i in 0..<attributeCount {
      var place = attributes[i].name
      if isPrefixed {
        guard let colon = bytes(place).firstIndex(of: UInt8(ascii: ":")) else { continue }
        place = (place.lowerBound + colon + 1)..<place.upperBound
      }
      if matches(place, name) { return bytes(attributes[i].value) }
    }
    return nil
  }

  /// The same as text.
  func attributeText(_ name: StaticString, isPrefixed: Bool = false) -> String? {
    attribute(name, isPrefixed: isPrefixed).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Moves to the next event; after `finish` there is none.
  mutating func next() throws -> Event {
    if !hasBegun { try readDeclaration() }
    if isEmptyElement {
      isEmptyElement = false
      return close()
    }
    while true {
      if isInCDATA {
        if try readCDATA() { return .text }
      } else if input.position == input.end {
        guard try input.more() else { return try finish() }
      } else if input.bytes[input.position] != UInt8(ascii: "<") {
        if try readText() { return .text }
      } else {
        switch try byte(after: 1) {
        case UInt8(ascii: "/"): return try readEnd()
        case UInt8(ascii: "?"): try skipInstruction()
        case UInt8(ascii: "!"): try readMarkedSection()
        default: return try readStart()
        }
      }
    }
  }

  private func finish() throws -> Event {
    guard hasRoot, openStarts.isEmpty else { throw XMLFault.truncated }
    return .finish
  }

  /// Takes the innermost element off the stack.
  mutating func close() -> Event {
    depth = openStarts.count
    openNames.removeLast(openNames.count - (openStarts.popLast() ?? 0))
    return .end
  }

  /// The byte `count` behind the position, which must be there.
  mutating func byte(after count: Int) throws -> UInt8 {
    while input.end - input.position <= count { try need() }
    return input.bytes[input.position + count]
  }

  /// Reads on inside a tag.
  mutating func need() throws {
    guard !input.isFull else { throw XMLFault.tagTooLarge(limit: limits.tagBytes) }
    guard try input.more() else { throw XMLFault.truncated }
  }

  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: input.bytes + range.lowerBound, count: range.count)
  }

  @inline(__always)
  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount
      && memcmp(input.bytes + range.lowerBound, name.utf8Start, name.utf8CodeUnitCount) == 0
  }

  /// Refuses a file that says it is not UTF-8.
  private mutating func readDeclaration() throws {
    hasBegun = true
    guard try input.more() else { throw XMLFault.truncated }
    guard bytes(input.position..<input.end).starts(with: "<?xml".utf8), try Self.isBlank(byte(after: 5))
    else { return }
    while true {
      if let next = try scanDeclaration() {
        input.position = next
        break
      }
      try need()
    }
    let encoding = attributeText("encoding") ?? "UTF-8"
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased()) else {
      throw XMLFault.encoding(encoding)
    }
  }

  /// Returns where `<?xml …?>` ends, or `nil` if it is not all there.
  private mutating func scanDeclaration() throws -> Int? {
    var i = input.position + 5
    attributeCount = 0
    while true {
      let gap = i
      while Self.isBlank(input.bytes[i]) { i += 1 }
      if i + 1 >= input.end { return nil }
      if input.bytes[i] == UInt8(ascii: "?") {
        guard input.bytes[i + 1] == UInt8(ascii: ">") else { throw XMLFault.malformed }
        return i + 2
      }
      guard i > gap else { throw XMLFault.malformed }
      guard let next = try scanAttribute(i) else { return nil }
      i = next
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }
}
