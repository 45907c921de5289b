import Testing
import Warehouse

@testable import Analyze

/// The marts on small months whose figures are worked out by hand.
@Suite struct MartTests {
  let warehouse: Connection

  init() throws {
    warehouse = try Warehouse.inMemory()
    try warehouse.execute(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, peer_group, is_ranked, valid_from, valid_to) VALUES
        ('A', 'Dinas A', 'A', NULL, 1, '0001-01-01', '9999-12-31'),
        ('B', 'Dinas B', 'B', NULL, 1, '0001-01-01', '9999-12-31'),
        ('C', 'Dinas C', 'C', NULL, 1, '0001-01-01', '9999-12-31'),
        ('P', 'Pemkab', 'P', NULL, 0, '0001-01-01', '9999-12-31');
      INSERT INTO dim_account VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'p'), (4, 2, 'a');
      INSERT INTO account_owner VALUES (1, 'A', '0001-01-01', '9999-12-31'), (2, 'B', '0001-01-01', '9999-12-31'),
        (3, 'P', '0001-01-01', '9999-12-31'), (4, 'A', '2025-12-01', '9999-12-31');
      """)
  }

  /// A load about accounts, listing posts of a range of instants.
  func load(
    _ key: Int, accounts: [Int], from: String? = "2025-09-30T07:00:00Z", to: String? = "2025-11-01T07:00:00Z",
    exported: String = "2025-11-03T01:00:00Z", folder: String? = nil, status: String = "loaded",
    basis: String = "likes+comments+shares"
  ) throws {
    try warehouse.run(
      "INSERT INTO ingest_file VALUES (?, ?, 1, 'f.csv')", [.integer(Int64(key)), .text("\(key)")])
    try warehouse.run(
      """
      INSERT INTO ingest_load (load_key, file_key, path, scope, folder_opd, status, content, platform_key, exported_at, as_of,
        published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped,
        tool_version, loaded_at)
      VALUES (?1, ?1, 'f' || ?1, '', ?2, ?3, 'posts', 1, ?4, ?4, ?5, ?6, ?4, ?7, 0, 0, 0, 0, 0, 't', ?4)
      """,
      [
        .integer(Int64(key)), .optional(folder), .text(status), .text(exported), .optional(from),
        .optional(to),
        .text(basis),
      ])
    for account in accounts {
      try warehouse.run(
        "INSERT INTO load_account VALUES (?, ?)", [.integer(Int64(key)), .integer(Int64(account))])
    }
  }

  /// A post with one snapshot; format 1 is a photo, 10 a share.
  func post(
    _ key: Int, account: Int, load: Int = 1, day: Int = 20_251_007, format: Int = 1, reach: Int?, likes: Int?,
    comments: Int? = 0, shares: Int? = 0, paid: Int? = nil, perspective: String = "own"
  ) throws {
    try warehouse.run(
      """
      INSERT OR IGNORE INTO dim_post VALUES (?1, 1, ?1, ?2, ?3, '2025-10-07T00:00:00Z', 'minute', ?4, NULL, NULL, NULL, NULL)
      """, [key, account, day, format].map { .integer(Int64($0)) })
    try warehouse.run(
      """
      INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, reach_paid, likes, comments, shares)
      VALUES (?, ?, 2, ?, ?, ?, ?, ?, ?)
      """,
      [.integer(Int64(key)), .integer(Int64(load)), .text(perspective)]
        + [reach, paid, likes, comments, shares].map { .optional($0.map(Int64.init)) })
  }

  func make(_ month: String = "2025-10", asOf: String = Analysis.everything) throws {
    try warehouse.run("INSERT OR IGNORE INTO mart_dirty VALUES (?, 'load')", [.text(month)])
    try Analysis(warehouse, asOf: asOf).refresh()
  }

  func row(_ columns: String, _ opd: String) throws -> [SQLValue] {
    try warehouse.rows(
      "SELECT \(columns) FROM mart_opd_platform_month WHERE month = '2025-10' AND opd_code = ? AND platform = 'facebook'",
      [.text(opd)]
    ).first ?? []
  }

  @Test func `sums, rates and exclusions, by hand`() throws {
    try load(1, accounts: [1])
    try load(2, accounts: [1], basis: "likes+comments")
    try post(1, account: 1, reach: 100, likes: 4, comments: 1)  // rate 5/100
    try post(2, account: 1, reach: 300, likes: 2, comments: 0, shares: 1)  // rate 3/300
    try post(3, account: 1, format: 10, reach: 50, likes: 50)  // a share
    try post(4, account: 1, reach: 1000, likes: 900, paid: 7)  // paid
    try post(5, account: 1, reach: nil, likes: 5)  // exposure not known
    try post(6, account: 1, reach: 0, likes: 0)  // no exposure
    try post(7, account: 1, reach: 10, likes: 1, shares: nil)  // interactions not known
    try post(8, account: 1, load: 2, reach: 20, likes: 1)  // its file lacks shares
    try post(9, account: 1, reach: 70, likes: 3, perspective: "other")
    try make()
    #expect(try row("posts, index_posts, other_posts, reach_posts", "A") == [8, 2, 1, 7])
    #expect(
      try row("excluded_format, excluded_paid, excluded_exposure, excluded_interactions, excluded_basis", "A")
        == [1, 1, 2, 1, 1])
    #expect(
      try row("reach_sum_post, reach_max_post, reach_avg_per_post", "A") == [1480, 1000, .real(1480.0 / 7)])
    #expect(try row("interactions, likes, comments, shares, exposure", "A") == [8, 6, 1, 1, 400])
    #expect(try row("er_ratio_of_sums, round(er_mean_of_posts, 12)", "A") == [.real(0.02), .real(0.03)])
    #expect(try row("er_low IS NOT NULL, er_rank, unranked_reason", "A") == [1, nil, "few_posts"])
  }

  @Test func `nothing sent is unknown, an empty file is zero`() throws {
    try load(1, accounts: [1])
    try make()
    #expect(
      try row("submission, posts, reach_posts, reach_sum_post, unranked_reason", "A") == [
        "complete", 0, 0, nil, "no_posts",
      ])
    #expect(
      try row("submission, posts, index_posts, reach_sum_post, unranked_reason", "B") == [
        "missing", nil, nil, nil, "missing",
      ])
    let offices = try warehouse.rows("SELECT opd_code, submission, posts FROM mart_opd_month ORDER BY 1")
    #expect(
      offices == [
        ["A", "complete", 0], ["B", "missing", nil], ["C", "unregistered", nil], ["P", "missing", nil],
      ])
  }

  @Test func `ranked from five posts on, by rate, ties share, outside is outside`() throws {
    try load(1, accounts: [1, 2, 3])
    for number in 1...5 {
      try post(number, account: 1, reach: 100, likes: 2)
      try post(10 + number, account: 2, reach: 50, likes: 1)
      try post(20 + number, account: 3, reach: 10, likes: 9)
    }
    try make()
    #expect(try row("er_rank, er_ranked, unranked_reason", "A") == [1, 2, nil])
    #expect(try row("er_rank, er_ranked, unranked_reason", "B") == [1, 2, nil])
    #expect(try row("er_rank, unranked_reason, er_ratio_of_sums", "P") == [nil, "outside", .real(0.9)])
    try warehouse.execute("INSERT INTO setting VALUES ('laporan.minimal_unggahan', '6')")
    try make()
    #expect(try row("er_rank, unranked_reason", "A") == [nil, "few_posts"])
  }

  @Test func `the regency's line compares only offices complete in both months`() throws {
    try load(1, accounts: [1, 2, 3])
    try load(2, accounts: [1, 3], from: "2025-08-31T07:00:00Z", to: "2025-10-01T07:00:00Z")
    try post(1, account: 1, reach: 100, likes: 4)
    try post(2, account: 2, reach: 300, likes: 2)
    try post(3, account: 3, reach: 900, likes: 9)
    try post(4, account: 1, load: 2, day: 20_250_907, reach: 50, likes: 1)
    try make("2025-09")
    try make()
    let line = try warehouse.rows(
      """
      SELECT offices, offices_received, offices_complete, posts, reach_sum_post, reach_max_post, interactions,
        er_ratio_of_sums FROM mart_platform_month WHERE month = '2025-10'
      """)
    // A and B take part in the ranking; the regency's own page does not.
    #expect(line == [[2, 2, 2, 2, 400, 300, 6, .real(0.015)]])
    let compared = try warehouse.rows(
      """
      SELECT compared_offices, compared_posts, compared_exposure_sum_post, compared_er_ratio_of_sums, previous_posts,
        previous_exposure_sum_post, previous_er_ratio_of_sums FROM mart_platform_month WHERE month = '2025-10'
      """)
    #expect(compared == [[1, 1, 100, .real(0.04), 1, 50, .real(0.02)]])
  }

  @Test(arguments: [
    ([("2025-09-30T07:00:00Z", "2025-11-01T07:00:00Z")], "complete"),
    ([("2025-10-01T07:00:00Z", "2025-11-01T07:00:00Z")], "partial"),
    (
      [("2025-09-30T07:00:00Z", "2025-10-15T07:00:00Z"), ("2025-10-15T07:00:00Z", "2025-11-01T07:00:00Z")],
      "complete"
    ),
    (
      [("2025-09-30T07:00:00Z", "2025-10-14T07:00:00Z"), ("2025-10-15T07:00:00Z", "2025-11-01T07:00:00Z")],
      "partial"
    ),
    (
      [("2025-09-30T07:00:00Z", "2025-11-20T07:00:00Z"), ("2025-10-02T07:00:00Z", "2025-10-03T07:00:00Z")],
      "complete"
    ),
    ([("2025-08-31T07:00:00Z", "2025-09-30T07:00:00Z")], "missing"),
  ])
  func `a month is complete when the ranges of its files cover it`(
    ranges: [(String, String)], status: String
  ) throws {
    for (number, range) in ranges.enumerated() {
      try load(number + 1, accounts: [1], from: range.0, to: range.1)
    }
    try make()
    #expect(try row("submission", "A") == [.text(status)])
  }

  @Test func `an export before the month's end does not complete it, an unknown range says so`() throws {
    try load(1, accounts: [1], exported: "2025-10-28T01:00:00Z")
    try load(2, accounts: [2], from: nil, to: nil)
    try make()
    #expect(try row("submission", "A") == ["partial"])
    #expect(try row("submission", "B") == ["undated"])
  }

  @Test func `whose posts of the month are there has sent something, however late and undated the file`()
    throws
  {
    try load(1, accounts: [1], from: nil, to: nil, exported: "2026-05-20T01:00:00Z")
    try load(2, accounts: [2], from: nil, to: nil, exported: "2026-05-20T01:00:00Z")
    try post(1, account: 1, reach: 100, likes: 3)
    try make()
    #expect(try row("submission, posts", "A") == ["undated", 1])
    #expect(try row("submission, posts", "B") == ["missing", nil])
  }

  @Test func `the month before stands beside, and a change of it makes the next month anew`() throws {
    try load(1, accounts: [1], from: "2025-08-31T07:00:00Z")
    try post(1, account: 1, day: 20_250_907, reach: 100, likes: 5)
    try post(2, account: 1, reach: 100, likes: 3)
    try make("2025-09")
    try make()
    #expect(
      try row("previous_submission, previous_posts, previous_reach_sum_post, previous_er_ratio_of_sums", "A")
        == ["complete", 1, 100, .real(0.05)])
    try post(3, account: 1, day: 20_250_908, reach: 100, likes: 1)
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-09', 'load')")
    #expect(try Analysis(warehouse).refresh().map(\.description) == ["2025-09", "2025-10"])
    #expect(try row("previous_posts, previous_er_ratio_of_sums", "A") == [2, .real(0.03)])
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_dirty") == 0)
  }

  @Test func `as of an earlier day the earlier snapshot counts, and the stored marts stay`() throws {
    try load(1, accounts: [1], exported: "2025-11-03T01:00:00Z")
    try load(2, accounts: [1], exported: "2025-11-09T01:00:00Z")
    try post(1, account: 1, load: 1, reach: 100, likes: 5)
    try post(1, account: 1, load: 2, reach: 150, likes: 9)
    try make()
    #expect(try row("reach_sum_post, last_export", "A") == [150, "2025-11-09T01:00:00Z"])
    let month = try #require(Month("2025-10"))
    try Analysis(warehouse, asOf: "2025-11-05T00:00:00Z").makeAside(month)
    #expect(try row("reach_sum_post, last_export", "A") == [100, "2025-11-03T01:00:00Z"])
    #expect(
      try warehouse.scalar(
        "SELECT reach_sum_post FROM main.mart_opd_platform_month WHERE month = '2025-10' AND posts > 0")
        == 150)
  }

  @Test func `counts by format, and no rate over platforms that count differently`() throws {
    try load(1, accounts: [1])
    try post(1, account: 1, reach: 100, likes: 5)
    try post(2, account: 1, format: 4, reach: 200, likes: 5)
    try post(3, account: 1, format: 10, reach: 10, likes: 1)
    try make()
    let formats = try warehouse.rows(
      "SELECT post_format, posts, index_posts, er_ratio_of_sums FROM mart_opd_format_month ORDER BY 1")
    #expect(formats == [["photo", 1, 1, .real(0.05)], ["reel", 1, 1, .real(0.025)], ["share", 1, 0, nil]])
    let office = try warehouse.rows(
      "SELECT exposure_basis, exposure, er_ratio_of_sums, reach_sum_post FROM mart_opd_month WHERE opd_code = 'A'"
    )
    #expect(office == [["reach", 300, .real(10.0 / 300), 310]])
  }

  @Test func `a refused file shows beside its folder's office until a better one comes`() throws {
    try load(1, accounts: [], folder: "B", status: "refused")
    try make()
    #expect(try warehouse.scalar("SELECT refused_files FROM mart_opd_month WHERE opd_code = 'B'") == 1)
    try load(2, accounts: [2], folder: "B")
    try warehouse.execute("UPDATE ingest_load SET path = 'f1' WHERE load_key = 2")
    try make()
    #expect(try warehouse.scalar("SELECT refused_files FROM mart_opd_month WHERE opd_code = 'B'") == 0)
  }

  @Test func `month_post and v_post_latest agree`() throws {
    try load(1, accounts: [1])
    try load(2, accounts: [1], exported: "2025-11-09T01:00:00Z")
    for number in 1...6 {
      try post(number, account: 1, load: 1, reach: number * 10, likes: 1)
      if number % 2 == 0 { try post(number, account: 1, load: 2, reach: nil, likes: nil, comments: nil) }
      if number % 3 == 0 {
        try post(10 + number, account: 2, load: 2, reach: 5, likes: 1, perspective: "other")
      }
    }
    try make()
    let columns = "native_id, opd_code, reach, interactions, exposure, as_of, perspective"
    let left = try warehouse.rows("SELECT \(columns) FROM month_post ORDER BY 1")
    #expect(left.count == 8)
    #expect(
      left == (try warehouse.rows("SELECT \(columns) FROM v_post_latest WHERE month = '2025-10' ORDER BY 1")))
  }
}

extension MartTests {
  private func followers() throws -> [SQLValue] {
    try row("followers, followers_basis, er_by_followers", "A")
  }

  @Test func `followers are the month's last known ones, else what a person typed`() throws {
    try load(1, accounts: [1])
    for number in 1...4 { try post(number, account: 1, reach: 100, likes: 3) }
    try make()
    #expect(try followers() == [nil, nil, nil])
    try warehouse.execute("INSERT INTO follower_entry VALUES ('2025-10', 'A', 'facebook', 500)")
    try make()
    #expect(try followers() == [500, "typed", .real(0.006)])
    try warehouse.execute(
      """
      INSERT INTO fact_account_day (account_key, metric, date_key, load_key, line, value) VALUES
        (1, 'followers', 20251030, 1, 2, 200), (1, 'followers', 20251031, 1, 3, 300),
        (1, 'followers', 20251101, 1, 4, 400), (2, 'followers', 20251031, 1, 5, 9);
      """)
    try make()
    #expect(try followers() == [300, "export", .real(0.01)])
  }

  @Test func `a file that lists only the top leaves the month in part`() throws {
    try load(1, accounts: [1], from: nil, to: nil)
    try warehouse.execute("UPDATE ingest_load SET truncated = 1")
    try make()
    #expect(try row("submission, top_lists", "A") == ["partial", 1])
    // One that counts another month's days is not about this one.
    try warehouse.execute(
      "UPDATE ingest_load SET counted_from = '2025-11-01T07:00:00Z', counted_to = '2025-12-01T08:00:00Z'")
    try make()
    #expect(try row("submission, top_lists", "A") == ["missing", 0])
  }
}
