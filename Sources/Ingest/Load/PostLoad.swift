import Warehouse

/// A file of posts on its way through survey, resolution and loading.
struct PostLoad {
  private let load: FileLoad
  private let file: DelimitedFile
  private let survey: Survey
  /// The span that the file counts, where it counts one and something tells it.
  private let period: ReportPeriod?
  /// Posts published before this instant were deleted for good and stay so.
  private let purgeLimit: Int64?
  private var ledger: Ledger { load.ingestor.ledger }
  private var format: FormatDescriptor { file.format }
  /// The file counts a span, and nothing tells which.
  private var lacksPeriod: Bool { format.window == .youTubePeriod && period == nil }

  /// Reads the file once, and again where its cells turn out to be a spreadsheet's.
  init(_ load: FileLoad, _ file: DelimitedFile) throws {
    purgeLimit = try Purge.limit(load.ingestor.warehouse)?.startInWITA
    self.load = load
    let window = file.format.publishedWindow(fileName: load.input.entry.name)
    let bounds = Survey.Bounds(window: window, exportedAt: load.exported.epoch)
    (self.file, survey) = try Self.survey(file, bounds, load)
    guard file.format.window == .youTubePeriod else {
      period = nil
      return
    }
    let path = load.input.entry.name
    period =
      try load.ingestor.spans.period(of: load.input.entry, total: survey.total)
      ?? load.ingestor.ledger.period(beside: path, total: survey.total)
  }

  private static func survey(
    _ file: DelimitedFile, _ bounds: Survey.Bounds, _ load: FileLoad
  ) throws -> (DelimitedFile, Survey) {
    let survey = try Survey(file, bounds: bounds) { load.progress(Int64($0) / 2) }
    guard survey.remarks.damage.any else { return try byName(file, survey, bounds) }
    var other = file
    if survey.remarks.damage.texts, let text = try file.text.asWindows1252() {
      other = try DelimitedFile(text, mapping: load.ingestor.options.mapping)
    }
    other = other.read(as: try SpreadsheetDamage(other).reading(delimiter: other.dialect.delimiter))
    let isSame = other.reading == file.reading && other.text.finding == file.text.finding
    return isSame ? (file, survey) : (other, try Survey(other, bounds: bounds))
  }

  /// Days that may be read in two ways, of which the range in the name allows all in the other order and not in the platform's:
  /// then the name proves the other.
  private static func byName(
    _ file: DelimitedFile, _ survey: Survey, _ bounds: Survey.Bounds
  ) throws -> (DelimitedFile, Survey) {
    guard survey.outsideWindow > 0 else { return (file, survey) }
    var reading = file.reading
    reading.times = .dayFirst
    let other = file.read(as: reading)
    let turned = try Survey(other, bounds: bounds)
    let isProven = turned.outsideWindow == 0 && turned.dated == survey.dated
    return isProven ? (other, turned) : (file, survey)
  }

  /// Loads the file; `record` is filled as far as the file was understood, also where this throws.
  func run(_ report: FileReport, _ record: inout LoadRecord) throws -> FileReport {
    describe(&record)
    let resolver = AccountResolver(
      survey.pages, platform: format.platform, scope: load.input.scope, exportedAt: load.exported.epoch,
      directory: load.ingestor.directory, namesAccount: format.namesAccount,
      channel: ReportPeriod.channel(path: load.input.entry.name))
    record.homeOffice = resolver.homeOffice
    record.isBlank = survey.records == 0
    var notes = Notes(file, survey, resolver, load.exported, load.input.scope)
    notes.judgeWindow(&record, survey, period, format)
    var report = report
    (report.format, report.platform, report.records) = (record.format, record.platform, survey.records)
    return try load.ingestor.warehouse.bulkTransaction {
      try write(resolver, record, notes, report)
    }
  }

  private func describe(_ record: inout LoadRecord) {
    record.format = format.name
    record.content = format.content.rawValue
    record.platform = format.platform
    record.describe(file.dialect, language: file.match.language, mapped: file.mapped)
    record.unusedColumns = file.match.unused.map { visible($0) }
    record.basis = RowParser(file).interactionBasis
    record.isTruncated = format.listing == .top || survey.remarks.isTruncated
    if let window = format.publishedWindow(fileName: load.input.entry.name) {
      (record.publishedFrom, record.publishedTo) = window
    }
    if let period { record.setPeriod(period) }
  }

  private func write(
    _ resolver: AccountResolver, _ record: LoadRecord, _ notes: Notes, _ report: FileReport
  ) throws -> FileReport {
    var notes = notes
    let loadKey = try load.open(record)
    var writer = try RecordWriter(
      load.ingestor.warehouse, loadKey: loadKey, platform: format.platform,
      metrics: RowParser(file).metrics,
      report: report)
    try readRecords(resolver, &writer)
    try load.checkUnchanged()
    notes.add(writer)
    let report = try load.close(writer.report, loadKey, notes)
    let isWaiting = report.status == .refused || lacksPeriod
    try ledger.cover(loadKey, accounts: isWaiting ? [] : resolver.coveredAccounts)
    try ledger.markDirty(days: writer.touchedDays, span: record.span)
    return report
  }

  private func readRecords(_ resolver: AccountResolver, _ writer: inout RecordWriter) throws {
    var resolver = resolver
    try ParsedFile(file).forEachBatch { batch in
      try batch.observations.withUnsafeBufferPointer { observations in
        try batch.outcomes.withUnsafeBufferPointer { outcomes in
          for index in 0..<batch.count {
            try take(outcomes[index], index, of: observations, &resolver, &writer)
          }
        }
        try writer.flush(observations)
      }
      load.progress((load.input.size + Int64(batch.bytesRead)) / 2)
    }
  }

  private func take(
    _ outcome: RowParser.Outcome, _ index: Int, of observations: Observations,
    _ resolver: inout AccountResolver, _ writer: inout RecordWriter
  ) throws {
    let place = observations[index].place
    switch outcome {
    case .reject(let reject): try writer.reject(reject, place)
    case .skip(let code): try writer.skip(code, place)
    case .total: try writer.take(index, of: observations, decision(observations[index], &resolver))
    case .observation where isPurged(observations[index]): try writer.skip(.purged, place)
    case .observation:
      switch survey.duplicates.isEmpty ? nil : survey.duplicates[place.row] {
      case .identical: try writer.skip(.identicalDuplicate, place)
      case .conflicting: try writer.reject(file.conflict(observations[index]), place)
      case nil: try writer.take(index, of: observations, decision(observations[index], &resolver))
      }
    }
  }

  private func isPurged(_ observation: Observation) -> Bool {
    guard let limit = purgeLimit, let instant = observation.publishedAt else { return false }
    return instant < limit
  }

  private func decision(
    _ observation: Observation, _ resolver: inout AccountResolver
  ) -> AccountResolver.Decision {
    lacksPeriod ? .quarantine(code: .periodUnknown, detail: "") : resolver.decision(for: observation)
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
