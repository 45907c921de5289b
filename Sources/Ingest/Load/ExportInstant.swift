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
      (epoch, basis) = (option, .option)
    } else if let named = FileName.exportInstant(name) {
      (epoch, basis) = (named, .name)
    } else if let listed = manifest.instant(for: name) {
      (epoch, basis) = (listed, .manifest)
    } else {
      (epoch, basis) = (modified, .mtime)
    }
  }
}
