import Warehouse

/// One file on its way into the warehouse: what its load needs, whatever it holds.
struct FileLoad {
  let input: InputFile
  let ingestor: Ingestor

  var exported: ExportInstant { input.exported }
  var language: Language { ingestor.options.language }

  /// The last day that a day without a year may be: the export's, where it is certain; else a few weeks behind the month
  /// that a folder names; else the file's.
  var dayAnchor: CivilDate {
    let names = input.entry.fullPath.split(separator: "/").reversed()
    if let ended = names.lazy.compactMap({ FileName.tikTok($0)?.ended }).first { return WITA.day(of: ended) }
    guard !exported.isCertain, let month = input.scope.month.flatMap({ Month($0) }) else {
      return WITA.day(of: exported.epoch)
    }
    return CivilDate(dayNumber: month.lastDay.dayNumber + 21)
  }

  init(_ input: InputFile, _ ingestor: Ingestor) { (self.input, self.ingestor) = (input, ingestor) }

  /// Loads the file; `record` is filled as far as the file was understood, also where this throws.
  func run(_ report: FileReport, _ record: inout LoadRecord) throws -> FileReport {
    let text = try TextFile(input.entry.content)
    let mapping = ingestor.options.mapping
    do {
      return try PostLoad(self, try DelimitedFile(text, mapping: mapping)).run(report, &record)
    } catch FileRefusal.unknownHeader(let header, let line) {
      guard let file = try AccountFile(text, mapping: mapping) else {
        if let foreign = ForeignFormat.recognise(header.found) { throw FileRefusal.foreign(foreign) }
        let nearest = header.nearest == nil ? AccountFormat.nearest(to: header.found) : nil
        throw FileRefusal.unknownHeader(nearest ?? header, line: line)
      }
      return try AccountLoad(self, file).run(report, &record)
    }
  }

  func progress(_ done: Int64) {
    ingestor.options.progress(input.entry.name, done, input.size)
  }

  /// Opens the load in the ledger; where the file's hash is still underway, under a key that `close` gives its row.
  func open(_ record: LoadRecord) throws -> Int64 {
    let ledger = ingestor.ledger
    try ingestor.checkJudgement(input)
    let fileKey = try input.hash.isUnderway ? ledger.nextFileKey() : self.fileKey()
    return try ledger.open(record, fileKey: fileKey)
  }

  private func fileKey() throws -> Int64 {
    let name = PathText.base(of: input.entry.name)
    return try ingestor.ledger.fileKey(
      sha256: try input.hash.value(), bytes: input.size, name: name)
  }

  /// The bytes that were read must be the bytes that were hashed.
  func checkUnchanged() throws {
    guard try FileSource(path: input.entry.path).facts == input.facts else {
      throw IntakeError.changedMeanwhile
    }
  }

  /// Closes the load: in the ledger in Indonesian, in the report in the run's language.
  func close(_ report: FileReport, _ loadKey: Int64, _ notes: Notes) throws -> FileReport {
    var report = report
    // The row gets the key that `open` foresaw: nothing else adds files within the load's transaction.
    var notes = notes
    notes.add(hiddenSheets: input.entry.hiddenSheets)
    if input.hash.isUnderway {
      guard try ingestor.ledger.earlier(sha256: try input.hash.value()).isEmpty else {
        throw LoadedMeanwhile()
      }
      _ = try fileKey()
    }
    report.sha256 = try input.hash.value()
    report.settle()
    let isRefused = report.status == .refused
    func worded(_ language: Language) -> FileReport {
      var worded = report
      if isRefused { worded.message = FileRefusal.allRejected(count: report.records).text(in: language) }
      (worded.assumptions, worded.warnings) = notes.texts(in: language)
      return worded
    }
    try ingestor.ledger.close(loadKey, worded(.indonesian))
    return worded(language)
  }
}
