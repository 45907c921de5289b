import Testing
import Warehouse

@testable import Ingest

/// Files that a spreadsheet saved again: read where the whole file proves how, else refused.
@Suite struct SpreadsheetDamageTests {
  private func load(_ text: String, name: String = "DINKES/x.csv") throws -> (Office, FileReport) {
    let office = try Office()
    try office.send(name, text)
    return (office, try #require(try office.ingest().first))
  }

  /// A content export with one post for each time, in the order given.
  private func times(_ times: [String], delimiter: String = ",") -> String {
    let rows = times.enumerated().map { Export.row("12200000000000\($0)", time: $1) }
    return Export.file(rows.joined(separator: "\n")).replacing(",", with: delimiter)
  }

  private func days(_ office: Office) throws -> [String] {
    try office.warehouse.rows("SELECT published_at FROM v_post_latest ORDER BY line").map {
      $0[0].text ?? "-"
    }
  }

  @Test(
    arguments: [
      // The platform's own; nothing is concluded.
      (["10/05/2025 03:07", "10/31/2025 03:07"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"], ""),
      // Written anew by an Indonesian Excel, which keeps the order of the letters.
      (
        ["10/5/2025 3.07", "10/31/2025 3.07"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"],
        "days are read month/day/year"
      ),
      (
        ["5/10/2025 3:07", "31/10/2025 3:07"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"],
        "days are read day/month/year"
      ),
      (
        ["05/10/2025 03:07", "30/10/2025 03:07", "31/10/2025 03:07"],
        ["2025-10-05T10:07:00Z", "2025-10-30T10:07:00Z", "2025-10-31T10:07:00Z"],
        "days are read day/month/year"
      ),
      (
        ["10/5/2025 3:07 AM", "10/31/2025 3:07 PM"], ["2025-10-05T10:07:00Z", "2025-10-31T22:07:00Z"],
        "days are read month/day/year"
      ),
      // Dates of the spreadsheet, as numbers and as text.
      (
        ["45935.129861", "45961.129861"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"],
        "days are a spreadsheet's dates"
      ),
      (
        ["2025-10-05T03:07:00", "2025-10-31T03:07:00"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"],
        "days are a spreadsheet's dates"
      ),
      // Only the days up to the twelfth became dates, with the month for the day.
      (
        ["2025-05-10T03:07:00", "10/31/2025 03:07"], ["2025-10-05T10:07:00Z", "2025-10-31T10:07:00Z"],
        "a spreadsheet had exchanged day and month"
      ),
    ] as [([String], [String], String)])
  func `days are read in the order that the whole file proves`(
    written: [String], expected: [String], words: String
  ) throws {
    let (office, report) = try load(times(written))
    #expect(report.status == .loaded, "\(report)")
    #expect(try days(office) == expected)
    #expect(
      words.isEmpty ? report.assumptions.isEmpty : report.assumptions.contains { $0.hasPrefix(words) },
      "\(report.assumptions)")
  }

  @Test(
    arguments: [
      (["5/10/2025 3:07", "6/10/2025 3:07"], "can be read in two ways"),
      (["2025-05-10T03:07:00", "2025-06-10T03:07:00"], "can be read in two ways"),
      (["5/31/2025 3:07", "31/5/2025 3:07", "30/5/2025 3:07"], "some days are day/month and some month/day"),
      (["2025-05-31T03:07:00", "10/31/2025 03:07"], "some days are day/month and some month/day"),
    ] as [([String], String)])
  func `days that prove no order refuse the file`(written: [String], words: String) throws {
    let (office, report) = try load(times(written))
    #expect(report.status == .refused)
    #expect(report.message?.contains(words) == true, "\(report.message ?? "")")
    #expect(try office.one("SELECT count(*) FROM dim_post") == 0)
  }

  @Test func `one slip among the platform's own days turns no other round`() throws {
    let (office, report) = try load(times(["10/05/2025 03:07", "31/10/2025 03:07", "10/06/2025 03:07"]))
    #expect(report.rejects.map(\.reject.code) == [.badTime])
    #expect(try days(office) == ["2025-10-05T10:07:00Z", "2025-10-06T10:07:00Z"])
  }

  @Test func `the range in the name may prove the other order`() throws {
    let (office, report) = try load(
      times(["05/10/2025 03:07", "06/10/2025 03:07"]), name: "DINKES/Sep-30-2025_Oct-31-2025_1234567890.csv")
    #expect(report.status == .loaded)
    #expect(try days(office) == ["2025-10-05T10:07:00Z", "2025-10-06T10:07:00Z"])
  }

  @Test func `thousands are read where every long number has the mark`() throws {
    let (office, report) = try load(
      Export.file(
        Export.row("122000000000001", figures: "\"1,200\",\"1,000\",9,5,3,1"),
        Export.row("122000000000002", figures: "\"1,234,567\",100,9,5,3,1")))
    #expect(report.assumptions.contains { $0.hasPrefix("\",\" is read as the mark of thousands") })
    #expect(
      try office.warehouse.rows("SELECT views, reach FROM v_post_latest ORDER BY line")
        == [[1200, 1000], [1_234_567, 100]])
  }

  @Test(arguments: [
    // One mark alone proves nothing; nor does one beside a long number without it, or beside another mark.
    ["\"1,200\",100,9,5,3,1", "120,100,9,5,3,1"], ["\"1,200\",\"1,000\",9,5,3,1", "1200,100,9,5,3,1"],
    ["\"1,200\",\"1,000\",9,5,3,1", "1.200,100,9,5,3,1"],
  ])
  func `thousands that the file does not prove are rejected`(figures: [String]) throws {
    let (_, report) = try load(
      Export.file(
        Export.row("122000000000001", figures: figures[0]), Export.row("122000000000002", figures: figures[1])
      ))
    #expect(report.rejects.allSatisfy { $0.reject.code == .badCount } && !report.rejects.isEmpty, "\(report)")
  }

  @Test(arguments: [("1,5", "2.25"), ("1,234", "7"), ("1,234", "2,345")])
  func `decimals that contradict each other or may be thousands refuse the file`(
    one: String, two: String
  ) throws {
    let office = try Office(akun: "kode_opd,platform,nama\nDINKES,youtube,Kanal")
    try office.send(
      "DINKES/youtube/2025-10/x.csv",
      "Content,Video title,Video publish time,Views,Watch time (hours)\nabcdefghijk,a,\"Oct 7, 2025\",1,\"\(one)\"\nbcdefghijkl,b,\"Oct 8, 2025\",1,\"\(two)\"\n"
    )
    let report = try #require(try office.ingest().first)
    #expect(report.status == .refused, "\(report)")
  }

  @Test func `Windows-1252 is read where nothing in the file is UTF-8`() throws {
    let text = Export.file(Export.row("122000000000001", title: "Rapat “koordinasi” – 5 °C"))
    let bytes = text.dropFirst().unicodeScalars.map { scalar -> UInt8 in
      ["“": 0x93, "”": 0x94, "–": 0x96][scalar] ?? UInt8(truncatingIfNeeded: scalar.value)
    }
    let office = try Office()
    try office.send(bytes: bytes, as: "DINKES/x.csv")
    let report = try #require(try office.ingest().first)
    #expect(report.assumptions.contains("encoding concluded: windows-1252"), "\(report)")
    #expect(try office.one("SELECT caption FROM v_post_latest") == "Rapat “koordinasi” – 5 °C")
  }

  @Test func `a letter cut in two is damage, not another encoding`() throws {
    let text = Array(
      Export.file(Export.row("122000000000001"), Export.row("122000000000002", title: "X")).utf8)
    let place = try #require(text.lastIndex(of: UInt8(ascii: "X")))
    let office = try Office()
    try office.send(bytes: text[..<place] + [0xF0, 0x9F, 0x98] + text[place...], as: "DINKES/x.csv")
    let report = try #require(try office.ingest().first)
    #expect((report.loaded, report.rejects.map(\.reject.code)) == (1, [.badText]))
  }

  @Test func `ids behind guards are the ids`() throws {
    let rows = ["=\"122000000000001\"", "'122000000000002"].map { Export.row($0) }
    let (office, report) = try load(Export.file(rows[0], rows[1]))
    #expect(
      report.assumptions.contains { $0.hasPrefix("2 cells stand behind a spreadsheet's guard") }, "\(report)")
    #expect(
      try office.warehouse.rows("SELECT native_id FROM v_post_latest ORDER BY 1") == [
        ["122000000000001"], ["122000000000002"],
      ])
  }

  @Test func `two exports below each other are one where their columns agree, else refused`() throws {
    let (office, report) = try load(
      Export.file(
        Export.row("122000000000001"), Export.header, Export.row("122000000000002"),
        ";;;;".replacing(";", with: ",")))
    #expect(report.skips.map(\.code) == [.repeatedHeader, .emptyRow])
    #expect(try office.one("SELECT count(*) FROM v_post_latest") == 2)
    let other = Export.header.replacing("Views,Reach", with: "Reach,Views")
    let (empty, refused) = try load(
      Export.file(Export.row("122000000000001"), other, Export.row("122000000000002")))
    #expect(refused.status == .refused && refused.messageLine == 3, "\(refused)")
    #expect(try empty.one("SELECT count(*) FROM dim_post") == 0)
  }

  @Test func `lines above the header are passed over, and said`() throws {
    let (office, report) = try load(
      "Laporan Oktober\n\nDinas Kesehatan\n" + Export.file(Export.row("122000000000001")).dropFirst())
    #expect(report.assumptions.contains("2 lines above the header are passed over"), "\(report)")
    #expect(try office.one("SELECT line FROM v_post_latest") == 5)
  }

  @Test func `bytes that are no text above a header are no lines of a report`() throws {
    let (_, report) = try load(
      "PK\u{1}\u{2}sampah\n" + Export.file(Export.row("122000000000001")).dropFirst())
    #expect(report.status == .refused, "\(report)")
  }

  @Test func `a field that is never closed takes no figures of the next record`() throws {
    let broken = Export.row("122000000000001").replacing("\"Halo\"", with: "\"Halo")
    let (office, report) = try load(
      Export.file(broken, Export.row("122000000000002"), Export.row("122000000000003")))
    #expect(report.rejects.map(\.reject.code) == [.openQuote], "\(report)")
    #expect(
      try office.warehouse.rows("SELECT native_id, line FROM v_post_latest ORDER BY 1") == [
        ["122000000000002", 3], ["122000000000003", 4],
      ])
  }

  @Test func `days outside every calendar are unknown`() throws {
    let (office, report) = try load(times(["10/05/0025 03:07"]))
    #expect(report.warnings.contains { $0.hasPrefix("1 publication times outside 2004–2040") })
    #expect(
      try office.warehouse.rows("SELECT published_at, published_precision FROM v_post_latest") == [
        [.null, "unknown"]
      ])
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body>Masuk</body></html>", "  <html>", "<table><tr><td>Post ID</td></tr></table>",
  ])
  func `a web page saved as CSV is told as one`(text: String) throws {
    #expect(try load(text).1.message?.hasPrefix("a web page (HTML) saved as CSV") == true)
  }
}
