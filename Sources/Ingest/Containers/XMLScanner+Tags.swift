internal import Glibc

/// Tags and attributes. A tag that is not all in the buffer is scanned again from its start once more is there.
extension XMLScanner {
  /// Reads `<name …>` or `<name …/>`.
  mutating func readStart() throws -> Event {
    guard !openStarts.isEmpty || !hasRoot else { throw XMLFault.badNesting }
    hasRoot = true
    guard openStarts.count < limits.depth else { throw XMLFault.tooDeep(limit: limits.depth) }
    while true {
      if let next = try scanStart() {
        input.position = next
        break
      }
      try need()
    }
    for i in 0..<attributeCount where attributes[i].hasReferences {
      let value = attributes[i].value
      attributes[i].value = value.lowerBound..<(try resolve(value, isAttribute: true))
    }
    depth = openStarts.count
    return .start
  }

  /// Returns where the tag ends, or `nil` if it is not all there.
  private mutating func scanStart() throws -> Int? {
    let bytes = input.bytes
    let name = input.position + 1
    guard Self.startsName(bytes[name]) else { throw XMLFault.malformed }
    var i = scanName(name)
    let nameEnd = i
    attributeCount = 0
    while true {
      let gap = i
      while Self.isBlank(bytes[i]) { i += 1 }
      switch bytes[i] {
      case 0: return nil
      case UInt8(ascii: ">"):
        push(name..<nameEnd, isEmpty: false)
        return i + 1
      case UInt8(ascii: "/"):
        if i + 1 == input.end { return nil }
        guard bytes[i + 1] == UInt8(ascii: ">") else { throw XMLFault.malformed }
        push(name..<nameEnd, isEmpty: true)
        return i + 2
      default:
        guard i > gap else { throw XMLFault.malformed }
        guard let next = try scanAttribute(i) else { return nil }
        i = next
      }
    }
  }

  private mutating func push(_ name: Range<Int>, isEmpty: Bool) {
    openStarts.append(openNames.count)
    openNames.append(contentsOf: bytes(name))
    isEmptyElement = isEmpty
    token = withoutPrefix(name)
  }

  /// Adds the attribute at `start` and returns where it ends, or `nil` if it is not all there.
  mutating func scanAttribute(_ start: Int) throws -> Int? {
    let bytes = input.bytes
    guard Self.startsName(bytes[start]) else { throw XMLFault.malformed }
    guard attributeCount < limits.attributes else {
      throw XMLFault.tooManyAttributes(limit: limits.attributes)
    }
    let nameEnd = scanName(start)
    var i = nameEnd
    while Self.isBlank(bytes[i]) { i += 1 }
    if i == input.end { return nil }
    guard bytes[i] == UInt8(ascii: "=") else { throw XMLFault.malformed }
    i += 1
    while Self.isBlank(bytes[i]) { i += 1 }
    if i == input.end { return nil }
    let quote = bytes[i]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw XMLFault.malformed }
    i += 1
    let value = i
    var hasReferences = false
    while bytes[i] != quote {
      switch bytes[i] {
      case 0: return nil
      case UInt8(ascii: "<"): throw XMLFault.malformed
      case UInt8(ascii: "&"), 9, 10, 13: hasReferences = true
      default: break
      }
      i += 1
    }
    attributes[attributeCount] = Attribute(
      name: start..<nameEnd, value: value..<i, hasReferences: hasReferences)
    attributeCount += 1
    return i + 1
  }

  /// Reads `</name>`, which must belong to the innermost element.
  mutating func readEnd() throws -> Event {
    while true {
      let name = input.position + 2
      let nameEnd = scanName(name)
      var i = nameEnd
      while Self.isBlank(input.bytes[i]) { i += 1 }
      if i < input.end {
        guard input.bytes[i] == UInt8(ascii: ">") else { throw XMLFault.malformed }
        guard let start = openStarts.last, isOpen(name..<nameEnd, from: start) else {
          throw XMLFault.badNesting
        }
        input.position = i + 1
        token = withoutPrefix(name..<nameEnd)
        return close()
      }
      try need()
    }
  }

  private func isOpen(_ name: Range<Int>, from start: Int) -> Bool {
    guard openNames.count - start == name.count else { return false }
    return openNames.withUnsafeBufferPointer { names in
      guard let names = names.baseAddress else { return false }
      return memcmp(names + start, input.bytes + name.lowerBound, name.count) == 0
    }
  }

  /// Where the name at `start` ends.
  @inline(__always)
  func scanName(_ start: Int) -> Int {
    var i = start
    while Self.isInName(input.bytes[i]) { i += 1 }
    return i
  }

  @inline(__always)
  private func withoutPrefix(_ name: Range<Int>) -> Range<Int> {
    for i in name where input.bytes[i] == UInt8(ascii: ":") { return (i + 1)..<name.upperBound }
    return name
  }

  @inline(__always)
  static func startsName(_ byte: UInt8) -> Bool {
    97...122 ~= byte | 32 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 128
  }

  @inline(__always)
  static func isInName(_ byte: UInt8) -> Bool {
    startsName(byte) || 48...58 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
