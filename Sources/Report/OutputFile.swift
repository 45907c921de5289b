import Warehouse
internal import FoundationEssentials
internal import Glibc

/// A report that could not be written.
public struct OutputError: Error, CustomStringConvertible {
  /// The path, and what the operating system says.
  public let description: String

  init(_ path: String, _ code: Int32) { description = "\(path): \(String(cString: strerror(code)))" }
}

/// Files that are there whole or not at all.
public enum OutputFile {
  /// Writes text, in a folder that is made where it is not there; readable by the owner only.
  ///
  /// The text goes beside the target under a name of its own, is synced, and renamed.
  /// - Throws: `OutputError`; the target is then as it was.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    try makeFolder(PathText.parent(of: path))
    let temporary = "\(path).\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw OutputError(path, errno) }
    guard writeAll(Array(text.utf8), descriptor), fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      let code = errno
      close(descriptor)
      unlink(temporary)
      throw OutputError(path, code)
    }
    close(descriptor)
  }

  private static func makeFolder(_ path: String) throws(OutputError) {
    guard !path.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw OutputError(path, errno == 0 ? EIO : errno)
    }
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }
}
