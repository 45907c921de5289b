import Foundation
import Testing
import Warehouse

/// The monthly batch over the samples, against what an independent reader (`Tests/oracle/facebook_month.py`) computes
/// from the same files.
@Suite struct SampleMonthTests {
  private static let samples = Program.checkout + "/samples"
  private static let golden = Program.checkout + "/Tests/Golden/facebook_month.golden.json"
  private static let months = ["2025-09", "2025-10"]

  private typealias Figures = [String: [String: [String: Any]]]

  private func batch(_ desk: Desk) throws -> Program.Result {
    try Program.medsos("run", Self.samples + "/inbox", "--month", "2025-10", in: desk.path)
  }

  private func expected() throws -> Figures {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.golden))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Figures)
  }

  @Test func `every figure of every office equals the oracle's`() throws {
    let desk = try Desk()
    #expect(try batch(desk).code == 2)
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    let expected = try expected()
    #expect(expected.keys.sorted() == Self.months)
    for (month, offices) in expected {
      let found = try warehouse.scalar(
        "SELECT count(*) FROM mart_opd_platform_month WHERE month = ? AND platform = 'facebook'",
        [.text(month)])
      #expect(found == .integer(Int64(offices.count)))
      for (office, figures) in offices { try compare(warehouse, month, office, figures) }
    }
  }

  private func compare(
    _ warehouse: Connection, _ month: String, _ office: String, _ figures: [String: Any]
  ) throws {
    #expect(figures.count == 22)
    for (name, value) in figures {
      let column = name == "rank" ? "er_rank" : name
      let found = try warehouse.scalar(
        """
        SELECT \(column) FROM mart_opd_platform_month WHERE month = ? AND opd_code = ? AND platform = 'facebook'
        """, [.text(month), .text(office)])
      switch value {
      case is NSNull: #expect(found == .null, "\(month) \(office) \(name)")
      case let text as String: #expect(found == .text(text), "\(month) \(office) \(name)")
      case let number as NSNumber:
        let difference = abs((found.real ?? .infinity) - number.doubleValue)
        #expect(difference <= 1e-9 * max(1, abs(number.doubleValue)), "\(month) \(office) \(name)")
      default: Issue.record("\(name): \(value)")
      }
    }
  }

  static let hasPython =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/env")
    && (try? Program.run("/usr/bin/env", ["python3", "-c", "import zoneinfo"], in: "/").code) == 0

  @Test(.enabled(if: hasPython, "python3 is not at hand; the recorded figures are still compared"))
  func `the recorded figures are what the oracle says today`() throws {
    let result = try Program.run(
      "/usr/bin/env",
      ["python3", Program.checkout + "/Tests/oracle/facebook_month.py", Self.samples] + Self.months, in: "/")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == (try String(contentsOfFile: Self.golden, encoding: .utf8)))
  }

  /// What `Tests/oracle/instagram_content.py` finds in one Instagram file of the samples.
  private struct InstagramFile: Decodable {
    struct Figure: Decodable {
      var sum: Double?
      var known: Int
      var null: Int
    }
    var file: String
    var records: Int
    var own: String
    var metrics_own: [String: Figure]
    var metrics_other: [String: Figure]
  }

  @Test func `every Instagram file holds what the oracle finds in it, own and others' posts apart`() throws {
    let desk = try Desk()
    _ = try batch(desk)
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    let golden = try String(
      contentsOfFile: Program.checkout + "/Tests/Golden/instagram_samples.golden.jsonl", encoding: .utf8)
    let files = try golden.split(separator: "\n").map {
      try JSONDecoder().decode(InstagramFile.self, from: Data($0.utf8))
    }
    #expect(files.count == 28)
    for file in files {
      try compare(warehouse, file.file, "own", file.metrics_own)
      // One collaborator is registered, the other nobody's: a post of the latter is passed over.
      let known = file.metrics_other["views"]?.known ?? 0
      let loaded = try warehouse.scalar(
        "SELECT count(*) FROM v_post_snapshot WHERE file = ? AND perspective = 'other'", [.text(file.file)])
      #expect(loaded == .integer(known == 2 ? 1 : 0), "\(file.file)")
    }
  }

  private func compare(
    _ warehouse: Connection, _ file: String, _ perspective: String, _ metrics: [String: InstagramFile.Figure]
  ) throws {
    for (metric, figure) in metrics {
      let row = try warehouse.rows(
        "SELECT sum(\(metric)), count(\(metric)), count(*) FROM v_post_snapshot WHERE file = ? AND perspective = ?",
        [.text(file), .text(perspective)])[0]
      #expect(row[0].real == figure.sum, "\(file) \(metric)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(file) \(metric)")
      #expect(row[2] == .integer(Int64(figure.known + figure.null)), "\(file) \(metric)")
    }
  }

  @Test func `every oddity of the samples ends as their description says`() throws {
    let desk = try Desk()
    let output = try batch(desk).output
    for line in [
      // Two offices' files are refused, for the reason that holds.
      "PERKIM/facebook/Sep-30-2025_Oct-31-2025_6399481841015985.csv:2: kolom \"Post ID\": ID rusak oleh Excel (\"1.50101E+15\")",
      "ini rincian harian, satu baris per unggahan per hari",
      // Rows are rejected by name of column and value.
      ":2: kolom \"Reach\": diharapkan bilangan bulat, ditemukan \"1,2 rb\"",
      ":22: kolom \"Reach\": diharapkan bilangan bulat, ditemukan \"12x\"",
      // A page nobody registered waits; another page's row is passed over.
      "menunggu: SETWAN/facebook/", "misalnya \"Contoh Komunitas Tertib Jalan\"",
      // What was concluded is said.
      "asumsi: pemisah kolom: ;",
      "asumsi: judul kolom berbahasa id belum pernah dicocokkan dengan berkas nyata",
      "1 unggahan punya angka yang turun antara dua ekspor",
      // Who sent nothing.
      "- Belum menyampaikan (3): Inspektorat, Kecamatan Gilireng, Kecamatan Keera.",
      "- Akun belum terdaftar (1): Setwan.", "- Kecamatan Bola: belum ada unggahan pada bulan ini.",
      "- Perkim: data belum lengkap; belum ada unggahan pada bagian yang diterima.",
      // Instagram and accounts' own figures.
      "misalnya \"Contoh Komunitas Lari\"", "1 unggahan tanpa waktu terbit (mulai baris 5)",
      "- Porapar: hanya 1 unggahan (paling sedikit 5). Data belum lengkap.",
      "dimuat: DINKES/Results.csv: 62 baris (62 dimuat)", "menunggu: RSUDL/Views.csv: 31 baris (31 menunggu)",
      "dimuat: DISKOMINFOTIK/facebook/Viewers.csv: 30 baris (28 dimuat, 2 dilewati)",
      "tahun disimpulkan dari waktu ekspor: hari terakhir 2025-10-31",
    ] {
      #expect(output.contains(line), "\(line)")
    }
    #expect(try desk.read("laporan/2025-10/laporan.txt").contains("*** CONTOH – DATA FIKTIF ***"))
  }

  @Test func `the documentation is what the program says today`() throws {
    let desk = try Desk()
    let names = ["README.md", "docs/kamus-data.md", "docs/metrik.md", "docs/format.md", "docs/perintah.md"]
    try desk.write("docs/x", "")
    for name in names {
      try desk.write(name, try String(contentsOfFile: Program.checkout + "/" + name, encoding: .utf8))
    }
    let result = try Program.shell(
      "ln -s '\(Self.samples)' samples && '\(Program.products.path)/make-docs' .", in: desk.path)
    #expect(result.code == 0, "\(result.errors)")
    for name in names {
      let committed = try String(contentsOfFile: Program.checkout + "/" + name, encoding: .utf8)
      #expect(try desk.read(name) == committed, "\(name): `script/docs` makes it anew")
    }
  }
}
