/// What a file's folders say: office, platform, the handle of a registered account.
struct FolderScope: Equatable {
  var office: String?
  var platform: String?
  var handle: String?

  /// Reads the folders from the outermost to the innermost; the first that names an office counts.
  init(_ folders: [String], directory: AccountDirectory) {
    for folder in folders {
      let name = HeaderCell.normalised(folder)
      if office == nil {
        office = directory.office(named: folder)
      } else if platform == nil {
        platform = Self.platforms[name]
      } else if handle == nil, directory.knowsHandle(Registry.normalisedHandle(folder)) {
        handle = Registry.normalisedHandle(folder)
      }
    }
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
