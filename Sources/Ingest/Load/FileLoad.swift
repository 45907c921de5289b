internal import FoundationEssentials
internal import Glibc
import Warehouse

/// One file's way through survey, resolution and loading.
struct FileLoad {
  private let input: InputFile
  private let ingestor: Ingestor
  private let manifest: Manifest
  private var language: Language { ingestor.options.language }

  init(_ input: InputFile, _ ingestor: Ingestor, _ manifest: Manifest) {
    self.input = input
    self.ingestor = ingestor
    self.manifest = manifest
  }

  /// Loads the file; `record` is filled as far as the file was understood, also where this throws.
  func run(_ report: FileReport, _ record: inout LoadRecord) throws -> FileReport {
    let file = try DelimitedFile(path: input.entry.path)
    describe(file, &record)
    let survey = try Survey(file) { progress(Int64($0) / 2) }
    let exported = ExportInstant(
      option: ingestor.options.exportedAt, name: input.entry.name, manifest: manifest,
      modified: input.facts.modified)
    (record.exportedAt, record.exportedBasis) = (exported.epoch, exported.basis.rawValue)
    let resolver = AccountResolver(
      survey.pages, platform: file.format.platform, scope: input.scope, exportedAt: exported.epoch,
      directory: ingestor.directory)
    record.homeOffice = resolver.homeOffice
    record.scope = "opd=\(resolver.homeOffice ?? "") platform=\(file.format.platform)"
    var notes = Notes(
      file: file, survey: survey, resolver: resolver, exported: exported, scope: input.scope,
      language: language)
    notes.judgeWindow(&record)
    var report = report
    (report.format, report.platform, report.records) = (record.format, record.platform, survey.records)
    return try ingestor.warehouse.transaction {
      try write(file, survey, resolver, record, notes, report)
    }
  }

  private func describe(_ file: DelimitedFile, _ record: inout LoadRecord) {
    record.format = file.format.name
    record.platform = file.format.platform
    record.language = file.match.language.rawValue
    record.encoding = file.dialect.encoding.rawValue
    record.delimiter = file.dialect.delimiterName
    record.unusedColumns = file.match.unused.map { visible($0) }
    record.basis = RowParser(file).interactionBasis
    if let window = file.format.publishedWindow(fileName: input.entry.name) {
      (record.publishedFrom, record.publishedTo) = window
    }
  }

  private func progress(_ done: Int64) {
    ingestor.options.progress(input.entry.name, done, input.facts.size)
  }

  private func write(
    _ file: DelimitedFile, _ survey: Survey, _ resolver: AccountResolver, _ record: LoadRecord,
    _ notes: Notes, _ report: FileReport
  ) throws -> FileReport {
    var notes = notes
    let ledger = ingestor.ledger
    let name = PathText.base(of: input.entry.name)
    let fileKey = try ledger.fileKey(sha256: input.sha256, bytes: input.facts.size, name: name)
    let loadKey = try ledger.open(record, fileKey: fileKey)
    var writer = try RecordWriter(
      ingestor.warehouse, loadKey: loadKey, platform: file.format.platform, report: report,
      language: language)
    try readRecords(file, survey, resolver, &writer)
    guard try FileSource(path: input.entry.path).facts == input.facts else {
      throw IntakeError.changedMeanwhile
    }
    notes.add(writer)
    var report = writer.report
    report.settle()
    if report.status == .refused {
      report.message = FileRefusal.allRejected(count: report.records).text(in: .indonesian)
    }
    (report.assumptions, report.warnings) = notes.texts(in: .indonesian)
    try ledger.close(loadKey, report)
    try ledger.cover(loadKey, accounts: report.status == .refused ? [] : resolver.coveredAccounts)
    if report.loaded > 0 { try ledger.supersedeQuarantine(fileKey: fileKey, by: loadKey) }
    try ledger.markDirty(days: writer.touchedDays, from: record.publishedFrom, to: record.publishedTo)
    if report.status == .refused {
      report.message = FileRefusal.allRejected(count: report.records).text(in: language)
    }
    (report.assumptions, report.warnings) = notes.texts(in: language)
    return report
  }

  private func readRecords(
    _ file: DelimitedFile, _ survey: Survey, _ resolver: AccountResolver, _ writer: inout RecordWriter
  ) throws {
    var parser = RowParser(file)
    var observation = Observation()
    let reader = try file.records()
    var row = 0
    while try reader.next() {
      if reader.isBlank { continue }
      row += 1
      if row % 8192 == 0 { progress((input.facts.size + Int64(reader.bytesRead)) / 2) }
      let outcome = try parser.parse(reader, into: &observation)
      observation.row = row
      switch outcome {
      case .reject(let reject): try writer.reject(reject, observation)
      case .skip(let code): try writer.skip(code, observation)
      case .observation:
        switch survey.duplicates[row] {
        case .identical: try writer.skip(.identicalDuplicate, observation)
        case .conflicting: try writer.reject(file.conflict(observation), observation)
        case nil: try writer.take(observation, resolver.decision(for: observation))
        }
      }
    }
  }
}

extension DelimitedFile {
  /// The rejection of a record whose post occurs again with other contents.
  fileprivate func conflict(_ observation: Observation) -> Reject {
    let place = zip(format.columns, match.positions).first { $0.0.field == .nativeID }?.1.first
    return Reject(
      code: .conflictingDuplicate, column: place.map { header[$0] } ?? "",
      value: observation.string(.nativeID) ?? "")
  }
}
