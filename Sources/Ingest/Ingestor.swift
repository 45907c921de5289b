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
  private let manifest: Manifest

  /// Prepares to take in files below `inbox`, whose manifest is read.
  ///
  /// - Throws: `RegistryError` where the manifest is wrong, `WarehouseError` where the database is.
  public init(_ warehouse: Connection, inbox: String?, options: Options) throws {
    self.warehouse = warehouse
    self.options = options
    ledger = Ledger(warehouse: warehouse, now: options.now)
    directory = try AccountDirectory(warehouse)
    manifest = try inbox.map(Manifest.init(folder:)) ?? Manifest()
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
          option: options.exportedAt, name: entry.name, manifest: manifest, modified: facts.modified))
      switch try judgeEarlier(input, report) {
      case .done(let report): return report
      case .new: return try load(input, report)
      case .replaces(let copies): return try replace(copies, input, report)
      }
    } catch let error as IntakeError {
      return refused(report, .intake(error))
    }
  }

  /// What the ledger says of the same bytes.
  private enum Judgement {
    case new
    case done(FileReport)
    /// These loads of copies give way to the copy at hand.
    case replaces([Ledger.Earlier])
  }

  private func judgeEarlier(_ input: InputFile, _ report: FileReport) throws -> Judgement {
    guard !input.hash.isUnderway else { return .new }
    let earlier = try ledger.earlier(sha256: try input.hash.value())
    for load in earlier {
      if let office = input.scope.office, let other = load.folder.office, office != other {
        return .done(refused(report, .otherOffice(path: load.copy.path, office: other)))
      }
    }
    // A file that waited gets another chance where its new folder says more than the old one, and one whose header is
    // read in another way is another file.
    let mapping = try earlier.isEmpty ? nil : usedMapping(input.entry)
    let standing = earlier.filter { load in
      (load.status != "quarantined" || load.folder == input.scope) && load.mapping == mapping
    }
    guard let last = standing.last else { return .new }
    if standing.allSatisfy({ input.copy.replaces($0.copy) }) { return .replaces(standing) }
    var report = report
    report.status = .unchanged
    report.message = options.language.choose(
      "sudah dimuat \(last.loadedAt) dari \(visible(last.copy.path))",
      "already loaded \(last.loadedAt) from \(visible(last.copy.path))")
    return .done(report)
  }

  /// Takes the loads of other copies back and loads this one, both or neither.
  private func replace(
    _ copies: [Ledger.Earlier], _ input: InputFile, _ report: FileReport
  ) throws -> FileReport {
    try warehouse.transaction {
      let undo = Undo(warehouse)
      for copy in copies { _ = try undo.undo(try undo.targets(named: "\(copy.key)")) }
      var report = try load(input, report)
      let path = visible(copies[0].copy.path)
      report.warnings.append(
        options.language.choose(
          "menggantikan salinan yang sama: \(path)", "takes the place of an equal copy: \(path)"))
      return report
    }
  }

  /// What `kolom.csv` tells of a file's header today, as the ledger writes it.
  private func usedMapping(_ entry: Inbox.Entry) throws -> String? {
    guard !options.mapping.isEmpty else { return nil }
    let text = try TextFile(path: entry.path)
    var record = LoadRecord()
    if let file = try? DelimitedFile(text, mapping: options.mapping) {
      record.describe(file.dialect, language: file.match.language, mapped: file.mapped)
    } else if let file = try AccountFile(text, mapping: options.mapping) {
      record.describe(file.dialect, language: file.language, mapped: file.mapped)
    }
    return record.mapping
  }

  /// Reads the file twice and loads it; what refuses the whole file goes into the ledger.
  private func load(_ input: InputFile, _ report: FileReport) throws -> FileReport {
    var record = LoadRecord()
    record.path = input.entry.name
    record.folder = input.scope
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

  private func refuse(
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

  /// What its place and name tell beside its bytes.
  var copy: FileCopy {
    FileCopy(path: entry.name, hasWindow: FileName.metaWindow(entry.name) != nil, exported: exported)
  }
}
