import Foundation
import Testing
import Warehouse

/// Recaps of a quarter and a year over the samples.
@Suite struct RecapTests {
  private static let inbox = Program.checkout + "/samples/inbox"

  @Test func `the batch with a period writes the recap, and a report of it the same bytes`() throws {
    let desk = try Desk()
    let run = try Program.medsos("run", Self.inbox, "--period", "2025-Q4", in: desk.path)
    #expect(run.code == 2)
    #expect(run.output.contains("Rekapitulasi Kinerja Media Sosial Perangkat Daerah, Triwulan IV 2025"))
    let names = [
      "rekap.txt", "rekap-indeks.csv", "rekap-platform.csv", "rekap-kategori.csv", "datapackage.json",
    ]
    let report = try Program.medsos("report", "--period=2025-Q4", "--out", "lain", in: desk.path)
    #expect(report.lines == names.map { "lain/\($0)" })
    for name in names { #expect(try desk.read("laporan/2025-Q4/\(name)") == desk.read("lain/\(name)")) }
    let text = try desk.read("lain/rekap.txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let english = try Program.medsos("report", "--period", "2025", "--lang", "en", in: desk.path)
    #expect(english.code == 0)
    #expect(try desk.read("laporan/2025/rekap.txt").contains("Recap of The year 2025"))
  }

  @Test func `sums of a recap are those of its months`() throws {
    let desk = try Desk()
    _ = try Program.medsos("run", Self.inbox, "--period", "2025", in: desk.path)
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    let differing = try warehouse.rows(
      """
      SELECT opd_code, platform FROM mart_opd_platform_period AS period
      WHERE period = '2025' AND posts IS NOT (
        SELECT sum(posts) FROM mart_opd_platform_month AS month
        WHERE month.opd_code = period.opd_code AND month.platform = period.platform
          AND month.month BETWEEN '2025-01' AND '2025-12')
      """)
    #expect(differing.isEmpty)
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_opd_period WHERE is_ranked = 1") == 41)
    #expect(try warehouse.scalar("SELECT months FROM mart_period") == 12)
    #expect(try Program.medsos("verify", in: desk.path).code == 0)
  }

  @Test(arguments: [
    (["--period", "2025-Q5"], "2025-Q4, 2025"), (["--period", "2040"], "belum ada bulan 2040 yang berakhir"),
    (["--period", "2025", "--month", "2025-10"], "--period dan --month tidak bersama"),
  ])
  func `a period that makes no sense is refused`(words: [String], message: String) throws {
    let desk = try Desk()
    try desk.prepare()
    _ = try Program.medsos("run", "inbox", "--month", "2025-10", in: desk.path)
    for command in [["run", "inbox"], ["report"]] {
      let result = try Program.run(Program.path, command + words, in: desk.path)
      #expect(result.code == 64)
      #expect(result.errors.contains(message))
    }
  }
}
