import Warehouse

/// The assumptions and warnings of one load.
struct Notes {
  private var assumptions: [Assumption]
  private var warnings: [Warning] = []

  init(
    _ file: DelimitedFile, _ survey: Survey, _ resolver: AccountResolver, _ exported: ExportInstant,
    _ scope: FolderScope
  ) {
    assumptions = file.dialect.assumptions + file.reading.assumptions
    if file.match.isByPosition { assumptions.append(.byPosition) }
    if !file.match.placed.isEmpty { assumptions.append(.placedHeaders(file.match.placed)) }
    noteHeader(file.mapped, file.format.unconfirmedLanguages, file.match.language)
    if survey.strayQuotes > 0 { assumptions.append(.strayQuotes(count: survey.strayQuotes)) }
    assumptions += resolver.assumptions
    noteRemarks(survey.remarks)
    noteColumns(file)
    noteScope(resolver, scope, file.format.platform)
    if exported.basis == .mtime { warnings.append(.exportedByModificationTime) }
    if survey.pages.pages.isEmpty, resolver.coveredAccounts.isEmpty {
      warnings.append(.noAccountForEmptyFile)
    }
    if survey.afterExport > 0 { warnings.append(.publishedAfterExport(count: survey.afterExport)) }
  }

  /// Of an account-level file.
  init(_ file: AccountFile, _ survey: AccountSurvey, _ placement: AccountPlacement, _ exported: ExportInstant)
  {
    assumptions = file.dialect.assumptions + survey.assumptions
    noteHeader(file.mapped, file.format.unconfirmedLanguages, file.language)
    assumptions += placement.assumptions
    if let day = survey.inferredLastDay { assumptions.append(.inferredYear(lastDay: "\(day)")) }
    if exported.basis == .mtime { warnings.append(.exportedByModificationTime) }
  }

  private mutating func noteHeader(
    _ mapped: [HeaderMapping.Entry], _ unconfirmed: Set<HeaderLanguage>, _ language: HeaderLanguage
  ) {
    assumptions += mapped.map { .mappedHeader($0.header, meaning: $0.meaning) }
    if unconfirmed.contains(language) { assumptions.append(.unconfirmedLanguage(language)) }
  }

  /// A range in the name that the posts contradict is not used: the file was renamed.
  mutating func judgeWindow(
    _ record: inout LoadRecord, _ survey: Survey, _ period: ReportPeriod?, _ format: FormatDescriptor
  ) {
    if survey.remarks.isTruncated { warnings.append(.truncated) }
    if format.listing == .top { warnings.append(.topList) }
    if format.window == .xNameLifetime { assumptions.append(.lifetimeAtExport) }
    if let period {
      assumptions.append(.period(period))
      notePublication(period, record)
    }
    if record.isTruncated { (record.publishedFrom, record.publishedTo) = (nil, nil) }
    guard period == nil, format.window != .youTubePeriod, format.listing == .all else { return }
    guard record.publishedFrom != nil else {
      warnings.append(.windowUnknown)
      return
    }
    guard survey.outsideWindow > 0 else { return }
    warnings.append(.outsideWindow(count: survey.outsideWindow))
    (record.publishedFrom, record.publishedTo) = (nil, nil)
  }

  /// Figures of the last two or three days come late.
  private mutating func notePublication(_ period: ReportPeriod, _ record: LoadRecord) {
    guard let exported = record.exportedAt, exported < period.instants.to + 3 * 86_400 else { return }
    warnings.append(.earlyExport("\(period.last)"))
  }

  /// What only the loading itself shows.
  mutating func add(_ writer: RecordWriter) {
    if writer.fallen.count > 0 { warnings.append(.fallen(writer.fallen)) }
    if writer.otherPages.count > 0 {
      warnings.append(.otherPages(count: writer.otherPages.count, example: writer.otherPageExample))
    }
  }

  /// Sheets beside the one that was read, which nobody sees.
  mutating func add(hiddenSheets names: [String]) {
    if !names.isEmpty { warnings.append(.hiddenSheets(names)) }
  }

  /// Both lists as sentences.
  func texts(in language: Language) -> (assumptions: [String], warnings: [String]) {
    (assumptions.map { $0.text(in: language) }, warnings.map { $0.text(in: language) })
  }

  private mutating func noteRemarks(_ remarks: Remarks) {
    if remarks.guards.count > 0 { assumptions.append(.guards(remarks.guards)) }
    if remarks.idsFromLink.count > 0 { assumptions.append(.idsFromLink(remarks.idsFromLink)) }
    if remarks.serialDays.count > 0 { assumptions.append(.serialDays(remarks.serialDays)) }
    if let word = remarks.unknownRowKind { assumptions.append(.unknownRowKind(word)) }
    if remarks.ambiguousHours.count > 0 {
      let (count, line) = (remarks.ambiguousHours.count, remarks.ambiguousHours.firstLine)
      assumptions.append(.ambiguousHour(count: count, firstLine: line))
    }
    if remarks.skippedHours.count > 0 {
      let (count, line) = (remarks.skippedHours.count, remarks.skippedHours.firstLine)
      assumptions.append(.skippedHour(count: count, firstLine: line))
    }
    if !remarks.unknownPostFormats.isEmpty {
      warnings.append(.unknownPostFormats(remarks.unknownPostFormats.sorted()))
    }
    if remarks.unequalTotals.count > 0 { warnings.append(.unequalTotals(remarks.unequalTotals)) }
    if remarks.outsideCalendar.count > 0 { warnings.append(.outsideCalendar(remarks.outsideCalendar)) }
    if remarks.cutShort.count > 0 { warnings.append(.cutShort(remarks.cutShort)) }
    if remarks.withoutTime.count > 0 { warnings.append(.withoutTime(remarks.withoutTime)) }
  }

  /// The metrics that rates need; a file without one says so.
  private mutating func noteColumns(_ file: DelimitedFile) {
    let missing = zip(file.format.columns, file.match.positions).filter { spec, positions in
      positions.isEmpty && file.format.essentialMetrics.contains(spec.field)
    }
    guard !missing.isEmpty else { return }
    warnings.append(
      .missingColumns(missing.map { $0.0.aliases[.english]?.first ?? $0.0.field.rawValue }))
  }

  private mutating func noteScope(_ resolver: AccountResolver, _ scope: FolderScope, _ platform: String) {
    if let folder = scope.office, let data = resolver.homeOffice, folder != data {
      warnings.append(.folderDisagrees(folder: folder, data: data))
    }
    if let folder = scope.platform, folder != platform {
      warnings.append(.platformFolder(folder: folder, data: platform))
    }
  }
}
