import Testing

/// The entries of a ZIP file that stores them, read without a library.
struct StoredArchive {
  /// Names and bytes, in the archive's order.
  let entries: [(name: String, bytes: [UInt8])]

  /// Reads local headers one after another, then holds the directory at the end against them.
  init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ size: Int) -> Int {
      bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var entries: [(name: String, bytes: [UInt8])] = []
    var offsets: [Int] = []
    var place = 0
    while number(place, 4) == 0x0403_4b50 {
      try #require(number(place + 8, 2) == 0, "an entry is not stored")
      let (size, length) = (number(place + 18, 4), number(place + 26, 2))
      let start = place + 30 + length + number(place + 28, 2)
      let content = Array(bytes[start..<start + size])
      try #require(number(place + 14, 4) == Self.checkSum(content))
      entries.append((String(decoding: bytes[place + 30..<place + 30 + length], as: UTF8.self), content))
      offsets.append(place)
      place = start + size
    }
    let directory = place
    for (entry, offset) in zip(entries, offsets) {
      try #require(number(place, 4) == 0x0201_4b50)
      try #require(number(place + 16, 4) == Self.checkSum(entry.bytes))
      try #require(number(place + 42, 4) == offset)
      place += 46 + number(place + 28, 2)
    }
    try #require(number(place, 4) == 0x0605_4b50)
    try #require(number(place + 10, 2) == entries.count)
    try #require(number(place + 16, 4) == directory)
    try #require(place + 22 == bytes.count)
    self.entries = entries
  }

  /// CRC-32, bit by bit.
  private static func checkSum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
