import Foundation
import Testing
import Warehouse

@testable import Ingest

/// Equal bytes in several places: one file, several reports, or a contradiction.
@Suite struct CopyTests {
  static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,contoh.dinkes,Contoh Dinkes
    DINKES,instagram,,contoh.dinkes.ig,
    DISHUB,facebook,,contoh.dishub,
    """
  static let empty = Export.file()
  static let zeros = "\"Content interactions\"\n\"Date\",\"Primary\"\n\"2025-10-01T00:00:00\",\"0\"\n"
  static let september = "Aug-31-2025_Sep-30-2025_1.csv"
  static let october = "Sep-30-2025_Oct-31-2025_1.csv"

  private func office() throws -> Office { try Office(akun: Self.akun) }

  @Test func `empty reports of two months and two offices are four reports`() throws {
    let office = try office()
    for code in ["DINKES", "DISHUB"] {
      for name in [Self.september, Self.october] { try office.send("\(code)/\(name)", Self.empty) }
    }
    #expect(try office.ingest().map(\.status) == [.loaded, .loaded, .loaded, .loaded])
    #expect(try office.one("SELECT count(*) FROM load_account") == 4)
    #expect(try office.ingest().map(\.status) == [.unchanged, .unchanged, .unchanged, .unchanged])
  }

  @Test func `equal figures of two platforms are two series`() throws {
    let office = try office()
    try office.send("DINKES/facebook/x.csv", Self.zeros)
    try office.send("DINKES/instagram/x.csv", Self.zeros)
    #expect(try office.ingest().map(\.status) == [.loaded, .loaded])
    #expect(try office.one("SELECT count(DISTINCT platform) FROM v_account_day") == 2)
  }

  @Test func `a copy in a place that says less never takes the place of a good load`() throws {
    let office = try office()
    try office.send("DINKES/facebook/x.csv", Self.zeros)
    try office.ingest()
    try office.send("0arsip/x.csv", Self.zeros)
    #expect(try office.ingest().map(\.status) == [.unchanged, .unchanged])
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 1)
  }

  @Test func `the same records under two offices are refused, and the ledger keeps it`() throws {
    let office = try office()
    try office.send("DINKES/\(Self.october)", Export.file(Export.row("122000000000001")))
    try office.send("DISHUB/\(Self.october)", Export.file(Export.row("122000000000001")))
    for _ in 0..<2 { #expect(try office.ingest()[1].status == .refused) }
    #expect(
      try office.warehouse.rows("SELECT path, opd_code FROM v_left_out")
        == [[.text("DISHUB/\(Self.october)"), "DISHUB"]])
  }

  @Test func `what a file kept waiting is loaded from where its message sends it`() throws {
    let office = try office()
    let text = "\"Instagram reach\"\n\"Date\",\"Primary\"\n\"2025-10-01T00:00:00\",\"5\"\n\n" + Self.zeros
    try office.send("DINKES/x.csv", text)
    #expect(try office.ingest().map(\.status) == [.partial])
    try FileManager.default.removeItem(atPath: office.inbox + "/DINKES/x.csv")
    try office.send("DINKES/instagram/x.csv", text)
    #expect(try office.ingest().map(\.status) == [.loaded])
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 2)
    #expect(try office.one("SELECT count(*) FROM ingest_load") == 1)
  }

  @Test func `a folder whose alias is registered later is released once, not loaded again`() throws {
    let office = try office()
    try office.send("Kantor Satu/facebook/x.csv", Self.zeros)
    #expect(try office.ingest().map(\.status) == [.quarantined])
    try office.register(
      opd: Office.opd.replacing("Kesehatan,Dinas", with: "Kantor Satu,Dinas"), akun: Self.akun)
    #expect(try office.ingest().map(\.status) == [.loaded, .unchanged])
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 1)
  }

  @Test func `a folder that is no registered handle is only a folder`() throws {
    let office = try office()
    for name in ["a", "salinan/a"] {
      let day = name == "a" ? "03" : "09"
      try office.send("SETWAN/facebook/\(name) ekspor-2025-11-\(day).csv", Self.zeros)
    }
    try office.ingest(exportedAt: nil)
    try office.register(akun: Self.akun + "\nSETWAN,facebook,,contoh.setwan,\n")
    try office.ingest(exportedAt: nil)
    #expect(
      try office.warehouse.rows("SELECT exported_at FROM ingest_load") == [
        ["2025-11-03T15:59:59Z"], ["2025-11-03T15:59:59Z"],
      ])
  }

  @Test func `a refusal is forgotten once its bytes are taken anywhere`() throws {
    let office = try office()
    let text = Export.file(Export.row("122000000000001")).replacing("Post ID,", with: "Nomor,")
    try office.send("DINKES/a.csv", text)
    #expect(try office.ingest().map(\.status) == [.refused])
    try FileManager.default.removeItem(atPath: office.inbox + "/DINKES/a.csv")
    try office.send("DINKES/a (1).csv", text)
    var options = Ingestor.Options(now: 1_762_300_000)
    options.mapping = try HeaderMapping(
      RegistryTable(
        Array("judul,arti\nNomor,Post ID\n".utf8), file: "kolom.csv", required: ["judul", "arti"],
        optional: []))
    try Ingestor(office.warehouse, inboxes: [office.inbox], options: options).ingest([office.inbox]) { _ in }
    #expect(try office.one("SELECT count(*) FROM v_left_out") == 0)
  }

  @Test func `what another program loaded meanwhile is not loaded twice`() throws {
    let office = try office()
    try office.send("DINKES/\(Self.october)", Export.file(Export.row("122000000000001")))
    let ingestor = try Ingestor(
      office.warehouse, inboxes: [office.inbox], options: Ingestor.Options(now: 1_762_300_000))
    let entry = try #require(try Inbox([office.inbox]).entries.first)
    let source = try FileSource(path: entry.path)
    var stale = InputFile(
      entry: entry, hash: FileHash(path: entry.path, size: source.facts.size, isNeeded: true),
      facts: source.facts,
      scope: FolderScope(office: "DINKES"), exported: ExportInstant(epoch: 1_762_200_000, basis: .option))
    #expect(throws: Never.self) { try ingestor.checkJudgement(stale) }
    try office.ingest()
    #expect(throws: LoadedMeanwhile.self) { try ingestor.checkJudgement(stale) }
    stale.judged = [1]
    #expect(throws: Never.self) { try ingestor.checkJudgement(stale) }
  }
}
