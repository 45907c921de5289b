internal import FoundationEssentials
internal import Glibc
import Warehouse

extension Ingestor {
  /// Loads what waited in quarantine and can now be placed: one load for each load that had kept it back.
  ///
  /// - Returns: one report for each load of which something was released.
  func releaseQuarantine() throws -> [FileReport] {
    let waiting = try warehouse.rows(
      "SELECT DISTINCT load_key FROM ingest_quarantine WHERE released_by IS NULL ORDER BY load_key")
    return try waiting.compactMap { row in
      guard let key = row[0].integer else { return nil }
      // What waits is read under the lock: another program may be releasing it.
      return try warehouse.bulkTransaction {
        guard let kept = try KeptLoad(key, warehouse) else { return nil }
        return kept.record.content == "account" ? try releaseRows(kept) : try releasePosts(kept)
      }
    }
  }

  private func releasePosts(_ kept: KeptLoad) throws -> FileReport? {
    let observations = try kept.records(Observation.self, warehouse)
    guard let platform = kept.record.platform, let record = try withPeriod(kept) else { return nil }
    let namesAccount = FormatDescriptor.known.first { $0.name == record.format }?.namesAccount ?? true
    var resolver = AccountResolver(
      PageTally(observations), platform: platform, scope: scope(of: kept), exportedAt: kept.exportedAt,
      directory: directory, namesAccount: namesAccount, channel: ReportPeriod.channel(path: record.path))
    guard !observations.isEmpty, resolver.knowsAny else { return nil }
    return try warehouse.transaction {
      var record = record
      (record.homeOffice, record.releases) = (resolver.homeOffice, kept.key)
      let loadKey = try ledger.open(record, fileKey: kept.fileKey)
      var writer = try RecordWriter(
        warehouse, loadKey: loadKey, platform: platform, metrics: Metric.allCases, report: report(of: kept))
      try observations.withUnsafeBufferPointer { observations in
        for (index, observation) in observations.enumerated() {
          let decision = resolver.decision(for: observation)
          if case .quarantine = decision { continue }
          try writer.take(index, of: observations, decision)
          try kept.release(observation.place, by: loadKey, warehouse)
        }
        try writer.flush(observations)
      }
      try ledger.cover(loadKey, accounts: resolver.coveredAccounts)
      try ledger.markDirty(days: writer.touchedDays, span: record.span)
      return try close(writer.report, loadKey, resolver.assumptions)
    }
  }

  private func releaseRows(_ kept: KeptLoad) throws -> FileReport? {
    let rows = try kept.records(AccountRow.self, warehouse)
    guard let format = AccountFormat.known.first(where: { $0.name == kept.record.format }) else { return nil }
    let placement = AccountPlacement(
      named: Set(rows.map(\.platform)), platforms: format.platforms, scope: scope(of: kept),
      exportedAt: kept.exportedAt, directory: directory)
    guard !placement.accounts.isEmpty else { return nil }
    return try warehouse.transaction {
      var record = kept.record
      (record.homeOffice, record.platform, record.releases) = (
        placement.scope.office, placement.platform, kept.key
      )
      let loadKey = try ledger.open(record, fileKey: kept.fileKey)
      var writer = try AccountWriter(
        warehouse, loadKey: loadKey, exportedAt: kept.exportedAt, report: report(of: kept))
      var survey = AccountSurvey(rows.filter { placement.places($0.platform) })
      survey.settleDuplicates(placement)
      for item in survey.items {
        try writer.take(item, placement)
        try kept.release(item.place, by: loadKey, warehouse)
      }
      try ledger.cover(loadKey, accounts: placement.accounts)
      try ledger.markDirty(days: [], span: record.span)
      return try close(writer.ledger.report, loadKey, placement.assumptions)
    }
  }

  /// The load with the span that it waits for, where a file that lay beside it tells one by now; `nil`: it still waits.
  private func withPeriod(_ kept: KeptLoad) throws -> LoadRecord? {
    var record = kept.record
    guard record.format == FormatDescriptor.youTubeTable.name, record.countedFrom == nil else {
      return record
    }
    let total = try kept.records(Observation.self, warehouse).first(where: \.isTotal)
    guard let period = try ledger.period(beside: record.path, total: total) else { return nil }
    record.setPeriod(period)
    if record.isTruncated { (record.publishedFrom, record.publishedTo) = (nil, nil) }
    return record
  }

  /// What the folders of a kept load say by today's registry, else what they said then.
  private func scope(of kept: KeptLoad) -> FolderScope {
    let folders = PathText.parent(of: kept.record.path).split(separator: "/").map(String.init)
    let today = FolderScope(
      folders, file: PathText.base(of: kept.record.path), directory: directory)
    return today.office == nil ? kept.record.folder : today
  }

  private func report(of kept: KeptLoad) -> FileReport {
    var report = FileReport(file: kept.record.path)
    (report.sha256, report.format, report.platform) = (kept.sha256, kept.record.format, kept.record.platform)
    report.message = options.language.choose("dilepas dari karantina", "released from quarantine")
    return report
  }

  private func close(_ report: FileReport, _ loadKey: Int64, _ assumptions: [Assumption]) throws -> FileReport
  {
    var report = report
    report.records = report.loaded + report.skipped + report.rejected
    report.settle()
    report.assumptions = assumptions.map { $0.text(in: .indonesian) }
    try ledger.close(loadKey, report)
    report.assumptions = assumptions.map { $0.text(in: options.language) }
    return report
  }
}

/// A load that kept records back, as the ledger has it.
private struct KeptLoad {
  let key: Int64
  let fileKey: Int64
  let sha256: String
  let exportedAt: Int64
  let record: LoadRecord

  init?(_ key: Int64, _ warehouse: Connection) throws {
    let row = try warehouse.prepare(
      """
      SELECT path, folder_opd, folder_platform, folder_handle, format, content, platform, language, encoding, delimiter,
        header_mapping, exported_at, exported_basis, name_from, name_to, published_from, published_to, counted_from,
        counted_to, basis, file_key, sha256, truncated, sheet
      FROM ingest_load JOIN ingest_file USING (file_key) LEFT JOIN dim_platform USING (platform_key)
      WHERE load_key = ?
      """
    ).row([.integer(key)])
    func instant(_ index: Int) -> Int64? { row?[index].text.flatMap { Instant.read($0) } }
    guard let row, let exportedAt = instant(11) else { return nil }
    var record = LoadRecord()
    record.path = row[0].text ?? ""
    record.folder = FolderScope(office: row[1].text, platform: row[2].text, handle: row[3].text)
    (record.format, record.content, record.platform) = (row[4].text, row[5].text, row[6].text)
    (record.language, record.encoding, record.delimiter) = (row[7].text, row[8].text, row[9].text)
    (record.mapping, record.exportedAt, record.exportedBasis) = (row[10].text, exportedAt, row[12].text)
    if let from = instant(13), let to = instant(14) { record.nameWindow = (from, to) }
    (record.publishedFrom, record.publishedTo) = (instant(15), instant(16))
    (record.countedFrom, record.countedTo) = (instant(17), instant(18))
    record.basis = row[19].text
    (record.isTruncated, record.sheet) = (row[22] == 1, row[23].text)
    (self.key, fileKey, sha256) = (key, row[20].integer ?? 0, row[21].text ?? "")
    (self.exportedAt, self.record) = (exportedAt, record)
  }

  /// What waits, in the order of the file.
  func records<Kept: Decodable>(_ type: Kept.Type, _ warehouse: Connection) throws -> [Kept] {
    let rows = try warehouse.rows(
      """
      SELECT observation FROM ingest_quarantine WHERE load_key = ? AND released_by IS NULL ORDER BY line, row
      """, [.integer(key)])
    return try rows.map { try JSONDecoder().decode(type, from: Data(($0[0].text ?? "").utf8)) }
  }

  /// Notes that a load has taken a record.
  func release(_ place: RecordPlace, by loadKey: Int64, _ warehouse: Connection) throws {
    try warehouse.run(
      "UPDATE ingest_quarantine SET released_by = ? WHERE load_key = ? AND line = ? AND row = ?",
      [.integer(loadKey), .integer(key), .integer(Int64(place.line)), .integer(Int64(place.row))])
  }
}
