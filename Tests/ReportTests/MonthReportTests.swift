import Foundation
import Testing
import Warehouse

@testable import Report

/// The reports of months whose marts are written by hand.
@Suite struct MonthReportTests {
  let warehouse: Connection

  init() throws { warehouse = try Warehouse.inMemory() }

  private func text(_ name: String, _ language: Language = .indonesian) throws -> String {
    let report = try MonthReport(warehouse, month: #require(Month("2025-10")), language: language)
    return try #require(report.files().first { $0.name == name }).text
  }

  private func office(_ code: String, submission: String = "complete", ranked: Int = 1) throws {
    try warehouse.run(
      """
      INSERT INTO mart_opd_month (month, opd_code, name, short_name, is_ranked, accounts, submission, refused_files,
        waiting_records, rejected_records) VALUES ('2025-10', ?1, 'Dinas ' || ?1, ?1, ?2, 1, ?3, 0, 0, 0)
      """, [.text(code), .integer(Int64(ranked)), .text(submission)])
  }

  private func line(
    _ code: String, rank: SQLValue, reason: SQLValue = nil, posts: SQLValue = 7,
    rate: SQLValue = .real(0.0412),
    range: [SQLValue] = [.real(0.03), .real(0.05)], before: [SQLValue] = [nil, nil, nil],
    submission: String = "complete"
  ) throws {
    try warehouse.run(
      """
      INSERT INTO mart_opd_platform_month (month, opd_code, platform, exposure_basis, accounts, submission, top_lists, posts,
        index_posts, reach_posts, reach_sum_post, exposure_sum_post, interactions, exposure, er_ratio_of_sums, er_low, er_high, er_rank,
        er_ranked, unranked_reason, previous_submission, previous_er_ratio_of_sums, previous_er_low, previous_er_high)
      VALUES ('2025-10', ?, 'facebook', 'reach', 1, ?, 0, ?, ?, 7, 12345, 12345, 500, 12136, ?, ?, ?, ?, 2, ?, ?, ?, ?, ?)
      """,
      [.text(code), .text(submission), posts, posts, rate] + range + [rank, reason]
        + [before[0] == .null ? .null : "complete"] + before)
  }

  private func month() throws {
    try warehouse.execute(
      """
      INSERT INTO mart_month VALUES ('2025-10', '9999-12-31T23:59:59Z', '2025-11-01T12:00:00Z', '2025-11-03T20:00:00Z',
        2, 1, 5);
      INSERT INTO mart_platform_month VALUES ('2025-10', 'facebook', 4, 3, 2, 1612, 14, 14, 214300, 9000, 'reach', 214300, 1000, 24272,
        0.0412, NULL, 2, 110, 14600, 0.038, 100, 12400, 0.032);
      """)
  }

  @Test(arguments: Language.allCases)
  func `a month without anything is said to have nothing`(language: Language) throws {
    let report = try text("laporan.txt", language)
    #expect(
      report.contains(
        language.choose("Belum ada berkas untuk bulan ini.", "There are no files for this month yet.")))
    #expect(report.contains(language.choose("Oktober 2025", "October 2025")))
    for name in ["peringkat.csv", "opd-platform.csv", "kelengkapan.csv", "ditolak.csv"] {
      #expect(try text(name).split(separator: "\n").count == 1)
    }
  }

  @Test func `the meeting's report, sentence by sentence`() throws {
    try month()
    try office("A")
    try office("B")
    try office("C", submission: "missing")
    try office("D", submission: "partial")
    try line("A", rank: 1, before: [.real(0.02), .real(0.015), .real(0.029)])
    try line("B", rank: 2, before: [.real(0.04), .real(0.035), .real(0.045)])
    try line(
      "C", rank: nil, reason: "missing", posts: nil, rate: nil, range: [nil, nil], submission: "missing")
    try line("D", rank: nil, reason: "few_posts", posts: 3, submission: "partial")
    try office("E", submission: "partial")
    try line(
      "E", rank: nil, reason: "no_posts", posts: 0, rate: nil, range: [nil, nil], submission: "partial")
    try office("F")
    try line("F", rank: nil, reason: "no_posts", posts: 0, rate: nil, range: [nil, nil])
    try warehouse.execute("INSERT INTO setting VALUES ('laporan.penanda', 'CONTOH – DATA FIKTIF')")
    // Sentences that go on in the next line, put together again.
    let report = try (text("laporan.txt") + text("lampiran.txt")).split(separator: "\n").reduce(into: "") {
      text, line in
      let goesOn = line.hasPrefix("  ") && !line.hasPrefix("   ")
      text += goesOn ? " " + line.dropFirst(2) : "\n" + line
    }
    for sentence in [
      "*** CONTOH – DATA FIKTIF ***",
      "Data per 4 November 2025 (3 hari sesudah akhir bulan; berkas diekspor sejak 1 November 2025)",
      "Selama Oktober 2025, 5 dari 6 perangkat daerah menyampaikan data: 3 lengkap, 2 sebagian.",
      "Facebook       1.612 jangkauan kotor      214.300      1.000      4,1 3,2 → 3,8 (2 kantor)",
      "Tingkat interaksi gabungan 3,8 persen, 0,6 poin persentase di atas bulan lalu (3,2 persen).",
      "- Belum menyampaikan (1): C.", "- Sebagian (2): D (Facebook: sebagian), E (Facebook: sebagian).",
      "   1 A                                 7       12.345       500      4,1    3,0–5,0 naik 2,1 poin",
      "   2 B                                 7       12.345       500      4,1    3,0–5,0 relatif sama",
      "- C: data belum disampaikan.", "- D: hanya 3 unggahan (paling sedikit 5). Data belum lengkap.",
      "- E: data belum lengkap; belum ada unggahan pada bagian yang diterima.",
      "- F: belum ada unggahan pada bulan ini.",
      "Jumlah unggahan naik 10 persen (dari 100 menjadi 110).",
      "Jangkauan kotor naik 18 persen (dari 12.400 menjadi 14.600).",
      "Tingkat interaksi naik, di luar kisaran wajarnya: A (naik 2,1 poin).",
      "2 unggahan milik akun yang pada hari terbitnya", "1 unggahan tanpa tanggal terbit",
      "Meminta berkas Oktober 2025 dari: C.",
    ] {
      #expect(report.contains(sentence), "\(sentence)\n\(report)")
    }
    // "Belum dapat diperingkat" stands by name, never as the last ranks.
    let unranked = try #require(report.range(of: "Belum dapat diperingkat"))
    #expect(report[..<unranked.lowerBound].contains("   2 B"))
  }

  @Test func `only reach is called reach: X shows impressions, YouTube views`() throws {
    try month()
    try office("A")
    for (platform, basis, word) in [("x", "impressions", "impresi"), ("youtube", "views", "tayangan")] {
      try warehouse.execute(
        """
        INSERT INTO mart_platform_month VALUES ('2025-10', '\(platform)', 1, 1, 1, 7, 7, 0, NULL, NULL, '\(basis)', 5000, 100,
          4000, 0.025, NULL, 1, 7, 5000, 0.025, 6, 4000, 0.02);
        INSERT INTO mart_opd_platform_month (month, opd_code, platform, exposure_basis, accounts, submission, top_lists, posts,
          index_posts, excluded_exposure, exposure_sum_post, interactions, exposure, er_ratio_of_sums, er_rank, er_ranked)
        VALUES ('2025-10', 'A', '\(platform)', '\(basis)', 1, 'complete', 0, 7, 6, 1, 5000, 100, 4000, 0.025, 1, 1);
        """)
      let report = try (text("laporan.txt") + text("lampiran.txt")).split(separator: "\n").map { $0.trimmed }
        .joined(separator: " ")
      let start = try #require(report.range(of: "PERINGKAT \(platform.uppercased())"))
      let section = report[start.upperBound...].prefix(600)
      #expect(section.contains("(interaksi dibagi \(word)) di"))
      #expect(section.contains(word.capitalized) && !section.contains("angkauan"), "\(section)")
      #expect(report.contains("7 \(word)"), "\(report)")
      #expect(report.contains("\(word.capitalized) naik 25 persen (dari 4.000 menjadi 5.000)."), "\(report)")
      #expect(report.contains("1 tanpa angka \(word)"))
    }
  }

  @Test(arguments: Language.allCases)
  func `no line is wider than the page`(language: Language) throws {
    try month()
    for number in 1...60 {
      let code = "KANTOR-DENGAN-NAMA-YANG-PANJANG-SEKALI-\(number)"
      try office(code, submission: number % 7 == 0 ? "missing" : "complete")
      try line(
        code, rank: .integer(Int64(number)), rate: .real(12.3), range: [.real(9.8765), .real(15.4321)])
    }
    for text in try (text("laporan.txt", language) + text("lampiran.txt", language)).split(separator: "\n") {
      #expect(displayWidth(String(text)) <= Page.width, "\(text)")
    }
  }

  @Test func `an office named like a formula or an escape does no harm`() throws {
    try month()
    try office("A")
    try warehouse.run(
      "UPDATE mart_opd_month SET name = ?1, short_name = ?1", [.text("=HYPERLINK(\"x\")\u{1B}[31m\u{202E}")])
    try line("A", rank: 1)
    #expect(!(try text("laporan.txt")).unicodeScalars.contains { [0x1B, 0x202E].contains($0.value) })
    #expect(try text("peringkat.csv").contains("\"'=HYPERLINK(\"\"x\"\")"))
  }

  @Test func `reports are whole files that only their owner reads`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("medsos-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let report = try MonthReport(warehouse, month: #require(Month("2025-10")))
    #expect(try report.write(to: folder + "/a/b").count == 15)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b").sorted() == [
        "datapackage.json", "ditolak.csv", "indeks.csv", "kategori-platform.csv", "kategori.csv",
        "kelengkapan.csv", "lampiran.txt", "laporan.html", "laporan.txt", "opd-kategori.csv",
        "opd-platform.csv",
        "peringkat.csv",
        "sinyal.csv",
        "tugas.csv", "unggahan.csv",
      ])
    try Data().write(to: URL(fileURLWithPath: folder + "/berkas"))
    let error = #expect(throws: OutputError.self) { try report.write(to: folder + "/berkas") }
    #expect(error?.description.hasPrefix(folder + "/berkas") == true)
  }
}
