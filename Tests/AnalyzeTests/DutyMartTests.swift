import Testing
import Warehouse

@testable import Analyze

/// The duties' mart and the signals on a small October, worked out by hand.
@Suite struct DutyMartTests {
  let warehouse: Connection

  init() throws {
    warehouse = try Warehouse.inMemory()
    try warehouse.execute(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to) VALUES
        ('A', 'Dinas A', 'A', 1, '0001-01-01', '9999-12-31'), ('B', 'Dinas B', 'B', 1, '0001-01-01', '9999-12-31');
      INSERT INTO dim_account VALUES (1, 1, 'a'), (2, 3, 'a'), (3, 1, 'b');
      INSERT INTO account_owner VALUES (1, 'A', '0001-01-01', '9999-12-31'), (2, 'A', '0001-01-01', '9999-12-31'),
        (3, 'B', '0001-01-01', '9999-12-31');
      INSERT INTO account_alias VALUES (3, 'handle', 'dinasb', '0001-01-01', '9999-12-31');
      INSERT INTO category_rule VALUES (1, 2, 'layanan', 'loket', 9, 'loket', 'pola'),
        (2, 3, 'layanan', '', 0.5, '', 'sasaran'), (3, 4, '', '', NULL, '#festival*', 'acara'),
        (4, 5, 'serta-merta', 'banjir', 9, 'banjir', 'pola');
      """)
    for (key, platform) in [(1, 1), (2, 3)] {
      try warehouse.execute(
        """
        INSERT INTO ingest_file VALUES (\(key), 's\(key)', 1, 'f.csv');
        INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
          published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped,
          tool_version, loaded_at)
        VALUES (\(key), \(key), 'f', '', 'loaded', 'posts', \(platform), '2025-11-03T00:00:00Z', '2025-11-03T00:00:00Z',
          '2025-09-30T07:00:00Z', '2025-11-01T07:00:00Z', '2025-11-03T00:00:00Z', 'likes+comments+shares', 0, 0, 0, 0, 0,
          't', '2025-11-03T00:00:00Z');
        """)
    }
    // B sent a file without a post in it.
    try warehouse.execute(
      "INSERT INTO load_account VALUES (1, 1), (2, 2), (1, 3); INSERT INTO mart_dirty VALUES ('2025-10', 'load')"
    )
  }

  /// A post of A; `hour` in UTC, `nil`: only the day is known.
  private func post(
    _ key: Int, account: Int = 1, day: Int, hour: Int?, caption: String = "halo", format: Int = 1,
    comments: Int = 2,
    likes: Int = 5, perspective: String = "own"
  ) throws {
    let (two, load) = ({ (number: Int) in number < 10 ? "0\(number)" : "\(number)" }, account == 2 ? 2 : 1)
    try warehouse.run(
      """
      INSERT OR IGNORE INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_at,
        published_precision, post_format_key, caption) VALUES (?1, ?2, 'n' || ?1, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        .integer(Int64(key)), account == 2 ? 3 : 1, .integer(Int64(account)),
        .integer(Int64(20_251_000 + day)),
        .optional(hour.map { "2025-10-\(two(day))T\(two($0)):30:00Z" }),
        .text(hour == nil ? "day" : "minute"),
        .integer(Int64(format)), .text(caption),
      ])
    try warehouse.run(
      """
      INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, impressions, likes, comments, shares)
      VALUES (?, ?, 2, ?, 100, 100, ?, ?, 0)
      """,
      [
        .integer(Int64(key)), .integer(Int64(perspective == "other" ? 2 : load)), .text(perspective),
        .integer(Int64(likes)), .integer(Int64(comments)),
      ])
  }

  private func row(_ columns: String, _ code: String) throws -> [SQLValue] {
    try Analysis(warehouse).refresh()
    return try warehouse.rows(
      "SELECT \(columns) FROM mart_opd_duty_month WHERE opd_code = ?", [.text(code)]
    ).first ?? []
  }

  @Test func `rhythm, hours, categories, collaboration, by hand`() throws {
    // Wednesday 8 October, 08.30 WITA, in office hours; Saturday 11, 10.30; Wednesday 15, 16.30; 20 without an hour.
    try post(1, day: 8, hour: 0, caption: "Loket banjir @dinasb")
    try post(2, day: 11, hour: 2, caption: "#FestivalDanau hari ini")
    try post(3, day: 15, hour: 8)
    try post(4, account: 2, day: 20, hour: nil, comments: 8)
    try post(5, account: 2, day: 20, hour: nil, caption: "ya", format: 11, comments: 50)
    try post(1, day: 8, hour: 0, perspective: "other")
    // Between the 20th and the end lie eleven days, before the 8th seven.
    #expect(
      try row("posts, longest_silence, timed_posts, x_replies, collab_posts, crossposts", "A") == [
        5, 11, 3, 1, 1, 2,
      ])
    #expect(try row("mention_posts, event_posts, information_posts", "A") == [1, 1, 1])
    let rates = try row(
      "posts_per_week, office_hours_share, comments_per_post, uncategorised_share, target_gap", "A"
    ).map { $0.real ?? .nan }
    // 5·7/31; one of three; (2+2+2+8)/4, the reply left out; four of five outside; 0,5 − 0,2.
    for (found, wanted) in zip(rates, [35.0 / 31, 1.0 / 3, 3.5, 0.8, 0.3]) { #expect(isClose(found, wanted)) }
    #expect(try row("accounts, missing_accounts, dormant_accounts", "A") == [2, 0, 0])
  }

  @Test func `who posted nothing has no rhythm, and a dormant account`() throws {
    try post(1, day: 8, hour: 0)
    #expect(
      try row(
        "posts, longest_silence, office_hours_share, x_replies, dormant_accounts, missing_accounts", "B") == [
          nil, nil, nil, nil, 1, 0,
        ])
  }

  @Test func `a post with comments far outside its account's own habit is listed`() throws {
    for number in 1...14 {
      try post(number, day: number, hour: 0, comments: 1 + number % 3, likes: 20 + number)
    }
    try post(20, day: 20, hour: 0, comments: 60, likes: 25)
    // Nine comments on no like would be far outside, too, but are no crisis.
    try post(21, day: 21, hour: 0, comments: 9, likes: 0)
    try Analysis(warehouse).refresh()
    let found = try warehouse.rows(
      "SELECT native_id, signal, comments, history FROM mart_post_signal ORDER BY signal")
    #expect(found == [["n20", "comments_per_exposure", 60, 15], ["n20", "comments_per_like", 60, 15]])
    let ratio = try warehouse.scalar("SELECT value FROM mart_post_signal WHERE signal = 'comments_per_like'")
    #expect(isClose(ratio.real ?? 0, 60.5 / 25.5))
  }

  @Test func `a short history, or one all alike, lists nothing`() throws {
    for number in 1...11 { try post(number, day: number, hour: 0, comments: number % 3) }
    try post(20, day: 20, hour: 0, comments: 60)
    try Analysis(warehouse).refresh()
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_post_signal") == 0)
    #expect(Outlier(5, history: .init(repeating: 1, count: 20)) == nil)
    // Median 3, absolute deviations 2 1 0 1 2: their median is 1.
    let history = [1.0, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    #expect(Outlier(10, history: history) == Outlier(10, history: history.reversed()))
    #expect(isClose(Outlier(10, history: history)?.distance ?? 0, 7 / 1.4826))
  }
  @Test func `no outlier is lost by the screen`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let values = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Double.random(in: 0...1, using: &random) < 0.2
          ? Double(Int.random(in: -30...30, using: &random)) : Double.random(in: 0...2, using: &random)
      }
      let screen = OutlierScreen(values)
      for place in values.indices {
        let others = values.indices.filter { $0 != place }.map { values[$0] }
        guard let outlier = Outlier(values[place], history: others), outlier.distance > Outlier.limit else {
          continue
        }
        #expect(screen.mayBeFar(values[place]), "\(values) \(place)")
      }
    }
    #expect(!OutlierScreen((0..<100).map(Double.init)).mayBeFar(60))
  }
}
