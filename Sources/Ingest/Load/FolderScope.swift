import Warehouse

/// What a file's folders say: office, platform, the handle of a registered account.
struct FolderScope {
  var office: String?
  var platform: String?
  var handle: String?
  /// The month that a folder is named by, `2025-10`.
  var month: String?

  /// Reads the folders from the outermost to the innermost; the first that names an office counts.
  init(_ folders: [String], file: String = "", directory: AccountDirectory) {
    for folder in folders {
      let name = HeaderCell.normalised(folder)
      if office == nil {
        office = directory.office(named: folder)
      } else if platform == nil {
        platform = Self.platforms[name]
      } else if handle == nil, directory.knowsHandle(Registry.normalisedHandle(folder)) {
        handle = Registry.normalisedHandle(folder)
      }
      if Month(folder) != nil { month = folder }
      noteTikTok(folder, directory)
    }
    noteTikTok(file, directory)
    if let handle = FileName.xHandle(file) { note(handle, of: "x", directory) }
  }

  /// TikTok Studio's own names tell the handle, where the registry knows it, and with it the platform.
  private mutating func noteTikTok(_ name: String, _ directory: AccountDirectory) {
    if let found = FileName.tikTok(name)?.handle { note(found, of: "tiktok", directory) }
  }

  private mutating func note(_ found: String, of named: String, _ directory: AccountDirectory) {
    let known = Registry.normalisedHandle(found)
    guard platform == nil || platform == named,
      directory.account("handle", known, platform: named, on: "9999-12-31") != nil
    else { return }
    (platform, handle) = (named, known)
  }

  /// What an earlier run read from the folders.
  init(office: String?, platform: String? = nil, handle: String? = nil) {
    (self.office, self.platform, self.handle) = (office, platform, handle)
  }

  private static let platforms = [
    "facebook": "facebook", "fb": "facebook", "instagram": "instagram", "ig": "instagram", "x": "x",
    "twitter": "x", "youtube": "youtube", "yt": "youtube", "tiktok": "tiktok",
  ]

  /// How much the folders say: office, platform, account.
  var depth: Int { [office, platform, handle].count { $0 != nil } }

  /// Whether the folders may be about the same: neither names what the other names differently.
  func agrees(with other: FolderScope) -> Bool {
    [(office, other.office), (platform, other.platform), (handle, other.handle)].allSatisfy { own, other in
      own == nil || other == nil || own == other
    }
  }
}

extension FolderScope: Equatable {
  /// The month only helps to read days without a year; it decides nobody's account.
  static func == (left: FolderScope, right: FolderScope) -> Bool {
    (left.office, left.platform, left.handle) == (right.office, right.platform, right.handle)
  }
}
