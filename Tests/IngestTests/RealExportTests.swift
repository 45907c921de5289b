import Foundation
import Testing
import Warehouse

@testable import Ingest

/// The platforms' real files, against what an independent reader found in them (`Tests/oracle/facebook_content.py`).
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"] != nil))
struct RealExportTests {
  static let folder = ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"] ?? ""

  struct Expected: Decodable {
    struct Figure: Decodable {
      var sum: Double?
      var known: Int
      var null: Int
    }
    var file: String
    var records: Int
    var distinct_ids: Int
    var pages: [String: Int]
    var published_min: String
    var published_max: String
    var months: [String: Int]
    var formats: [String: Int]
    var metrics: [String: Figure]
  }

  @Test func `Facebook content exports hold what the oracle found`() throws {
    let golden = try #require(Bundle.goldenText("facebook_content.golden.jsonl"))
    let expectations = try golden.split(separator: "\n").map {
      try JSONDecoder().decode(Expected.self, from: Data($0.utf8))
    }
    #expect(expectations.count == 2)
    for expected in expectations {
      let found = FileManager.default.enumerator(atPath: Self.folder + "/facebook")?.compactMap {
        $0 as? String
      }
      let name = try #require(found?.first { ($0 as NSString).lastPathComponent == expected.file })
      try check(Self.folder + "/facebook/" + name, expected)
    }
  }

  private func check(_ path: String, _ expected: Expected) throws {
    let office = try Office(
      akun: "kode_opd,platform,id\n"
        + expected.pages.keys.sorted().map { "DINKES,facebook,\($0)" }.joined(separator: "\n"))
    var options = Ingestor.Options(now: 1_790_000_000)
    options.exportedAt = 1_780_000_000
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inbox: nil, options: options).ingest([path]) { reports.append($0) }
    let report = try #require(reports.first)
    #expect(report.status == .loaded, "\(report)")
    #expect(report.records == expected.records)
    #expect(report.loaded == expected.distinct_ids)
    let (minimum, maximum) = (SQLValue.text(expected.published_min), SQLValue.text(expected.published_max))
    #expect(
      try office.warehouse.rows("SELECT min(published_at), max(published_at) FROM v_post_latest") == [
        [minimum, maximum]
      ])
    for (column, counts) in [("month", expected.months), ("post_format", expected.formats)] {
      let rows = try office.warehouse.rows("SELECT \(column), count(*) FROM v_post_latest GROUP BY 1")
      let found = Dictionary(uniqueKeysWithValues: rows.map { ($0[0].text ?? "", Int($0[1].integer ?? 0)) })
      #expect(found == counts.filter { $0.value > 0 })
    }
    for (metric, figure) in expected.metrics {
      let row = try office.warehouse.rows(
        "SELECT sum(\(metric)), count(\(metric)), count(*) FROM v_post_latest")[0]
      #expect(
        row[0].real.map { ($0 * 1000).rounded() } == figure.sum.map { ($0 * 1000).rounded() }, "\(metric)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(metric)")
      #expect(row[2] == .integer(Int64(figure.known + figure.null)), "\(metric)")
    }
  }

  @Test func `what is no content export is refused with the header found`() throws {
    let office = try Office()
    var reports: [FileReport] = []
    let options = Ingestor.Options(now: 1_790_000_000)
    try Ingestor(office.warehouse, inbox: nil, options: options).ingest([Self.folder]) { reports.append($0) }
    #expect(reports.count > 20)
    for report in reports where report.format == nil {
      #expect(report.status == .refused)
      #expect(report.message?.isEmpty == false)
    }
    #expect(reports.count { $0.format == "facebook-content" } == 2)
  }
}

extension Bundle {
  /// A file of `Tests/Golden`, by the place of this source file.
  static func goldenText(_ name: String, source: String = #filePath) -> String? {
    let tests = URL(fileURLWithPath: source).deletingLastPathComponent().deletingLastPathComponent()
    return try? String(contentsOf: tests.appendingPathComponent("Golden/\(name)"), encoding: .utf8)
  }
}
