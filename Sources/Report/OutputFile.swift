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
  /// The text goes beside the target under a name of its own, is synced, and renamed. A link is followed, and a device
  /// or a pipe is written to as it stands: neither is replaced.
  /// - Throws: `OutputError`; the target is then as it was.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    switch kind(of: path) {
    case S_IFREG?, S_IFDIR?, nil: try replace(resolved(path), text)
    default: try writeThrough(path, text)
    }
  }

  /// Writes files into a folder one after the other.
  ///
  /// - Returns: their paths.
  static func write(
    _ files: [(name: String, text: String)], into folder: String
  ) throws(OutputError)
    -> [String]
  {
    var paths: [String] = []
    for file in files {
      paths.append("\(folder)/\(file.name)")
      try write(file.text, to: "\(folder)/\(file.name)")
    }
    return paths
  }

  /// What a path leads to; `nil`: nothing yet.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Where a link leads; the path itself where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeThrough(_ path: String, _ text: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path, errno) }
    defer { close(descriptor) }
    guard writeAll(Array(text.utf8), descriptor) else { throw OutputError(path, errno) }
  }

  private static func replace(_ path: String, _ text: String) throws(OutputError) {
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
