internal import FoundationEssentials
import Warehouse

/// Archives and workbooks as the inputs that they hold.
enum Container {
  /// The inputs in a file: itself where it is neither archive nor workbook, else each member and each sheet that has
  /// anything, in the order of their names or of the workbook.
  ///
  /// A workbook in an archive is opened, an archive in an archive is not.
  /// - Throws: `ContainerError` where it cannot be opened, `IntakeError` where the file cannot be read.
  static func parts(of entry: Inbox.Entry) throws -> [Inbox.Entry] {
    guard try isArchive(entry.bytes) else { return [entry] }
    let archive = try ZipArchive(path: entry.path)
    if XLSXWorkbook.kind(of: archive) != nil {
      return try sheets(of: XLSXWorkbook(archive), entry, member: nil)
    }
    let members = archive.entries.enumerated().filter { !$0.element.isNoise }
    let sorted = members.sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
    return try sorted.flatMap { index, member in try parts(member, index, archive, entry) }
  }

  private static func parts(
    _ member: ZipArchive.Entry, _ index: Int, _ archive: ZipArchive, _ entry: Inbox.Entry
  ) throws -> [Inbox.Entry] {
    let folders = PathText.parent(of: member.name).split(separator: "/").map(String.init)
    var part = Inbox.Entry(
      path: entry.path, name: "\(entry.name)/\(member.name)",
      folders: entry.folders + [PathText.base(of: entry.name)] + folders, root: entry.root,
      place: .member(index), fileName: entry.name, size: Int64(member.size), archive: archive)
    guard member.name.lowercased().hasSuffix(".xlsx"), try isArchive(part.bytes),
      let workbook = try? ZipArchive(bytes: archive.bytes(member)), XLSXWorkbook.kind(of: workbook) != nil
    else { return [part] }
    part.place = .file
    return try sheets(of: XLSXWorkbook(workbook), part, member: index)
  }

  private static func sheets(
    of workbook: XLSXWorkbook, _ entry: Inbox.Entry, member: Int?
  ) throws -> [Inbox.Entry] {
    let hidden = workbook.sheets.filter { $0.visibility != .visible }.map(\.name)
    let shown = try workbook.sheets.enumerated().filter { _, sheet in
      sheet.visibility == .visible ? try !isEmpty(workbook.csv(sheet)) : false
    }
    return shown.map { index, sheet in
      var part = entry
      if shown.count > 1 {
        part = Inbox.Entry(
          path: entry.path, name: "\(entry.name)/\(sheet.name)", folders: entry.folders, root: entry.root,
          size: entry.size, archive: entry.archive)
      }
      part.place = .sheet(index, name: sheet.name, member: member)
      part.fileName = entry.fileName.isEmpty ? entry.name : entry.fileName
      part.hiddenSheets = hidden
      return part
    }
  }

  /// The bytes of an archive's entry.
  static func member(_ index: Int, of archive: ZipArchive) throws -> any ByteSource {
    guard archive.entries.indices.contains(index) else { throw IntakeError.changedMeanwhile }
    return try archive.source(archive.entries[index])
  }

  /// A sheet as delimited text.
  static func sheet(_ index: Int, of archive: ZipArchive, member: Int?) throws -> any ByteSource {
    var archive = archive
    if let member {
      guard archive.entries.indices.contains(member) else { throw IntakeError.changedMeanwhile }
      archive = try ZipArchive(bytes: archive.bytes(archive.entries[member]))
    }
    let workbook = try XLSXWorkbook(archive)
    guard workbook.sheets.indices.contains(index) else { throw IntakeError.changedMeanwhile }
    return try workbook.csv(workbook.sheets[index])
  }

  /// Whether bytes begin as an archive does, an empty one included.
  private static func isArchive(_ content: FileContent) throws -> Bool {
    let source = try content.open()
    var head = [UInt8](repeating: 0, count: 4)
    var count = 0
    while count < 4 {
      let more = try head[count...].withUnsafeMutableBytes { try source.read(into: $0) }
      guard more > 0 else { return false }
      count += more
    }
    return head == [0x50, 0x4B, 0x03, 0x04] || head == [0x50, 0x4B, 0x05, 0x06]
  }

  /// Whether a sheet has no cell with anything in it.
  private static func isEmpty(_ source: any ByteSource) throws -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return true }
      if piece[..<count].contains(where: { $0 != lineFeed && $0 != comma }) { return false }
    }
  }
}
