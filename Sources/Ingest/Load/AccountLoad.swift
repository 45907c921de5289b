import Warehouse

/// A file of an account's own figures on its way through survey, placement and loading.
struct AccountLoad {
  private let load: FileLoad
  private let file: AccountFile
  private var ledger: Ledger { load.ingestor.ledger }

  init(_ load: FileLoad, _ file: AccountFile) {
    self.load = load
    self.file = file
  }

  /// Loads the file; `record` is filled as far as the file was understood, also where this throws.
  func run(_ report: FileReport, _ record: inout LoadRecord) throws -> FileReport {
    var survey = AccountSurvey(file, lastDay: load.dayAnchor)
    if AccountFormat.periodFormats.contains(file.format.name), file.isSparse { throw FileRefusal.notDaily }
    let placement = AccountPlacement(
      named: Set(survey.rows.map(\.platform)), platforms: file.format.platforms, scope: load.input.scope,
      exportedAt: load.exported.epoch, directory: load.ingestor.directory)
    survey.settleDuplicates(placement)
    describe(&record, survey, placement)
    let notes = Notes(file, survey, placement, load.exported)
    var report = report
    (report.format, report.platform, report.records) = (record.format, record.platform, survey.items.count)
    return try load.ingestor.warehouse.bulkTransaction {
      try write(survey, placement, record, notes, report)
    }
  }

  private func describe(_ record: inout LoadRecord, _ survey: AccountSurvey, _ placement: AccountPlacement) {
    record.format = file.format.name
    record.content = "account"
    // A few shares without a day may well be another account's too.
    record.isBlank = survey.rows.allSatisfy { row in
      row.isUndated || row.figures.allSatisfy { $0.value == 0 }
    }
    record.platform = placement.platform
    record.homeOffice = placement.homeOffice(on: load.exported.epoch)
    record.describe(file.dialect, language: file.language, mapped: file.mapped)
    record.unusedColumns = file.unusedColumns.map { visible($0) }
    guard let days = survey.days ?? file.days else { return }
    let end = CivilDate(dayNumber: days.last.dayNumber + 1)
    switch file.format.clock {
    case .pacific:
      record.countedFrom = PacificTime.instant(of: days.first, minuteOfDay: 0).epoch
      record.countedTo = PacificTime.instant(of: end, minuteOfDay: 0).epoch
    case .utc:
      record.countedFrom = Int64(days.first.dayNumber) * 86_400
      record.countedTo = Int64(end.dayNumber) * 86_400
    }
  }

  private func write(
    _ survey: AccountSurvey, _ placement: AccountPlacement, _ record: LoadRecord, _ notes: Notes,
    _ report: FileReport
  ) throws -> FileReport {
    let loadKey = try load.open(record)
    var writer = try AccountWriter(
      load.ingestor.warehouse, loadKey: loadKey, exportedAt: load.exported.epoch, report: report)
    for item in survey.items {
      try writer.take(item, placement)
    }
    try load.checkUnchanged()
    let report = try load.close(writer.ledger.report, loadKey, notes)
    try ledger.cover(loadKey, accounts: report.loaded > 0 ? placement.accounts : [])
    try ledger.markDirty(days: [], span: record.span)
    return report
  }
}
