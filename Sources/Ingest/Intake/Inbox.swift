internal import FoundationEssentials
internal import Glibc
import Warehouse

/// The files that were sent, found in a folder and below it.
struct Inbox {
  let entries: [Entry]

  /// Lists files in the order of their bytes' names, the same on every machine.
  ///
  /// Hidden files, `manifest.csv` and folders named `config` are no exports. Links are listed, to be refused.
  /// - Throws: `IntakeError` where the folder cannot be read.
  init(_ paths: [String]) throws {
    entries = try paths.flatMap { path in
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw IntakeError.unreadable(reason: "\(visible(path)): \(String(cString: strerror(errno)))")
      }
      let absolute = PathText.absolute(path)
      let base = PathText.base(of: absolute)
      guard status.st_mode & S_IFMT == S_IFDIR else {
        let folders = PathText.parent(of: absolute).split(separator: "/").map(String.init)
        return [Entry(path: path, name: base, folders: Array(folders.suffix(3)), fileName: base)]
      }
      return try Self.list(path, below: [base], prefix: "").map { entry in
        var entry = entry
        entry.root = path
        return entry
      }
    }
  }

  private static func list(_ folder: String, below: [String], prefix: String) throws -> [Entry] {
    var entries: [Entry] = []
    for bytes in try names(in: folder) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = prefix + String(decoding: bytes, as: UTF8.self)
        entries.append(Entry(path: folder, name: shown, folders: below, hasBadName: true))
        continue
      }
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        guard name != "config" else { continue }
        entries += listOrRefuse(path, below: below + [name], prefix: prefix + name)
      } else if name != "manifest.csv" {
        entries.append(Entry(path: path, name: prefix + name, folders: below, fileName: prefix + name))
      }
    }
    return entries
  }

  /// A folder that cannot be read, or lies deeper than any office keeps its files, stands in the list itself: it will
  /// be refused with the reason, and everything beside it is still taken in.
  private static func listOrRefuse(_ folder: String, below: [String], prefix: String) -> [Entry] {
    let listed = below.count <= 12 ? try? list(folder, below: below, prefix: prefix + "/") : nil
    return listed ?? [Entry(path: folder, name: prefix, folders: Array(below.dropLast()))]
  }

  /// What systems and office programs leave in folders.
  private static let leftovers = ["Thumbs.db", "desktop.ini", "~$"].map { Array($0.utf8) }

  /// Names as bytes: Foundation would put replacement characters into those that are not UTF-8.
  private static func names(in folder: String) throws -> [[UInt8]] {
    guard let directory = opendir(folder) else {
      throw IntakeError.unreadable(reason: "\(visible(folder)): \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let isNoise = name.first == UInt8(ascii: ".") || leftovers.contains { name.starts(with: $0) }
      if !isNoise { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
