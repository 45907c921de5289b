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
/// a letter too (counted in `strayQuotes`, so that the ledger can say so). It never fails on content.
struct CSVScanner {
  /// What the scan of one record gave.
  enum Outcome: Equatable {
    /// The record ends; the next begins at `next`.
    case record(next: Int)
    /// The buffer ends inside the record; scan again from its start with more bytes.
    case needsMore
  }

  let delimiter: UInt8
  private(set) var fields: [FieldRange] = []
  /// How many line breaks the record holds, its own end included.
  private(set) var lineBreaks = 0
  private(set) var strayQuotes = 0
  /// The file ends inside a quoted field.
  private(set) var isUnterminated = false

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    fields.reserveCapacity(64)
  }

  /// Scans the record that begins at `start`; `isFinal` says that no byte follows the buffer.
  mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int, isFinal: Bool) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    (lineBreaks, strayQuotes, isUnterminated) = (0, 0, false)
    var position = start
    while true {
      if position < bytes.count, bytes[position] == quote {
        guard let end = scanQuoted(bytes, from: position + 1, isFinal: isFinal) else { return .needsMore }
        position = end
      } else {
        position = scanPlain(bytes, from: position)
      }
      guard position < bytes.count else {
        return isFinal ? .record(next: position) : .needsMore
      }
      let mark = bytes[position]
      if mark == delimiter {
        position += 1
        // A delimiter at the very end opens one last empty field, which the next turn records.
        if position == bytes.count, !isFinal { return .needsMore }
        continue
      }
      lineBreaks += 1
      guard mark == carriageReturn else { return .record(next: position + 1) }
      guard position + 1 < bytes.count || isFinal else { return .needsMore }
      let isPair = position + 1 < bytes.count && bytes[position + 1] == lineFeed
      return .record(next: position + (isPair ? 2 : 1))
    }
  }

  /// The position of the delimiter or line break that ends an unquoted field.
  private mutating func scanPlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
      position += 1
    }
    fields.append(FieldRange(start: start, end: position, hasDoubledQuotes: false))
    return position
  }

  /// The position behind the closing quote, or `nil` where more bytes are needed to know it.
  private mutating func scanQuoted(_ bytes: UnsafeRawBufferPointer, from start: Int, isFinal: Bool) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var position = start
    var doubled = false
    while let found = memchr(base + position, Int32(quote), bytes.count - position) {
      let at = base.distance(to: UnsafeRawPointer(found))
      guard at + 1 < bytes.count || isFinal else { return nil }
      let next = at + 1 < bytes.count ? bytes[at + 1] : lineFeed
      if next == quote {
        doubled = true
        position = at + 2
      } else if next == delimiter || next == lineFeed || next == carriageReturn {
        return close(bytes, start: start, end: at, doubled: doubled, next: at + 1)
      } else {
        strayQuotes += 1
        position = at + 1
      }
    }
    guard isFinal else { return nil }
    isUnterminated = true
    return close(bytes, start: start, end: bytes.count, doubled: doubled, next: bytes.count)
  }

  private mutating func close(
    _ bytes: UnsafeRawBufferPointer, start: Int, end: Int, doubled: Bool, next: Int
  ) -> Int {
    fields.append(FieldRange(start: start, end: end, hasDoubledQuotes: doubled))
    lineBreaks += Self.countLineBreaks(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    return next
  }

  /// LF, CRLF and CR each count once.
  private static func countLineBreaks(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == lineFeed {
        count += previous == carriageReturn ? 0 : 1
      } else if byte == carriageReturn {
        count += 1
      }
      previous = byte
    }
    return count
  }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
