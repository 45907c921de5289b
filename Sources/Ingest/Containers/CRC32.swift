/// CRC-32 as in ZIP and gzip (polynomial 0xEDB88320, reflected), fed piece by piece.
struct CRC32 {
  private var state: UInt32 = ~0

  /// The checksum of the bytes so far; 0 for none.
  var value: UInt32 { ~state }

  /// Takes the next bytes; any division into pieces gives the same checksum.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    state = Self.tables.withUnsafeBufferPointer { tables in
      guard let tables = tables.baseAddress else { return state }
      let whole = bytes.count & ~7
      var crc = Self.eights(start, count: whole, tables, state)
      for byte in bytes[whole...] { crc = tables[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
      return crc
    }
  }

  /// Eight bytes a turn ("slicing by 8"); pointers, because every byte of every archive passes here.
  private static func eights(
    _ start: UnsafeRawPointer, count: Int, _ tables: UnsafePointer<UInt32>, _ state: UInt32
  ) -> UInt32 {
    var crc = state
    for offset in stride(from: 0, to: count, by: 8) {
      let word =
        UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ UInt64(crc)
      let a = tables[0x700 | byte(word, 0)] ^ tables[0x600 | byte(word, 1)]
      let b = tables[0x500 | byte(word, 2)] ^ tables[0x400 | byte(word, 3)]
      let c = tables[0x300 | byte(word, 4)] ^ tables[0x200 | byte(word, 5)]
      let d = tables[0x100 | byte(word, 6)] ^ tables[byte(word, 7)]
      crc = (a ^ b) ^ (c ^ d)
    }
    return crc
  }

  @inline(__always)
  private static func byte(_ word: UInt64, _ index: UInt64) -> Int {
    Int(truncatingIfNeeded: word &>> (8 &* index) & 255)
  }

  /// Eight tables of 256: table k holds what a byte does to the checksum after k more bytes of zero.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 2048)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
      tables[byte] = crc
    }
    for i in 256..<2048 {
      let previous = tables[i - 256]
      tables[i] = tables[Int(previous & 255)] ^ (previous >> 8)
    }
    return tables
  }()
}
