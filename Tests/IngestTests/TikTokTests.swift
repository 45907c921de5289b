import Testing
import Warehouse

@testable import Ingest

/// TikTok's own forms: quotes that nobody doubled, days without a year, ids that tell instants.
@Suite struct TikTokTests {
  static let header =
    #""Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views""#

  private static let akun = "kode_opd,platform,nama_pengguna\nDINKES,tiktok,contoh.dinkes"

  /// A row of the content list about the video that was uploaded at 2025-10-07T03:07:00Z, `number` seconds later.
  private static func row(
    _ caption: String, _ number: UInt64 = 0, figures: String = #""9","2","1","120""#
  ) -> String {
    let id = (1_759_806_420 + number) << 32
    return
      "\"5 November\",\"\(caption)\",\"https://www.tiktok.com/@contoh.dinkes/video/\(id)\",\"7 Oktober\",\(figures)"
  }

  private static func repaired(_ text: String) throws -> String {
    let source = AnchoredRecords(MemorySource(Array(text.utf8)))
    var bytes = [UInt8](repeating: 0, count: text.utf8.count * 2 + 10)
    let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test(arguments: [
    #"biasa"#, #"kata "halo" saja"#, #"koma, "koma", koma"#, #"""#, #"a "b","c" d"#, #"tutup""#, "",
    "dua\nbaris \"dan\" kutip", #"klik ","https://contoh.id","ya""#,
  ])
  func `a caption with quotes that nobody doubled is read letter for letter`(caption: String) throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/Content.csv",
      "\u{FEFF}"
        + [Self.header, Self.row(caption), Self.row("lain \"kutip\", lagi", 60)].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect(report.status == .loaded, "\(report)")
    #expect(
      try office.one("SELECT COALESCE(caption, '') FROM v_post_latest ORDER BY line LIMIT 1")
        == .text(caption))
    let row = try office.warehouse.rows(
      "SELECT views, likes, comments, shares, published_at, published_precision, saves FROM v_post_latest LIMIT 1"
    )
    #expect(row == [[120, 9, 2, 1, "2025-10-07T03:07:00Z", "minute", .null]])
  }

  @Test func `text that is well-formed passes as it is, whatever it holds`() throws {
    let text = [Self.header, Self.row("dua \"\"kutip\"\", ya")].joined(separator: "\n")
    #expect(try Self.repaired(text) == text)
  }

  @Test(arguments: ["", "\"", "\",\"", "a\",\",\"https://www.tiktok.com/@", "\",\"https://www.tiktok.com/@"])
  func `bytes that only resemble a record are left alone`(text: String) throws {
    #expect(try Self.repaired(text + "\"x") == text + "\"x")
  }

  @Test func `a list of the top says so and leaves the month's completeness open`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/tiktok/Content.csv", [Self.header, Self.row("a")].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect(report.warnings.contains("a list of the top posts, not of all"))
    #expect(try office.warehouse.rows("SELECT truncated, published_from FROM ingest_load") == [[1, .null]])
  }

  @Test func `a cell too few shifts no figure: the row is rejected`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/Content.csv",
      [Self.header, Self.row("a", figures: #""9","2","120""#), Self.row("b", 60)].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect(report.rejects.map(\.reject.code) == [.missingCells])
    #expect(report.loaded == 1)
  }

  // MARK: Days

  @Test(arguments: [
    ("17 Oktober", 10, 17), ("October 17", 10, 17), ("17 October", 10, 17), ("8 de marzo", 3, 8),
    ("25 Φεβρουαρίου", 2, 25), ("18 января", 1, 18), ("8 de setembro", 9, 8), ("18 tháng Tám", 8, 18),
    ("3 tháng Mười Hai", 12, 3), ("3 tháng 12", 12, 3), ("9月13日", 9, 13), ("9월 13일", 9, 13), ("1 Agt", 8, 1),
    ("1 Okt", 10, 1), ("2 Nopember", 11, 2), ("5. März", 3, 5), ("1 août", 8, 1), ("10 Μαΐου", 5, 10),
    ("1-Okt", 10, 1), ("01-Oct", 10, 1), ("3 ottobre", 10, 3), ("4 Ekim", 10, 4),
  ])
  func `days without a year are read in the interfaces' languages`(text: String, month: Int, day: Int) throws
  {
    let found = try #require(MonthDay(text))
    #expect((found.month, found.day) == (month, day))
  }

  @Test(arguments: ["", "Oktober", "17", "32 Oktober", "17 Foo", "13月1日", "Oktober Oktober", "0 Mei"])
  func `what is no day is none`(text: String) { #expect(MonthDay(text) == nil) }

  @Test func `the year follows from the sequence: a leap day allows only its own`() throws {
    let end = try #require(CivilDate(year: 2026, month: 3, day: 5))
    let labels = ["28 Februari", "29 Februari", "1 Maret"].compactMap { MonthDay($0) }
    #expect(
      MonthDay.dates(labels, upTo: end)?.map(\.description) == ["2024-02-28", "2024-02-29", "2024-03-01"])
    let turn = ["30 Desember", "31 Desember", "1 Januari"].compactMap { MonthDay($0) }
    #expect(
      MonthDay.dates(turn, upTo: end)?.map(\.description) == ["2025-12-30", "2025-12-31", "2026-01-01"])
  }

  private static let overview = #""Date","Video Views","Profile Views","Likes","Comments","Shares""#

  @Test func `the archive's name tells handle and year; negative and undefined days are what they are`()
    throws
  {
    let office = try Office(akun: Self.akun)
    let name = "Overview_2024-10-01_1727913600_contoh.dinkes"
    try office.send(
      "\(name)/Overview.csv",
      "\u{FEFF}"
        + [
          Self.overview, #""October 1","10","1","2","-7","0""#, #""October 2","undefined","0","0","0","0""#,
        ].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect((report.status, report.platform, report.skipped) == (.loaded, "tiktok", 1), "\(report)")
    #expect(
      try office.warehouse.rows(
        "SELECT date, metric, value FROM v_account_day WHERE metric IN ('views', 'comments')")
        == [["2024-10-01", "comments", -7], ["2024-10-01", "views", 10]])
  }

  @Test func `a month folder tells the year where only the file's time would`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/2024-10/Overview.csv",
      [Self.overview, #""1 Oktober","10","1","2","3","0""#, #""2 Oktober","11","1","2","3","0""#].joined(
        separator: "\n"))
    try office.ingest(exportedAt: nil)
    #expect(try office.one("SELECT max(date) FROM v_account_day") == "2024-10-02")
  }

  @Test func `behind a header in the middle the years begin anew`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/Overview.csv",
      [
        Self.overview, #""October 1","1","0","0","0","0""#, #""October 2","2","0","0","0","0""#,
        Self.overview,
        #""September 29","3","0","0","0","0""#, #""September 30","4","0","0","0","0""#,
      ].joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect(report.skips.map(\.code) == [.repeatedHeader])
    #expect(
      try office.warehouse.rows("SELECT date, value FROM v_account_day WHERE metric = 'views' ORDER BY 1")
        == [["2025-09-29", 3], ["2025-09-30", 4], ["2025-10-01", 1], ["2025-10-02", 2]])
  }

  @Test(arguments: [
    ["2026-10-01", "2026-10-02"], ["46296", "46297"], ["1/10/2026", "2/10/2026", "13/10/2026"],
  ])
  func `the year that a spreadsheet gave a day is not believed`(days: [String]) throws {
    let office = try Office(akun: Self.akun)
    let rows = days.enumerated().map { "\($1),\($0 + 1),0,0,0,0" }
    try office.send("DINKES/tiktok/Overview.csv", ([Self.overview] + rows).joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect(report.assumptions.contains("days are a spreadsheet's dates"), "\(report)")
    #expect(try office.one("SELECT min(date) FROM v_account_day") == "2025-10-01")
  }

  @Test func `verify reads a month folder's days as they were loaded`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/2024-10/Overview.csv",
      [Self.overview, #""1 Oktober","10","1","2","3","0""#].joined(separator: "\n"))
    try office.ingest(exportedAt: nil)
    #expect(try office.one("SELECT max(date) FROM v_account_day") == "2024-10-01")
    let outcome = try FileAudit(office.warehouse, options: Ingestor.Options(now: 1_762_300_000)).compare([
      office.inbox
    ])
    #expect(outcome.compared == 1 && outcome.findings.isEmpty, "\(outcome.findings)")
  }

  @Test func `hours are members of a week, the running day's are not known yet`() throws {
    let office = try Office(akun: Self.akun)
    let rows =
      (0..<24).map { "\"October 30\",\"\($0)\",\"\($0 + 5)\"" }
      + (0..<24).map { "\"October 31\",\"\($0)\",\"\($0 < 9 ? 4 : 0)\"" }
    try office.send(
      "DINKES/tiktok/FollowerActivity.csv",
      (["\"Date\",\"Hour\",\"Active followers\""] + rows).joined(separator: "\n"))
    let report = try #require(try office.ingest().first)
    #expect((report.loaded, report.skipped) == (24 + 9, 15), "\(report)")
    #expect(
      try office.warehouse.rows(
        "SELECT member, value FROM v_account_breakdown WHERE dimension = 'hour' ORDER BY member LIMIT 2")
        == [["2025-10-30 00", .real(5)], ["2025-10-30 01", .real(6)]])
  }

  @Test func `territories and genders of two offices may be the same bytes`() throws {
    let office = try Office(akun: Self.akun + "\nDISHUB,tiktok,contoh.dishub")
    let text = "\"Top territories\",\"Distribution\"\n\"ID\",\"0.97\"\n\"Others\",\"0.03\""
    try office.send("DINKES/tiktok/FollowerTopTerritories.csv", text)
    try office.send("DISHUB/tiktok/FollowerTopTerritories.csv", text)
    #expect(try office.ingest().map(\.status) == [.loaded, .loaded])
    #expect(try office.one("SELECT count(*) FROM v_account_breakdown WHERE dimension = 'territory'") == 4)
  }

  @Test(arguments: [
    ["0,56", "0,43", "0,01"], ["0,912", "0,088", "0"], ["0.56", "0.43", "0.01"], ["56,4%", "43,6%", "0%"],
  ])
  func `shares are read with the mark that they prove`(shares: [String]) throws {
    let office = try Office(akun: Self.akun)
    let rows = zip(["Female", "Male", "Other"], shares).map { "\($0);\($1)" }
    try office.send(
      "DINKES/tiktok/FollowerGender.csv", (["Gender;Distribution"] + rows).joined(separator: "\n"))
    #expect(try office.ingest().first?.loaded == 3)
    #expect(try office.one("SELECT round(sum(value), 6) FROM v_account_breakdown") == .real(1))
  }

  // MARK: Business Suite

  @Test(arguments: [
    (
      "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Net growth,New followers,Lost followers",
      "en"
    ),
    (
      "Datum,Videovisningar,Målgrupp som nåtts,Profilvisningar,Gilla-markeringar,Delningar,Kommentarer,Nettotillväxt,Nya följare,Tappade följare",
      "sv"
    ),
    (
      "Tanggal,Tayangan video,Audiens yang dijangkau,Tayangan profil,Suka,Dibagikan,Komentar,Pertumbuhan bersih,Pengikut baru,Pengikut yang hilang",
      "id"
    ),
  ])
  func `the Business Suite's overview has its own order, years and NaN`(
    header: String, language: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/tiktok/Overview(2025_10_01-2025_10_02).csv",
      "\u{FEFF}\(header)\n2025/10/01,10,NaN,1,2,3,4,-1,5,6\n2025/10/02,20,15,1,2,3,4,1,5,4\n")
    let report = try #require(try office.ingest().first)
    #expect((report.format, report.loaded) == ("tiktok-business-overview", 2), "\(report)")
    let rows = try office.warehouse.rows(
      "SELECT metric, value FROM v_account_day WHERE date = '2025-10-01' ORDER BY metric")
    #expect(
      rows == [
        ["comments", 4], ["follows", 5], ["likes", 2], ["net_follows", -1], ["shares", 3], ["unfollows", 6],
        ["views", 10], ["visits", 1],
      ])
    #expect(try office.one("SELECT language FROM ingest_load") == .text(language))
  }

  @Test func `its videos count what Studio's count, favourites beside`() throws {
    let office = try Office(akun: Self.akun)
    let link = "https://www.tiktok.com/@contoh.dinkes/video/\((1_759_806_420 as UInt64) << 32)"
    try office.send(
      "DINKES/tiktok/Video.csv",
      "Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\nhalo,\(link),2025/10/07,100,5,4,3,2\n"
    )
    try office.ingest()
    #expect(
      try office.warehouse.rows("SELECT views, interactions, saves, interaction_basis FROM v_post_latest")
        == [[100, 12, 2, "likes+comments+shares"]])
  }
}
