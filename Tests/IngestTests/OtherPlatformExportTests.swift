import Foundation
import Testing
import Warehouse

@testable import Ingest

/// Real files of X, YouTube and TikTok, against what independent readers (`Tests/oracle`) found in them.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"] != nil))
struct OtherPlatformExportTests {
  /// One file as its oracle describes it; each kind has its own part of the fields.
  struct Expected: Decodable {
    struct Member: Decodable {
      var rows: Int
      var columns: [String: RealExportTests.Figure]
      var first_day, last_day: String?
    }
    var file: String
    var kind: String?
    var records: Int?
    var rows: Int?
    var distinct_ids: Int?
    var junk: Int?
    var replies: Int?
    var retweets: Int?
    var handles: [String: Int]?
    var months: [String: Int]?
    var metrics: [String: RealExportTests.Figure]?
    var columns: [String: RealExportTests.Figure]?
    var published_min, published_max, uploaded_min, uploaded_max: String?
    var first_day, last_day: String?
    var total: [String: Double]?
    var undated: Int?
    var undated_ids: [String]?
    var footer: String?
    var metric: String?
    var days: Int?
    var sum: Double?
    var captions_sha256: String?
    var members: [Member]?
  }

  private static func golden(_ name: String) throws -> [Expected] {
    try (Bundle.goldenText(name) ?? "").split(separator: "\n").map {
      try JSONDecoder().decode(Expected.self, from: Data($0.utf8))
    }
  }

  private static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,x,,kaiadevintern,
    DINKES,x,,hestysinvest,
    DINKES,x,,adhorg,
    DINKES,youtube,,,Kanal
    DINKES,tiktok,,orthodox.korea,
    """

  /// Takes one real file in, with others beside it.
  private func load(_ names: [String], below folder: String) throws -> (Office, [FileReport]) {
    let office = try Office(akun: Self.akun)
    for name in names {
      let target = URL(
        fileURLWithPath: "\(office.inbox)/DINKES/\(folder)/\((name as NSString).lastPathComponent)")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: "\(RealExportTests.folder)/\(name)", toPath: target.path)
    }
    var options = Ingestor.Options(now: 1_790_000_000)
    options.exportedAt = Instant.read("2026-05-20T09:00")
    var reports: [FileReport] = []
    try Ingestor(office.warehouse, inboxes: [office.inbox], options: options).ingest([office.inbox]) {
      reports.append($0)
    }
    return (office, reports)
  }

  private func check(
    _ office: Office, _ figures: [String: RealExportTests.Figure], _ columns: [String: String]
  ) throws {
    for (name, column) in columns {
      guard let figure = figures[name] else { continue }
      let row = try office.warehouse.rows("SELECT sum(\(column)), count(\(column)) FROM v_post_latest")[0]
      #expect(row[0].real == figure.sum, "\(name)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(name)")
    }
  }

  private func counts(_ office: Office, _ column: String) throws -> [String: Int] {
    let rows = try office.warehouse.rows(
      "SELECT \(column), count(*) FROM v_post_latest WHERE \(column) IS NOT NULL GROUP BY 1")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0].text ?? "", Int($0[1].integer ?? 0)) })
  }

  // MARK: X

  private static let xPosts = (try? golden("x_exports.golden.jsonl").filter { $0.metrics != nil }) ?? []

  @Test(arguments: xPosts.indices)
  func `X's posts hold what the oracle found, instants by their ids`(index: Int) throws {
    let expected = Self.xPosts[index]
    let (office, reports) = try load([expected.file], below: "x")
    let report = try #require(reports.first)
    #expect(report.status == .loaded, "\(report)")
    #expect(report.records == expected.records)
    #expect(report.loaded == expected.distinct_ids)
    #expect(report.skipped == expected.junk)
    let span = try office.warehouse.rows("SELECT min(published_at), max(published_at) FROM v_post_latest")
    #expect(span == [[.optional(expected.published_min), .optional(expected.published_max)]])
    #expect(try counts(office, "month") == expected.months)
    #expect(try counts(office, "post_format")["reply"] ?? 0 == expected.replies)
    #expect(try counts(office, "post_format")["share"] ?? 0 == expected.retweets ?? 0)
    try check(
      office, expected.metrics ?? [:],
      [
        "impressions": "impressions", "likes": "likes", "replies": "comments", "reposts": "reposts",
        "shares": "shares", "bookmarks": "saves", "engagements": "engagements", "new_follows": "follows",
        "profile_visits": "profile_visits", "url_clicks": "link_clicks",
      ])
  }

  private static let xDays = (try? golden("x_exports.golden.jsonl").filter { $0.metrics == nil }) ?? []

  @Test(arguments: xDays.indices)
  func `X's days hold what the oracle found, undelivered columns nothing`(index: Int) throws {
    let expected = Self.xDays[index]
    let (office, reports) = try load([expected.file], below: "x/adhorg")
    #expect(reports.first?.loaded == expected.rows)
    let columns = [
      "Impressions": "impressions", "Likes": "likes", "Engagements": "engagements", "Bookmarks": "saves",
      "Shares": "shares", "New follows": "follows", "Unfollows": "unfollows", "Replies": "comments",
      "Reposts": "reposts", "Profile visits": "visits", "Create Post": "posts", "Video views": "views",
      "Media views": "media_views", "Tweets published": "posts", "impressions": "impressions",
      "engagements": "engagements", "retweets": "reposts", "replies": "comments", "likes": "likes",
    ]
    try checkDays(office, expected, columns)
  }

  private func checkDays(_ office: Office, _ expected: Expected, _ columns: [String: String]) throws {
    for (header, figure) in expected.columns ?? [:] {
      guard let metric = columns[header] else { continue }
      let row = try office.warehouse.rows(
        "SELECT sum(value), count(*), min(date), max(date) FROM v_account_day WHERE metric = ?",
        [.text(metric)])[0]
      #expect(row[0].real == figure.sum, "\(header)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(header)")
      guard figure.null == 0 else { continue }
      #expect(row[2] == .optional(expected.first_day) && row[3] == .optional(expected.last_day), "\(header)")
    }
  }

  // MARK: YouTube

  /// Each table, with the file beside it that tells its span.
  private static let tables: [(file: String, beside: String?, folder: String)] = [
    ("youtube/Table data.csv", nil, "youtube/2023-05"),
    ("youtube/german/Tabellendaten.csv", "youtube/german/Gesamtwerte.csv", "youtube"),
    ("youtube/portuguese/Dados da tabela.csv", "youtube/portuguese/Total.csv", "youtube"),
  ]

  @Test(arguments: tables.indices)
  func `YouTube's tables hold what the oracle found, the channel's total beside the rows`(index: Int) throws {
    let (file, beside, folder) = Self.tables[index]
    let expected = try #require(try Self.golden("youtube_exports.golden.jsonl").first { $0.file == file })
    let (office, reports) = try load([file] + (beside.map { [$0] } ?? []), below: folder)
    let report = try #require(reports.first { $0.format == "youtube-table" })
    #expect(report.status == .loaded, "\(report)")
    #expect(report.records == expected.records)
    #expect(report.loaded == expected.distinct_ids)
    #expect(report.skips.map(\.code) == [.totalRow] + (expected.footer == nil ? [] : [.footer]))
    #expect(
      try office.one("SELECT truncated FROM ingest_load WHERE format = 'youtube-table'")
        == (expected.footer == nil ? 0 : 1))
    let columns = [
      "views": "views", "impressions": "impressions", "watch_hours": "watch_seconds",
      "subscribers": "follows",
    ]
    let metrics = [
      "views": "views", "impressions": "impressions", "watch_hours": "watch_seconds",
      "subscribers": "net_follows",
    ]
    // The view keeps back what a window says of videos from before it; the facts have all.
    for (name, column) in columns {
      guard let figure = expected.columns?[name] else { continue }
      let row = try office.warehouse.rows("SELECT sum(\(column)), count(\(column)) FROM fact_post_snapshot")[
        0]
      let sum = row[0].real.map { ($0 / (name == "watch_hours" ? 3600 : 1) * 10_000).rounded() }
      #expect(sum == figure.sum.map { ($0 * 10_000).rounded() }, "\(name)")
      #expect(row[1] == .integer(Int64(figure.known)), "\(name)")
    }
    for (name, metric) in metrics {
      guard let total = expected.total?[name] else { continue }
      let value = try office.one("SELECT value FROM v_account_period WHERE metric = '\(metric)'")
      #expect(value.real == (name == "watch_hours" ? (total * 3600).rounded() : total), "\(name)")
    }
    let days = try office.warehouse.rows(
      """
      SELECT substr(date, 1, 7), count(*) FROM dim_post JOIN dim_date ON date_key = published_date_key
      WHERE date IS NOT NULL GROUP BY 1
      """)
    #expect(
      Dictionary(uniqueKeysWithValues: days.map { ($0[0].text ?? "", Int($0[1].integer ?? 0)) })
        == expected.months)
    let undated = try office.warehouse.rows("SELECT native_id FROM dim_post WHERE published_date_key = 0")
    #expect(Set(undated.compactMap { $0[0].text }) == Set(expected.undated_ids ?? []))
  }

  @Test(arguments: ["youtube/german/Gesamtwerte.csv", "youtube/resaved/Totals.csv"])
  func `YouTube's days hold what the oracle found`(file: String) throws {
    let expected = try #require(try Self.golden("youtube_exports.golden.jsonl").first { $0.file == file })
    let (office, reports) = try load([file], below: "youtube")
    #expect(reports.first?.loaded == expected.days)
    let row = try office.warehouse.rows(
      "SELECT sum(value), count(*), min(date), max(date) FROM v_account_day WHERE metric = 'views'")[0]
    #expect(row[0].real == expected.sum)
    #expect(row[1] == .integer(Int64(expected.days ?? 0)))
    #expect(row[2] == .optional(expected.first_day) && row[3] == .optional(expected.last_day))
  }

  @Test(arguments: ["youtube/german/Diagrammdaten.csv", "youtube/portuguese/Total.csv"])
  func `a chart, or totals of money, only tell the span`(file: String) throws {
    let expected = try #require(try Self.golden("youtube_exports.golden.jsonl").first { $0.file == file })
    let (office, reports) = try load([file], below: "youtube")
    #expect(reports.first?.status == .loaded && reports.first?.skipped == expected.records)
    let span = try office.warehouse.rows("SELECT counted_from, counted_to FROM ingest_load")[0]
    let (from, to) = (span[0].text.flatMap { Instant.read($0) }, span[1].text.flatMap { Instant.read($0) })
    #expect(from.map { "\(PacificTime.day(of: $0))" } == expected.first_day)
    #expect(to.map { "\(PacificTime.day(of: $0 - 1))" } == expected.last_day)
  }

  // MARK: TikTok

  private static let tikTokDays =
    (try? golden("tiktok_exports.golden.jsonl").filter { $0.kind != "content" }) ?? []

  @Test(arguments: tikTokDays.indices)
  func `TikTok's days hold what the oracle found, in any container and language`(index: Int) throws {
    var expected = Self.tikTokDays[index]
    let (office, reports) = try load([expected.file], below: "tiktok")
    if let member = expected.members?.first {
      (expected.rows, expected.columns) = (member.rows, member.columns)
      (expected.first_day, expected.last_day) = (member.first_day, member.last_day)
    }
    #expect(reports.first?.status == .loaded && reports.first?.records == expected.rows)
    try checkDays(
      office, expected,
      [
        "Video Views": "views", "Profile Views": "visits", "Likes": "likes", "Comments": "comments",
        "Shares": "shares", "Total Viewers": "total_viewers", "New Viewers": "new_viewers",
        "Returning Viewers": "returning_viewers", "Followers": "followers",
      ])
  }

  @Test func `TikTok's top list holds what the oracle found, letter for letter`() throws {
    let expected = try #require(
      try Self.golden("tiktok_exports.golden.jsonl").first { $0.kind == "content" })
    let (office, reports) = try load([expected.file], below: "tiktok")
    #expect(reports.first?.status == .loaded && reports.first?.loaded == expected.distinct_ids)
    try check(
      office, expected.columns ?? [:],
      [
        "Total likes": "likes", "Total comments": "comments", "Total shares": "shares",
        "Total views": "views",
      ])
    #expect(try counts(office, "month") == expected.months)
    let span = try office.warehouse.rows("SELECT min(published_at), max(published_at) FROM v_post_latest")
    #expect(span == [[.optional(expected.uploaded_min), .optional(expected.uploaded_max)]])
    let captions = try office.warehouse.rows("SELECT caption FROM v_post_latest ORDER BY line").map {
      $0[0].text ?? ""
    }
    let text = Array(captions.joined(separator: "\n").utf8)
    #expect(text.withUnsafeBytes(SHA256.hex) == expected.captions_sha256)
    #expect(try office.one("SELECT truncated FROM ingest_load") == 1)
  }
}
