import Foundation
import Testing
import Warehouse

/// Every command through the built program.
@Suite struct CommandTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.prepare()
  }

  private func medsos(_ arguments: String...) throws -> Program.Result {
    try Program.run(Program.path, arguments, in: desk.path)
  }

  @Test func `run loads, analyses, reports; twice says nothing new and writes the same bytes`() throws {
    let first = try medsos("run", "inbox", "--month", "2025-10")
    #expect(first.code == 1)
    #expect(first.output.contains("dimuat: \(Desk.good): 6 baris (6 dimuat)"))
    #expect(
      first.output.contains(
        "\(Desk.bad):3: kolom \"Reach\": diharapkan bilangan bulat, ditemukan \"1,2 rb\"; ekspor ulang"))
    #expect(first.output.contains("2 berkas: 8 baris = 7 dimuat + 1 ditolak + 0 menunggu + 0 dilewati"))
    #expect(first.output.contains("   1 Dinkes"))
    let names = ["laporan.txt", "peringkat.csv", "opd-platform.csv", "kelengkapan.csv", "ditolak.csv"]
    let before = try names.map { try desk.read("laporan/2025-10/" + $0) }
    // By hand: reactions 1+2+3+4+5+6 and six comments on a reach of 600 are 27 / 600 = 4.5 percent.
    #expect(
      before[1].contains(
        #""2025-10","facebook",1,1,"DINKES","Dinas Kesehatan","Dinas","lengkap","tidak_dapat_dibandingkan",,6,6,600,27,0.045,"#
      ))
    #expect(before[4].contains("\"Reach\",\"bad_count\",\"1,2 rb\""))
    let second = try medsos("run", "inbox", "--month", "2025-10")
    #expect(second.code == 0)
    #expect(second.output.contains("sudah ada: \(Desk.good): tidak ada yang baru"))
    #expect(try names.map { try desk.read("laporan/2025-10/" + $0) } == before)
    #expect(try desk.mode("medsos.sqlite") == 0o600)
    #expect(try desk.mode("laporan/2025-10/laporan.txt") == 0o600)
  }

  @Test func `ingest says per file what the guide promises, as JSON`() throws {
    let objects = try medsos("ingest", "inbox", "--json").objects()
    #expect(objects.count == 2)
    let (good, bad) = (objects[0], objects[1])
    #expect(good["status"] as? String == "loaded")
    #expect(good["format"] as? String == "facebook-content")
    #expect(good["platform"] as? String == "facebook")
    let sum = try Program.run("/usr/bin/sha256sum", ["inbox/" + Desk.good], in: desk.path)
    #expect(good["sha256"] as? String == String(sum.output.prefix(64)))
    #expect(bad["status"] as? String == "partial")
    for (key, count) in [
      "records": 2, "loaded": 1, "rejected": 1, "quarantined": 0, "skipped": 0, "unchanged": 0,
    ] {
      #expect(bad[key] as? Int == count, "\(key)")
    }
    let reject = try #require((bad["rejects"] as? [[String: Any]])?.first)
    #expect(reject["row"] as? Int == 2)
    #expect(reject["line"] as? Int == 3)
    #expect(reject["column"] as? String == "Reach")
    #expect(reject["code"] as? String == "bad_count")
    #expect(reject["value"] as? String == "1,2 rb")
  }

  @Test func `check says the same and changes nothing`() throws {
    let rehearsal = try medsos("check", "inbox", "--lang", "en")
    #expect(rehearsal.code == 1)
    #expect(!desk.exists("medsos.sqlite"))
    let real = try medsos("ingest", "inbox", "--lang", "en")
    #expect(real.output == rehearsal.output)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite"))
    try desk.write("inbox/DINKES/facebook/neu.csv", Desk.header + Desk.row(9))
    #expect(try medsos("check", "inbox").output.contains("neu.csv"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite")) == bytes)
  }

  @Test func `analyze makes the months that changed, report only reads`() throws {
    _ = try medsos("ingest", "inbox")
    #expect(try medsos("analyze").output.contains("dihitung: Oktober 2025"))
    #expect(try medsos("analyze").output == "tidak ada bulan yang berubah\n")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite"))
    let report = try medsos("report", "--month", "2025-10", "--out", "keluar", "--lang", "en")
    #expect(report.code == 0)
    #expect(report.lines.first == "keluar/laporan.txt")
    #expect(try desk.read("keluar/lampiran.txt").contains("RANKING ON FACEBOOK"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite")) == bytes)
  }

  @Test func `a report made before analysing equals the one made after`() throws {
    _ = try medsos("ingest", "inbox")
    _ = try medsos("report", "--month", "2025-10", "--out", "a")
    _ = try medsos("analyze")
    _ = try medsos("report", "--month", "2025-10", "--out", "b")
    let names = try FileManager.default.subpathsOfDirectory(atPath: desk.path + "/a").filter { $0 != "rapor" }
    // Fifteen of the month, and two of each office.
    #expect(names.count == 19)
    for name in names {
      #expect(try desk.read("a/" + name) == desk.read("b/" + name), "\(name)")
    }
  }

  @Test func `as of an earlier instant, later exports are not believed`() throws {
    _ = try medsos("ingest", "inbox")
    _ = try medsos("report", "--month", "2025-10", "--as-of", "2025-11-02", "--out", "dulu")
    #expect(try desk.read("dulu/laporan.txt").contains("belum ada perangkat daerah yang menyampaikan data"))
    _ = try medsos("report", "--month", "2025-10", "--as-of", "2025-11-03", "--out", "kini")
    #expect(try desk.read("kini/laporan.txt").contains("2 dari 2 perangkat daerah menyampaikan data"))
  }

  @Test func `status tells who sent what`() throws {
    _ = try medsos("ingest", "inbox")
    let text = try medsos("status", "--month", "2025-10").output
    #expect(text.contains("- Lengkap (2): Dinkes, Dishub."))
    let objects = try medsos("status", "--month", "2025-11", "--json").objects()
    #expect(objects.map { $0["status"] as? String } == ["partial", "partial"])
    #expect(
      try medsos("status", "--month", "2025-08").output.contains("- Belum menyampaikan (2): Dinkes, Dishub."))
  }

  @Test func `rejects are listed, exported, and loaded once the cause is gone`() throws {
    try desk.write("inbox/SETWAN/Sep-30-2025_Oct-31-2025_1000000000000003.csv", Desk.header + Self.foreignRow)
    #expect(try medsos("ingest", "inbox").code == 1)
    let list = try medsos("rejects", "--lang", "en")
    #expect(
      list.output.contains("\(Desk.bad):3: column \"Reach\": expected a whole number, found \"1,2 rb\""))
    #expect(list.output.contains("\"Contoh Setwan\": account not registered"))
    _ = try medsos("rejects", "--csv", "ditolak.csv")
    let table = try desk.read("ditolak.csv")
    #expect(table.contains("\"baris_ditolak\",2,3,\"Reach\",\"bad_count\",\"1,2 rb\""))
    #expect(table.contains("\"menunggu\",1,2,,\"account_unknown\",\"Contoh Setwan"))
    // The registry now knows the page, and Dishub sends its export unedited.
    try desk.write(
      "config/akun.csv",
      try desk.read("config/akun.csv") + "SETWAN,facebook,615500000000003\n")
    try desk.write(
      "config/opd.csv", try desk.read("config/opd.csv") + "SETWAN,Sekretariat DPRD,Setwan,Dinas\n")
    try desk.write("inbox/" + Desk.bad, Desk.header + Desk.row(7) + Desk.row(8))
    #expect(try medsos("ingest", "inbox").code == 0)
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(try warehouse.scalar("SELECT count(*) FROM v_post_latest") == 9)
    #expect(try warehouse.scalar("SELECT count(*) FROM ingest_quarantine WHERE released_by IS NULL") == 0)
  }

  private static let foreignRow =
    "122100000000009,615500000000003,\"Contoh Setwan\",Halo,\"10/09/2025 03:07\",https://www.facebook.com/c/posts/x,Photos,"
    + "Lifetime,150,100,2,1,1,0\n"

  @Test func `formats are listed with their headers`() throws {
    #expect(try medsos("formats").output.hasPrefix("facebook-content  "))
    let one = try medsos("formats", "facebook-content").output
    #expect(one.contains("nativeID (wajib)\n    en: Post ID\n    id: ID Postingan\n"))
    let object = try #require(try medsos("formats", "--json").objects().first)
    #expect((object["columns"] as? [[String: Any]])?.count == 25)
    #expect(try medsos("formats", "tidak-ada").code == 64)
  }

  @Test func `categories try and review`() throws {
    let text = try medsos("categories", "try", "Syarat dan jadwal perekaman KTP-el di loket kecamatan")
    #expect(text.code == 0 && text.output.hasPrefix("kategori: layanan\n"))
    try desk.write("c.jsonl", "{\"caption\": \"Bupati membuka rapat koordinasi\"}\n{\"caption\": \"\"}\n")
    let lines = try Program.shell(
      "'\(Program.products.path)/medsos' categories try --jsonl < c.jsonl", in: desk.path)
    let objects = try lines.objects()
    #expect(objects.map { $0["category"] as? String } == ["kegiatan", "none"])
    #expect(objects.allSatisfy { $0["method"] as? String == "rule" && $0["words"] is [String] })
    #expect(try medsos("categories", "lain").code == 64)
    _ = try medsos("run", "inbox", "--month", "2025-10")
    let review = try medsos("categories", "review", "--month", "2025-10")
    #expect(review.code == 0 && review.output.hasPrefix("tautan,id,kategori,alasan,oleh,tanggal,usulan"))
  }

  @Test func `a correction changes a post's category, and a rule that makes no sense stops everything`()
    throws
  {
    _ = try medsos("run", "inbox", "--month", "2025-10")
    try desk.write(
      "config/perbaikan.csv",
      "tautan,kategori,alasan,oleh,tanggal\nhttps://www.facebook.com/contoh/posts/pfbid2,edukasi,salah,IKP,2025-11-03\n"
        + "https://x.com/tiada,edukasi,salah,IKP,2025-11-03\n")
    let again = try medsos("run", "inbox", "--month", "2025-10")
    #expect(again.errors.contains("perbaikan.csv:3: tidak ada tepat satu unggahan"))
    #expect(!again.errors.contains("perbaikan.csv:2"))
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(
      try warehouse.rows(
        "SELECT category FROM v_post_latest WHERE permalink LIKE '%pfbid2'") == [["edukasi"]])
    #expect(try desk.read("laporan/2025-10/laporan.txt").contains("1 diperbaiki manual"))
    try desk.write("config/kategori.csv", "kategori,keluarga,bobot,pola,jenis\nlayanan,x,1,.. loket,pola\n")
    let bad = try medsos("run", "inbox", "--month", "2025-10")
    #expect(bad.code == 2 && bad.errors.contains("kategori.csv:2: pola tidak boleh diawali"))
  }

  @Test func `init writes the registry's templates and overwrites nothing`() throws {
    let result = try medsos("init", "kantor")
    #expect(
      result.lines
        == ["opd", "akun", "laporan", "kolom", "pengikut", "perbaikan", "aduan", "kategori"].map {
          "kantor/config/\($0).csv"
        })
    #expect(try desk.read("kantor/config/opd.csv").split(separator: "\n").count == 43)
    #expect(try medsos("init", "kantor").code == 64)
    let check = try medsos("check", "inbox", "--config", "kantor/config")
    #expect(check.code == 1)
    #expect(check.output.contains("menunggu: \(Desk.good): 6 baris (6 menunggu)"))
  }
}
