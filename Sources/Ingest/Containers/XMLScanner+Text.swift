/// Text, references, and what is between `<!` or `<?` and its end.
extension XMLScanner {
  /// Reads text up to the next tag, or a piece of it that fills the buffer; `false` if there is none after all.
  mutating func readText() throws -> Bool {
    let bytes = input.bytes
    let start = input.position
    var i = start
    var hasReferences = false
    while i < input.end, bytes[i] != UInt8(ascii: "<") {
      switch bytes[i] {
      case UInt8(ascii: "&"), 13: hasReferences = true
      case UInt8(ascii: ">") where i - start >= 2 && bytes[i - 1] == 93 && bytes[i - 2] == 93:
        throw XMLFault.malformed
      default: break
      }
      i += 1
    }
    if i == input.end {
      if !input.isFull, try input.more() { return false }
      if input.isFull { i = cut(input.position, i) }
    }
    let range = input.position..<(input.position + i - start)
    return try accept(range, next: range.upperBound, hasReferences: hasReferences)
  }

  /// Hands out the text in `range`; outside the root, only blanks are allowed.
  private mutating func accept(_ range: Range<Int>, next: Int, hasReferences: Bool) throws -> Bool {
    guard !openStarts.isEmpty else {
      guard bytes(range).allSatisfy(Self.isBlank) else { throw XMLFault.badNesting }
      input.position = next
      return false
    }
    token = hasReferences ? range.lowerBound..<(try resolve(range, isAttribute: false)) : range
    input.position = next
    depth = openStarts.count
    return !token.isEmpty
  }

  /// A place before `end` that splits neither a reference, nor `]]>`, nor a line end.
  private func cut(_ start: Int, _ end: Int) -> Int {
    var cut = end
    for _ in 0..<2 where cut > start + 1 && input.bytes[cut - 1] == UInt8(ascii: "]") { cut -= 1 }
    if cut > start + 1, input.bytes[cut - 1] == 13 { cut -= 1 }
    for i in stride(from: cut - 1, to: max(start, cut - Self.longestReference), by: -1) {
      if input.bytes[i] == UInt8(ascii: ";") { break }
      if input.bytes[i] == UInt8(ascii: "&") { return i }
    }
    return cut
  }

  /// Room for `&#x10FFFF;` with some zeros.
  private static let longestReference = 32

  /// Resolves references and makes each line end a line feed, in an attribute each blank a space.
  ///
  /// Works in place, since nothing becomes longer, and returns where the result ends.
  mutating func resolve(_ range: Range<Int>, isAttribute: Bool) throws -> Int {
    let bytes = input.bytes
    var (read, write) = (range.lowerBound, range.lowerBound)
    while read < range.upperBound {
      var byte = bytes[read]
      if byte == UInt8(ascii: "&"), !isInCDATA {
        let scalar = try reference(read..<range.upperBound, next: &read)
        for unit in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
          bytes[write] = unit
          write += 1
        }
        continue
      }
      read += 1
      if byte == 13 {
        byte = 10
        if read < range.upperBound, bytes[read] == 10 { read += 1 }
      }
      bytes[write] = isAttribute && (byte == 10 || byte == 9) ? 32 : byte
      write += 1
    }
    return write
  }

  /// The character for which the reference at the start of `range` stands.
  private func reference(_ range: Range<Int>, next: inout Int) throws -> Unicode.Scalar {
    let text = bytes(range).prefix(Self.longestReference).dropFirst()
    guard let end = text.firstIndex(of: UInt8(ascii: ";")) else { throw XMLFault.badReference }
    next = range.lowerBound + end + 1
    let name = text[..<end]
    if name.first == UInt8(ascii: "#") { return try character(name.dropFirst()) }
    for (known, scalar) in Self.predefined where name.elementsEqual(known.utf8) { return scalar }
    throw XMLFault.badReference
  }

  private static let predefined: [(String, Unicode.Scalar)] = [
    ("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'"),
  ]

  private func character(_ digits: Slice<UnsafeRawBufferPointer>) throws -> Unicode.Scalar {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let digits = isHexadecimal ? digits.dropFirst() : digits
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case 48...57: value = value * (isHexadecimal ? 16 : 10) + UInt32(digit - 48)
      case 65...70 where isHexadecimal: value = value * 16 + UInt32(digit - 55)
      case 97...102 where isHexadecimal: value = value * 16 + UInt32(digit - 87)
      default: throw XMLFault.badReference
      }
      guard value <= 0x10FFFF else { throw XMLFault.badReference }
    }
    guard !digits.isEmpty, value >= 32 || value == 9 || value == 10 || value == 13,
      value != 0xFFFE, value != 0xFFFF, let scalar = Unicode.Scalar(value)
    else { throw XMLFault.badReference }
    return scalar
  }

  /// Reads the start of `<!--` or `<![CDATA[`; everything else is refused.
  mutating func readMarkedSection() throws {
    if try byte(after: 2) == UInt8(ascii: "-") {
      guard try byte(after: 3) == UInt8(ascii: "-") else { throw XMLFault.malformed }
      input.position += 4
      try skip(past: UInt8(ascii: "-"), UInt8(ascii: "-"))
      guard try byte(after: 0) == UInt8(ascii: ">") else { throw XMLFault.malformed }
      input.position += 1
      return
    }
    for (i, expected) in "[CDATA[".utf8.enumerated() {
      guard try byte(after: 2 + i) == expected else { throw XMLFault.declaration }
    }
    guard !openStarts.isEmpty else { throw XMLFault.badNesting }
    input.position += 9
    isInCDATA = true
  }

  /// Reads what is left of a CDATA section, or as much of it as there is; `false` if there is none.
  mutating func readCDATA() throws -> Bool {
    _ = try byte(after: 2)
    let bytes = input.bytes
    var i = input.position
    while i + 2 < input.end, bytes[i] != 93 || bytes[i + 1] != 93 || bytes[i + 2] != UInt8(ascii: ">") {
      i += 1
    }
    let isClosed = i + 2 < input.end
    // A carriage return waits for the line feed that may follow it.
    if !isClosed, i > input.position, bytes[i - 1] == 13 { i -= 1 }
    if i == input.position, !isClosed {
      try need()
      return false
    }
    let hasText = try accept(input.position..<i, next: isClosed ? i + 3 : i, hasReferences: true)
    isInCDATA = !isClosed
    return hasText
  }

  /// Skips `<?…?>`; the one named `xml` may only start the file.
  mutating func skipInstruction() throws {
    input.position += 2
    guard Self.startsName(try byte(after: 0)) else { throw XMLFault.malformed }
    while scanName(input.position) == input.end { try need() }
    let target = input.position..<scanName(input.position)
    let next = input.bytes[target.upperBound]
    guard bytes(target).map({ $0 | 32 }) != Array("xml".utf8) else { throw XMLFault.malformed }
    input.position = target.upperBound
    guard try Self.isBlank(next) || next == UInt8(ascii: "?") && byte(after: 1) == UInt8(ascii: ">")
    else { throw XMLFault.malformed }
    try skip(past: UInt8(ascii: "?"), UInt8(ascii: ">"))
  }

  private mutating func skip(past first: UInt8, _ second: UInt8) throws {
    while true {
      var i = input.position
      while i + 1 < input.end, input.bytes[i] != first || input.bytes[i + 1] != second { i += 1 }
      if i + 1 < input.end {
        input.position = i + 2
        return
      }
      input.position = i
      try need()
    }
  }
}
