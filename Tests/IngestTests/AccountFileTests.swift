import Foundation
import Testing
import Warehouse

@testable import Ingest

/// Files of an account's own figures: several tables in one, days without a year, nobody's name on them.
@Suite struct AccountFileTests {
  static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,contoh.dinkes,Contoh Dinkes
    DINKES,instagram,,contoh.dinkes,
    DISHUB,facebook,,contoh.dishub,
    """

  /// As Meta writes it: UTF-16LE with its mark, a `sep=` line, each table under its title and before an empty line.
  private func utf16(_ tables: String...) -> Data {
    let text = "sep=,\n" + tables.map { $0 + "\n\n" }.joined()
    return Data([0xFF, 0xFE]) + text.utf16.reduce(into: Data()) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
  }

  private func table(_ title: String, _ days: [(String, String)]) -> String {
    (["\"\(title)\"", "\"Date\",\"Primary\""] + days.map { "\"\($0.0)T00:00:00\",\"\($0.1)\"" })
      .joined(separator: "\n")
  }

  private func send(_ office: Office, _ name: String, _ data: Data) throws {
    try office.send(name, "")
    try data.write(to: URL(fileURLWithPath: office.inbox + "/" + name))
  }

  private func days(_ office: Office) throws -> [[SQLValue]] {
    try office.warehouse.rows(
      "SELECT platform, metric, date, value, line FROM v_account_day ORDER BY platform, metric, date")
  }

  @Test func `several tables in one file, each of the platform that its title names`() throws {
    let office = try Office(akun: Self.akun)
    try send(
      office, "DINKES/Results.csv",
      utf16(
        table("Facebook reach", [("2025-10-01", "120"), ("2025-10-02", "0")]),
        table("Alcance do Instagram", [("2025-10-01", "80")])))
    let report = try #require(try office.ingest().first)
    #expect(report.status == .loaded, "\(report)")
    #expect([report.records, report.loaded] as [Int] == [3, 3])
    #expect(report.platform == nil)
    #expect(
      try days(office) == [
        ["facebook", "reach", "2025-10-01", 120, 4], ["facebook", "reach", "2025-10-02", 0, 5],
        ["instagram", "reach", "2025-10-01", 80, 9],
      ])
    #expect(
      try office.warehouse.rows("SELECT as_of, counted_from, counted_to, content FROM ingest_load")
        == [["2025-10-03T07:00:00Z", "2025-10-01T07:00:00Z", "2025-10-03T07:00:00Z", "account"]])
  }

  @Test func `a series that one file repeats counts once, one that contradicts itself not at all`() throws {
    let office = try Office(akun: Self.akun)
    let follows = table("Instagram follows", [("2025-10-01", "3"), ("2025-10-02", "4")])
    try send(office, "DINKES/sama.csv", utf16(follows, follows))
    try send(
      office, "DINKES/facebook/beda.csv",
      utf16(table("Views", [("2025-10-01", "7")]), table("Views", [("2025-10-01", "8")])))
    let reports = try office.ingest()
    let (contradicts, repeats) = (reports[0], reports[1])
    #expect([repeats.loaded, repeats.skipped] as [Int] == [2, 2])
    #expect(repeats.skips.map(\.code) == [.identicalDuplicate, .identicalDuplicate])
    #expect(contradicts.status == .refused)
    #expect(contradicts.rejects.map(\.reject.code) == [.conflictingDuplicate, .conflictingDuplicate])
    #expect(contradicts.rejects.map(\.line) == [4, 8])
  }

  @Test func `two titles of one series are one series`() throws {
    let office = try Office(akun: Self.akun)
    try send(
      office, "DINKES/facebook/x.csv",
      utf16(table("Reach", [("2025-10-01", "7")]), table("Facebook reach", [("2025-10-01", "7")])))
    let report = try #require(try office.ingest().first)
    #expect([report.loaded, report.skipped] as [Int] == [1, 1])
  }

  @Test func `the same days in two files are two facts and one figure, the later export's`() throws {
    let office = try Office(akun: Self.akun)
    let name = ["DINKES/ekspor-2025-10-09 a.csv", "DINKES/ekspor-2025-10-05 b.csv"]
    try send(office, name[0], utf16(table("Facebook follows", [("2025-10-01", "3"), ("2025-10-02", "4")])))
    try send(office, name[1], utf16(table("Facebook follows", [("2025-10-01", "2")])))
    try office.ingest(exportedAt: nil)
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 3)
    #expect(try days(office).map { $0[3] } == [3, 4])
  }

  @Test func `of two exports of days long closed the later counts, whichever has the smaller hash`() throws {
    for values in [("3", "4"), ("4", "3"), ("5", "6"), ("6", "5")] {
      let office = try Office(akun: Self.akun)
      let tables = [values.0, values.1].map { value in
        utf16(table("Facebook follows", [("2025-10-01", value), ("2025-10-02", value)]))
      }
      try send(office, "DINKES/ekspor-2025-11-03 a.csv", tables[0])
      try send(office, "DINKES/ekspor-2025-11-09 b.csv", tables[1])
      try office.ingest(exportedAt: nil)
      #expect(try office.one("SELECT count(DISTINCT as_of) FROM ingest_load") == 1)
      let later = try #require(Int64(values.1))
      #expect(try days(office).map { $0[3] } == [.integer(later), .integer(later)])
    }
  }

  @Test func `an unknown title rejects its rows by name, the other tables load`() throws {
    let office = try Office(akun: Self.akun)
    try send(
      office, "DINKES/x.csv",
      utf16(table("Facebook follows", [("2025-10-01", "3")]), table("Rahasia", [("2025-10-01", "9")])))
    let report = try #require(try office.ingest().first)
    #expect(report.status == .partial)
    #expect(report.rejects.map(\.reject) == [Reject(code: .unknownTitle, column: "", value: "Rahasia")])
    #expect(try days(office).count == 1)
  }

  @Test func `a figure that is none is rejected with its line and column`() throws {
    let office = try Office(akun: Self.akun)
    try send(
      office, "DINKES/x.csv",
      utf16(table("Facebook follows", [("2025-10-01", "3x"), ("2025-10-32", "4"), ("2025-10-03", "5")])))
    let report = try #require(try office.ingest().first)
    #expect([report.loaded, report.rejected] as [Int] == [1, 2])
    #expect(report.rejects.map(\.line) == [4, 5])
    #expect(
      report.rejects[0].reject.message(in: .english)
        == "column \"Primary\": expected a whole number, found \"3x\"; export again and send the file unedited"
    )
    #expect(report.rejects[1].reject.code == .badDay)
  }

  @Test func `days without a year end before the export, and the year turns where they do`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/facebook/Viewers.csv",
      "\u{FEFF}\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n"
        + "\"December 30\",\"10\",\"6\",\"4\"\n\"December 31\",\"11\",\"7\",\"4\"\n\"December 31\",\"11\",\"7\",\"4\"\n"
        + "\"January 1\",\"12\",\"8\",\"4\"\n\"January 2\",\"undefined\",\"0\",\"0\"")
    let report = try #require(try office.ingest(exportedAt: "2026-01-02T20:00").first)
    #expect([report.records, report.loaded, report.skipped] as [Int] == [5, 3, 2])
    #expect(report.skips.map(\.code) == [.identicalDuplicate, .noFigures])
    #expect(
      try office.warehouse.rows("SELECT DISTINCT date FROM v_account_day ORDER BY 1")
        == [["2025-12-30"], ["2025-12-31"], ["2026-01-01"]])
    #expect(
      report.assumptions.contains("years are concluded from the export's time: the last day is 2026-01-01"))
  }

  @Test func `what waited for its account is loaded once the registry names it`() throws {
    let office = try Office(akun: Self.akun)
    try send(
      office, "SETWAN/x.csv", utf16(table("Facebook visits", [("2025-10-01", "3"), ("2025-10-02", "4")])))
    #expect(try office.ingest().map(\.status) == [.quarantined])
    #expect(try office.ingest().map(\.status) == [.unchanged])
    try office.register(akun: Self.akun + "\nSETWAN,facebook,,contoh.setwan,\n")
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.loaded, .unchanged])
    #expect(reports[0].loaded == 2)
    #expect(try days(office).map { $0[3] } == [3, 4])
    #expect(try office.one("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 0)
  }

  @Test func `a waiting file moved into a platform's folder is loaded from there`() throws {
    let office = try Office(akun: Self.akun)
    let file = utf16(table("Views", [("2025-10-01", "3")]))
    try send(office, "DINKES/x.csv", file)
    #expect(try office.ingest().map(\.status) == [.quarantined])
    try FileManager.default.removeItem(atPath: office.inbox + "/DINKES/x.csv")
    try send(office, "DINKES/instagram/x.csv", file)
    #expect(try office.ingest().map(\.status) == [.loaded])
    #expect(try days(office).map { $0[0] } == ["instagram"])
    #expect(try office.one("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 0)
  }

  @Test(arguments: [
    (["0.75", "0.24", "0.01"], [0.75, 0.24, 0.01]), (["73.7%", "26.3%"], [0.737, 0.263]),
    (["60", "40"], [0.6, 0.4]),
  ])
  func `shares are parts of one, however they are written`(cells: [String], shares: [Double]) throws {
    let office = try Office(akun: Self.akun)
    let rows = cells.enumerated().map { "\"G\($0)\",\"\($1)\"" }.joined(separator: "\n")
    try office.send("DISHUB/x.csv", "\"Gender\",\"Distribution\"\n\(rows)\n")
    #expect(try office.ingest().first?.status == .loaded)
    let found = try office.warehouse.rows("SELECT value FROM v_account_breakdown ORDER BY member").compactMap
    {
      $0[0].real.map { ($0 * 1e9).rounded() / 1e9 }
    }
    #expect(found == shares)
  }

  @Test func `a year is given only where it is certain`() throws {
    let end = try #require(CivilDate(year: 2026, month: 3, day: 1))
    let labels = ["February 28", "February 29"].compactMap { MonthDay($0) }
    #expect(MonthDay.dates(labels, upTo: end).map { $0.map(\.description) } == ["2024-02-28", "2024-02-29"])
    let falling = ["March 1", "February 27", "February 26", "February 25"].compactMap { MonthDay($0) }
    #expect(MonthDay.dates(falling, upTo: end) == nil)
    #expect(MonthDay("17 Oktober") == MonthDay("October 17"))
    #expect(MonthDay("17") == nil)
    #expect(MonthDay("Oktober 32") == nil)
  }

  @Test(arguments: [
    (
      "\"Instagram followers by gender and age\"\n\"Age\",\"Women\",\"Women\"\n\"18-24\",\"4%\",\"5%\"\n",
      "Women"
    ),
    (
      "\"Instagram follows\"\n\"Date\",\"Primary\",\"Primary\"\n\"2025-10-01T00:00:00\",\"4\",\"5\"\n",
      "Primary"
    ),
    ("\"Date\",\"Followers\",\"Pengikut\"\n\"October 1\",\"4\",\"5\"\n", "Pengikut"),
  ])
  func `a header that stands for one figure twice refuses the file, the rest loads`(
    text: String, header: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send("DINKES/instagram/a.csv", text)
    try office.send("DINKES/instagram/b.csv", "\"Date\",\"Followers\"\n\"October 1\",\"4\"\n")
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.refused, .loaded])
    #expect(reports[0].message == "the header \"\(header)\" occurs twice; export again")
  }

  @Test func `rows of one member contradict each other whichever of their figures are blank`() throws {
    let office = try Office(akun: Self.akun)
    try office.send(
      "DINKES/instagram/a.csv",
      "\"Instagram followers by gender and age\"\n\"Age\",\"Women\",\"Men\",\"\"\n\"18-24\",\"\",\"5%\",\"\"\n\"18-24\",\"3%\",\"5%\",\"\"\n"
    )
    let report = try #require(try office.ingest().first)
    #expect(report.rejects.map(\.reject.code) == [.conflictingDuplicate, .conflictingDuplicate])
  }

  @Test func `a title's line filled up by a spreadsheet is still a title`() throws {
    let office = try Office(akun: Self.akun)
    try office.send("DISHUB/a.csv", "Facebook visits,\nDate,Primary\n2025-10-01T00:00:00,7\n,\n")
    #expect(try office.ingest().map(\.loaded) == [1])
  }
}
