import Testing

@testable import Ingest

@Suite struct CSVReaderTests {
  /// Text, and what it holds: each record as `line|field|field…`.
  static let cases: [(text: String, records: [String])] = [
    ("a,b\nc,d\n", ["1|a|b", "2|c|d"]),
    ("a,b\r\nc,d", ["1|a|b", "2|c|d"]),
    ("a,b\rc,d\r", ["1|a|b", "2|c|d"]),
    ("\"x\ny\",1\n\"q\"\"r\",2\n", ["1|x\ny|1", "3|q\"r|2"]),
    ("\"x\r\ny\r\nz\",1\nlast,2", ["1|x\r\ny\r\nz|1", "4|last|2"]),
    ("a,\n,b\n", ["1|a|", "2||b"]),
    ("a,", ["1|a|"]),
    ("\"a \"b\" c\",d\n", ["1|a \"b\" c|d"]),
    ("a\"b,c\n", ["1|a\"b|c"]),
    ("\"\",\"\"\"\"\n", ["1||\""]),
    ("a\n\nb\n", ["1|a", "2|", "3|b"]),
    ("\"open,\nend", ["1|open,\nend"]),
    ("", []),
  ]

  @Test(arguments: cases)
  func `reads the grammar, whatever the pieces`(text: String, records: [String]) throws {
    for piece in 1...(text.utf8.count + 1) {
      for bufferSize in [1, 3, 64] {
        #expect(try read(Array(text.utf8), piece: piece, bufferSize: bufferSize) == records)
      }
    }
  }

  @Test func `any chunking of random bytes gives the same records`() throws {
    var random = SplitMix(seed: 20_251_031)
    let alphabet = Array("a\",\n\r; \u{e9}".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      let whole = try read(bytes, piece: .max, bufferSize: 4096)
      for piece in [1, 2, 5] {
        #expect(try read(bytes, piece: piece, bufferSize: 2) == whole, "\(bytes)")
      }
    }
  }

  @Test func `counts quotes that neither double nor end a field`() throws {
    var reader = CSVReader(
      MemorySource(Array("\"a \"b\" c\",d\n\"\"\"\"\n".utf8)), delimiter: UInt8(ascii: ","))
    while try reader.next() {}
    #expect(reader.strayQuotes == 2)
  }

  @Test func `refuses a record beyond the limit and names its line`() throws {
    let text = "a\n\"" + String(repeating: "x\n", count: 200)
    var reader = CSVReader(
      MemorySource(Array(text.utf8)), delimiter: UInt8(ascii: ","), limits: .init(recordBytes: 64),
      bufferSize: 16)
    #expect(throws: IntakeError.recordTooLarge(line: 2, limit: 64)) { while try reader.next() {} }
  }

  private func read(_ bytes: [UInt8], piece: Int, bufferSize: Int) throws -> [String] {
    var reader = CSVReader(
      MemorySource(bytes, piece: piece), delimiter: UInt8(ascii: ","), bufferSize: bufferSize)
    var rows: [String] = []
    while try reader.next() {
      rows.append(([String(reader.line)] + reader.lenientTexts()).joined(separator: "|"))
    }
    return rows
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
