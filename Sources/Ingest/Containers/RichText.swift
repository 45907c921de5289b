/// The text of an element that holds `t`, or runs that do: `<r><t>Big</t></r><r><t> deal</t></r>`.
///
/// How the text is pronounced (`rPh`) is not part of it.
struct RichText {
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  /// How deep the element is, and whether a run in it is open; 0 outside.
  private var depth = 0
  private var isInRun = false
  /// How deep the `t` is that is being read, and where its text starts; 0 outside.
  private var textDepth = 0
  private var textStart = 0

  init(limit: Int) { self.limit = limit }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (depth, isInRun, textDepth) = (0, false, 0)
  }

  /// Starts with the element whose start tag this is.
  mutating func begin(_ scanner: borrowing XMLScanner) {
    removeAll()
    depth = scanner.depth
  }

  /// Takes the text of the element whose start tag this is.
  mutating func beginText(_ scanner: borrowing XMLScanner) {
    (textDepth, textStart) = (scanner.depth, bytes.count)
  }

  /// Takes a start tag; there must be none inside a text.
  mutating func start(_ scanner: borrowing XMLScanner) throws(XMLFault) {
    guard textDepth == 0 else { throw .badNesting }
    guard depth > 0 else { return }
    if scanner.depth == depth + 1 { isInRun = scanner.isElement("r") }
    guard scanner.depth == depth + (isInRun ? 2 : 1), scanner.isElement("t") else { return }
    beginText(scanner)
  }

  /// Takes a text.
  mutating func append(_ scanner: borrowing XMLScanner, _ part: String) throws(ContainerError) {
    guard scanner.depth == textDepth else { return }
    guard bytes.count + scanner.text.count <= limit else { throw .tooMuchText(part: part, limit: limit) }
    bytes.append(contentsOf: scanner.text)
  }

  /// Takes an end tag.
  mutating func end(_ scanner: borrowing XMLScanner) {
    guard scanner.depth == textDepth else { return }
    textDepth = 0
    bytes.resolveEscapes(from: textStart)
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

  /// Replaces `_x000D_` and its like, by which Excel writes what XML cannot hold.
  ///
  /// See ST_Xstring, ECMA-376 part 1, 22.9.2.19. Half a surrogate pair stays as it is.
  mutating func resolveEscapes(from start: Int) {
    guard let first = self[start...].firstIndex(of: UInt8(ascii: "_")), count - first >= 7 else { return }
    var read = first
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
