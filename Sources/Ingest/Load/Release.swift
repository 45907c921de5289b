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
    return try waiting.compactMap { try release($0[0].integer ?? 0) }
  }

  private func release(_ oldKey: Int64) throws -> FileReport? {
    let observations = try waitingObservations(of: oldKey)
    guard let (record, fileKey, sha256) = try storedLoad(oldKey), let exportedAt = record.exportedAt,
      let platform = record.platform
    else { return nil }
    let resolver = AccountResolver(
      PageTally(observations), platform: platform, scope: FolderScope(office: record.folderOffice),
      exportedAt: exportedAt, directory: directory)
    guard resolver.knowsAny else { return nil }
    var report = FileReport(file: record.path)
    (report.sha256, report.format, report.platform) = (sha256, record.format, platform)
    report.message = options.language.choose("dilepas dari karantina", "released from quarantine")
    return try warehouse.transaction {
      var record = record
      (record.homeOffice, record.releases) = (resolver.homeOffice, oldKey)
      return try write(observations, resolver, record, fileKey, report)
    }
  }

  private func write(
    _ observations: [Observation], _ resolver: AccountResolver, _ record: LoadRecord, _ fileKey: Int64,
    _ report: FileReport
  ) throws -> FileReport? {
    let loadKey = try ledger.open(record, fileKey: fileKey)
    var writer = try RecordWriter(
      warehouse, loadKey: loadKey, platform: record.platform ?? "", report: report,
      language: options.language)
    let mark = try warehouse.prepare(
      "UPDATE ingest_quarantine SET released_by = ? WHERE load_key = ? AND line = ? AND row = ?")
    for observation in observations {
      let decision = resolver.decision(for: observation)
      if case .quarantine = decision { continue }
      try writer.take(observation, decision)
      try mark.run([
        .integer(loadKey), .optional(record.releases), .integer(Int64(observation.line)),
        .integer(Int64(observation.row)),
      ])
    }
    var report = writer.report
    report.records = report.loaded + report.skipped
    report.assumptions = resolver.assumptions.map { $0.text(in: .indonesian) }
    try ledger.close(loadKey, report)
    try ledger.cover(loadKey, accounts: resolver.coveredAccounts)
    try ledger.markDirty(days: writer.touchedDays, from: record.publishedFrom, to: record.publishedTo)
    report.assumptions = resolver.assumptions.map { $0.text(in: options.language) }
    return report
  }

  private func waitingObservations(of loadKey: Int64) throws -> [Observation] {
    let rows = try warehouse.rows(
      """
      SELECT observation FROM ingest_quarantine WHERE load_key = ? AND released_by IS NULL
      ORDER BY line, row
      """, [.integer(loadKey)])
    return try rows.map { row in
      try JSONDecoder().decode(Observation.self, from: Data((row[0].text ?? "").utf8))
    }
  }

  private func storedLoad(_ key: Int64) throws -> (record: LoadRecord, fileKey: Int64, sha256: String)? {
    let row = try warehouse.prepare(
      """
      SELECT path, scope, folder_opd, format, platform, language, encoding, delimiter, exported_at,
        exported_basis, published_from, published_to, basis, file_key, sha256
      FROM ingest_load JOIN ingest_file USING (file_key) LEFT JOIN dim_platform USING (platform_key)
      WHERE load_key = ?
      """
    ).row([.integer(key)])
    guard let row else { return nil }
    var record = LoadRecord()
    (record.path, record.scope) = (row[0].text ?? "", row[1].text ?? "")
    (record.folderOffice, record.format, record.platform) = (row[2].text, row[3].text, row[4].text)
    (record.language, record.encoding, record.delimiter) = (row[5].text, row[6].text, row[7].text)
    record.exportedAt = row[8].text.flatMap { Instant.read($0) }
    record.exportedBasis = row[9].text
    record.publishedFrom = row[10].text.flatMap { Instant.read($0) }
    record.publishedTo = row[11].text.flatMap { Instant.read($0) }
    record.basis = row[12].text
    return (record, row[13].integer ?? 0, row[14].text ?? "")
  }
}
