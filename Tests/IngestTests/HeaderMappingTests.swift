import Testing
import Warehouse

@testable import Ingest

/// `kolom.csv`: what a person tells of headers that medsos does not know.
@Suite struct HeaderMappingTests {
  private func mapping(_ text: String) throws -> HeaderMapping {
    try HeaderMapping(
      try RegistryTable(Array(text.utf8), file: "kolom.csv", required: ["judul", "arti"], optional: []))
  }

  private func ingest(_ office: Office, _ mapping: HeaderMapping) throws -> FileReport {
    var options = Ingestor.Options(now: 1_762_300_000)
    options.language = .english
    options.exportedAt = Instant.read("2025-11-03T09:00")
    options.mapping = mapping
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inboxes: [office.inbox], options: options).ingest([office.inbox]) {
      reports.append($0)
    }
    return try #require(reports.first)
  }

  @Test func `a header nobody knew is read once it is mapped, and the ledger says so`() throws {
    let office = try Office()
    let text = Export.file(Export.row("122000000000001")).replacing("Post ID,", with: "Nomor Kiriman,")
    try office.send("DINKES/a.csv", text)
    let refused = try ingest(office, HeaderMapping())
    #expect(refused.status == .refused)
    #expect(refused.message?.contains("nearest: facebook-content, without: Post ID") == true)
    let mapped = try ingest(office, mapping("judul,arti\nNomor Kiriman,Post ID\n"))
    #expect(mapped.status == .loaded)
    #expect(mapped.assumptions.contains("column \"Nomor Kiriman\" is read as \"Post ID\" by kolom.csv"))
    #expect(try office.one("SELECT header_mapping FROM ingest_load") == "Nomor Kiriman = Post ID")
  }

  @Test func `a load whose mapping is gone is not to be undone`() throws {
    let office = try Office()
    let text = Export.file(Export.row("122000000000001")).replacing("Post ID,", with: "Nomor Kiriman,")
    try office.send("DINKES/a.csv", text)
    #expect(try ingest(office, mapping("judul,arti\nNomor Kiriman,Post ID\n")).status == .loaded)
    let outcome = try FileAudit(office.warehouse, options: Ingestor.Options(now: 1_762_300_000)).compare([
      office.inbox
    ])
    #expect(
      outcome.findings.map { $0.text(in: .english) } == [
        "DINKES/a.csv: load 1 was read by a kolom.csv that is no longer in force; put the lines of its header back, do not undo the load"
      ])
  }

  @Test func `a file whose header is read in another way is read again, and only then`() throws {
    let office = try Office()
    let text = Export.file(Export.row("122000000000001")).replacing(",Reach,", with: ",Capaian,")
    try office.send("DINKES/a.csv", text)
    #expect(
      try ingest(office, HeaderMapping()).warnings.contains(
        "columns missing, their figures are unknown: Reach"))
    #expect(try ingest(office, mapping("judul,arti\nLain,Reach\n")).status == .unchanged)
    let known = try mapping("judul,arti\nCapaian,Jangkauan\n")
    #expect(try ingest(office, known).status == .loaded)
    #expect(try ingest(office, known).status == .unchanged)
    // Of two readings of the same bytes the one that knows more is believed.
    #expect(try office.warehouse.rows("SELECT reach, views FROM v_post_latest") == [[100, 120]])
  }

  @Test func `a corrected mapping takes the place of the wrong one`() throws {
    let office = try Office()
    try office.send(
      "DINKES/a.csv", Export.file(Export.row("122000000000001")).replacing(",Reach,", with: ",Capaian,"))
    #expect(try ingest(office, mapping("judul,arti\nCapaian,Viewers\n")).status == .loaded)
    #expect(try ingest(office, mapping("judul,arti\nCapaian,Reach\n")).status == .loaded)
    #expect(try office.warehouse.rows("SELECT reach, viewers FROM v_post_latest") == [[100, nil]])
    #expect(try office.one("SELECT count(*) FROM ingest_load") == 1)
    // A mapping that is taken away leaves what was loaded, where the file cannot be read without it.
    try office.send(
      "DINKES/b.csv", Export.file(Export.row("122000000000002")).replacing("Post ID,", with: "Nomor,"))
    _ = try ingest(office, mapping("judul,arti\nCapaian,Reach\nNomor,Post ID\n"))
    _ = try ingest(office, mapping("judul,arti\nCapaian,Reach\n"))
    #expect(try office.one("SELECT count(*) FROM v_post_latest") == 2)
  }

  @Test func `another format's word may be mapped`() throws {
    let office = try Office(akun: "kode_opd,platform,id\nDINKES,instagram,17840000000000001")
    let header =
      "Bericht-ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Date,Views,Reach,Likes,Shares,Comments,Saves"
    try office.send(
      "DINKES/a.csv",
      header
        + "\n17900000000000001,17840000000000001,contoh,Halo,10/07/2025 03:07,https://www.instagram.com/p/x/,IG image,Lifetime,9,8,1,0,0,0\n"
    )
    #expect(try ingest(office, HeaderMapping()).status == .refused)
    #expect(try ingest(office, mapping("judul,arti\nBericht-ID,Post ID\n")).status == .loaded)
  }

  @Test func `a title can be mapped, too`() throws {
    let office = try Office(akun: AccountFileTests.akun)
    try office.send(
      "DINKES/a.csv", "\"Kunjungan laman\"\n\"Date\",\"Primary\"\n\"2025-10-01T00:00:00\",\"3\"\n")
    #expect(try ingest(office, HeaderMapping()).rejected == 1)
    #expect(try ingest(office, mapping("judul,arti\nKunjungan laman,Facebook visits\n")).loaded == 1)
  }

  @Test(arguments: [
    (
      "judul,arti\nAngka,Entahlah\n", "arti \"Entahlah\" is no known header; `medsos formats NAME` lists them"
    ),
    ("judul,arti\nReach,Views\n", "judul \"Reach\" is known already as something else; remove this row"),
    ("judul,arti\nAngka,Views\nangka,Reach\n", "the header occurs twice"),
  ])
  func `a mapping that would make a number wrong stops with its line`(text: String, message: String) {
    let error = #expect(throws: RegistryError.self) { try mapping(text) }
    #expect(error?.text(in: .english).hasSuffix(message) == true)
    #expect(error?.text(in: .english).hasPrefix("kolom.csv:") == true)
  }
}

/// What is said of a header that nobody knows, and how a person maps it, on the other platforms.
@Suite struct UnknownHeaderTests {
  private static let akun =
    "kode_opd,platform,nama_pengguna\nDINKES,tiktok,contoh.dinkes\nDINKES,x,contoh_dinkes"

  @Test func `the nearest table and what it lacks are named`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/tiktok/x.csv", "Dato,Video Views,Profile Views,Likes\nOctober 7,1,2,3\n")
    try office.send("DINKES/x/x.csv", "Post id,Post text,Alamat,Impressions,Likes\n1,a,b,2,3\n")
    let messages = try office.ingest().map { $0.message ?? "" }
    #expect(
      messages == [
        "no known format has this header; found: Dato, Video Views, Profile Views, Likes; nearest: tiktok-overview, without: Date; see `medsos formats`",
        "no known format has this header; found: Post id, Post text, Alamat, Impressions, Likes; nearest: x-content, without: Post Link; see `medsos formats`",
      ])
  }

  @Test func `kolom.csv maps it once, for days as for posts`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/tiktok/x.csv", "Dato,Video Views\nOctober 7,12\n")
    var options = Ingestor.Options(now: 1_762_300_000)
    options.exportedAt = Instant.read("2025-11-03T09:00")
    let settings = try Workspace()
    try settings.write("kolom.csv", "judul,arti\nDato,Date\n")
    options.mapping = try HeaderMapping(folder: settings.path)
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inboxes: [office.inbox], options: options).ingest([office.inbox]) {
      reports.append($0)
    }
    #expect(reports.map(\.format) == ["tiktok-overview"])
    #expect(
      try office.warehouse.rows("SELECT date, metric, value FROM v_account_day") == [
        ["2025-10-07", "views", 12]
      ])
    #expect(try office.one("SELECT header_mapping FROM ingest_load") == "Dato = Date")
  }
}
