/// When a file was exported, and how that is known.
struct ExportInstant: Equatable {
  enum Basis: String {
    case option, name, manifest, mtime
  }

  let epoch: Int64
  let basis: Basis

  /// The option, else the file's name, else the manifest, else the time of modification, which copying may change.
  init(option: Int64?, name: String, manifest: Manifest, modified: Int64) {
    if let option {
      self.init(epoch: option, basis: .option)
    } else if let named = FileName.exportInstant(name) {
      self.init(epoch: named, basis: .name)
    } else if let listed = manifest.instant(for: name) {
      self.init(epoch: listed, basis: .manifest)
    } else {
      self.init(epoch: modified, basis: .mtime)
    }
  }

  init(epoch: Int64, basis: Basis) { (self.epoch, self.basis) = (epoch, basis) }

  var isCertain: Bool { basis != .mtime }
}

/// One of perhaps several copies of the same bytes: what its place and name tell beside them.
struct FileCopy: Equatable {
  let path: String
  /// Its name tells which days' posts it lists.
  let hasWindow: Bool
  let exported: ExportInstant

  /// Whether this copy's word counts and not the other's, whichever came first.
  ///
  /// The one whose name tells more counts, then the earlier certain export, then the smaller path. At the same path the
  /// newest word of name or manifest counts: somebody has put it right.
  func replaces(_ other: FileCopy) -> Bool {
    if path == other.path {
      guard exported.isCertain, exported != other.exported else { return false }
      return !other.exported.isCertain
        || (isWritten && other.isWritten && exported.epoch != other.exported.epoch)
    }
    if hasWindow != other.hasWindow { return hasWindow }
    if exported.isCertain != other.exported.isCertain { return exported.isCertain }
    let (own, others) = (exported.epoch, other.exported.epoch)
    return exported.isCertain && own != others
      ? own < others : path.utf8.lexicographicallyPrecedes(other.path.utf8)
  }

  /// A person wrote the instant where it stays.
  private var isWritten: Bool { exported.basis == .name || exported.basis == .manifest }
}
