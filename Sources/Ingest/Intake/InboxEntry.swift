internal import FoundationEssentials
import Warehouse

extension Inbox {
  /// One input: a file, a member of an archive, a sheet of a workbook, or something that is in a file's place.
  struct Entry {
    /// Where in its file it stands.
    enum Place: Equatable {
      case file
      /// The archive's entry with this number.
      case member(Int)
      /// A sheet of the workbook that the file is, or that is the archive's entry with this number.
      case sheet(Int, name: String, member: Int?)
    }

    /// Where the file is.
    let path: String
    /// Below the inbox, for messages and the ledger; of a member, behind the archive's name.
    let name: String
    /// The folders that may name office, platform and account: the inbox's own name first, archives among them.
    let folders: [String]
    /// Its name is not UTF-8, so it cannot be opened by it.
    var hasBadName = false
    /// The folder that was given, whose manifest speaks of the file; empty for a file that was given itself.
    var root = ""
    var place = Place.file
    /// The file's name below the inbox; of a member, its archive's.
    var fileName = ""
    /// How many bytes the ledger's file has; `nil`: as many as the file on disk.
    var size: Int64?
    /// Sheets beside it that are hidden.
    var hiddenSheets: [String] = []
    /// The archive that a member or a member's sheet stands in: its directory is read once for all of them.
    var archive: ZipArchive?

    /// The rows' bytes.
    var content: FileContent {
      let (path, archive) = (path, archive)
      switch place {
      case .file, .member: return bytes
      case .sheet(let index, let name, let member):
        return FileContent(
          open: { try Container.sheet(index, of: archive ?? ZipArchive(path: path), member: member) },
          sheet: name)
      }
    }

    /// The bytes that the ledger knows it by: of a sheet its workbook's.
    var bytes: FileContent {
      let (path, archive) = (path, archive)
      switch place {
      case .file, .sheet(_, _, nil): return .file(path)
      case .member(let index), .sheet(_, _, .some(let index)):
        return FileContent { try Container.member(index, of: archive ?? ZipArchive(path: path)) }
      }
    }

    var sheet: String? {
      if case .sheet(_, let name, _) = place { name } else { nil }
    }

    /// The inbox's folders, the archive and its own name, as one path.
    var fullPath: String { (folders + [PathText.base(of: name)]).joined(separator: "/") }
  }
}

extension Inbox.Entry: Equatable {
  /// The open archive is how it is read, not what it is.
  static func == (left: Inbox.Entry, right: Inbox.Entry) -> Bool {
    (left.path, left.name, left.place, left.root) == (right.path, right.name, right.place, right.root)
      && left.hasBadName == right.hasBadName
  }
}
