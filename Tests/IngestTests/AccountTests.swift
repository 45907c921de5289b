import Testing
import Warehouse

@testable import Ingest

/// Whose post it is, and what waits until that is known.
@Suite struct AccountTests {
  static let name = "Sep-30-2025_Oct-31-2025_1.csv"
  static let stranger = "999900000000001,Halaman Asing"

  private func owners(_ office: Office) throws -> [[SQLValue]] {
    try office.warehouse.rows("SELECT native_id, opd_code, perspective FROM v_post_latest ORDER BY native_id")
  }

  @Test(arguments: [
    ("615500000000001,Nama Lain", "https://www.facebook.com/reel/1/"),  // by id
    ("7777777,Nama Lain", "https://www.facebook.com/Contoh.Dinkes/posts/pfbid1"),  // by handle in the link
  ])
  func `data name the account, wherever the file lies`(page: String, link: String) throws {
    let office = try Office()
    try office.send(
      "apa saja/\(Self.name)", Export.file(Export.row("122000000000001", page: page, link: link)))
    #expect(try office.ingest().first?.status == .loaded)
    #expect(try owners(office) == [["122000000000001", "DINKES", "own"]])
  }

  @Test func `a name alone is believed unless id or handle contradict it`() throws {
    let office = try Office()
    let link = "https://www.facebook.com/reel/1/"
    try office.send(
      "a.csv", Export.file(Export.row("122000000000001", page: "88888,CONTOH  dishub", link: link)))
    try office.send(
      "b.csv", Export.file(Export.row("122000000000002", page: "88889,Contoh Dinkes", link: link)))
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.loaded, .quarantined])
    #expect(try owners(office) == [["122000000000001", "DISHUB", "own"]])
    #expect(try office.one("SELECT detail FROM ingest_quarantine") == "Contoh Dinkes ≈ contoh dinkes")
  }

  @Test func `the folder decides where the data say nothing known, and says so`() throws {
    let office = try Office()
    try office.send(
      "Dinas Perhubungan/facebook/\(Self.name)",
      Export.file(
        Export.row("122000000000001", page: Self.stranger, link: "https://www.facebook.com/reel/1/")))
    let report = try #require(try office.ingest().first)
    #expect(try owners(office) == [["122000000000001", "DISHUB", "own"]])
    #expect(
      report.assumptions == [
        "page \"Halaman Asing\" is taken as account Contoh Dishub, the office's only one on this platform"
      ])
  }

  @Test func `data win over the folder, with a warning`() throws {
    let office = try Office()
    try office.send("DISHUB/instagram/\(Self.name)", Export.file(Export.row("122000000000001")))
    let report = try #require(try office.ingest().first)
    #expect(try owners(office) == [["122000000000001", "DINKES", "own"]])
    #expect(report.warnings.contains("the folder says DISHUB, the data are DINKES's; the data count"))
    #expect(report.warnings.contains("this facebook file lies in a folder named instagram"))
  }

  @Test func `a row of another page is skipped if nobody's, of another perspective if registered`() throws {
    let office = try Office()
    let dishub = "88888,Contoh Dishub"
    let reel = "https://www.facebook.com/reel/1/"
    try office.send(
      "DINKES/\(Self.name)",
      Export.file(
        Export.row("122000000000001"), Export.row("122000000000002"),
        Export.row("122000000000003", page: Self.stranger, link: reel, figures: "5,,,,,"),
        Export.row("122000000000004", page: dishub, link: reel)))
    let report = try #require(try office.ingest().first)
    #expect([report.loaded, report.skipped] == [3, 1])
    #expect(report.skips.map(\.code) == [.otherAccount])
    #expect(
      report.warnings == ["1 rows of accounts not registered are skipped, for example \"Halaman Asing\""])
    #expect(try owners(office).last == ["122000000000004", "DISHUB", "other"])
  }

  @Test func `what waited is loaded once its account is registered`() throws {
    let office = try Office()
    let reel = "https://www.facebook.com/reel/1/"
    try office.send(
      "SETWAN/\(Self.name)",
      Export.file(
        Export.row("122000000000001", page: Self.stranger, title: "satu\ndua", link: reel),
        Export.row("122000000000002", page: Self.stranger, link: reel)))
    let waiting = try #require(try office.ingest().first)
    #expect(waiting.status == .quarantined)
    #expect([waiting.records, waiting.quarantined] == [2, 2])
    #expect(try office.ingest().map(\.status) == [.unchanged])
    try office.register(akun: Office.akun + "\nSETWAN,facebook,999900000000001,,\n")
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.loaded, .unchanged])
    #expect(reports[0].loaded == 2)
    let posts = try office.warehouse.rows(
      "SELECT native_id, opd_code, caption, reach, line FROM v_post_latest ORDER BY 1")
    #expect(
      posts == [
        ["122000000000001", "SETWAN", "satu\ndua", 100, 2], ["122000000000002", "SETWAN", "Halo", 100, 4],
      ])
    #expect(try office.one("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 0)
    #expect(try office.ingest().map(\.status) == [.unchanged])
  }

  @Test func `a waiting file moved into an office's folder is loaded from there`() throws {
    let office = try Office()
    let reel = "https://www.facebook.com/reel/1/"
    let text = Export.file(Export.row("122000000000001", page: Self.stranger, link: reel))
    try office.send("lain/\(Self.name)", text)
    #expect(try office.ingest().first?.status == .quarantined)
    try office.send("DISHUB/\(Self.name)", text)
    #expect(try office.ingest().map(\.status) == [.loaded, .unchanged])
    #expect(try office.one("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 0)
    #expect(try owners(office) == [["122000000000001", "DISHUB", "own"]])
  }

  @Test func `the same bytes under two offices are a conflict`() throws {
    let office = try Office()
    let text = Export.file(Export.row("122000000000001"))
    try office.send("DINKES/\(Self.name)", text)
    try office.send("DISHUB/\(Self.name)", text)
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.loaded, .refused])
    #expect(
      reports[1].message
        == "the same bytes already came for DINKES (DINKES/\(Self.name)); keep the file in one office's folder only"
    )
  }

  @Test func `a file without records is the report of its folder's account`() throws {
    let office = try Office()
    try office.send("DINKES/\(Self.name)", Export.file())
    #expect(try office.ingest().map(\.status) == [.loaded])
    #expect(
      try office.one("SELECT account FROM load_account JOIN dim_account USING (account_key)")
        == "contoh.dinkes")
  }

  @Test func `a post belongs to the office that owned the account on its day`() throws {
    let office = try Office()
    let akun = """
      kode_opd,platform,id,nama_pengguna,nama,berlaku_sejak,berlaku_sampai
      DINKES,facebook,615500000000001,contoh.dinkes,,,2025-10-15
      DISHUB,facebook,615500000000001,contoh.dinkes,,2025-10-16,
      """
    try office.register(akun: akun)
    try office.send(
      "x/\(Self.name)",
      Export.file(
        Export.row("122000000000001", time: "10/15/2025 08:59"),
        Export.row("122000000000002", time: "10/15/2025 09:00")))
    try office.ingest()
    #expect(try owners(office).map { $0[1] } == ["DINKES", "DISHUB"])
    #expect(try office.one("SELECT count(DISTINCT account_key) FROM account_owner") == 1)
  }

  // MARK: Collaborators, corrections

  @Test func `a collaborator with more rows does not take over the office's file`() throws {
    let office = try Office()
    let dishub = "88888,Contoh Dishub"
    let reel = "https://www.facebook.com/reel/1/"
    let others = (5...9).map {
      Export.row("12200000000000\($0)", page: dishub, link: reel, figures: "120,,9,5,3,1")
    }
    try office.send(
      "DINKES/\(Self.name)",
      "\u{FEFF}"
        + ([Export.header, Export.row("122000000000001"), Export.row("122000000000002")] + others)
        .joined(separator: "\n") + "\n")
    try office.ingest()
    let found = try office.warehouse.rows(
      "SELECT opd_code, perspective, count(*) FROM v_post_latest GROUP BY 1, 2 ORDER BY 1")
    #expect(found == [["DINKES", "own", 2], ["DISHUB", "other", 5]])
    #expect(
      try office.one("SELECT group_concat(account) FROM load_account JOIN dim_account USING (account_key)")
        == "contoh.dinkes")
  }

  @Test func `where the office's page is in the file, its folder lends its name to no other`() throws {
    let office = try Office(akun: "kode_opd,platform,id,nama_pengguna,nama\nDISHUB,facebook,,,Contoh Dishub")
    let reel = "https://www.facebook.com/reel/1/"
    try office.send(
      "DISHUB/\(Self.name)",
      Export.file(
        Export.row("122000000000001", page: "88888,Contoh Dishub", link: reel),
        Export.row("122000000000002", page: Self.stranger, link: reel),
        Export.row("122000000000003", page: Self.stranger, link: reel)))
    let report = try #require(try office.ingest().first)
    #expect([report.loaded, report.skipped] as [Int] == [1, 2])
  }

  @Test func `posts are the office's own though the account was given up before the export`() throws {
    let office = try Office()
    try office.register(
      akun:
        "kode_opd,platform,id,nama_pengguna,nama,berlaku_sejak,berlaku_sampai\nDINKES,facebook,615500000000001,,,,2025-10-31"
    )
    try office.send("DINKES/\(Self.name)", Export.file(Export.row("122000000000001")))
    try office.ingest()
    #expect(try owners(office) == [["122000000000001", "DINKES", "own"]])
    #expect(try office.one("SELECT count(*) FROM load_account") == 1)
  }

  @Test func `a page registered later brings the rows that were passed over`() throws {
    let office = try Office()
    let reel = "https://www.facebook.com/reel/1/"
    try office.send(
      "DINKES/\(Self.name)",
      Export.file(
        Export.row("122000000000001"), Export.row("122000000000002", page: Self.stranger, link: reel)))
    #expect(try office.ingest().map(\.skipped) == [1])
    #expect(try office.ingest().map(\.status) == [.unchanged])
    try office.register(akun: Office.akun + "\nSETWAN,facebook,999900000000001,,\n")
    #expect(try office.ingest().map(\.loaded) == [2])
    #expect(try owners(office).last == ["122000000000002", "SETWAN", "other"])
    #expect(try office.ingest().map(\.status) == [.unchanged])
  }

  @Test func `an empty report counts once its folder's account is registered`() throws {
    let office = try Office()
    try office.send("SETWAN/\(Self.name)", Export.file())
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM load_account") == 0)
    #expect(try office.ingest().map(\.status) == [.unchanged])
    try office.register(akun: Office.akun + "\nSETWAN,facebook,,contoh.setwan,\n")
    #expect(try office.ingest().map(\.status) == [.loaded])
    #expect(try office.one("SELECT count(*) FROM load_account") == 1)
  }

  @Test func `an account whose handle is corrected keeps its posts`() throws {
    let office = try Office(akun: "kode_opd,platform,id,nama_pengguna,nama\nDINKES,facebook,,contoh.dinkess,")
    try office.send(
      "DINKES/\(Self.name)",
      Export.file(Export.row("122000000000001", link: "https://www.facebook.com/reel/1/")))
    try office.ingest()
    try office.register(akun: "kode_opd,platform,id,nama_pengguna,nama\nDINKES,facebook,,contoh.dinkes,")
    #expect(try owners(office) == [["122000000000001", "DINKES", "own"]])
    #expect(try office.warehouse.rows("SELECT account FROM dim_account") == [["contoh.dinkes"]])
  }

  @Test func `a share's address tells nothing of the page that shared it`() throws {
    let office = try Office()
    let dishub = "https://www.facebook.com/contoh.dishub/posts/pfbid9"
    try office.register(akun: Office.akun + "\nDISHUB,facebook,,contoh.dishub,\n")
    try office.send(
      "x/\(Self.name)",
      Export.file(
        Export.row("122000000000001", page: "7777777,Nama Lain", link: dishub, share: "1"),
        Export.row("122000000000002", page: "7777777,Nama Lain")))
    try office.ingest()
    #expect(try owners(office).map { $0[1] } == ["DINKES", "DINKES"])
  }
}
