import Foundation
import Testing
import Warehouse

/// `medsos purge`: what goes is gone from the bytes of the file, what stays adds up.
@Suite struct PurgeTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.prepare()
    _ = try medsos("run", "inbox", "--month", "2025-10")
  }

  private func medsos(_ words: String...) throws -> Program.Result {
    try Program.run(Program.path, words, in: desk.path)
  }

  private func scalar(_ sql: String) throws -> SQLValue {
    try Warehouse.openReadOnly(desk.path + "/medsos.sqlite").scalar(sql)
  }

  private func holds(_ text: String) throws -> Bool {
    try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite")).range(of: Data(text.utf8)) != nil
  }

  @Test func `without --yes it only counts`() throws {
    let counted = try medsos("purge", "--before", "2025-11")
    #expect(counted.output == "akan dihapus: 7 unggahan, 7 angka\n")
    #expect(try scalar("SELECT count(*) FROM dim_post") == 7)
  }

  @Test func `posts before a month go for good; the months' figures stay, and the accounts add up`() throws {
    #expect(try holds("Halo, \"Wajo\" 1"))
    let rate = try scalar(
      "SELECT er_ratio_of_sums FROM mart_opd_platform_month WHERE month = '2025-10' AND opd_code = 'DINKES'")
    #expect(try medsos("purge", "--before", "2025-11", "--yes").output == "dihapus: 7 unggahan, 7 angka\n")
    #expect(try !holds("Halo, \"Wajo\""))
    #expect(try !holds("1,2 rb"))
    #expect(try scalar("SELECT count(*) FROM fact_post_snapshot") == 0)
    #expect(try medsos("verify", "inbox").code == 0)
    // What is in the inbox is known and stays away; a newer export of the same posts is passed over, said and counted.
    #expect(try medsos("run", "inbox", "--month", "2025-10").code == 0)
    try desk.write(
      "inbox/DINKES/facebook/Sep-30-2025_Nov-30-2025_1000000000000009.csv",
      Desk.header + (1...6).map { Desk.row($0) }.joined()
        + Desk.row(6).replacing("122100000000006", with: "122100000000066")
        .replacing("10/06/2025", with: "11/06/2025"))
    let again = try medsos("ingest", "inbox", "--exported-at", "2025-12-01")
    #expect(again.output.contains("7 baris (1 dimuat, 6 dilewati)"), "\(again)")
    #expect(try scalar("SELECT count(*) FROM ingest_skip WHERE code = 'purged'") == 6)
    #expect(try scalar("SELECT count(*) FROM dim_post") == 1)
    _ = try medsos("analyze", "--all")
    #expect(
      try scalar(
        "SELECT er_ratio_of_sums FROM mart_opd_platform_month WHERE month = '2025-10' AND opd_code = 'DINKES'"
      ) == rate)
    #expect(try medsos("verify", "inbox").code == 0)
    // The stored figures are reported; what the posts would tell cannot be.
    #expect(try medsos("report", "--month", "2025-10").code == 0)
    let asOf = try medsos("report", "--month", "2025-10", "--as-of", "2025-11-05")
    #expect(asOf.code == 64 && asOf.errors.contains("sudah dihapus"), "\(asOf)")
    #expect(
      try scalar("SELECT before_month || ' ' || posts || ' ' || facts FROM purge") == "2025-11 7 7")
  }

  @Test func `an account goes with everything it had, and its months are made anew`() throws {
    #expect(
      try medsos("purge", "--account", "facebook:615500000000001", "--yes").output
        == "dihapus: 6 unggahan, 6 angka\n")
    _ = try medsos("analyze")
    #expect(
      try scalar("SELECT count(*) FROM mart_post WHERE month = '2025-10'") == 1)
    #expect(try medsos("verify", "inbox").code == 0)
  }

  @Test func `records that waited, and were released, go as well`() throws {
    let desk = try Desk()
    try desk.prepare()
    let accounts = try desk.read("config/akun.csv")
    try desk.write("config/akun.csv", "kode_opd,platform,id\nDISHUB,facebook,615500000000002\n")
    _ = try Program.medsos("ingest", "inbox", in: desk.path)
    try desk.write("config/akun.csv", accounts)
    _ = try Program.medsos("run", "inbox", "--month", "2025-10", in: desk.path)
    let path = desk.path + "/medsos.sqlite"
    #expect(try Warehouse.openReadOnly(path).scalar("SELECT count(released_by) FROM ingest_quarantine") == 6)
    for words in [["--account", "facebook:615500000000001"], ["--before", "2025-11"]] {
      #expect(try Program.run(Program.path, ["purge", "--yes"] + words, in: desk.path).code == 0)
    }
    #expect(try Warehouse.openReadOnly(path).scalar("SELECT count(*) FROM ingest_quarantine") == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("Halo, ".utf8)) == nil)
    #expect(try Program.medsos("verify", in: desk.path).code == 0)
  }

  @Test(arguments: [
    [], ["--before", "2025"], ["--before", "2025-11", "--account", "facebook:1"], ["--account", "facebook"],
    ["--account", "facebook:tidakada"],
  ])
  func `anything unclear deletes nothing`(words: [String]) throws {
    let result = try Program.run(Program.path, ["purge", "--yes"] + words, in: desk.path)
    #expect(result.code == 64)
    #expect(try scalar("SELECT count(*) FROM dim_post") == 7)
  }
}
