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

  /// What `Tests/oracle/sample_platforms.py` sums up of one office's month on X, YouTube or TikTok.
  private struct PlatformMonth: Decodable {
    var office, platform, month: String
    var posts: Int
    var replies: Int?
    var exposure, likes, comments, shares, reposts, saves: Int64?
  }

  @Test func `every office's months on X, YouTube and TikTok equal the oracle's`() throws {
    let desk = try Desk()
    _ = try batch(desk)
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    let golden = try String(
      contentsOfFile: Program.checkout + "/Tests/Golden/sample_platforms.golden.jsonl", encoding: .utf8)
    let months = try golden.split(separator: "\n").map {
      try JSONDecoder().decode(PlatformMonth.self, from: Data($0.utf8))
    }
    #expect(months.count == 59)
    for month in months {
      let row = try warehouse.rows(
        """
        SELECT count(*), sum(exposure), sum(likes), sum(comments), sum(shares), sum(reposts), sum(saves)
        FROM v_post_latest WHERE opd_code = ? AND platform = ? AND month = ? AND post_format <> 'reply'
        """, [.text(month.office), .text(month.platform), .text(month.month)])
      let sums = [month.exposure, month.likes, month.comments, month.shares, month.reposts, month.saves]
      #expect(row == [[.integer(Int64(month.posts))] + sums.map(SQLValue.optional)], "\(month)")
    }
    // What counts in the index is those posts, no more.
    let mart = try warehouse.rows(
      """
      SELECT opd_code, platform, index_posts, exposure_sum_post FROM mart_opd_platform_month
      WHERE month = '2025-10' AND platform IN ('youtube', 'tiktok') AND index_posts > 0 ORDER BY 1, 2
      """)
    let expected = months.filter { $0.month == "2025-10" && $0.platform != "x" }
      .sorted { ($0.office, $0.platform) < ($1.office, $1.platform) }
    #expect(
      mart
        == expected.map {
          [.text($0.office), .text($0.platform), .integer(Int64($0.posts)), .optional($0.exposure)]
        })
  }

  @Test func `archives, workbooks and top lists are part of the month's completeness`() throws {
    let desk = try Desk()
    _ = try batch(desk)
    let status = try Program.medsos("status", "--month", "2025-10", "--json", in: desk.path).objects()
    func state(_ office: String, _ platform: String) -> String? {
      status.first { $0["opd"] as? String == office && $0["platform"] as? String == platform }?["status"]
        as? String
    }
    #expect(state("DINKES", "youtube") == "complete" && state("DINKES", "x") == "complete")
    #expect(state("DINKES", "tiktok") == "partial")
    // Its table has no span, so that nothing of October was received.
    #expect(state("RSUDL", "youtube") == "missing")
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(
      try warehouse.rows(
        """
        SELECT platform, followers, followers_basis, round(er_by_followers * followers * index_posts) = interactions
        FROM mart_opd_platform_month WHERE month = '2025-10' AND opd_code = 'DINKES' AND platform IN ('x', 'tiktok')
        ORDER BY 1
        """
      ).map { [$0[0], $0[2], $0[3]] } == [["tiktok", "export", 1], ["x", "typed", 1]])
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
    // What the terminal shows, and the annex; lines that go on put together again.
    let printed = try batch(desk).output + desk.read("laporan/2025-10/lampiran.txt")
    let output = printed + printed.replacing("\n", with: " ")
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
      "- Akun belum terdaftar (1): Setwan.", "Kecamatan Bola: belum ada unggahan pada bulan ini.",
      "Perkim: data belum lengkap; belum ada unggahan pada bagian yang diterima.",
      // Instagram and accounts' own figures.
      "misalnya \"Contoh Komunitas Lari\"", "1 unggahan tanpa waktu terbit (mulai baris 5)",
      "- Porapar: hanya 1 unggahan (paling sedikit 5). Data belum lengkap.",
      "dimuat: DINKES/Results.csv: 62 baris (62 dimuat)", "menunggu: RSUDL/Views.csv: 31 baris (31 menunggu)",
      "dimuat: DISKOMINFOTIK/facebook/Viewers.csv: 30 baris (28 dimuat, 2 dilewati)",
      "tahun disimpulkan dari waktu ekspor: hari terakhir 2025-10-31",
      // X, YouTube, TikTok; archives and workbooks.
      "menunggu: RSUDL/youtube/", "rentang 2025-10-01–2025-10-31 menurut berkas Total.csv",
      "dibaca dari lembar \"Overview\"", "perhatian: daftar teratas, bukan semua unggahan",
      "koma dibaca sebagai tanda desimal, sesuai seluruh isi berkas",
      "tanda kutip di tengah teks dibaca sebagai huruf biasa", "2. PERINGKAT PERANGKAT DAERAH",
      "2. PERINGKAT FACEBOOK", "3. PERINGKAT INSTAGRAM", "4. PERINGKAT X",
      "5. PERINGKAT YOUTUBE", "6. PERINGKAT TIKTOK", "(TikTok: daftar",
    ] {
      #expect(output.contains(line), "\(line)")
    }
    #expect(try desk.read("laporan/2025-10/laporan.txt").contains("*** CONTOH – DATA FIKTIF ***"))
  }

  @Test func `the documentation is what the program says today`() throws {
    let desk = try Desk()
    let names = [
      "README.md", "docs/kamus-data.md", "docs/metrik.md", "docs/formats.md", "docs/perintah.md",
      "docs/metadata.yaml", "docs/contoh/laporan.txt", "docs/contoh/lampiran.txt",
      "docs/contoh/rapor-DINKES.txt",
      "docs/contoh/rekap-2025-Q4.txt", "Tests/Golden/reports.sha256",
    ]
    // The guide of queries is written by hand; the metadata quotes it.
    for name in names + ["docs/kueri.md"] {
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
