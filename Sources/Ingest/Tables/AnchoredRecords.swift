internal import FoundationEssentials
internal import Glibc

/// TikTok Studio's list of videos as delimited text that any reader understands.
///
/// Quotes inside its captions are not doubled: `"He said "hi", twice"` would end a field in the middle. Each line that
/// has the platform's shape, every field in quotes, is cut at the address of its video: five fields follow it, the
/// caption and the day of the export stand before it. Lines of another shape pass as they are.
final class AnchoredRecords: ByteSource {
  /// Larger than any list of videos; beyond it the text passes unchanged.
  private static let limit = 16 << 20
  private let source: any ByteSource
  private var output: MemorySource?
  private var isPassing = false
  /// How many quotes inside captions were doubled.
  private(set) var repairs = 0

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if isPassing {
      if let count = output?.read(into: buffer), count > 0 { return count }
      return try source.read(into: buffer)
    }
    if output == nil {
      let bytes = try collect()
      isPassing = bytes.count > Self.limit
      output = MemorySource(isPassing ? bytes : repaired(bytes))
    }
    return output?.read(into: buffer) ?? 0
  }

  private func collect() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.limit {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { break }
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }

  private static let separator = Array("\",\"".utf8)
  private static let anchor = Array("\",\"https://www.tiktok.com/@".utf8)

  /// Doubles the quotes inside the captions; text that is well-formed already stays as it is.
  private func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard !Self.isWellFormed(bytes) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    var start = 0
    while start < bytes.count {
      guard let record = Self.record(bytes, from: start) else {
        // No more records of the shape: the rest is left to the reader.
        result += bytes[start...]
        break
      }
      result += bytes[start..<record.caption.lowerBound]
      for byte in bytes[record.caption] {
        if byte == quote {
          result.append(quote)
          repairs += 1
        }
        result.append(byte)
      }
      result += bytes[record.caption.upperBound..<record.end]
      start = record.end
    }
    return result
  }

  /// Where the caption of the next record with an address lies and where the record ends, its line break included; what
  /// comes before, such as the header, passes with it.
  private static func record(_ bytes: [UInt8], from start: Int) -> (caption: Range<Int>, end: Int)? {
    guard let address = find(anchor, in: bytes, from: start) else { return nil }
    var end = address + anchor.count
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    end = min(end + 1, bytes.count)
    // The caption stands behind the day on the line of the address, or on one before it where the caption has several
    // lines. Lines in between pass as they are: the header, and damaged records.
    var line = address
    while line >= start {
      while line > start, !isBreak(bytes[line - 1]) { line -= 1 }
      if let opening = find(separator, in: bytes, from: line), opening + separator.count <= address {
        return (opening + separator.count..<address, end)
      }
      line -= 1
    }
    return (address..<address, end)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private static func find(_ piece: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start + piece.count <= bytes.count else { return nil }
    var position = start
    while let found = bytes[position...].firstIndex(of: piece[0]) {
      guard found + piece.count <= bytes.count else { return nil }
      if bytes[found..<found + piece.count].elementsEqual(piece) { return found }
      position = found + 1
    }
    return nil
  }

  /// Whether every record has as many fields as the first and no quote inside one, so that nothing needs repair.
  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var reader = CSVReader(MemorySource(bytes), delimiter: comma)
    var width = 0
    do {
      while try reader.next() {
        if reader.isBlank { continue }
        if width == 0 { width = reader.count }
        guard reader.count == width, !reader.isUnterminated else { return false }
      }
    } catch {
      return true
    }
    return reader.strayQuotes == 0
  }
}
