internal import FoundationEssentials
internal import Glibc

/// Where a field's bytes lie in the scanned buffer, without its surrounding quotes.
struct FieldRange: Equatable {
  var start: Int
  var end: Int
  /// The bytes hold doubled quotes that stand for single ones.
  var hasDoubledQuotes: Bool
}

/// One pass over the bytes of one record: the grammar of delimited text, and nothing else.
///
/// RFC 4180 with what real files need beside it: any of `,` `;` TAB as the delimiter; LF, CRLF or CR ends a record;
/// a quote inside an unquoted field is a letter; a quote inside a quoted field that neither doubles nor ends it is
/// a letter too (counted in `strayQuotes`, so that the ledger can say so). A quote that opens a field on a later line
/// shows that the field before it was never closed: its record ends with its line. It never fails on content.
///
/// `fields` has room for one more than the allowed columns; what lies beyond is counted and not kept. Its owner calls
/// `deallocate` once.
struct CSVScanner {
  /// What the scan of one record gave.
  enum Outcome: Equatable {
    /// The record ends; the next begins at `next`.
    case record(next: Int)
    /// The buffer ends inside the record; scan again from its start with more bytes.
    case needsMore
  }

  let delimiter: UInt8
  let fields: UnsafeMutablePointer<FieldRange>
  private let room: Int
  /// How many fields the record has.
  private(set) var count = 0
  /// How many line breaks the record holds, its own end included.
  private(set) var lineBreaks = 0
  private(set) var strayQuotes = 0
  private(set) var hasDoubledQuotes = false
  /// The file ends inside a quoted field.
  private(set) var isUnterminated = false

  init(delimiter: UInt8, columns: Int) {
    self.delimiter = delimiter
    room = columns + 1
    fields = .allocate(capacity: room)
  }

  func deallocate() { fields.deallocate() }

  /// Scans the record that begins at `start`; `isFinal` says that no byte follows the buffer.
  mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int, isFinal: Bool) -> Outcome {
    (count, lineBreaks, strayQuotes) = (0, 0, 0)
    (hasDoubledQuotes, isUnterminated) = (false, false)
    guard let base = bytes.baseAddress else { return .needsMore }
    let size = bytes.count
    var position = start
    while true {
      if position < size, base.byte(position) == quote {
        guard let end = scanQuoted(base, size, from: position + 1, isFinal: isFinal) else {
          return .needsMore
        }
        position = end
        if isUnterminated, position < size {
          lineBreaks = 1
          return .record(next: position)
        }
      } else {
        position = scanPlain(base, size, from: position)
      }
      guard position < size else { return isFinal ? .record(next: position) : .needsMore }
      let mark = base.byte(position)
      if mark == delimiter {
        position += 1
        // A delimiter at the very end opens one last empty field, which the next turn records.
        if position == size, !isFinal { return .needsMore }
        continue
      }
      lineBreaks += 1
      guard mark == carriageReturn else { return .record(next: position + 1) }
      guard position + 1 < size || isFinal else { return .needsMore }
      let isPair = position + 1 < size && base.byte(position + 1) == lineFeed
      return .record(next: position + (isPair ? 2 : 1))
    }
  }

  /// The position of the delimiter or line break that ends an unquoted field.
  private mutating func scanPlain(_ base: UnsafeRawPointer, _ size: Int, from start: Int) -> Int {
    var position = start
    while position < size {
      let byte = base.byte(position)
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
      position += 1
    }
    append(FieldRange(start: start, end: position, hasDoubledQuotes: false))
    return position
  }

  /// The position behind the closing quote, or `nil` where more bytes are needed to know it.
  private mutating func scanQuoted(
    _ base: UnsafeRawPointer, _ size: Int, from start: Int, isFinal: Bool
  ) -> Int? {
    var position = start
    var doubled = false
    var (lineEnd, searched) = (Int?.none, start)
    while let found = memchr(base + position, Int32(quote), size - position) {
      let at = base.distance(to: UnsafeRawPointer(found))
      guard at + 1 < size || isFinal else { return nil }
      let next = at + 1 < size ? base.byte(at + 1) : lineFeed
      if next == quote {
        doubled = true
        position = at + 2
      } else if next == delimiter || next == lineFeed || next == carriageReturn {
        close(base, FieldRange(start: start, end: at, hasDoubledQuotes: doubled))
        return at + 1
      } else if isOpening(base, at: at, &lineEnd, &searched), let end = lineEnd {
        isUnterminated = true
        append(FieldRange(start: start, end: end, hasDoubledQuotes: false))
        let isPair = base.byte(end) == carriageReturn && base.byte(end + 1) == lineFeed
        return end + (isPair ? 2 : 1)
      } else {
        strayQuotes += 1
        position = at + 1
      }
    }
    guard isFinal else { return nil }
    isUnterminated = true
    close(base, FieldRange(start: start, end: size, hasDoubledQuotes: doubled))
    return size
  }

  /// Whether the quote at `at` opens another field on a later line, so that the one at hand was never closed; `lineEnd` is
  /// where its first line ends, as far as `searched`.
  private func isOpening(
    _ base: UnsafeRawPointer, at: Int, _ lineEnd: inout Int?, _ searched: inout Int
  ) -> Bool {
    let before = base.byte(at - 1)
    guard before == delimiter || before == lineFeed || before == carriageReturn else { return false }
    while lineEnd == nil, searched < at {
      let byte = base.byte(searched)
      if byte == lineFeed || byte == carriageReturn { lineEnd = searched }
      searched += 1
    }
    return lineEnd != nil
  }

  private mutating func close(_ base: UnsafeRawPointer, _ field: FieldRange) {
    append(field)
    hasDoubledQuotes = hasDoubledQuotes || field.hasDoubledQuotes
    lineBreaks += Self.countLineBreaks(base + field.start, field.end - field.start)
  }

  private mutating func append(_ field: FieldRange) {
    if count < room { fields[count] = field }
    count += 1
  }

  /// The bytes of the record's longest field.
  var widest: Int { (0..<min(count, room)).reduce(0) { max($0, fields[$1].end - fields[$1].start) } }

  /// Makes two quotes one in the fields that have them; the record's bytes are scanned and never read again as text.
  mutating func resolveDoubledQuotes(in buffer: UnsafeMutableRawPointer) {
    for index in 0..<min(count, room) where fields[index].hasDoubledQuotes {
      let field = fields[index]
      var (read, write) = (field.start, field.start)
      while let found = memchr(buffer + read, Int32(quote), field.end - read) {
        let at = UnsafeRawPointer(buffer).distance(to: UnsafeRawPointer(found))
        let isDoubled = at + 1 < field.end && UnsafeRawPointer(buffer).byte(at + 1) == quote
        memmove(buffer + write, buffer + read, at + 1 - read)
        write += at + 1 - read
        read = at + (isDoubled ? 2 : 1)
      }
      memmove(buffer + write, buffer + read, field.end - read)
      fields[index] = FieldRange(
        start: field.start, end: write + field.end - read, hasDoubledQuotes: false)
    }
  }

  /// LF, CRLF and CR each count once.
  private static func countLineBreaks(_ base: UnsafeRawPointer, _ size: Int) -> Int {
    var count = 0
    var position = 0
    // Captions hold few breaks and hardly ever a CR: the C library finds them faster than a loop over bytes.
    while let found = memchr(base + position, Int32(lineFeed), size - position) {
      count += 1
      position = base.distance(to: UnsafeRawPointer(found)) + 1
    }
    position = 0
    while let found = memchr(base + position, Int32(carriageReturn), size - position) {
      let at = base.distance(to: UnsafeRawPointer(found))
      if at + 1 == size || base.byte(at + 1) != lineFeed { count += 1 }
      position = at + 1
    }
    return count
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  fileprivate func byte(_ offset: Int) -> UInt8 { load(fromByteOffset: offset, as: UInt8.self) }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
