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

  static let reach = "\"Views\"\n\"Date\",\"Primary\"\n\"2025-10-01T00:00:00\",\"5\"\n"
  /// DISHUB has no Facebook page, DINKES nothing but one.
  static let onePage = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,contoh.dinkes,Contoh Dinkes
    DISHUB,instagram,,contoh.dishub,
    """

  @Test(arguments: [true, false])
  func `what waits under another office's folder, however deep, does not block the right one`(
    isMoved: Bool
  ) throws {
    let office = try Office(akun: Self.onePage)
    try office.send("DISHUB/facebook/x.csv", Self.reach)
    #expect(try office.ingest().map(\.status) == [.quarantined])
    if isMoved { try FileManager.default.removeItem(atPath: office.inbox + "/DISHUB/facebook/x.csv") }
    try office.send("DINKES/x.csv", Self.reach)
    #expect(try office.ingest()[0].status == .loaded)
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 1)
    #expect(try office.one("SELECT count(*) FROM ingest_load WHERE status <> 'refused'") == 1)
    #expect(try office.ingest().map(\.status) == (isMoved ? [.unchanged] : [.unchanged, .refused]))
  }

  @Test func `two copies that both wait do not take turns`() throws {
    let office = try Office(akun: Self.onePage)
    try office.send("DISHUB/facebook/x.csv", Self.reach)
    try office.send("Kantor Lain/x.csv", Self.reach)
    _ = try office.ingest()
    for _ in 0..<2 { #expect(try office.ingest().map(\.status) == [.unchanged, .unchanged]) }
    let path = try office.one("SELECT path FROM ingest_load WHERE status <> 'refused'")
    #expect(path == "DISHUB/facebook/x.csv")
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
      entry: entry, hash: FileHash(.file(entry.path), size: source.facts.size, isNeeded: true),
      facts: source.facts, size: source.facts.size,
      scope: FolderScope(office: "DINKES"), exported: ExportInstant(epoch: 1_762_200_000, basis: .option))
    #expect(throws: Never.self) { try ingestor.checkJudgement(stale) }
    try office.ingest()
    #expect(throws: LoadedMeanwhile.self) { try ingestor.checkJudgement(stale) }
    stale.judged = [1]
    #expect(throws: Never.self) { try ingestor.checkJudgement(stale) }
  }

  // MARK: Running again changes nothing

  /// Ingests until the second run, which must have nothing to do.
  private func settle(_ office: Office) throws -> [[SQLValue]] {
    try office.ingest()
    let keys = try office.warehouse.rows("SELECT load_key, path, status, loaded FROM ingest_load ORDER BY 1")
    for _ in 0..<2 {
      try office.ingest()
      #expect(
        try office.warehouse.rows("SELECT load_key, path, status, loaded FROM ingest_load ORDER BY 1") == keys
      )
    }
    return keys
  }

  @Test func `two reports with equal bytes are each found sound`() throws {
    let office = try office()
    try office.send("DINKES/facebook/x.csv", Self.zeros)
    try office.send("DINKES/instagram/x.csv", Self.zeros)
    // A copy that says less is not what was loaded, and not compared.
    try office.send("x.csv", Self.zeros)
    try office.ingest()
    let outcome = try FileAudit(office.warehouse, options: Ingestor.Options(now: 1_762_300_000)).compare([
      office.inbox
    ])
    #expect(outcome.compared == 2)
    #expect(outcome.findings == [])
  }

  @Test func `one office's report takes nothing from another's that waits`() throws {
    let office = try office()
    try office.send("DISHUB/facebook/x.csv", Self.zeros)
    try office.send("SETWAN/facebook/x.csv", Self.zeros)
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 1)
    try office.register(akun: Self.akun + "\nSETWAN,facebook,,contoh.setwan,\n")
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM fact_account_day") == 2)
  }

  @Test
  func
    `a stranger with a registered name, an empty file of another platform, copies that wait: nothing to do`()
    throws
  {
    let office = try office()
    let reel = "https://www.facebook.com/reel/1/"
    try office.register(
      akun: Self.akun + "\nSETWAN,facebook,615500000000009,,Contoh Setwan\nSETWAN,instagram,,,Klub\n")
    try office.send(
      "DINKES/a.csv",
      Export.file(
        Export.row("122000000000001"),
        Export.row("122000000000002", page: "777777777,Contoh Setwan", link: reel),
        Export.row("122000000000003", page: "777777778,Klub", link: reel)))
    try office.send("BARU/instagram/kosong.csv", Self.empty)
    try office.send("DINKES/instagram/tanpa baris.csv", "\"Views\"\n\"Date\",\"Primary\"\n")
    for place in ["DISHUB/facebook", "SETWAN/facebook", "SETWAN/instagram"] {
      try office.send(
        "\(place)/b.csv",
        Export.file(Export.row("122000000000009", page: "999900000000001,Asing", link: reel)))
    }
    _ = try settle(office)
  }

  @Test func `the same posts under two offices and three names settle at once`() throws {
    let office = try office()
    let text = Export.file(Export.row("122000000000001"))
    for name in ["DINKES/facebook/\(Self.october)", "DISHUB/\(Self.september)", "DINKES/y.csv"] {
      try office.send(name, text)
    }
    let keys = try settle(office)
    #expect(keys.map { $0[2] } == ["loaded", "refused"])
    #expect(keys[0][1] == .text("DINKES/facebook/\(Self.october)"))
  }

  @Test func `a page registered by its handle alone brings the rows that were passed over`() throws {
    let office = try office()
    let link = "https://www.facebook.com/contoh.klub/posts/pfbid1"
    try office.send(
      "DINKES/a.csv",
      Export.file(
        Export.row("122000000000001"), Export.row("122000000000002", page: "777777777,Nama Lain", link: link))
    )
    try office.ingest()
    try office.register(akun: Self.akun + "\nSETWAN,facebook,,contoh.klub,\n")
    #expect(try office.ingest().map(\.loaded) == [2])
    _ = try settle(office)
  }

  @Test func `a file moved to the office it belongs to leaves the other`() throws {
    let office = try office()
    let text = Self.zeros.replacing("\"0\"", with: "\"7\"")
    try office.send("DINKES/facebook/x.csv", text)
    try office.ingest()
    try FileManager.default.removeItem(atPath: office.inbox + "/DINKES/facebook/x.csv")
    try office.send("DISHUB/facebook/x.csv", text)
    try office.ingest()
    #expect(
      try office.warehouse.rows("SELECT opd_code, sum(value) FROM v_account_day GROUP BY 1") == [
        ["DISHUB", 7]
      ])
    _ = try settle(office)
  }

  @Test func `the same file seen from another folder is no news`() throws {
    let office = try office()
    try office.send("DINKES/facebook/x.csv", Self.zeros)
    try office.ingest()
    var options = Ingestor.Options(now: 1_762_300_000)
    options.exportedAt = Instant.read("2025-11-03T09:00")
    let root = office.inbox + "/DINKES"
    var statuses: [FileReport.Status] = []
    try Ingestor(office.warehouse, inboxes: [root], options: options).ingest([root]) {
      statuses.append($0.status)
    }
    #expect(statuses == [.unchanged])
    #expect(try office.ingest().map(\.status) == [.unchanged])
  }

  @Test func `a file renamed to put its range right is one load`() throws {
    let office = try office()
    let text = Export.file(Export.row("122000000000001"))
    try office.send("DINKES/\(Self.september)", text)
    try office.ingest()
    try FileManager.default.removeItem(atPath: office.inbox + "/DINKES/\(Self.september)")
    try office.send("DINKES/\(Self.october)", text)
    try office.ingest()
    #expect(try office.warehouse.rows("SELECT published_from FROM ingest_load") == [["2025-09-30T07:00:00Z"]])
    #expect(try office.one("SELECT count(*) FROM fact_post_snapshot") == 1)
  }

  @Test func `a refusal is forgotten once its place holds something else, and a standing one is not news`()
    throws
  {
    let office = try office()
    try office.send("DINKES/\(Self.october)", Export.file(Export.row("1.2E+17")))
    try office.ingest()
    try office.warehouse.execute("DELETE FROM mart_dirty")
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM mart_dirty") == 0)
    try office.send("DINKES/\(Self.october)", Export.file(Export.row("122000000000001")))
    try office.ingest()
    #expect(try office.one("SELECT count(*) FROM v_left_out") == 0)
    #expect(try office.one("SELECT count(*) FROM mart_dirty WHERE month = '2025-10'") == 1)
  }

  @Test func `an account with another id is another account`() throws {
    let office = try Office(
      akun: "kode_opd,platform,id,nama_pengguna,nama\nDINKES,facebook,615500000000001,,")
    try office.send("DINKES/\(Self.october)", Export.file(Export.row("122000000000001")))
    try office.ingest()
    try office.register(
      akun: "kode_opd,platform,id,nama_pengguna,nama\nDINKES,facebook,615500000000777,baru,")
    #expect(try office.one("SELECT opd_code FROM v_post_latest") == .null)
  }
}
