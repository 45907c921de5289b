/// One of perhaps several copies of the same bytes: what its place, its name and the settings tell beside them.
struct FileCopy: Equatable {
  let path: String
  let folder: FolderScope
  /// The range of days in its name, as text; `nil`: none.
  let window: String?
  let exported: ExportInstant
  /// What `kolom.csv` tells of its header.
  let mapping: String?
  /// The sheet of a workbook; other sheets of the same bytes are other reports.
  var sheet: String?

  /// Whether this copy's word counts and not the other's, whichever came first.
  ///
  /// A header that is read in another way comes before everything. At the same path the newest word of name or manifest
  /// counts: somebody has put it right. Else the copy whose place tells more counts, then the one whose name does, then
  /// the earlier certain export, then the smaller path.
  func replaces(_ other: FileCopy) -> Bool {
    if mapping != other.mapping { return folder.depth >= other.folder.depth }
    if path == other.path {
      guard exported.isCertain, exported != other.exported else { return false }
      return !other.exported.isCertain
        || (isWritten && other.isWritten && exported.epoch != other.exported.epoch)
    }
    if folder.depth != other.folder.depth { return folder.depth > other.folder.depth }
    if (window == nil) != (other.window == nil) { return window != nil }
    if exported.isCertain != other.exported.isCertain { return exported.isCertain }
    let (own, others) = (exported.epoch, other.exported.epoch)
    return exported.isCertain && own != others
      ? own < others : path.utf8.lexicographicallyPrecedes(other.path.utf8)
  }

  /// A person wrote the instant where it stays.
  private var isWritten: Bool { exported.basis == .name || exported.basis == .manifest }
}

/// A load that committed something of the same bytes.
struct EarlierLoad {
  let key: Int64
  let loadedAt: String
  let copy: FileCopy
  let content: String
  let platform: String?
  let records: Int64
  let loaded: Int64
  /// It holds no rows, or nothing but zeros: the same bytes may be another report.
  let isBlank: Bool
  /// Records of it that still wait.
  let waiting: Int64
  /// It is the report of some account.
  let hasAccounts: Bool
  /// Its file is no longer where it was, in the inbox at hand.
  var isGone = false

  /// Whether a copy is another report in spite of equal bytes: one of other days, or, where the bytes say nothing, of
  /// another place.
  func isOtherThan(_ copy: FileCopy) -> Bool {
    if self.copy.sheet != copy.sheet { return true }
    if isBlank, !self.copy.folder.agrees(with: copy.folder) { return true }
    guard let own = self.copy.window, let other = copy.window, own != other else { return false }
    return isBlank || !isGone
  }

  /// Whether the same records stand under another office, and its file still lies there.
  func contradicts(_ copy: FileCopy) -> Bool {
    guard loaded > 0, !isBlank, !isGone, self.copy.sheet == copy.sheet, let own = self.copy.folder.office,
      let other = copy.folder.office
    else {
      return false
    }
    return own != other
  }

  /// Nothing of it is in the facts, all of it waits.
  var onlyWaits: Bool { waiting > 0 && loaded == 0 }

  /// Whether a copy lies where something else is said, not only more or less.
  func isElsewhere(_ copy: FileCopy) -> Bool { !self.copy.folder.agrees(with: copy.folder) }

  /// Whether a copy takes this load's place.
  func givesWay(to copy: FileCopy) -> Bool {
    let (own, others) = (copy.folder.depth, self.copy.folder.depth)
    // What waited for its span has it now.
    if onlyWaits, self.copy.window == nil, copy.window != nil { return true }
    // A file that was moved to say something else, and one that waits and now lies where more is said.
    let saysElse = copy.folder != self.copy.folder || copy.window != self.copy.window
    if isGone, saysElse, own >= others || (onlyWaits && isElsewhere(copy)) { return true }
    if waiting > 0,
      own > others || (own == others && copy.path == self.copy.path && copy.folder != self.copy.folder)
    {
      return true
    }
    return copy.replaces(self.copy)
  }
}
