import Foundation
import TestSupport
import Testing
import Warehouse

/// Taking back, freezing, checking and copying, through the built program.
@Suite struct LedgerCommandTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.prepare()
  }

  private func medsos(_ arguments: String...) throws -> Program.Result {
    try Program.run(Program.path, arguments, in: desk.path)
  }

  private func dump() throws -> [String] {
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    return try warehouse.dump() + warehouse.martDump()
  }

  @Test func `undo is as if the file had never come, and running again brings it back`() throws {
    _ = try medsos("run", "inbox", "--month", "2025-10")
    let before = try dump()
    let undone = try medsos("undo", Desk.good)
    #expect(undone.code == 0)
    #expect(undone.output.contains("dibatalkan: muatan 1, \(Desk.good) (6 baris)"))
    #expect(undone.output.contains("6 angka dihapus, 6 unggahan tidak dikenal lagi"))
    #expect(undone.errors.contains("ia dimuat lagi pada batch berikutnya"))
    #expect(try medsos("undo", Desk.good).code == 64)
    #expect(try medsos("status", "--month", "2025-10").output.contains("Belum menyampaikan (1): Dinkes"))
    _ = try medsos("run", "inbox", "--month", "2025-10")
    #expect(try dump() == before)
    let json = try medsos("undo", "inbox/" + Desk.good, "--json").objects()
    #expect(json.first?["posts"] as? Int == 6)
  }

  @Test func `publish freezes, says nothing has moved, and then what has`() throws {
    _ = try medsos("run", "inbox", "--month", "2025-10")
    let first = try medsos("publish", "--month", "2025-10")
    #expect(first.code == 0)
    #expect(first.output == "Oktober 2025: 34 angka dibekukan\n")
    #expect(try medsos("publish", "--month", "2025-10").output.contains("tidak ada yang berubah"))
    _ = try medsos("undo", Desk.bad)
    let again = try medsos("publish", "--month", "2025-10")
    #expect(again.output.contains("  DISHUB facebook posts: 1 → –"))
    let json = try medsos("publish", "--month", "2025-10", "--json").objects()
    #expect(json.first?["status"] as? String == "unchanged")
    #expect(try medsos("publish", "--month", "2024-01").code == 1)
  }

  @Test func `verify finds a sound database sound, and a changed one changed`() throws {
    _ = try medsos("run", "inbox", "--month", "2025-10")
    let good = try medsos("verify", "inbox")
    #expect(good.code == 0, "\(good)")
    #expect(good.lines.count == 4)
    #expect(good.lines.allSatisfy { $0.hasPrefix("baik: ") })
    try Warehouse.open(desk.path + "/medsos.sqlite").execute(
      "UPDATE fact_post_snapshot SET reach = 7 WHERE line = 3; DELETE FROM ingest_reject")
    let bad = try medsos("verify", "inbox", "--lang", "en")
    #expect(bad.code == 2)
    for said in [
      "WRONG: the loads' counts", "1 rejected noted, 0 found", "mart_opd_platform_month, 2025-10",
      "\(Desk.good): the database (load 1) is not what the file says; run medsos undo 1",
    ] {
      #expect(bad.output.contains(said), "\(said)\n\(bad.output)")
    }
    let checks = try medsos("verify", "--json").objects()
    #expect(checks.map { $0["check"] as? String } == ["integrity", "ledger", "marts"])
  }

  @Test func `backup makes a whole copy that opens, and overwrites nothing`() throws {
    _ = try medsos("run", "inbox", "--month", "2025-10")
    let before = try dump()
    #expect(try medsos("backup", "salinan.sqlite").output == "disalin ke salinan.sqlite\n")
    #expect(try desk.mode("salinan.sqlite") == 0o600)
    #expect(try medsos("backup", "salinan.sqlite").code == 3)
    #expect(try medsos("backup", "tidak/ada.sqlite").code == 3)
    let copy = try Warehouse.openReadOnly(desk.path + "/salinan.sqlite")
    #expect(try copy.dump() + copy.martDump() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.path).allSatisfy { !$0.contains(".tmp") })
  }

  @Test func `a command that needs a database makes none`() throws {
    for words in [["undo", "1"], ["publish"], ["verify"], ["backup", "x"]] {
      #expect(try Program.run(Program.path, words, in: desk.path).code == 3)
    }
    #expect(!desk.exists("medsos.sqlite"))
  }

  @Test func `a header that nobody knew is mapped in kolom csv`() throws {
    try desk.write(
      "inbox/" + Desk.good, try desk.read("inbox/" + Desk.good).replacing("\"Post ID\"", with: "Nomor"))
    #expect(try medsos("ingest", "inbox").code == 2)
    try desk.write("config/kolom.csv", "judul,arti\nNomor,Entah\n")
    let wrong = try medsos("ingest", "inbox")
    #expect(wrong.errors.contains("kolom.csv:2: arti \"Entah\" bukan judul yang dikenal"))
    try desk.write("config/kolom.csv", "judul,arti\nNomor,Post ID\n")
    #expect(try medsos("ingest", "inbox").output.contains("dimuat: \(Desk.good): 6 baris (6 dimuat)"))
  }
}
