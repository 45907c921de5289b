import Testing
import Warehouse

@testable import Report

/// Office by platform, as `medsos status` shows it.
@Suite struct StatusTableTests {
  @Test func `each account's cell says received, in part with its days, with gaps, or missing`() throws {
    let warehouse = try Warehouse.inMemory()
    for (code, status, from, to, gaps, tops) in [
      ("A", "complete", "2025-09-30T16:00:00Z", "2025-10-31T16:00:00Z", 0, 0),
      ("B", "partial", "2025-10-10T07:00:00Z", "2025-10-31T16:00:00Z", 0, 0),
      ("C", "partial", "2025-09-30T16:00:00Z", "2025-10-31T16:00:00Z", 1, 0),
      ("D", "missing", nil, nil, 0, 0),
      ("E", "undated", nil, nil, 0, 0), ("F", "partial", nil, nil, 0, 2),
    ] as [(String, String, String?, String?, Int64, Int64)] {
      try warehouse.run(
        """
        INSERT INTO mart_opd_month (month, opd_code, name, short_name, is_ranked, accounts, submission, refused_files,
          waiting_records, rejected_records) VALUES ('2025-10', ?1, ?1, ?1, 1, 1, 'partial', 0, 0, 0)
        """, [.text(code)])
      try warehouse.run(
        "INSERT INTO mart_submission VALUES ('2025-10', ?, 'facebook', 'a', ?, 2, ?, ?, ?, ?, NULL, NULL)",
        [.text(code), .text(status), .optional(from), .optional(to), .integer(gaps), .integer(tops)])
    }
    try warehouse.execute(
      "INSERT INTO mart_platform_month (month, platform, offices, offices_received, offices_complete, exposure_basis, compared_offices) VALUES ('2025-10', 'facebook', 6, 5, 1, 'reach', 0)"
    )
    let report = try MonthReport(warehouse, month: #require(Month("2025-10")))
    let lines = report.status.split(separator: "\n").map {
      $0.split(separator: " ", maxSplits: 1).map { $0.trimmed }
    }
    for cells in [
      ["A", "lengkap (2 berkas)"], ["B", "sebagian: 10/10 15.00–31/10 24.00"],
      ["C", "berlubang: 1/10 00.00–31/10 24.00"], ["D", "BELUM"], ["E", "rentang tak diketahui"],
      ["F", "daftar teratas"],
    ] {
      #expect(lines.contains(cells), "\(cells)\n\(report.status)")
    }
  }

  @Test func `five platforms fit the page: a word for each, the days below`() throws {
    let warehouse = try Warehouse.inMemory()
    try warehouse.execute(
      """
      INSERT INTO mart_opd_month (month, opd_code, name, short_name, is_ranked, accounts, submission, refused_files,
        waiting_records, rejected_records) VALUES ('2025-10', 'A', 'A', 'A', 1, 5, 'partial', 0, 0, 0);
      INSERT INTO mart_platform_month (month, platform, offices, offices_received, offices_complete, exposure_basis,
        compared_offices) SELECT '2025-10', platform, 1, 1, 0, exposure_basis, 0 FROM dim_platform;
      INSERT INTO mart_submission VALUES
        ('2025-10', 'A', 'facebook', 'a', 'complete', 12, '2025-09-30T16:00:00Z', '2025-10-31T16:00:00Z', 0, 0, NULL, NULL),
        ('2025-10', 'A', 'instagram', 'a', 'partial', 2, '2025-10-10T07:00:00Z', '2025-10-31T16:00:00Z', 0, 0, NULL, NULL),
        ('2025-10', 'A', 'x', 'a', 'missing', 0, NULL, NULL, 0, 0, NULL, NULL),
        ('2025-10', 'A', 'youtube', 'a', 'undated', 1, NULL, NULL, 0, 0, NULL, NULL),
        ('2025-10', 'A', 'tiktok', 'a', 'partial', 1, NULL, NULL, 0, 1, NULL, NULL);
      """)
    for language in Language.allCases {
      let report = try MonthReport(warehouse, month: #require(Month("2025-10")), language: language).status
      let lines = report.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= Page.width })
      let row = try #require(lines.first { $0.hasPrefix("A ") })
      let cells = row.split(separator: " ").joined(separator: " ")
      #expect(
        cells
          == language.choose(
            "A lengkap (12) sebagian BELUM tak diketahui daftar teratas",
            "A complete (12) in part MISSING not known top list"))
      #expect(
        report.contains(
          language.choose(
            "A, instagram (a): sebagian: 10/10 15.00–31/10 24.00",
            "A, instagram (a): in part: 10/10 15:00–31/10 24:00")))
    }
  }
}
