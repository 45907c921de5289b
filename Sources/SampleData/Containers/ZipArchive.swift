/// A ZIP file whose entries are stored, not deflated, as TikTok Studio writes it.
struct ZipArchive {
  /// An entry by its name at the archive's root.
  typealias Entry = (name: String, bytes: [UInt8])

  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// The archive's bytes; the clock stands still, so that they are the same at every run.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let facts = Self.facts(entry)
      bytes += Self.word(0x0403_4b50) + Self.half(10) + facts + Self.name(entry) + entry.bytes
      directory += Self.word(0x0201_4b50) + Self.half(20) + Self.half(10) + facts
      // Comment, disk and attributes: none.
      directory += Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0)
      directory += Self.word(offset) + Self.name(entry)
    }
    let start = bytes.count
    bytes += directory
    bytes += Self.word(0x0605_4b50) + Self.half(0) + Self.half(0)
    bytes += Self.half(entries.count) + Self.half(entries.count)
    return bytes + Self.word(directory.count) + Self.word(start) + Self.half(0)
  }

  /// What the local header and the directory both say: flags, method, time, check sum, sizes, lengths of the name.
  private static func facts(_ entry: Entry) -> [UInt8] {
    // Midnight on 1 January 1980, where the DOS calendar begins.
    let time = half(0) + half(0x0021)
    let size = word(entry.bytes.count)
    return half(0) + half(0) + time + word(Int(CRC32.of(entry.bytes))) + size + size
      + half(entry.name.utf8.count) + half(0)
  }

  private static func name(_ entry: Entry) -> [UInt8] { Array(entry.name.utf8) }

  private static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  private static func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16) }
}

/// The check sum of ZIP's entries.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }
}
