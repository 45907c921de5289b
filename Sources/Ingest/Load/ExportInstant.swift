/// When a file was exported, and how that is known.
struct ExportInstant: Equatable {
  enum Basis: String {
    case option, name, manifest, mtime
  }

  let epoch: Int64
  let basis: Basis

  /// The option, else the file's name, else the manifest, else the time of modification, which copying may change.
  init(given: ExportInstant?, entry: Inbox.Entry, manifest: Manifest, modified: Int64) {
    if let given {
      self = given
    } else if let named = FileName.exportInstant(entry.name) {
      self.init(epoch: named, basis: .name)
    } else if let listed = manifest.instant(for: entry.name) ?? manifest.instant(for: entry.fileName) {
      self.init(epoch: listed, basis: .manifest)
    } else {
      self.init(epoch: modified, basis: .mtime)
    }
  }

  init(epoch: Int64, basis: Basis) { (self.epoch, self.basis) = (epoch, basis) }

  var isCertain: Bool { basis != .mtime }
}
