/// The texts that cells refer to by number, each written as a field of delimited text.
final class SharedStrings {
  private var fields: [UInt8] = []
  private var ends: [Int] = []

  /// Reads the shared strings part; without one, there are none.
  init(
    _ package: OfficePackage, _ part: String?, _ limits: XLSXWorkbook.Limits
  ) throws(ContainerError) {
    guard let part else { return }
    var text = RichText(limit: limits.cellBytes)
    var (fields, ends): ([UInt8], [Int]) = ([], [])
    try package.scan(part, isBulk: true) { scanner, event in
      switch event {
      case .start where scanner.depth == 2: text.removeAll()
      case .start: text.start(scanner)
      case .text: try text.append(scanner, part)
      case .end where scanner.depth == 2 && scanner.isElement("si"):
        guard ends.count < limits.strings else { throw ContainerError.tooManyStrings(limit: limits.strings) }
        fields.appendField(text.bytes)
        ends.append(fields.count)
        guard fields.count <= limits.stringBytes else {
          throw ContainerError.tooMuchText(part: part, limit: limits.stringBytes)
        }
      case .end: text.end(scanner)
      case .finish: break
      }
    }
    (self.fields, self.ends) = (fields, ends)
  }

  /// The bytes of string `index`, or `nil` if there is no such string.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return fields[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

/// The text of a cell that is put together from runs, as in `<r><t>Big</t></r><r><t> deal</t></r>`.
struct RichText {
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  /// Where the run being read starts, and how deep its element is; 0 between runs.
  private var runStart = 0
  private var runDepth = 0
  /// How deep the element is that says how the text is pronounced; 0 outside.
  private var phoneticDepth = 0

  init(limit: Int) { self.limit = limit }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (runDepth, phoneticDepth) = (0, 0)
  }

  /// Takes a start tag: `v` and `t` hold text, unless inside `rPh`.
  mutating func start(_ scanner: borrowing XMLScanner) {
    guard runDepth == 0, phoneticDepth == 0 else { return }
    if scanner.isElement("v") || scanner.isElement("t") {
      (runDepth, runStart) = (scanner.depth, bytes.count)
    } else if scanner.isElement("rPh") {
      phoneticDepth = scanner.depth
    }
  }

  /// Takes a text.
  mutating func append(_ scanner: borrowing XMLScanner, _ part: String) throws(ContainerError) {
    guard scanner.depth == runDepth else { return }
    guard bytes.count + scanner.text.count <= limit else { throw .tooMuchText(part: part, limit: limit) }
    bytes.append(contentsOf: scanner.text)
  }

  /// Takes an end tag.
  mutating func end(_ scanner: borrowing XMLScanner) {
    if scanner.depth == phoneticDepth { phoneticDepth = 0 }
    guard scanner.depth == runDepth else { return }
    runDepth = 0
    bytes.resolveEscapes(from: runStart)
  }
}

extension [UInt8] {
  /// Adds a field, quoted if it holds a comma, a quote or a line end.
  mutating func appendField(_ field: some Collection<UInt8>) {
    let needsQuotes = field.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return append(contentsOf: field) }
    append(34)
    for byte in field {
      append(byte)
      if byte == 34 { append(34) }
    }
    append(34)
  }

  /// Replaces `_x000D_` and its like, by which Excel writes what XML cannot hold (ST_Xstring, ECMA-376 part 1,
  /// 22.9.2.19). Half a surrogate pair stays as it is.
  mutating func resolveEscapes(from start: Int) {
    guard var read = self[start...].firstIndex(of: UInt8(ascii: "_")), count - read >= 7 else { return }
    var result: [UInt8] = []
    while read < count {
      if let unit = escape(at: read) {
        if let scalar = Unicode.Scalar(unit) {
          result += UTF8.encode(scalar) ?? UTF8.EncodedScalar()
          read += 7
          continue
        }
        if UTF16.isLeadSurrogate(unit), let trail = escape(at: read + 7), UTF16.isTrailSurrogate(trail) {
          result += String(decoding: [unit, trail], as: UTF16.self).utf8
          read += 14
          continue
        }
      }
      result.append(self[read])
      read += 1
    }
    let first = self[start...].firstIndex(of: UInt8(ascii: "_")) ?? count
    replaceSubrange(first..., with: result)
  }

  /// The number in `_xHHHH_`, if there is one at `place`.
  private func escape(at place: Int) -> UInt16? {
    guard count - place >= 7, self[place] == UInt8(ascii: "_"), self[place + 1] == UInt8(ascii: "x"),
      self[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = self[place + 2..<place + 6]
    guard digits.allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 | 32 }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
