import Warehouse

/// A file of posts on its way through survey, resolution and loading.
struct PostLoad {
  private let load: FileLoad
  private let file: DelimitedFile
  private var ledger: Ledger { load.ingestor.ledger }

  init(_ load: FileLoad, _ file: DelimitedFile) {
    self.load = load
    self.file = file
  }

  /// Loads the file; `record` is filled as far as the file was understood, also where this throws.
  func run(_ report: FileReport, _ record: inout LoadRecord) throws -> FileReport {
    describe(&record)
    let window = file.format.publishedWindow(fileName: load.input.entry.name)
    let bounds = Survey.Bounds(window: window, exportedAt: load.exported.epoch)
    let survey = try Survey(file, bounds: bounds) { load.progress(Int64($0) / 2) }
    let resolver = AccountResolver(
      survey.pages, platform: file.format.platform, scope: load.input.scope, exportedAt: load.exported.epoch,
      directory: load.ingestor.directory)
    record.homeOffice = resolver.homeOffice
    record.isBlank = survey.records == 0
    var notes = Notes(file, survey, resolver, load.exported, load.input.scope)
    notes.judgeWindow(&record, survey)
    var report = report
    (report.format, report.platform, report.records) = (record.format, record.platform, survey.records)
    return try load.ingestor.warehouse.bulkTransaction {
      try write(survey, resolver, record, notes, report)
    }
  }

  private func describe(_ record: inout LoadRecord) {
    record.format = file.format.name
    record.content = file.format.content.rawValue
    record.platform = file.format.platform
    record.describe(file.dialect, language: file.match.language, mapped: file.mapped)
    record.unusedColumns = file.match.unused.map { visible($0) }
    record.basis = RowParser(file).interactionBasis
    if let window = file.format.publishedWindow(fileName: load.input.entry.name) {
      (record.publishedFrom, record.publishedTo) = window
    }
  }

  private func write(
    _ survey: Survey, _ resolver: AccountResolver, _ record: LoadRecord, _ notes: Notes, _ report: FileReport
  ) throws -> FileReport {
    var notes = notes
    let loadKey = try load.open(record)
    var writer = try RecordWriter(
      load.ingestor.warehouse, loadKey: loadKey, platform: file.format.platform,
      metrics: RowParser(file).metrics,
      report: report)
    try readRecords(survey, resolver, &writer)
    try load.checkUnchanged()
    notes.add(writer)
    let report = try load.close(writer.report, loadKey, notes)
    try ledger.cover(loadKey, accounts: report.status == .refused ? [] : resolver.coveredAccounts)
    try ledger.markDirty(days: writer.touchedDays, span: record.span)
    return report
  }

  private func readRecords(
    _ survey: Survey, _ resolver: AccountResolver, _ writer: inout RecordWriter
  ) throws {
    var resolver = resolver
    try ParsedFile(file).forEachBatch { batch in
      try batch.observations.withUnsafeBufferPointer { observations in
        try batch.outcomes.withUnsafeBufferPointer { outcomes in
          for index in 0..<batch.count {
            try take(outcomes[index], index, of: observations, survey, &resolver, &writer)
          }
        }
        try writer.flush(observations)
      }
      load.progress((load.input.facts.size + Int64(batch.bytesRead)) / 2)
    }
  }

  private func take(
    _ outcome: RowParser.Outcome, _ index: Int, of observations: Observations, _ survey: Survey,
    _ resolver: inout AccountResolver, _ writer: inout RecordWriter
  ) throws {
    let place = observations[index].place
    switch outcome {
    case .reject(let reject): try writer.reject(reject, place)
    case .skip(let code): try writer.skip(code, place)
    case .observation:
      switch survey.duplicates.isEmpty ? nil : survey.duplicates[place.row] {
      case .identical: try writer.skip(.identicalDuplicate, place)
      case .conflicting: try writer.reject(file.conflict(observations[index]), place)
      case nil: try writer.take(index, of: observations, resolver.decision(for: observations[index]))
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
