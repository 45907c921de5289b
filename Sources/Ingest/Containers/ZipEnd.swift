/// The record at the end of a ZIP archive that says where its directory is.
struct ZipEnd {
  private static let length = 22
  private static let maxNote = 0xFFFF

  /// Where the directory starts, how many bytes it has, and how many entries.
  let start: Int
  let size: Int
  let entries: Int

  /// Looks for the record from the end of the file backwards; behind it there is only the archive's own note.
  init(_ access: any RandomAccess) throws(ContainerError) {
    let tailStart = max(0, access.size - Self.length - Self.maxNote - 20)
    let tail = try access.bytes(at: tailStart, count: access.size - tailStart)
    guard let place = Self.place(in: tail) else { throw try Self.failure(access) }
    var reader = LittleEndianReader(tail[(place + 4)...])
    let (volume, directoryVolume) = (reader.half(), reader.half())
    let (entriesHere, entries) = (reader.half(), reader.half())
    (size, start) = (reader.word(), reader.word())
    self.entries = entries
    var locator = LittleEndianReader(tail[max(0, place - 20)...])
    guard locator.word() != 0x0706_4B50, entries < 0xFFFF, size < 0xFFFF_FFFF, start < 0xFFFF_FFFF else {
      throw .zip64
    }
    guard volume == 0, directoryVolume == 0, entriesHere == entries else { throw .multiVolume }
    guard start + size <= tailStart + place else { throw .badDirectory }
    guard start + size == tailStart + place else { throw .prefixed }
  }

  private static func place(in tail: [UInt8]) -> Int? {
    stride(from: tail.count - length, through: 0, by: -1).first { place in
      guard tail[place] == 0x50 else { return false }
      var reader = LittleEndianReader(tail[place...])
      guard reader.word() == 0x0605_4B50 else { return false }
      reader.skip(16)
      return reader.half() == tail.count - place - length
    }
  }

  /// What a file without that record is, by its first bytes.
  private static func failure(_ access: any RandomAccess) throws(ContainerError) -> ContainerError {
    switch try access.bytes(at: 0, count: min(4, access.size)) {
    case [0x50, 0x4B, 0x03, 0x04]: .cutOff
    case [0x50, 0x4B, 0x07, 0x08], [0x50, 0x4B, 0x30, 0x30]: .multiVolume
    case [0xD0, 0xCF, 0x11, 0xE0]: .compoundFile
    default: .notZip
    }
  }
}

/// Numbers in the order of Intel's processors; 0, and `isCutOff`, where the bytes end too early.
struct LittleEndianReader {
  private var rest: ArraySlice<UInt8>
  private(set) var isCutOff = false

  var isAtEnd: Bool { rest.isEmpty || isCutOff }

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// 16 bits.
  mutating func half() -> Int { number(2) }

  /// 32 bits.
  mutating func word() -> Int { number(4) }

  mutating func skip(_ count: Int) { _ = bytes(count) }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    if rest.count < count { isCutOff = true }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private mutating func number(_ count: Int) -> Int {
    let bytes = bytes(count)
    guard bytes.count == count else { return 0 }
    return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
