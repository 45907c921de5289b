/// The directory of a ZIP archive, compared with the headers before the entries.
struct ZipDirectory {
  /// What the directory says of an entry, and how it is found.
  private struct Record {
    let name: ArraySlice<UInt8>
    let flags: Int
    let method: Int
    let time: Int
    let date: Int
    let crc: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int

    var text: String { ZipArchive.text(name) }
  }

  /// Room for 1,000 entries with names and notes much longer than usual.
  private static let maxBytes = 4 << 20
  private static let unknown = 0xFFFF_FFFF

  let entries: [ZipArchive.Entry]

  init(_ access: any RandomAccess, maxEntries: Int) throws(ContainerError) {
    let end = try ZipEnd(access)
    guard end.entries <= maxEntries else { throw .tooManyEntries(count: end.entries, limit: maxEntries) }
    guard end.size <= Self.maxBytes else { throw .badDirectory }
    let records = try Self.records(access.bytes(at: end.start, count: end.size), count: end.entries)
    var entries: [ZipArchive.Entry] = []
    for record in records { entries.append(try Self.entry(record, access, before: end.start)) }
    try Self.checkPlaces(zip(records, entries).map { ($0.offset, $1) }, before: end.start)
    self.entries = entries
  }

  private static func records(_ bytes: [UInt8], count: Int) throws(ContainerError) -> [Record] {
    var records: [Record] = []
    var reader = LittleEndianReader(bytes[...])
    while !reader.isAtEnd {
      guard records.count < count, reader.word() == 0x0201_4B50 else { throw .badDirectory }
      reader.skip(4)  // made by, needs
      let (flags, method) = (reader.half(), reader.half())
      let (time, date) = (reader.half(), reader.half())
      let (crc, packedSize, size) = (reader.word(), reader.word(), reader.word())
      let (nameLength, extraLength, noteLength) = (reader.half(), reader.half(), reader.half())
      let volume = reader.half()
      reader.skip(6)  // attributes
      let offset = reader.word()
      let name = reader.bytes(nameLength)
      reader.skip(extraLength + noteLength)
      guard !reader.isCutOff else { throw .badDirectory }
      guard packedSize < unknown, size < unknown, offset < unknown, volume < 0xFFFF else { throw .zip64 }
      guard volume == 0 else { throw .multiVolume }
      records.append(
        Record(
          name: name, flags: flags, method: method, time: time, date: date, crc: UInt32(crc),
          packedSize: packedSize, size: size, offset: offset))
    }
    guard records.count == count else { throw .badDirectory }
    return records
  }

  /// Reads the local header, which must agree.
  private static func entry(
    _ record: Record, _ access: any RandomAccess, before end: Int
  ) throws(ContainerError) -> ZipArchive.Entry {
    let name = record.text
    guard record.offset + 30 <= end else { throw .badLocalHeader(entry: name) }
    var header = LittleEndianReader(try access.bytes(at: record.offset, count: 30)[...])
    let signature = header.word()
    header.skip(2)  // needs
    let (flags, method) = (header.half(), header.half())
    header.skip(4)  // time, date
    let (crc, packedSize, size) = (header.word(), header.word(), header.word())
    let (nameLength, extraLength) = (header.half(), header.half())
    guard signature == 0x0403_4B50, method == record.method, flags & 1 == record.flags & 1,
      nameLength == record.name.count
    else { throw .badLocalHeader(entry: name) }
    // Bit 3: size and checksum stand behind the bytes, because they were not known before.
    if (flags | record.flags) & 8 == 0 {
      guard packedSize < unknown, size < unknown else { throw .zip64 }
      guard crc == record.crc, packedSize == record.packedSize, size == record.size else {
        throw .badLocalHeader(entry: name)
      }
    }
    let start = record.offset + 30 + nameLength + extraLength
    guard start <= end, record.packedSize <= end - start else { throw .overlap(entry: name) }
    guard try access.bytes(at: record.offset + 30, count: nameLength)[...] == record.name else {
      throw .badLocalHeader(entry: name)
    }
    return ZipArchive.Entry(
      name: name, method: record.method, isEncrypted: record.flags & 0x2041 != 0, size: record.size,
      packedSize: record.packedSize, crc: record.crc,
      modified: ZipArchive.CivilTime(date: record.date, time: record.time),
      region: start..<start + record.packedSize)
  }

  /// The first entry starts the file, and each ends before the next one starts.
  private static func checkPlaces(
    _ places: [(offset: Int, entry: ZipArchive.Entry)], before end: Int
  ) throws(ContainerError) {
    var next = 0
    for (offset, entry) in places.sorted(by: { $0.offset < $1.offset }) {
      guard offset >= next else { throw .overlap(entry: entry.name) }
      if next == 0, offset > 0 { throw .prefixed }
      next = entry.region.upperBound
    }
    if places.isEmpty, end > 0 { throw .prefixed }
  }
}
