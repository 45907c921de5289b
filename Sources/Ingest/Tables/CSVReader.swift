internal import FoundationEssentials
internal import Glibc

/// The records of delimited text, one at a time, from any source of bytes.
///
/// Any division of the bytes into pieces gives the same records: a record that is not complete in the buffer is
/// scanned again from its start once more bytes are there. The fields of a record lie in the reader's own buffer
/// and are valid until the next call of `next()`.
///
/// Every byte of every file passes here, hence memory of its own instead of arrays: no bounds to check twice, no
/// exclusivity to ask for, nothing to count. What keeps it sound: `buffer` holds `capacity` bytes, of which those from
/// `start` to `end` are read and not yet handed out; the scanner's ranges lie before `end`; the memory goes with the
/// reader, which cannot be copied.
struct CSVReader: ~Copyable {
  /// Sizes beyond which a file is no export; said in the message when met.
  struct Limits {
    var recordBytes = 4 << 20
    var fieldBytes = 1 << 20
    var columns = 2000
  }

  private let source: any ByteSource
  private let limits: Limits
  private let countsRecords: Bool
  private var scanner: CSVScanner
  private var buffer: UnsafeMutableRawPointer
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// The physical line on which the current record starts; the file's first line is 1.
  private(set) var line = 0
  /// The physical line on which the next record starts.
  private(set) var nextLine = 1
  /// How many bytes of the text the records so far took.
  private(set) var bytesRead = 0
  /// How many quotes in the whole file were neither doubled nor at a field's end.
  var strayQuotes: Int { seenStrayQuotes + source.repairs }
  private var seenStrayQuotes = 0

  /// Prepares to read; with `countsRecords` a record is a line, as in a sheet, whatever breaks its cells hold.
  init(
    _ source: any ByteSource, delimiter: UInt8, limits: Limits = Limits(), bufferSize: Int = 1 << 18,
    countsRecords: Bool = false
  ) {
    self.source = source
    self.countsRecords = countsRecords
    self.limits = limits
    scanner = CSVScanner(delimiter: delimiter, columns: limits.columns)
    capacity = max(1, bufferSize)
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit {
    buffer.deallocate()
    scanner.deallocate()
  }

  /// What separates fields.
  var delimiter: UInt8 { scanner.delimiter }

  /// The number of fields of the current record.
  var count: Int { scanner.count }

  /// The file ends inside a quoted field of the current record.
  var isUnterminated: Bool { scanner.isUnterminated }

  /// Whether the current record is an empty line.
  var isBlank: Bool {
    count == 1 && self[0].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The bytes of a field of the current record, doubled quotes resolved; empty beyond the record's end.
  subscript(index: Int) -> UnsafeRawBufferPointer {
    guard index < scanner.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let field = scanner.fields[index]
    return UnsafeRawBufferPointer(start: buffer + field.start, count: field.end - field.start)
  }

  /// Moves to the next record, or returns `false` at the end.
  ///
  /// Empty lines are records too (see `isBlank`).
  mutating func next() throws -> Bool {
    while true {
      if start < end || !isAtEnd {
        let bytes = UnsafeRawBufferPointer(start: buffer, count: end)
        if case .record(let next) = scanner.scan(bytes, from: start, isFinal: isAtEnd), start < end {
          return try accept(next)
        }
      }
      guard !isAtEnd else { return false }
      try refill()
    }
  }

  private mutating func accept(_ next: Int) throws -> Bool {
    line = nextLine
    guard scanner.count <= limits.columns else {
      throw IntakeError.tooManyColumns(line: line, limit: limits.columns)
    }
    guard next - start <= limits.fieldBytes || scanner.widest <= limits.fieldBytes else {
      throw IntakeError.fieldTooLarge(line: line, limit: limits.fieldBytes)
    }
    if scanner.hasDoubledQuotes { scanner.resolveDoubledQuotes(in: buffer) }
    nextLine += countsRecords ? 1 : scanner.lineBreaks
    seenStrayQuotes += scanner.strayQuotes
    bytesRead += next - start
    start = next
    return true
  }

  /// Moves the unread bytes to the front and reads behind them; the buffer doubles when a record fills it.
  private mutating func refill() throws {
    if start > 0 {
      memmove(buffer, buffer + start, end - start)
      end -= start
      start = 0
    }
    if end == capacity {
      guard capacity < limits.recordBytes else {
        throw IntakeError.recordTooLarge(line: nextLine, limit: limits.recordBytes)
      }
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
      memcpy(larger, buffer, end)
      buffer.deallocate()
      (buffer, capacity) = (larger, capacity * 2)
    }
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += count
    isAtEnd = count == 0
  }

  /// A field of the current record as text, or `nil` where its bytes are not UTF-8 or hold a NUL.
  func text(_ index: Int) -> String? {
    let bytes = self[index]
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// All fields as text; a field that is no text comes as the replacement characters say.
  func lenientTexts() -> [String] {
    (0..<count).map { String(decoding: self[$0], as: UTF8.self) }
  }
}
