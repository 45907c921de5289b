/// How a file's bytes stand for text, by its first bytes.
enum TextEncoding: String, Sendable {
  /// UTF-8 without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-8 with a byte order mark.
  case utf8Marked = "utf-8-bom"
  /// UTF-16, little endian.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big endian.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, by conclusion.
  case windows1252 = "windows-1252"

  /// How many bytes the mark takes where there is one.
  struct Finding: Equatable {
    let encoding: TextEncoding
    let markLength: Int
    /// Without a mark UTF-16 is a conclusion from the NUL bytes; the ledger says so.
    let isAssumed: Bool

    static let windows1252 = Finding(encoding: .windows1252, markLength: 0, isAssumed: true)
  }

  /// Whether the start of a text is UTF-8, a letter cut off at its end aside.
  static func isUTF8(cut head: UnsafeRawBufferPointer) -> Bool {
    (0...min(3, head.count)).contains { isText(UnsafeRawBufferPointer(rebasing: head.dropLast($0))) }
  }

  /// Decides from the file's first bytes.
  ///
  /// - Throws: `IntakeError.notText` for containers and pictures, known by their first bytes.
  static func find(in head: UnsafeRawBufferPointer) throws(IntakeError) -> Finding {
    for (kind, magic) in signatures where head.starts(with: magic) { throw .notText(kind: kind) }
    let start = String(decoding: head.prefix(256), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let markup = start.prefix(16).lowercased()
    if ["<!doctype html", "<html", "<head", "<table", "<?xml"].contains(where: markup.hasPrefix) {
      throw .notText(kind: "HTML")
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Finding(encoding: .utf8Marked, markLength: 3, isAssumed: false)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return Finding(encoding: .utf16LittleEndian, markLength: 2, isAssumed: false)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return Finding(encoding: .utf16BigEndian, markLength: 2, isAssumed: false)
    }
    let nulAtEven = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let nulAtOdd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    guard nulAtEven + nulAtOdd > head.count / 8 else {
      return Finding(encoding: .utf8, markLength: 0, isAssumed: false)
    }
    // A letter beyond Latin may have a NUL on the other side; only few do.
    if nulAtEven * 8 < nulAtOdd {
      return Finding(encoding: .utf16LittleEndian, markLength: 0, isAssumed: true)
    }
    if nulAtOdd * 8 < nulAtEven { return Finding(encoding: .utf16BigEndian, markLength: 0, isAssumed: true) }
    throw .notText(kind: "biner")
  }

  private static let signatures: [(kind: String, magic: [UInt8])] = [
    ("ZIP/XLSX", [0x50, 0x4B, 0x03, 0x04]), ("gzip", [0x1F, 0x8B]), ("XLS", [0xD0, 0xCF, 0x11, 0xE0]),
    ("RAR", Array("Rar!".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF]), ("PDF", Array("%PDF".utf8)),
    ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("SQLite", Array("SQLite format 3\0".utf8)),
  ]
}

/// UTF-16 text as UTF-8 bytes, piece by piece.
///
/// A lone surrogate or an odd last byte becomes the byte FF, which is invalid in UTF-8, so that the record that
/// holds it is rejected by the same check as any other broken text.
final class UTF16Source: ByteSource {
  private let source: any ByteSource
  private let isLittleEndian: Bool
  private var decoder = UTF16()
  private var units: [UInt8] = []
  private var carry: UInt8?
  private var pendingHigh: UInt16?
  private var isAtEnd = false

  init(_ source: any ByteSource, isLittleEndian: Bool) {
    self.source = source
    self.isLittleEndian = isLittleEndian
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // A unit makes at most three bytes (a pair four for two units); read no more than fits.
    let wanted = max(2, buffer.count / 3 * 2 - 4)
    var output = 0
    while output == 0, !isAtEnd {
      var input = [UInt8](repeating: 0, count: wanted)
      let count = try input.withUnsafeMutableBytes { try source.read(into: $0) }
      output = count > 0 ? translate(input[..<count], into: buffer) : finish(into: buffer)
    }
    return output
  }

  private func translate(_ input: ArraySlice<UInt8>, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var output = 0
    for byte in input {
      guard let first = carry else {
        carry = byte
        continue
      }
      carry = nil
      let unit = isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      put(unit, into: buffer, at: &output)
    }
    return output
  }

  private func put(_ unit: UInt16, into buffer: UnsafeMutableRawBufferPointer, at output: inout Int) {
    if let high = pendingHigh {
      pendingHigh = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
        append(Unicode.Scalar(value), into: buffer, at: &output)
        return
      }
      append(nil, into: buffer, at: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      pendingHigh = unit
    } else {
      append(Unicode.Scalar(unit), into: buffer, at: &output)
    }
  }

  private func append(
    _ scalar: Unicode.Scalar?, into buffer: UnsafeMutableRawBufferPointer, at output: inout Int
  ) {
    guard let scalar else {
      buffer[output] = 0xFF
      output += 1
      return
    }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      buffer[output] = byte
      output += 1
    }
  }

  private func finish(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    isAtEnd = true
    guard carry != nil || pendingHigh != nil else { return 0 }
    buffer[0] = 0xFF
    return 1
  }
}
