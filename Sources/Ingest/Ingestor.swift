internal import FoundationEssentials
internal import Glibc
public import Warehouse

/// Takes files in: each is recognised, read, and loaded in one transaction, or left out with the reason.
public struct Ingestor {
  /// What a run of the program decides for all files.
  public struct Options {
    /// The language of reports' sentences; the ledger keeps Indonesian.
    public var language = Language.indonesian
    /// When the files were exported, in seconds since 1970 UTC; `nil`: by name, manifest or modification time.
    public var exportedAt: Int64?
    /// Now, in seconds since 1970 UTC.
    public var now: Int64
    /// What `kolom.csv` says of headers that medsos does not know.
    public var mapping = HeaderMapping()
    /// Larger files are refused.
    public var maximumBytes: Int64 = 4 << 30
    /// Told now and then: file, bytes done of both readings, bytes in all.
    public var progress: (String, Int64, Int64) -> Void = { _, _, _ in }

    /// Options with everything at its default but the clock.
    public init(now: Int64) { self.now = now }
  }

  let warehouse: Connection
  let options: Options
  let ledger: Ledger
  let directory: AccountDirectory
  private let manifests: [String: Manifest]

  /// Prepares to take in files below some folders, whose manifests are read.
  ///
  /// - Throws: `RegistryError` where a manifest is wrong, `WarehouseError` where the database is.
  public init(_ warehouse: Connection, inboxes: [String], options: Options) throws {
    self.warehouse = warehouse
    self.options = options
    ledger = Ledger(warehouse: warehouse, now: options.now)
    directory = try AccountDirectory(warehouse)
    manifests = try Dictionary(
      inboxes.map { ($0, try Manifest(folder: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes in everything below the given files and folders, after releasing what waited.
  ///
  /// - Parameters:
  ///   - paths: files, and folders that are searched all the way down.
  ///   - report: told of each file as soon as it is done.
  /// - Throws: `InboxError` where a path cannot be read, before anything is taken in; `WarehouseError` where the
  ///   database fails; what `report` throws.
  public func ingest(_ paths: [String], report: (FileReport) throws -> Void) throws {
    let inbox: Inbox
    do {
      inbox = try Inbox(paths)
    } catch let error as IntakeError {
      throw InboxError(description: FileRefusal.intake(error).text(in: options.language))
    }
    for released in try releaseQuarantine() { try report(released) }
    for entry in inbox.entries { try report(try ingest(entry)) }
  }

  func ingest(_ entry: Inbox.Entry) throws -> FileReport {
    var report = FileReport(file: entry.name)
    guard !entry.hasBadName else { return refused(report, .badName) }
    do {
      let facts = try FileSource(path: entry.path).facts
      guard facts.size <= options.maximumBytes else {
        throw IntakeError.tooLarge(bytes: facts.size, limit: options.maximumBytes)
      }
      // Bytes of a size that no file had before are new: their hash is needed only when they are written down.
      let isNeeded = try ledger.hasFile(ofSize: facts.size)
      let hash = FileHash(path: entry.path, size: facts.size, isNeeded: isNeeded)
      if !hash.isUnderway { report.sha256 = try hash.value() }
      let scope = FolderScope(entry.folders, directory: directory)
      let input = InputFile(
        entry: entry, hash: hash, facts: facts, scope: scope,
        exported: ExportInstant(
          option: options.exportedAt, name: entry.name, manifest: manifests[entry.root] ?? Manifest(),
          modified: facts.modified))
      return try take(input, report)
    } catch let error as IntakeError {
      return refused(report, .intake(error))
    }
  }

  /// Reads the file twice and loads it; what refuses the whole file goes into the ledger.
  func load(_ input: InputFile, _ report: FileReport) throws -> FileReport {
    var record = record(of: input)
    do {
      return try FileLoad(input, self).run(report, &record)
    } catch {
      let refusal: FileRefusal
      switch error {
      case let error as FileRefusal: refusal = error
      case let error as IntakeError: refusal = .intake(error)
      default: throw error
      }
      return try refuse(input, record, report, refusal)
    }
  }

  func record(of input: InputFile) -> LoadRecord {
    var record = LoadRecord()
    record.path = input.entry.name
    record.folder = input.scope
    (record.exportedAt, record.exportedBasis) = (input.exported.epoch, input.exported.basis.rawValue)
    record.nameWindow = FileName.metaWindow(input.entry.name)
    return record
  }

  func refuse(
    _ input: InputFile, _ record: LoadRecord, _ report: FileReport, _ refusal: FileRefusal
  ) throws -> FileReport {
    var record = record
    // The ledger keeps the wording in Indonesian, whatever this run prints.
    var kept = report
    (kept.status, kept.message, kept.messageLine) = (.refused, refusal.text(in: .indonesian), refusal.line)
    if record.publishedFrom == nil, let window = record.nameWindow {
      (record.publishedFrom, record.publishedTo) = window
    }
    kept.sha256 = try input.hash.value()
    try ledger.refuse(record, sha256: kept.sha256, bytes: input.facts.size, kept)
    var result = refused(report, refusal)
    (result.sha256, result.format, result.platform) = (kept.sha256, record.format, record.platform)
    return result
  }

  func refused(_ report: FileReport, _ refusal: FileRefusal) -> FileReport {
    var report = report
    report.status = .refused
    report.message = refusal.text(in: options.language)
    report.messageLine = refusal.line
    return report
  }
}

/// A path that was given and cannot be read.
public struct InboxError: Error, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String
}

/// One file on its way in.
struct InputFile {
  let entry: Inbox.Entry
  let hash: FileHash
  let facts: FileSource.Facts
  let scope: FolderScope
  let exported: ExportInstant
  /// The loads of the same bytes that were there when it was judged.
  var judged: [Int64] = []
}

/// Another program loaded the same bytes between judging and loading them.
struct LoadedMeanwhile: Error {}
