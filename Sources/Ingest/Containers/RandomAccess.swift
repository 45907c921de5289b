internal import Glibc

/// Bytes that can be read at any place.
protocol RandomAccess: AnyObject {
  var size: Int { get }
  /// Fills `buffer` with the bytes from `offset` on; all of them must lie before `size`.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ContainerError)
}

extension RandomAccess {
  /// The `count` bytes from `offset` on; throws `badDirectory` where they do not exist.
  func bytes(at offset: Int, count: Int) throws(ContainerError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { throw .badDirectory }
    var bytes = [UInt8](repeating: 0, count: count)
    let failure: ContainerError? = bytes.withUnsafeMutableBytes { buffer in
      do throws(ContainerError) {
        try read(at: offset, into: buffer)
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Bytes that are all at hand: an archive inside an archive.
final class MemoryAccess: RandomAccess {
  private let bytes: [UInt8]
  var size: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ContainerError) {
    guard offset >= 0, offset <= size, buffer.count <= size - offset else { throw .badDirectory }
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + buffer.count]))
    }
  }
}

/// A regular file, opened without following a symbolic link and without waiting on a pipe.
final class FileAccess: RandomAccess {
  private let descriptor: Int32
  let size: Int

  init(path: String, limit: Int64) throws(ContainerError) {
    let file: (descriptor: Int32, facts: FileSource.Facts)
    do throws(IntakeError) {
      file = try FileSource.opened(path)
    } catch {
      if case .unreadable(let reason) = error { throw .unreadable(reason: reason) }
      throw .notRegular
    }
    guard file.facts.size <= limit else {
      close(file.descriptor)
      throw .tooLarge(bytes: file.facts.size, limit: limit)
    }
    (descriptor, size) = (file.descriptor, Int(file.facts.size))
  }

  deinit { close(descriptor) }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ContainerError) {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(reason: String(cString: strerror(errno))) }
      guard count > 0 else { throw .changedMeanwhile }
      done += count
    }
  }
}

/// A stretch of bytes, from its start to its end; it must lie before the end of `access`.
final class RegionSource: ByteSource {
  private let access: any RandomAccess
  private var position: Int
  private let end: Int

  init(_ access: any RandomAccess, _ region: Range<Int>) {
    self.access = access
    position = region.lowerBound
    end = region.upperBound
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, end - position)
    guard count > 0 else { return 0 }
    try access.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
    position += count
    return count
  }
}
