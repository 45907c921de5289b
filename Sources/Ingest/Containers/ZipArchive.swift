/// A ZIP archive (PKWARE APPNOTE 6.3), read as a list of names and a stream of bytes for each; nothing is extracted.
///
/// The directory at the archive's end is the truth. An archive that two programs could read differently is refused:
/// bytes before it or behind it, entries that share bytes, local headers that say something else. So is one that is
/// made to hurt: see `Limits`.
///
/// `@unchecked Sendable` because nothing of it changes once it is made, and its bytes are read by place (`pread`), so that
/// threads share no position.
final class ZipArchive: @unchecked Sendable {
  /// Sizes beyond which an archive is no export; said in the message when met.
  struct Limits {
    var fileBytes: Int64 = 256 << 20
    var entries = 1000
    /// Of one entry, unpacked.
    var entryBytes = 256 << 20
    /// How many bytes out for each byte in; DEFLATE can give 1,032, and text gives about 10.
    var ratio = 200
    /// Up to this size, an entry may have any ratio.
    var freeBytes = 1 << 20
  }

  private let access: any RandomAccess
  private let limits: Limits
  /// In the order of the directory.
  let entries: [Entry]

  /// Opens a file and reads its directory; it stays open for as long as this object or a source of it lives.
  convenience init(path: String, limits: Limits = Limits()) throws(ContainerError) {
    try self.init(FileAccess(path: path, limit: limits.fileBytes), limits)
  }

  /// Reads the directory of an archive that is at hand, such as an entry of another one.
  convenience init(bytes: [UInt8], limits: Limits = Limits()) throws(ContainerError) {
    guard bytes.count <= limits.fileBytes else {
      throw .tooLarge(bytes: Int64(bytes.count), limit: limits.fileBytes)
    }
    try self.init(MemoryAccess(bytes), limits)
  }

  private init(_ access: any RandomAccess, _ limits: Limits) throws(ContainerError) {
    self.access = access
    self.limits = limits
    entries = try ZipDirectory(access, maxEntries: limits.entries).entries
  }

  /// The bytes of an entry, unpacked as they are read.
  ///
  /// Its `read` throws a `ContainerError`. Size and checksum are compared at the end, so only who has read up to the
  /// end knows that the bytes were right.
  func source(_ entry: Entry) throws(ContainerError) -> any ByteSource {
    guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
    guard entry.size <= limits.entryBytes else {
      throw .entryTooLarge(entry: entry.name, bytes: entry.size, limit: limits.entryBytes)
    }
    // More than the announced size is never unpacked, so the announced ratio is the real one.
    guard entry.size <= max(limits.freeBytes, entry.packedSize * limits.ratio) else {
      throw .ratioTooHigh(entry: entry.name, limit: limits.ratio)
    }
    let packed = RegionSource(access, entry.region)
    switch entry.method {
    case 0: return EntrySource(packed, entry)
    case 8: return EntrySource(InflateSource(packed, size: entry.size), entry)
    default: throw .unsupportedMethod(entry: entry.name, method: entry.method)
    }
  }

  /// All bytes of an entry, for one that is itself an archive, or short.
  func bytes(_ entry: Entry) throws(ContainerError) -> [UInt8] {
    let source = try source(entry)
    do {
      var bytes = [UInt8](repeating: 0, count: entry.size + 1)
      var count = 0
      while true {
        let read = try bytes.withUnsafeMutableBytes {
          try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
        }
        if read == 0 { break }
        count += read
      }
      bytes.removeLast(bytes.count - count)
      return bytes
    } catch let error as ContainerError {
      throw error
    } catch {
      throw .unreadable(reason: "\(error)")
    }
  }
}
