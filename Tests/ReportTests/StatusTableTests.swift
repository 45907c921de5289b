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
}
