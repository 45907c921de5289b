/// The records of delimited text, one at a time, from any source of bytes.
///
/// Any division of the bytes into pieces gives the same records: a record that is not complete in the buffer is
/// scanned again from its start once more bytes are there. The fields of a record lie in the reader's own buffer
/// and are valid until the next call of `next()`.
final class CSVReader {
  /// Sizes beyond which a file is no export; said in the message when met.
  struct Limits {
    var recordBytes = 4 << 20
    var columns = 2000
  }

  private let source: any ByteSource
  private let limits: Limits
  private var scanner: CSVScanner
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var scratch: [UInt8] = []

  /// The physical line on which the current record starts; the file's first line is 1.
  private(set) var line = 0
  /// The physical line on which the next record starts.
  private(set) var nextLine = 1
  /// How many bytes of the text the records so far took.
  private(set) var bytesRead = 0
  /// How many quotes in the whole file were neither doubled nor at a field's end.
  private(set) var strayQuotes = 0

  init(_ source: any ByteSource, delimiter: UInt8, limits: Limits = Limits(), bufferSize: Int = 1 << 18) {
    self.source = source
    self.limits = limits
    scanner = CSVScanner(delimiter: delimiter)
    buffer = [UInt8](repeating: 0, count: bufferSize)
  }

  /// What separates fields.
  var delimiter: UInt8 { scanner.delimiter }

  /// The number of fields of the current record.
  var count: Int { scanner.fields.count }

  /// The file ends inside a quoted field of the current record.
  var isUnterminated: Bool { scanner.isUnterminated }

  /// Whether the current record is an empty line.
  var isBlank: Bool {
    count == 1 && withField(0) { $0.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
  }

  /// Moves to the next record, or returns `false` at the end.
  ///
  /// Empty lines are records too (see `isBlank`).
  func next() throws -> Bool {
    while true {
      if start < end || !isAtEnd {
        let outcome = buffer.withUnsafeBytes {
          scanner.scan(UnsafeRawBufferPointer(rebasing: $0[..<end]), from: start, isFinal: isAtEnd)
        }
        if case .record(let next) = outcome, start < end {
          return try accept(next)
        }
      }
      guard !isAtEnd else { return false }
      try refill()
    }
  }

  private func accept(_ next: Int) throws -> Bool {
    line = nextLine
    guard scanner.fields.count <= limits.columns else {
      throw IntakeError.tooManyColumns(line: line, limit: limits.columns)
    }
    nextLine += scanner.lineBreaks
    strayQuotes += scanner.strayQuotes
    bytesRead += next - start
    start = next
    return true
  }

  /// Moves the unread bytes to the front and reads behind them; the buffer doubles when a record fills it.
  private func refill() throws {
    if start > 0 {
      buffer.replaceSubrange(0..<(end - start), with: buffer[start..<end])
      end -= start
      start = 0
    }
    if end == buffer.count {
      guard buffer.count < limits.recordBytes else {
        throw IntakeError.recordTooLarge(line: nextLine, limit: limits.recordBytes)
      }
      buffer += [UInt8](repeating: 0, count: buffer.count)
    }
    let count = try buffer.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
    }
    end += count
    isAtEnd = count == 0
  }

  /// The bytes of a field of the current record, doubled quotes resolved; empty beyond the record's end.
  func withField<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    guard index < scanner.fields.count else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let field = scanner.fields[index]
    guard field.hasDoubledQuotes else {
      return try buffer.withUnsafeBytes {
        try body(UnsafeRawBufferPointer(rebasing: $0[field.start..<field.end]))
      }
    }
    unescape(field)
    return try scratch.withUnsafeBytes(body)
  }

  private func unescape(_ field: FieldRange) {
    scratch.removeAll(keepingCapacity: true)
    var position = field.start
    while position < field.end {
      let byte = buffer[position]
      scratch.append(byte)
      let isDoubled = byte == quote && position + 1 < field.end && buffer[position + 1] == quote
      position += isDoubled ? 2 : 1
    }
  }

  /// A field of the current record as text, or `nil` where its bytes are not UTF-8 or hold a NUL.
  func text(_ index: Int) -> String? {
    withField(index) { bytes in
      guard !bytes.contains(0) else { return nil }
      return String(validating: bytes, as: UTF8.self)
    }
  }

  /// All fields as text; a field that is no text comes as the replacement characters say.
  func lenientTexts() -> [String] {
    (0..<count).map { withField($0) { String(decoding: $0, as: UTF8.self) } }
  }
}
