extension ZipArchive {
  /// One file of an archive, as the directory describes it.
  struct Entry: Equatable {
    /// A label, not a path: it may be absolute, hold `..` or a NUL, or occur twice.
    let name: String
    /// 0 is stored, 8 is deflated.
    let method: Int
    let isEncrypted: Bool
    /// How many bytes it has, unpacked and packed.
    let size: Int
    let packedSize: Int
    let crc: UInt32
    /// When the file was last changed, in its author's unknown time zone; `nil` where that is no point in time.
    let modified: CivilTime?
    /// Where its packed bytes are.
    let region: Range<Int>

    /// A folder, which has no bytes of its own.
    var isDirectory: Bool { size == 0 && name.hasSuffix("/") }

    /// What systems add to every archive and no user means to send.
    var isNoise: Bool {
      isDirectory || name.hasPrefix("__MACOSX/") || name.split(separator: "/").last == ".DS_Store"
    }
  }

  /// A point in time as a clock on the wall shows it.
  struct CivilTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    /// The time from the two words MS-DOS used, exact to two seconds.
    ///
    /// `nil` where there is no such time; SheetJS writes month 0, day 0.
    init?(date: Int, time: Int) {
      year = 1980 + date >> 9
      month = date >> 5 & 15
      day = date & 31
      hour = time >> 11
      minute = time >> 5 & 63
      second = (time & 31) * 2
      guard 1...12 ~= month, hour < 24, minute < 60, second < 60 else { return nil }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard 1...days[month - 1] ~= day else { return nil }
    }
  }

  /// A name as text: UTF-8 where it is that, else the code page of MS-DOS, which gives every byte a character.
  static func text(_ name: ArraySlice<UInt8>) -> String {
    String(validating: name, as: UTF8.self)
      ?? String(
        String.UnicodeScalarView(name.map { $0 < 128 ? Unicode.Scalar($0) : upperHalf[Int($0) - 128] }))
  }

  /// Code page 437 from 128 on.
  private static let upperHalf = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """.unicodeScalars)
}

/// The unpacked bytes of an entry, compared with its announced size and checksum at the end.
final class EntrySource: ByteSource {
  private let source: any ByteSource
  private let entry: ZipArchive.Entry
  private var count = 0
  private var crc = CRC32()

  init(_ source: any ByteSource, _ entry: ZipArchive.Entry) {
    self.source = source
    self.entry = entry
  }

  /// Throws a `ContainerError`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !buffer.isEmpty else { return 0 }
    do {
      let read = try source.read(into: buffer)
      crc.update(UnsafeRawBufferPointer(rebasing: buffer[..<read]))
      count += read
      guard read == 0 else { return read }
    } catch let fault as InflateFault {
      throw ContainerError.badDeflate(entry: entry.name, fault)
    }
    guard count == entry.size else { throw ContainerError.wrongSize(entry: entry.name) }
    guard crc.value == entry.crc else { throw ContainerError.wrongCRC(entry: entry.name) }
    return 0
  }
}
