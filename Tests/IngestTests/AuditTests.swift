import Foundation
import Testing
import Warehouse

@testable import Ingest

/// What verification finds, each fault made by hand.
@Suite struct AuditTests {
  let office: Office

  init() throws {
    office = try Office(akun: AccountFileTests.akun)
    try office.send(
      "DINKES/a.csv",
      Export.file(
        Export.row("122000000000001"), Export.row("122000000000002"), Export.row("12x"),
        Export.row("122000000000001")))
    try office.send("DISHUB/jk.csv", "\"Gender\",\"Distribution\"\n\"A\",\"0.5\"\n\"B\",\"0.5\"\n")
    try office.send("DISHUB/buruk.csv", "a,b\n1,2\n")
    try office.ingest()
  }

  private func ledger() throws -> [String] {
    try LedgerAudit(office.warehouse).findings().findings.map { $0.text(in: .english) }
  }

  private func files() throws -> FileAudit.Outcome {
    try FileAudit(office.warehouse, options: Ingestor.Options(now: 1_762_300_000)).compare([office.inbox])
  }

  @Test func `what is sound is found sound`() throws {
    #expect(try ledger() == [])
    #expect(try office.warehouse.integrityFindings() == [])
    let outcome = try files()
    #expect(outcome.compared == 2)
    #expect(outcome.unknown == ["DISHUB/buruk.csv"])
    #expect(outcome.findings == [])
  }

  @Test(arguments: [
    ("DELETE FROM fact_post_snapshot WHERE line = 2", "2 loaded noted, 1 found"),
    ("DELETE FROM ingest_reject", "1 rejected noted, 0 found"),
    ("DELETE FROM ingest_skip", "1 skipped noted, 0 found"),
    ("DELETE FROM fact_account_breakdown WHERE member = 'A'", "2 loaded noted, 1 found"),
  ])
  func `a record that is gone is missed`(sql: String, said: String) throws {
    try office.warehouse.execute(sql)
    let found = try ledger()
    #expect(found.contains { $0.contains(said) }, "\(found)")
  }

  @Test(arguments: [
    "UPDATE fact_post_snapshot SET reach = reach + 1 WHERE line = 2",
    "UPDATE fact_account_breakdown SET value = 0.4 WHERE member = 'A'",
    "UPDATE fact_post_snapshot SET watch_seconds = 1 WHERE line = 2",
    "UPDATE fact_post_snapshot SET perspective = 'other' WHERE line = 3",
    "UPDATE dim_post SET caption = 'lain' WHERE native_id = '122000000000002'",
    "UPDATE dim_post SET post_format_key = 3 WHERE native_id = '122000000000002'",
    "UPDATE dim_post SET account_key = 2 WHERE native_id = '122000000000002'",
    "UPDATE fact_account_breakdown SET account_key = 1",
  ])
  func `a figure that is not the file's is found`(sql: String) throws {
    try office.warehouse.execute(sql)
    #expect(try ledger() == [])
    let outcome = try files()
    #expect(outcome.findings.count == 1)
    #expect(
      outcome.findings.first?.text(in: .english).contains("is not what the file says; run medsos undo")
        == true)
  }

  @Test(arguments: [
    ("UPDATE dim_post SET published_date_key = 20251001", "posts whose day in WITA is not their instant's"),
    (
      "UPDATE ingest_load SET as_of = '2025-01-01T00:00:00Z'",
      "loads whose as_of is not what follows from the export"
    ),
  ])
  func `a row that contradicts itself is found`(sql: String, said: String) throws {
    try office.warehouse.execute(sql)
    #expect(try ledger().contains { $0.contains(said) })
  }

  @Test func `an account that was registered or moved since is no damage`() throws {
    try office.register(akun: AccountFileTests.akun.replacing("DISHUB,facebook", with: "SETWAN,facebook"))
    #expect(try files().findings == [])
  }

  @Test func `a post that no load knows is found`() throws {
    try office.warehouse.execute("DELETE FROM fact_post_snapshot")
    #expect(try ledger().contains { $0.contains("2 posts without any snapshot") })
  }

  @Test func `a row that refers to nothing is found`() throws {
    try office.warehouse.execute(
      "PRAGMA foreign_keys = OFF; DELETE FROM dim_account WHERE account = 'contoh.dinkes'")
    let said = try office.warehouse.integrityFindings().map { $0.text(in: .english) }
    #expect(
      said.contains { $0.contains("rows of dim_post refer to a dim_account that is not there") }, "\(said)")
  }
}
