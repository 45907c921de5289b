import Foundation
import Testing
import Warehouse

@testable import Ingest

/// The platforms' real files, against what independent readers (`Tests/oracle`) found in them.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"] != nil))
struct RealExportTests {
  static let folder = ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"] ?? ""

  struct Figure: Decodable {
    var sum: Double?
    var known: Int
    var null: Int
  }

  /// Takes one real file in, as of an office whose accounts are registered.
  private func load(_ name: String, as placed: String, akun: String) throws -> (Office, FileReport) {
    let office = try Office(akun: akun)
    let target = URL(fileURLWithPath: office.inbox + "/" + placed)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.folder + "/" + name, toPath: target.path)
    var options = Ingestor.Options(now: 1_790_000_000)
    options.exportedAt = Instant.read("2026-05-20T09:00")
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inboxes: [office.inbox], options: options).ingest([office.inbox]) {
      reports.append($0)
    }
    return (office, try #require(reports.first))
  }

  private func golden<Expected: Decodable>(_ name: String, _ type: Expected.Type) throws -> [Expected] {
    let text = try #require(Bundle.goldenText(name))
    return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  private func check(_ office: Office, _ metrics: [String: Figure], where condition: String = "1") throws {
    for (metric, figure) in metrics {
      let row = try office.warehouse.rows(
        "SELECT sum(\(metric)), count(\(metric)), count(*) FROM v_post_latest WHERE \(condition)")[0]
      #expect(
        row[0].real.map { ($0 * 1000).rounded() } == figure.sum.map { ($0 * 1000).rounded() }, "\(metric)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(metric)")
      #expect(row[2] == .integer(Int64(figure.known + figure.null)), "\(metric)")
    }
  }

  private func check(_ office: Office, _ column: String, _ counts: [String: Int]) throws {
    let rows = try office.warehouse.rows(
      "SELECT \(column), count(*) FROM v_post_latest WHERE \(column) IS NOT NULL GROUP BY 1")
    let found = Dictionary(uniqueKeysWithValues: rows.map { ($0[0].text ?? "", Int($0[1].integer ?? 0)) })
    #expect(found == counts.filter { $0.value > 0 })
  }

  // MARK: Posts

  struct Facebook: Decodable {
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

  @Test(arguments: zip(0..<2, ["facebook", "facebook/dutch"]))
  func `Facebook content exports hold what the oracle found`(index: Int, folder: String) throws {
    let expected = try golden("facebook_content.golden.jsonl", Facebook.self)[index]
    let akun =
      "kode_opd,platform,id\n"
      + expected.pages.keys.sorted().map { "DINKES,facebook,\($0)" }.joined(separator: "\n")
    let (office, report) = try load("\(folder)/\(expected.file)", as: expected.file, akun: akun)
    #expect(report.status == .loaded, "\(report)")
    #expect(report.records == expected.records)
    #expect(report.loaded == expected.distinct_ids)
    let span = try office.warehouse.rows("SELECT min(published_at), max(published_at) FROM v_post_latest")
    #expect(span == [[.text(expected.published_min), .text(expected.published_max)]])
    try check(office, "month", expected.months)
    try check(office, "post_format", expected.formats)
    try check(office, expected.metrics)
  }

  struct Instagram: Decodable {
    var file: String
    var kind: String
    var records: Int
    var distinct_ids: Int
    var accounts: [String: Int]
    var own: String
    var error_rows_with_metrics: Int
    var error_ids_recovered: [String]
    var published_min: String
    var published_max: String
    var unknown_time: Int
    var months: [String: Int]
    var formats: [String: Int]
    var metrics: [String: Figure]
    var metrics_own: [String: Figure]
    var metrics_other: [String: Figure]
  }

  @Test(arguments: 0..<4)
  func `Instagram exports hold what the oracle found, error rows' figures included`(index: Int) throws {
    let expected = try golden("instagram_content.golden.jsonl", Instagram.self)[index]
    // The collaborator is an account of another office.
    let others = expected.accounts.keys.filter { !$0.isEmpty && $0 != expected.own }.sorted()
    let akun =
      (["kode_opd,platform,id", "DINKES,instagram,\(expected.own)"] + others.map { "DISHUB,instagram,\($0)" })
      .joined(separator: "\n")
    let (office, report) = try load(
      "instagram/portuguese/\(expected.file)", as: "DINKES/instagram/\(expected.file)", akun: akun)
    #expect(report.status == .loaded, "\(report)")
    #expect(report.format == (expected.kind == "feed" ? "instagram-content" : "instagram-stories"))
    #expect(report.records == expected.records)
    #expect(report.loaded == expected.distinct_ids)
    let span = try office.warehouse.rows("SELECT min(published_at), max(published_at) FROM v_post_latest")
    #expect(span == [[.text(expected.published_min), .text(expected.published_max)]])
    try check(office, "month", expected.months)
    // What the platform could not describe stands as a story without a day, since the file is one of stories.
    var formats = expected.formats
    formats["story", default: 0] += formats["other"] ?? 0
    formats["other"] = nil
    try check(office, "post_format", formats)
    let undated = try office.warehouse.rows(
      "SELECT native_id FROM v_post_latest WHERE published_date IS NULL ORDER BY line"
    ).compactMap { $0[0].text }
    #expect(undated == expected.error_ids_recovered)
    #expect(undated.count == expected.unknown_time && undated.count == expected.error_rows_with_metrics)
    try check(office, expected.metrics)
    try check(office, expected.metrics_own, where: "perspective = 'own' AND opd_code = 'DINKES'")
    try check(office, expected.metrics_other, where: "perspective = 'other' AND opd_code = 'DISHUB'")
  }

  // MARK: Accounts' own figures

  struct AccountFile: Decodable {
    struct Block: Decodable {
      var title: String
      var kind: String
      var line: Int
      var rows: Int
      var first_day: String?
      var last_day: String?
      var value_columns: [String: Figure]
    }
    var file: String
    var blocks: [Block]?
    var rows: Int?
    var value_columns: [String: Figure]?
  }

  static let accountFiles = [
    "facebook/Follows.csv", "facebook/Interactions.csv", "facebook/Link clicks.csv", "facebook/Views.csv",
    "facebook/Visits.csv", "facebook/professional-dashboard/FollowerGender.csv",
    "facebook/professional-dashboard/FollowerHistory.csv", "facebook/professional-dashboard/Viewers.csv",
    "instagram/account-daily/Audience.csv", "instagram/account-daily/Follows.csv",
    "instagram/account-daily/Interactions.csv", "instagram/account-daily/Reach.csv",
    "instagram/account-daily/Views.csv",
  ]

  private static let metrics = [
    "Facebook follows": "follows", "Instagram follows": "follows", "Content interactions": "interactions",
    "Facebook link clicks": "link_clicks", "Views": "views", "Facebook visits": "visits", "Reach": "reach",
    "Followers": "followers", "Total Viewers": "total_viewers", "New Viewers": "new_viewers",
    "Returning Viewers": "returning_viewers",
  ]

  private static let akun = "kode_opd,platform,nama_pengguna\nDINKES,facebook,satu\nDINKES,instagram,dua"

  @Test(arguments: accountFiles.indices)
  func `account-level files hold what the oracle found`(index: Int) throws {
    let name = Self.accountFiles[index]
    let expected = try golden("meta_account.golden.jsonl", AccountFile.self)[index]
    let platform = name.hasPrefix("facebook") ? "facebook" : "instagram"
    let (office, report) = try load(name, as: "DINKES/\(platform)/x.csv", akun: Self.akun)
    #expect(report.platform == platform)
    #expect(report.rejected == 0 && report.quarantined == 0, "\(report)")
    #expect(report.records == expected.rows ?? expected.blocks?.reduce(0) { $0 + $1.rows })
    for block in expected.blocks ?? [] where block.kind == "daily" {
      let metric = try #require(Self.metrics[block.title])
      try checkDays(office, metric, try #require(block.value_columns["Primary"]))
      let span = try office.warehouse.rows("SELECT min(date), max(date), min(line) FROM v_account_day")
      #expect(
        span == [[.optional(block.first_day), .optional(block.last_day), .integer(Int64(block.line + 2))]])
    }
    for (header, figure) in expected.value_columns ?? [:] {
      guard let metric = Self.metrics[header] else { continue }
      // Zeros beside "undefined" are placeholders: not known, whatever they add up to.
      let placeholders = name.hasSuffix("Viewers.csv") && figure.null == 0 ? 1 : 0
      try checkDays(office, metric, Figure(sum: figure.sum, known: figure.known - placeholders, null: 0))
    }
  }

  private func checkDays(_ office: Office, _ metric: String, _ figure: Figure) throws {
    let row = try office.warehouse.rows(
      "SELECT sum(value), count(*) FROM v_account_day WHERE metric = ?", [.text(metric)])[0]
    #expect(row[0].real == figure.sum, "\(metric)")
    #expect(row[1] == .integer(Int64(figure.known)), "\(metric)")
  }

  @Test func `the audience is one level and three dimensions of shares`() throws {
    let (office, report) = try load(
      "instagram/account-daily/Audience.csv", as: "DINKES/instagram/Audience.csv", akun: Self.akun)
    #expect(report.loaded == 27)
    #expect(
      try office.warehouse.rows("SELECT metric, value, line FROM v_account_period") == [
        ["followers", 1629, 4]
      ])
    let sums = try office.warehouse.rows(
      "SELECT dimension, count(*), round(sum(value), 6) FROM v_account_breakdown GROUP BY 1 ORDER BY 1")
    // Women 31.5 and men 68.5 percent; the cities add up to 19.8, the countries to 68.1.
    #expect(
      sums == [["age_gender", 12, .real(1)], ["city", 10, .real(0.198)], ["country", 10, .real(0.681)]])
    #expect(
      try office.one("SELECT value FROM v_account_breakdown WHERE member = '25-34 / Men'") == .real(0.273))
  }

  @Test func `titles that name no platform wait, unless folder or registry decide`() throws {
    let views = "facebook/Views.csv"
    #expect(try load(views, as: "DINKES/x.csv", akun: Self.akun).1.status == .quarantined)
    let (office, _) = try load(views, as: "DINKES/x.csv", akun: Self.akun)
    #expect(
      try office.warehouse.rows("SELECT DISTINCT code, detail FROM ingest_quarantine")
        == [["platform_unknown", "facebook, instagram"]])
    #expect(try load(views, as: "x.csv", akun: Self.akun).1.status == .quarantined)
    let (sole, report) = try load(
      views, as: "DINKES/x.csv", akun: "kode_opd,platform,nama_pengguna\nDINKES,facebook,satu")
    #expect(report.status == .loaded)
    #expect(try sole.one("SELECT DISTINCT platform || account FROM v_account_day") == "facebooksatu")
    // A title that does name it needs no folder for the platform.
    #expect(try load("facebook/Visits.csv", as: "DINKES/x.csv", akun: Self.akun).1.status == .loaded)
  }

  // MARK: Everything else

  @Test func `every file is loaded, waits, or is refused with the reason`() throws {
    let office = try Office()
    var reports: [FileReport] = []
    let options = Ingestor.Options(now: 1_790_000_000)
    try Ingestor(office.warehouse, inboxes: [], options: options).ingest([Self.folder]) { reports.append($0) }
    #expect(reports.count > 20)
    for report in reports where report.format == nil {
      #expect(report.status == .refused)
      #expect(report.message?.isEmpty == false)
    }
    // Nothing of Meta's is unknown.
    let meta = reports.filter { $0.file.hasPrefix("facebook/") || $0.file.hasPrefix("instagram/") }
    #expect(meta.count == 2 + 4 + Self.accountFiles.count)
    #expect(meta.allSatisfy { $0.format != nil && $0.status == .quarantined })
  }
}

extension Bundle {
  /// A file of `Tests/Golden`, by the place of this source file.
  static func goldenText(_ name: String, source: String = #filePath) -> String? {
    let tests = URL(fileURLWithPath: source).deletingLastPathComponent().deletingLastPathComponent()
    return try? String(contentsOf: tests.appendingPathComponent("Golden/\(name)"), encoding: .utf8)
  }
}
