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
    /// How `exportedAt` is known; another one than the option where an earlier load is read again.
    var exportedBasis = ExportInstant.Basis.option
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
  let spans = SpanFinder()
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
    var hasPeriods = false
    for entry in inbox.entries {
      for done in try ingest(entry) {
        hasPeriods = hasPeriods || AccountFormat.periodFormats.contains(done.format ?? "")
        try report(done)
      }
    }
    // A file that came later may tell the span that an earlier one waits for.
    if hasPeriods { for released in try releaseQuarantine() { try report(released) } }
  }

  /// Takes in a file, or every part of an archive or a workbook.
  func ingest(_ entry: Inbox.Entry) throws -> [FileReport] {
    guard !entry.hasBadName else { return [refused(FileReport(file: entry.name), .badName)] }
    do {
      let parts = try Container.parts(of: entry)
      return parts.isEmpty
        ? [try ingestPart(entry, .emptyContainer)] : try parts.map { try ingestPart($0) }
    } catch let error as ContainerError {
      return [try ingestPart(entry, .container(error))]
    } catch let error as IntakeError {
      return [refused(FileReport(file: entry.name), .intake(error))]
    }
  }

  /// Takes in one input, or notes why it cannot be.
  func ingestPart(_ entry: Inbox.Entry, _ refusal: FileRefusal? = nil) throws -> FileReport {
    var report = FileReport(file: entry.name)
    do {
      var input = try inputFile(entry)
      if let refusal { return try refuse(input, record(of: input), report, refusal) }
      do {
        if !input.hash.isUnderway { report.sha256 = try input.hash.value() }
      } catch let error as ContainerError {
        // Of a member that cannot be unpacked only its archive's bytes are certain.
        input.hash = FileHash(.file(entry.path), size: 0, isNeeded: true)
        return try refuse(input, record(of: input), report, .container(error))
      }
      return try take(input, report)
    } catch let error as IntakeError {
      return refused(report, .intake(error))
    }
  }

  private func inputFile(_ entry: Inbox.Entry) throws -> InputFile {
    let facts = try FileSource(path: entry.path).facts
    let size = entry.size ?? facts.size
    guard size <= options.maximumBytes else {
      throw IntakeError.tooLarge(bytes: size, limit: options.maximumBytes)
    }
    // Bytes of a size that no file had before are new: their hash is needed only when they are written down.
    let isNeeded = try entry.place != .file || ledger.hasFile(ofSize: size)
    return InputFile(
      entry: entry, hash: FileHash(entry.bytes, size: size, isNeeded: isNeeded), facts: facts, size: size,
      scope: FolderScope(entry.folders, file: PathText.base(of: entry.name), directory: directory),
      exported: ExportInstant(
        given: options.exportedAt.map { .init(epoch: $0, basis: options.exportedBasis) }, entry: entry,
        manifest: manifests[entry.root] ?? Manifest(),
        modified: facts.modified))
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
      case let error as ContainerError: refusal = .container(error)
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
    record.nameWindow = FileName.window(input.entry.name)
    record.sheet = input.entry.sheet
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
    try ledger.refuse(record, sha256: kept.sha256, bytes: input.size, kept)
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
  var hash: FileHash
  /// Of the file on disk.
  let facts: FileSource.Facts
  /// How many bytes the ledger's file has.
  let size: Int64
  let scope: FolderScope
  let exported: ExportInstant
  /// The loads of the same bytes that were there when it was judged.
  var judged: [Int64] = []
}

/// Another program loaded the same bytes between judging and loading them.
struct LoadedMeanwhile: Error {}
