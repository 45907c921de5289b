import Testing
import Warehouse

@testable import Ingest

/// YouTube Studio's tables: a span that stands elsewhere, a total row, a footer, guarded ids.
@Suite struct YouTubeTests {
  static let akun = "kode_opd,platform,id,nama\nDINKES,youtube,UCcontohcontohcontohcont,Contoh Dinkes"
  static let header =
    "Content,Video title,Video publish time,Duration,Views,Engaged views,Watch time (hours),Subscribers,Likes,Shares,Comments added,Thumbnail impressions,Unique viewers"
  static let total = "Total,,,,300,250,12.5,4,30,6,3,5000,0"
  static let row = "abcdefghijk,Halo,\"Oct 7, 2025\",292,100,90,1.25,2,-3,2,1,1000,"
  private static let days =
    "Date,Views\n" + (1...31).map { "2025-10-\($0 < 10 ? "0" : "")\($0),\($0)" }.joined(separator: "\n")

  private func table(_ rows: String...) -> String {
    ([Self.header, Self.total] + rows).joined(separator: "\n") + "\n"
  }

  @Test func `the total stands beside the rows, zeros of people in it are unknown`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/youtube/2025-10/Table data.csv", table(Self.row))
    let report = try #require(try office.ingest().first)
    #expect((report.status, report.loaded, report.skipped) == (.loaded, 1, 1), "\(report)")
    #expect(
      try office.warehouse.rows(
        """
        SELECT native_id, permalink, caption, published_at, published_date, published_precision, month, views, engaged_views,
          impressions, likes, comments, shares, follows, viewers, watch_seconds, interactions, exposure FROM v_post_latest
        """)
        == [
          [
            "abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk", "Halo", .null, "2025-10-07", "day",
            "2025-10",
            100, 90, 1000, -3, 1, 2, 2, .null, .real(4500), 0, 100,
          ]
        ])
    #expect(
      try office.warehouse.rows(
        "SELECT metric, value, period_from, period_to FROM v_account_period ORDER BY 1")
        == [
          ("comments", 3), ("engaged_views", 250), ("impressions", 5000), ("likes", 30), ("net_follows", 4),
          ("shares", 6), ("views", 300), ("watch_seconds", 45_000),
        ].map { [.text($0.0), .integer(Int64($0.1)), "2025-10-01T07:00:00Z", "2025-11-01T07:00:00Z"] })
    #expect(try LedgerAudit(office.warehouse).findings().findings.isEmpty)
  }

  @Test(arguments: ["Total", "Gesamtwerte", "Keseluruhan", "合計"])
  func `the total row is one whatever its word, of eleven letters too`(word: String) throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/youtube/2025-10/x.csv", table(Self.row).replacing("\nTotal,", with: "\n\(word),"))
    #expect(try office.ingest().first?.skips.map(\.code) == [.totalRow])
    #expect(try office.warehouse.rows("SELECT native_id FROM dim_post") == [["abcdefghijk"]])
  }

  @Test(
    arguments: [
      ("DINKES/youtube/2025-10/Table data.csv", nil, "by the folder's name"),
      ("DINKES/youtube/Content 2025-10-01_2025-11-01 Contoh Dinkes/Table data.csv", nil, "by the name"),
      ("Content 2025-10-01_2025-11-01 Contoh Dinkes/Table data.csv", nil, "by the name"),
      ("DINKES/youtube/a/Table data.csv", "DINKES/youtube/a/Totals.csv", "by file Totals.csv"),
      ("DINKES/youtube/a/Data tabel.csv", "DINKES/youtube/a/Apa saja.csv", "by file Apa saja.csv"),
    ] as [(String, String?, String)])
  func `the span comes from the file beside it, from names, or from the month's folder`(
    name: String, beside: String?, words: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send(name, table(Self.row))
    if let beside { try office.send(beside, Self.days) }
    let report = try #require(try office.ingest().first { $0.format == "youtube-table" })
    #expect(report.status == .loaded, "\(report)")
    #expect(
      report.assumptions.contains { $0.contains("span 2025-10-01–2025-10-31") && $0.contains(words) },
      "\(report.assumptions)")
    #expect(
      try office.warehouse.rows(
        "SELECT counted_from, counted_to, published_from FROM ingest_load WHERE format = 'youtube-table'")
        == [["2025-10-01T07:00:00Z", "2025-11-01T07:00:00Z", "2025-09-30T16:00:00Z"]])
  }

  @Test func `without a span the table waits, and a later Totals releases it, total and all`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/youtube/a/Table data.csv", table(Self.row))
    let waiting = try #require(try office.ingest().first)
    #expect(waiting.status == .quarantined)
    #expect(try office.one("SELECT DISTINCT code FROM ingest_quarantine") == "period_unknown")
    try office.send("DINKES/youtube/a/Totals.csv", Self.days)
    #expect(try office.ingest().contains { $0.format == "youtube-table" && $0.loaded == 1 })
    let direct = try Office(akun: Self.akun)
    try direct.send("DINKES/youtube/a/Table data.csv", table(Self.row))
    try direct.send("DINKES/youtube/a/Totals.csv", Self.days)
    try direct.ingest()
    for sql in [
      "SELECT native_id, views, month, as_of FROM v_post_latest",
      "SELECT metric, value, period_from FROM v_account_period ORDER BY 1",
    ] {
      #expect(try office.warehouse.rows(sql) == direct.warehouse.rows(sql))
    }
  }

  /// Takes files in as an inbox of their own.
  private func take(_ files: [String: String], into office: Office) throws -> [FileReport] {
    let inbox = try Workspace()
    for (name, text) in files { try inbox.write(name, text) }
    var options = Ingestor.Options(now: 1_762_400_000)
    options.exportedAt = Instant.read("2025-11-03T09:00")
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inboxes: [inbox.path], options: options).ingest([inbox.path]) {
      reports.append($0)
    }
    return reports
  }

  @Test(arguments: [true, false])
  func `a file of days from another inbox tells the span where its days add up to the total`(
    isLater: Bool
  ) throws {
    let office = try Office(akun: Self.akun)
    // 1 + 2 + … + 31 is 496.
    let table = ["DINKES/youtube/a/Table data.csv": table(Self.row).replacing(",300,", with: ",496,")]
    let days = ["DINKES/youtube/a/Totals.csv": Self.days]
    var reports = try take(isLater ? table : days, into: office)
    reports += try take(isLater ? days : table, into: office)
    #expect(reports.map(\.loaded) == (isLater ? [0, 31, 1] : [31, 1]), "\(reports)")
    #expect(
      try office.warehouse.rows("SELECT value, period_from FROM v_account_period WHERE metric = 'views'")
        == [[496, "2025-10-01T07:00:00Z"]])
    #expect(try LedgerAudit(office.warehouse).findings().findings.isEmpty)
  }

  @Test(arguments: [true, false])
  func `last month's days in the same folder tell nothing of this month's table`(isLater: Bool) throws {
    let office = try Office(akun: Self.akun)
    let table = ["DINKES/youtube/a/Table data.csv": table(Self.row)]
    let days = ["DINKES/youtube/a/Totals.csv": Self.days]
    for files in isLater ? [table, days] : [days, table] { _ = try take(files, into: office) }
    #expect(try office.one("SELECT count(*) FROM fact_post_snapshot") == 0)
    #expect(
      try office.one("SELECT DISTINCT code FROM ingest_quarantine WHERE released_by IS NULL")
        == "period_unknown")
  }

  @Test func `two spans beside one table are no span`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/youtube/a/Table data.csv", table(Self.row))
    try office.send("DINKES/youtube/a/Totals.csv", Self.days)
    try office.send("DINKES/youtube/a/Totals (1).csv", "Date,Views\n2025-09-01,1\n2025-09-02,2\n")
    #expect(try office.ingest().first { $0.format == "youtube-table" }?.status == .quarantined)
  }

  @Test(arguments: [
    "Showing top 500 results", "Die 500 be\u{AD}sten Er\u{AD}geb\u{AD}nis\u{AD}se",
    "Menampilkan 500 hasil teratas", "Showing top 500 results,,,,,,,,,,,,",
  ])
  func `a footer in any language says that the table is cut`(footer: String) throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/youtube/2025-10/Table data.csv", table(Self.row, footer))
    let report = try #require(try office.ingest().first)
    #expect(report.skips.map(\.code) == [.totalRow, .footer], "\(report)")
    #expect(report.warnings.contains { $0.hasPrefix("the platform wrote the top 500 rows only") })
    #expect(
      try office.warehouse.rows("SELECT truncated, published_from, counted_from FROM ingest_load") == [
        [1, .null, "2025-10-01T07:00:00Z"]
      ])
  }

  @Test func `a guarding blank is no part of the id, and a video may have no day`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/youtube/2025-10/Table data.csv",
      table(
        " -jBLlV16Dko,a,\"Oct 7, 2025\",1,1,1,1,1,1,1,1,1,1", "-6UJPIo1uW0,b,,1,1,1,1,1,1,1,1,1,1",
        "#NAME?,c,\"Oct 7, 2025\",1,1,1,1,1,1,1,1,1,1"))
    let report = try #require(try office.ingest().first)
    #expect(report.rejects.map(\.reject.code) == [.badID])
    #expect(
      try office.warehouse.rows(
        "SELECT native_id, published_precision, month FROM v_post_latest ORDER BY line")
        == [["-jBLlV16Dko", "day", "2025-10"], ["-6UJPIo1uW0", "unknown", .null]])
  }

  @Test func `videos from before or after the window are kept and not mixed in`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/youtube/2025-10/Table data.csv",
      table(
        Self.row, "bcdefghijkl,lama,\"Aug 7, 2024\",1,5,5,1,1,1,1,1,1,",
        "cdefghijklm,nanti,\"Nov 1, 2025\",1,5,5,1,1,1,1,1,1,"))
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM fact_post_snapshot") == 3)
    #expect(try office.warehouse.rows("SELECT native_id FROM v_post_latest") == [["abcdefghijk"]])
  }

  @Test(arguments: [
    (
      "Konten,Judul video,Waktu publikasi video,Durasi,Penayangan,Waktu tonton (jam),Subscriber,Tayangan,Rasio klik-tayang dari tayangan (%)",
      "Total", "id"
    ),
    (
      "Vi\u{AD}deo,Vi\u{AD}deo\u{AD}ti\u{AD}tel,Ver\u{AD}öf\u{AD}fent\u{AD}li\u{AD}chungs\u{AD}zeit\u{AD}punkt des Vi\u{AD}de\u{AD}os,Dauer,Auf\u{AD}ru\u{AD}fe,Wiedergabezeit (Stunden),Abonnenten,Im\u{AD}pres\u{AD}sio\u{AD}nen,Klickrate der Impressionen (%)",
      "Ge\u{AD}samt", "de"
    ),
    (
      "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações,Tempo de exibição (horas),Inscritos,Impressões,Taxa de cliques de impressões (%)",
      "Total", "pt"
    ),
    ("コンテンツ,動画のタイトル,動画公開時刻,長さ,視聴回数,総再生時間（単位: 時間）,チャンネル登録者,インプレッション数,インプレッションのクリック率 (%)", "合計", "ja"),
    (
      "Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,Tiempo de visualización (horas),Suscriptores,Impresiones,Porcentaje de clics de las impresiones (%)",
      "Total", "es"
    ),
  ])
  func `the table is read in every language: Penayangan are views, Tayangan impressions`(
    header: String, total: String, language: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/youtube/2025-10/x.csv",
      "\(header)\n\(total),,,,12,2.5,1,99,4.5\nabcdefghijk,Halo,\"Oct 7, 2025\",292,10,1.5,-2,90,3.25\n")
    let report = try #require(try office.ingest().first)
    #expect(report.status == .loaded, "\(report)")
    #expect(
      try office.warehouse.rows(
        "SELECT views, watch_seconds, follows, impressions, exposure FROM v_post_latest")
        == [[10, .real(5400), -2, 90, 10]])
    #expect(try office.one("SELECT language FROM ingest_load") == .text(language))
    #expect(try office.one("SELECT value FROM v_account_period WHERE metric = 'views'") == 12)
  }

  @Test func `by way of Google Sheets the decimal comma is proven by the file`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/youtube/2025-10/Kanal - Data tabel.csv",
      """
      Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Estimated revenue (IDR),Impressions,Impressions click-through rate (%)
      Total,,,,6250001,"593583,2097",26664,"5432121,734",63475225,"4,3"
      abcdefghijk,Halo,"Oct 7, 2025",60,1234,"1,234",1,0,2000,8
      """)
    let report = try #require(try office.ingest().first)
    #expect(report.assumptions.contains { $0.hasPrefix("the comma is read as the decimal mark") })
    #expect(try office.one("SELECT round(watch_seconds, 3) FROM v_post_latest") == .real(4442.4))
    #expect(
      try office.one("SELECT value FROM v_account_period WHERE metric = 'watch_seconds'")
        == .integer(2_136_899_555))
  }

  @Test(arguments: [
    (
      "Video ID,Approx Duration (ms),Video Category,Channel ID,Video Title (Original),Privacy\na,1,b,c,d,Public",
      "Google Takeout"
    ),
    ("date,channel_id,video_id,live_or_on_demand,views\n20251001,UC,a,on_demand,1", "YouTube Reporting API"),
    ("Geography,Views,Watch time (hours)\nTotal,3,1\nID,3,1", "by Geography"),
    ("Traffic source,Views\nTotal,3\nExternal,3", "by Traffic source"),
    ("Viewer age,Views (%)\n18–24 years,30", "by Viewer age"),
    (
      "Date,Campaign name,Cost (ZAR),Impressions,Clicks (destination)\n2025-10-01,a,1,2,3",
      "TikTok Ads Manager"
    ),
  ])
  func `files that lack what is needed are named, with what to download instead`(
    text: String, words: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/youtube/x.csv", text)
    let report = try #require(try office.ingest().first)
    #expect(report.status == .refused)
    #expect(report.message?.contains(words) == true, "\(report.message ?? "")")
  }
}

extension YouTubeTests {
  private func days(_ month: String, last: Int, _ figure: Int) -> String {
    "Date,Views\n"
      + (1...last).map { "\(month)-\($0 < 10 ? "0" : "")\($0),\(figure)" }.joined(separator: "\n") + "\n"
  }

  private func tables(_ files: [(name: String, text: String)]) throws -> [[SQLValue]] {
    let office = try Office(akun: "kode_opd,platform,nama\nDINKES,youtube,Kanal")
    for file in files { try office.send("DINKES/youtube/\(file.name)", file.text) }
    try office.ingest()
    return try office.warehouse.rows(
      "SELECT path, substr(counted_from, 1, 10), status FROM ingest_load WHERE format = 'youtube-table' ORDER BY path"
    ).map { [.text(PathText.base(of: $0[0].text ?? "")), $0[1], $0[2]] }
  }

  @Test func `of several tables and spans in one folder, sums tell which belong together`() throws {
    let october =
      [Self.header, Self.total.replacing(",300,", with: ",310,"), Self.row].joined(separator: "\n") + "\n"
    let september =
      [Self.header, Self.total.replacing(",300,", with: ",60,"), Self.row].joined(separator: "\n") + "\n"
    let pair = [("Table data.csv", october), ("Table data (1).csv", september)]
    let spans = [
      ("Totals.csv", days("2025-10", last: 31, 10)), ("Totals (1).csv", days("2025-09", last: 30, 2)),
    ]
    #expect(
      try tables(pair + spans)
        == [["Table data (1).csv", "2025-09-01", "loaded"], ["Table data.csv", "2025-10-01", "loaded"]])
    // With one of the spans the other table waits, and is not counted in the wrong month.
    #expect(
      try tables(pair + [spans[1]])
        == [["Table data (1).csv", "2025-09-01", "loaded"], ["Table data.csv", .null, "quarantined"]])
  }

  @Test(arguments: [["2025-10-01", "2025-10-08", "2025-10-15"], ["2025-09-01", "2025-10-01"]])
  func `rows of weeks or months are no days, and tell no span`(days: [String]) throws {
    let office = try Office(akun: "kode_opd,platform,nama\nDINKES,youtube,Kanal")
    try office.send("DINKES/youtube/Totals.csv", "Date,Views\n" + days.map { "\($0),5\n" }.joined())
    try office.send(
      "DINKES/youtube/Table data.csv", [Self.header, Self.total, Self.row].joined(separator: "\n"))
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.quarantined, .refused], "\(reports)")
    #expect(
      reports[1].message
        == "its rows are not of days (of weeks or months); export again with the choice Daily")
  }

  @Test func `a table of nothing but its total keeps the total`() throws {
    let office = try Office(akun: "kode_opd,platform,nama\nDINKES,youtube,Kanal")
    try office.send("DINKES/youtube/2025-10/x.csv", [Self.header, Self.total].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect((report.status, report.skipped) == (.loaded, 1), "\(report)")
    #expect(try office.one("SELECT value FROM v_account_period WHERE metric = 'views'") == 300)
  }

  @Test(arguments: [true, false])
  func `of two exports of one span the later counts, whichever came first`(isLaterFirst: Bool) throws {
    let office = try Office(akun: "kode_opd,platform,nama\nDINKES,youtube,Kanal")
    func text(_ views: Int) -> String {
      [Self.header, Self.total, Self.row.replacing(",100,90,", with: ",\(views),90,")].joined(separator: "\n")
    }
    let files = [("ekspor-2025-11-02 a.csv", text(100)), ("ekspor-2025-11-20 a.csv", text(140))]
    for file in isLaterFirst ? files.reversed() : files {
      try office.send("DINKES/youtube/2025-10/\(file.0)", file.1)
      try office.ingest(exportedAt: nil)
    }
    #expect(try office.one("SELECT views FROM v_post_latest") == 140)
  }
}
