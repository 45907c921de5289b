import Foundation
import Testing

@testable import Ingest

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], TextEncoding.utf8Marked, 3, false),
      ([0x61, 0x62, 0x63, 0x64], .utf8, 0, false),
      ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian, 2, false),
      ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian, 2, false),
      ([0x61, 0x00, 0x62, 0x00], .utf16LittleEndian, 0, true),
      ([0x00, 0x61, 0x00, 0x62], .utf16BigEndian, 0, true),
    ] as [([UInt8], TextEncoding, Int, Bool)])
  func `is found by the first bytes`(bytes: [UInt8], encoding: TextEncoding, mark: Int, assumed: Bool) throws
  {
    let finding = try bytes.withUnsafeBytes { try TextEncoding.find(in: $0) }
    #expect(finding == .init(encoding: encoding, markLength: mark, isAssumed: assumed))
  }

  @Test func `a ZIP is no text`() {
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14]
    #expect(throws: IntakeError.notText(kind: "ZIP/XLSX")) {
      try bytes.withUnsafeBytes { try TextEncoding.find(in: $0) }
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 becomes UTF-8, whatever the pieces`(isLittleEndian: Bool) throws {
    let text = "Takarir “é” 🎉\n貼文"
    let units = text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isLittleEndian ? bytes : bytes.reversed()
    }
    for piece in 1...7 {
      let source = UTF16Source(MemorySource(units, piece: piece), isLittleEndian: isLittleEndian)
      #expect(try drain(source) == Array(text.utf8))
    }
  }

  @Test func `a lone surrogate and an odd byte become invalid bytes, not other text`() throws {
    let bytes: [UInt8] = [0x00, 0xD8, 0x61, 0x00, 0x62]
    let out = try drain(UTF16Source(MemorySource(bytes), isLittleEndian: true))
    #expect(out == [0xFF, 0x61, 0xFF])
  }

  private func drain(_ source: UTF16Source) throws -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 24)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return output }
      output += buffer[..<count]
    }
  }
}

/// What separates fields, found before anything is known of quotes.
@Suite struct DelimiterTests {
  @Test(arguments: [(",", UInt8(ascii: ",")), (";", UInt8(ascii: ";")), ("\t", UInt8(ascii: "\t"))])
  func `a header whose last cell is bare does not swallow the file`(mark: String, byte: UInt8) throws {
    let workspace = try Workspace()
    let header = ["\"a b\"", "\"c d\"", "e"].joined(separator: mark)
    // More than any record may be, and no line that ends with a quote.
    let path = try workspace.write(
      "x.csv", header + "\n" + String(repeating: "1\(mark)2\(mark)3\n", count: 800_000))
    #expect(try TextFile(.file(path)).delimiters().first == byte)
  }
}
