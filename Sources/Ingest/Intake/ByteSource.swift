internal import FoundationEssentials
internal import Glibc

/// Bytes that come piece by piece, so that a file's size costs no memory.
protocol ByteSource: AnyObject {
  /// Fills the start of `buffer` and returns how many bytes it wrote; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
  /// How many marks of the text were put right so far, so that it follows the grammar.
  var repairs: Int { get }
}

extension ByteSource {
  var repairs: Int { 0 }
}

/// Bytes that are all at hand, handed out at most `piece` at a time.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let piece: Int
  private var position = 0

  init(_ bytes: [UInt8], piece: Int = .max) {
    self.bytes = bytes
    self.piece = piece
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(piece, buffer.count, bytes.count - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    return count
  }
}

/// A regular file, read from its start.
///
/// Opened without following a symbolic link and without waiting on a pipe, and read only if it is a regular file.
final class FileSource: ByteSource {
  /// What the file system says of the file at the moment of opening.
  struct Facts: Equatable {
    let size: Int64
    let modified: Int64
  }

  private let descriptor: Int32
  let facts: Facts

  init(path: String) throws(IntakeError) { (descriptor, facts) = try Self.opened(path) }

  /// Opens a regular file; whoever asks for it closes the descriptor.
  static func opened(_ path: String) throws(IntakeError) -> (descriptor: Int32, facts: Facts) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ELOOP ? .notRegular : .unreadable(reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notRegular
    }
    return (descriptor, Facts(size: Int64(status.st_size), modified: Int64(status.st_mtim.tv_sec)))
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw IntakeError.unreadable(reason: String(cString: strerror(errno))) }
    }
  }
}
