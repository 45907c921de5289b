import Testing
import Warehouse

@testable import Ingest

/// A golden file of each format in each of its languages: what stands under a header is known beforehand, and must be
/// what the warehouse holds, whatever the header's language.
@Suite struct FormatGoldenTests {
  /// One language of one format of posts.
  struct Posts: CustomTestStringConvertible {
    let format: FormatDescriptor
    let language: HeaderLanguage
    var testDescription: String { "\(format.name) \(language.rawValue)" }
  }

  /// One table of one account-level format in one language.
  struct Accounts: CustomTestStringConvertible {
    let format: AccountFormat
    let table: Int
    let language: HeaderLanguage
    var testDescription: String { "\(format.name) \(table) \(language.rawValue)" }
  }

  static let posts = FormatDescriptor.known.flatMap { format in
    Set(format.columns.flatMap(\.aliases.keys)).sorted { $0.rawValue < $1.rawValue }.map {
      Posts(format: format, language: $0)
    }
  }

  static let accounts = AccountFormat.known.flatMap { format in
    format.tables.indices.flatMap { index in
      HeaderLanguage.allCases.filter { language in
        let table = format.tables[index]
        let needed = table.needs.isEmpty ? [0] : table.needs
        return (table.titles.isEmpty || table.titles[language] != nil)
          && (table.keyHeaders.isEmpty || table.keyHeaders[language] != nil
            || table.keyHeaders[.english] != nil)
          && (format.layout == .titled || needed.allSatisfy { table.values[$0].headers[language] != nil })
      }.map { Accounts(format: format, table: index, language: $0) }
    }
  }

  private static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,contoh.dinkes,
    DINKES,instagram,615500000000001,,
    DINKES,x,,contoh.dinkes,
    DINKES,youtube,,,Kanal
    DINKES,tiktok,,contoh.dinkes,
    """

  /// The figure under each header that is a metric's: no two are alike.
  private static func figure(_ field: Field) -> Int {
    200 + (Field.allCases.firstIndex(of: field) ?? 0)
  }

  private static let links = [
    "facebook": "https://www.facebook.com/contoh.dinkes/posts/pfbid1",
    "instagram": "https://www.instagram.com/p/abc/",
    "x": "https://x.com/contoh.dinkes/status/1975394400000000001",
    "tiktok": "https://www.tiktok.com/@contoh.dinkes/video/7558310000000000000",
  ]

  private static func cell(_ spec: ColumnSpec, _ format: FormatDescriptor) -> String {
    switch (spec.field, spec.kind) {
    case (.nativeID, .videoID): "abcdefghijk"
    case (.nativeID, .text): "1975394400000000001"
    case (_, .id): "615500000000001"
    case (_, .count), (_, .signedCount): "\(figure(spec.field))"
    case (_, .wholeDecimal): "\(figure(spec.field)).0"
    case (_, .decimal), (_, .hours): "1.5"
    case (_, .span): "61"
    case (_, .pacificMinute): "10/07/2025 03:07"
    case (_, .zonedMinute): "2025-10-07 10:07 +0000"
    case (_, .day): "\"Oct 7, 2025\""
    case (_, .flag): "0"
    case (_, .rowKind): "Lifetime"
    case (.permalink, _): links[format.platform] ?? ""
    case (.interactionsTotal, _): "\(figure(.likes) + figure(.comments) + figure(.shares))"
    case (.dataComment, _), (.accountHandle, _), (.accountName, _), (.postFormat, _), (.customLabel, _): ""
    default: "halo"
    }
  }

  private func quoted(_ header: String) -> String { "\"\(header.replacing("\"", with: "\"\""))\"" }

  @Test(arguments: posts)
  func `posts: one format knows the file, and every figure lands in its own column`(_ golden: Posts) throws {
    let columns = golden.format.columns.filter {
      ($0.aliases[golden.language] != nil) && $0.field != .interactionsTotal
    }
    let header = columns.map { quoted($0.aliases[golden.language]?[0] ?? "") }.joined(separator: ",")
    let row = columns.map { Self.cell($0, golden.format) }.joined(separator: ",")
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/\(golden.format.platform)/2025-10/x.csv", "\(header)\n\(row)\n")
    let report = try #require(try office.ingest().first)
    #expect(report.format == golden.format.name, "\(report)")
    #expect((report.records, report.loaded, report.rejected) == (1, 1, 0), "\(report)")
    #expect(try office.one("SELECT language FROM ingest_load") == .text(golden.language.rawValue))
    for spec in columns {
      guard let metric = Metric(spec.field) else { continue }
      let found = try office.one("SELECT \(metric.column) FROM fact_post_snapshot")
      #expect(found == .integer(Int64(Self.figure(spec.field))), "\(metric.column)")
    }
    // What has no column is not known.
    let known = Set(columns.compactMap { Metric($0.field) })
    for metric in Metric.allCases where !known.contains(metric) {
      #expect(try office.one("SELECT \(metric.column) FROM fact_post_snapshot") == .null, "\(metric.column)")
    }
    try checkAlone(header, row, golden.format.name)
    try checkAgain(office)
  }

  @Test(arguments: accounts)
  func `accounts: one format knows the table, and every figure lands in its own metric`(
    _ golden: Accounts
  ) throws {
    let table = golden.format.tables[golden.table]
    let (header, row, figures) = lines(table, golden.language)
    let title = table.titles[golden.language].map { [quoted($0[0])] } ?? []
    let office = try Office(akun: Self.akun)
    let platform = table.platform ?? golden.format.platforms[0]
    try office.send(
      "DINKES/\(platform)/2025-10/x.csv", (title + [header, row]).joined(separator: "\n") + "\n")
    let report = try #require(try office.ingest().first)
    #expect(report.format == golden.format.name, "\(report)")
    #expect(
      report.rejected == 0 && report.quarantined == 0 && report.loaded + report.skipped == report.records,
      "\(report)")
    let found = try office.warehouse.rows(
      """
      SELECT metric, value FROM fact_account_day UNION ALL SELECT metric, value FROM fact_account_period
      UNION ALL SELECT metric, value FROM fact_account_breakdown ORDER BY 1
      """)
    let expected = figures.filter { !$0.0.isEmpty && !golden.format.tellsSpanOnly }.sorted { $0.0 < $1.0 }
    #expect(found.map { [$0[0], .real($0[1].real ?? 0)] } == expected.map { [.text($0.0), .real($0.1)] })
    if title.isEmpty { try checkAlone(header, row, golden.format.name) }
    try checkAgain(office)
  }

  /// A header, a row, and what the row's figures are.
  private func lines(
    _ table: AccountTable, _ language: HeaderLanguage
  ) -> (header: String, row: String, figures: [(String, Double)]) {
    var (header, row, figures): ([String], [String], [(String, Double)]) = ([], [], [])
    switch table.key {
    case .level: return ("pagefollows", "1629", [(table.values[0].metric, 1629)])
    case .matrix:
      return ("\(table.keyHeaders[.english]?[0] ?? ""),Men", "18-24,25%", [("follower_share", 0.25)])
    case .day: row.append("2025-10-07")
    case .monthDay, .dayHour: row.append("October 7")
    case .member: row.append("A")
    }
    header.append((table.keyHeaders[language] ?? table.keyHeaders[.english])?[0] ?? "")
    if let companion = table.companions.first {
      header.append(companion)
      row.append("13")
    }
    for (index, value) in table.values.enumerated() {
      guard let alias = value.headers[language] ?? (table.titles.isEmpty ? nil : value.headers[.english])
      else { continue }
      header.append(alias[0])
      row.append(table.isShare ? "0.25" : "\(300 + index)")
      let scaled = (Double(300 + index) * (value.scale ?? 1)).rounded()
      figures.append((value.metric, table.isShare ? 0.25 : scaled))
    }
    return (header.map(quoted).joined(separator: ","), row.joined(separator: ","), figures)
  }

  /// No other format of posts or accounts reads the header.
  private func checkAlone(_ header: String, _ row: String, _ name: String) throws {
    var reader = CSVReader(MemorySource(Array(header.utf8)), delimiter: comma)
    _ = try reader.next()
    let cells = reader.lenientTexts()
    let posts = FormatDescriptor.known.filter { $0.match(header: cells) != nil }.map(\.name)
    let accounts = AccountFormat.known.filter { format in
      format.layout == .plain && format.tables.contains { $0.fits(cells) }
    }.map(\.name)
    #expect(posts + accounts == [name])
  }

  /// The same file again changes nothing, and the counts add up.
  private func checkAgain(_ office: Office) throws {
    let before = try office.warehouse.rows("SELECT * FROM v_post_latest")
    #expect(try office.ingest().map(\.status) == [.unchanged])
    #expect(try office.warehouse.rows("SELECT * FROM v_post_latest") == before)
    #expect(try office.one("SELECT count(*) FROM ingest_load") == 1)
    #expect(try LedgerAudit(office.warehouse).findings().findings.isEmpty)
  }
}
