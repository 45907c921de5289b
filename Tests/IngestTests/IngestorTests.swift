import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What becomes of whole files and of single records.
@Suite struct IngestorTests {
  static let october = "DINKES/facebook/Sep-30-2025_Oct-31-2025_1.csv"

  @Test func `a row becomes a post and a snapshot, with its line`() throws {
    let office = try Office()
    try office.send(
      Self.october,
      Export.file(Export.row("122000000000001", title: "dua\nbaris"), Export.row("122000000000002")))
    let report = try #require(try office.ingest().first)
    #expect(report.status == .loaded)
    #expect(
      [report.records, report.loaded, report.rejected, report.quarantined, report.skipped] == [2, 2, 0, 0, 0])
    let row = try office.warehouse.rows(
      """
      SELECT platform, opd_code, account, native_id, caption, published_at, published_date, published_precision,
        month, post_format, as_of, views, reach, likes, comments, shares, saves, interactions, interaction_basis,
        exposure, exposure_basis, perspective, file, line FROM v_post_latest ORDER BY native_id
      """)
    #expect(
      row[1] == [
        "facebook", "DINKES", "contoh.dinkes", "122000000000002", "Halo", "2025-10-07T10:07:00Z",
        "2025-10-07",
        "minute", "2025-10", "photo", "2025-11-03T01:00:00Z", 120, 100, 5, 3, 1, nil, 9,
        "likes+comments+shares",
        100, "reach", "own", "Sep-30-2025_Oct-31-2025_1.csv", 4,
      ])
    #expect(row[0][4] == "dua\nbaris")
    let window = try office.warehouse.rows(
      "SELECT published_from, published_to, counted_from FROM ingest_load")
    #expect(window == [["2025-09-30T07:00:00Z", "2025-11-01T07:00:00Z", nil]])
  }

  @Test func `the same inbox again says nothing new and changes nothing`() throws {
    let office = try Office()
    try office.send(Self.october, Export.file(Export.row("122000000000001")))
    try office.ingest()
    let before = try office.warehouse.dump()
    let again = try #require(try office.ingest(exportedAt: "2025-12-01").first)
    #expect(again.status == .unchanged)
    #expect(again.exitCode == 0)
    #expect(try office.warehouse.dump() == before)
  }

  @Test func `a blank figure is unknown, a zero is zero`() throws {
    let office = try Office()
    try office.send(
      Self.october,
      Export.file(
        Export.row("122000000000001", figures: ",0,0,0,0,"), Export.row("122000000000002", figures: "7")))
    try office.ingest()
    let rows = try office.warehouse.rows(
      "SELECT views, reach, likes, shares, interactions FROM v_post_latest")
    #expect(rows == [[nil, 0, 0, nil, nil], [7, nil, nil, nil, nil]])
  }

  @Test(arguments: [
    (Export.row("122000000000001", figures: "12x,1,1,1,0,0"), "bad_count", "Views", "12x"),
    (Export.row("abc"), "bad_id", "Post ID", "abc"),
    (Export.row(""), "bad_id", "Post ID", ""),
    (Export.row("122000000000001", time: "31/10/2025 03:07"), "bad_time", "Publish time", "31/10/2025 03:07"),
    (Export.row("122000000000001", time: "10/7/2025 3:07"), "bad_time", "Publish time", "10/7/2025 3:07"),
    (Export.row("122000000000001", time: "", figures: ",,,,,"), "missing_time", "Publish time", ""),
    (Export.row("122000000000001", share: "x"), "bad_flag", "Is share", "x"),
    (Export.row("122000000000001") + ",99", "extra_cells", "", "99"),
    (Export.row("122000000000001", title: "a\u{0}b"), "bad_text", "Title", "a\\u{0}b"),
  ])
  func `a bad record is rejected with its place, the rest is loaded`(
    row: String, code: String, column: String, value: String
  ) throws {
    let office = try Office()
    try office.send(Self.october, Export.file(Export.row("122000000000009", title: "x\ny"), row))
    let report = try #require(try office.ingest().first)
    #expect(report.status == .partial)
    #expect(report.loaded == 1)
    let stored = try office.warehouse.rows("SELECT line, row, column_name, code, value FROM ingest_reject")
    #expect(stored == [[4, 2, .text(column), .text(code), .text(value)]])
    #expect(report.rejects.first?.reject.message(in: .english).contains("; ") == true)
  }

  @Test func `an open quote takes its record, not the ones before`() throws {
    let office = try Office()
    try office.send(
      Self.october, Export.file(Export.row("122000000000009")) + "122000000000001,1,\"never closed\nx,y\n")
    let report = try #require(try office.ingest().first)
    #expect([report.records, report.loaded, report.rejected] == [2, 1, 1])
    #expect(report.rejects.first?.reject.code == .openQuote)
  }

  @Test(
    arguments: [
      (
        Export.file(Export.row("1.22E+14")),
        "column \"Post ID\": id destroyed by a spreadsheet (\"1.22E+14\")", 2
      ),
      (Export.file(Export.row("122000000001000"), Export.row("122000000002000")), "every id ends in 000", 2),
      (Export.file(Export.row("122000000000001", date: "10/07/2025")), "this is the daily breakdown", 2),
      ("Nama,Tanggal\na,b\n", "no known format has this header; found: Nama, Tanggal", 1),
      ("", "the file is empty", nil),
      ("PK\u{3}\u{4}zip", "the archive is cut off", nil),
      (Export.header + ",Views\n", "the header \"Views\" occurs twice", 1),
      (Export.file(Export.row("x")), "not one of 1 rows could be read", nil),
    ] as [(String, String, Int?)])
  func `an unusable file is refused with advice, and nothing of it stays`(
    text: String, message: String, line: Int?
  ) throws {
    let office = try Office()
    try office.send(Self.october, text)
    let report = try #require(try office.ingest().first)
    #expect(report.status == .refused)
    #expect(report.exitCode == 2)
    #expect(report.message?.contains(message) == true, "\(report.message ?? "")")
    #expect(report.messageLine == line)
    #expect(try office.one("SELECT count(*) FROM fact_post_snapshot") == 0)
    #expect(try office.one("SELECT status FROM ingest_load") == "refused")
    // Tried again, it is judged again and noted once.
    #expect(try office.ingest().first?.status == .refused)
    #expect(try office.one("SELECT count(*) FROM ingest_load") == 1)
  }

  @Test func `one post twice in a file: equal is skipped, different is rejected`() throws {
    let office = try Office()
    try office.send(
      Self.october,
      Export.file(
        Export.row("122000000000001"), Export.row("122000000000002"), Export.row("122000000000001"),
        Export.row("122000000000003"), Export.row("122000000000003", figures: "1,1,0,0,0,0")))
    let report = try #require(try office.ingest().first)
    #expect([report.records, report.loaded, report.rejected, report.skipped] == [5, 2, 2, 1])
    #expect(report.skips.map(\.code) == [.identicalDuplicate])
    #expect(report.skips.map(\.line) == [4])
    #expect(report.rejects.map(\.line) == [5, 6])
    #expect(report.rejects.map(\.reject.code) == [.conflictingDuplicate, .conflictingDuplicate])
  }

  @Test func `an error row without figures is no data, one with figures keeps them`() throws {
    let office = try Office()
    let error = "\"An error occurred while computing metadata for content with ID 122000000000005.\""
    try office.send(
      Self.october,
      Export.file(
        Export.row("122000000000001"),
        Export.row("122000000000002", comment: error, date: "-", figures: ",,,,,"),
        Export.row("", page: ",", title: "", time: "", link: "", share: "", type: "", comment: error)))
    let report = try #require(try office.ingest().first)
    #expect([report.records, report.loaded, report.skipped] == [3, 2, 1])
    #expect(report.skips.map(\.code) == [.errorRow])
    let row = try office.warehouse.rows(
      "SELECT opd_code, published_precision, month, reach FROM v_post_latest WHERE native_id = '122000000000005'"
    )
    #expect(row == [["DINKES", "unknown", nil, 100]])
  }

  @Test func `shares, reels and unknown types`() throws {
    let office = try Office()
    try office.send(
      Self.october,
      Export.file(
        Export.row("122000000000001", share: "1"),
        Export.row("122000000000002", link: "https://www.facebook.com/reel/9/", type: "Videos"),
        Export.row("122000000000003", type: "Hologram")))
    let report = try #require(try office.ingest().first)
    let formats = try office.warehouse.rows("SELECT post_format FROM v_post_latest ORDER BY native_id")
    #expect(formats == [["share"], ["reel"], ["other"]])
    #expect(report.warnings.contains("post types not known, kept as other: \"Hologram\""))
  }

  @Test func `the earlier instant of the hour that occurs twice, noted`() throws {
    let office = try Office()
    try office.send("DINKES/x.csv", Export.file(Export.row("122000000000001", time: "11/02/2025 01:30")))
    let report = try #require(try office.ingest().first)
    #expect(try office.one("SELECT published_at FROM dim_post") == "2025-11-02T08:30:00Z")
    #expect(report.assumptions.contains { $0.contains("occurs twice in Pacific time (from line 2)") })
    #expect(report.warnings.contains { $0.contains("range of days is not in the file's name") })
  }
}
