import Testing
import Warehouse

@testable import Analyze

/// The index in the marts, on the fixture of metrics.md §7: six offices with an account on Facebook each.
@Suite struct IndexMartTests {
  private static let codes = ["A", "B", "C", "D", "E", "F"]
  let warehouse: Connection

  init() throws {
    warehouse = try Warehouse.inMemory()
    for (key, code) in Self.codes.enumerated() {
      try warehouse.execute(
        """
        INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to)
          VALUES ('\(code)', 'Dinas \(code)', '\(code)', 1, '0001-01-01', '9999-12-31');
        INSERT INTO dim_account VALUES (\(key + 1), 1, '\(code)');
        INSERT INTO account_owner VALUES (\(key + 1), '\(code)', '0001-01-01', '9999-12-31');
        """)
    }
    try load(1, month: "2025-10", from: "2025-09-30", to: "2025-11-01", exported: "2025-11-03")
  }

  /// A file of every account, and the fixture's posts in it.
  private func load(
    _ key: Int, month: String, from: String, to: String, exported: String, factorOfD factor: Int = 1
  ) throws {
    try warehouse.execute(
      """
      INSERT INTO ingest_file VALUES (\(key), 'sha\(key)', 1, 'f\(key).csv');
      INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
        published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped, tool_version,
        loaded_at)
      VALUES (\(key), \(key), 'f\(key)', '', 'loaded', 'posts', 1, '\(exported)T00:00:00Z', '\(exported)T00:00:00Z',
        '\(from)T07:00:00Z', '\(to)T16:00:00Z', '\(exported)T00:00:00Z', 'likes+comments+shares', 0, 0, 0, 0, 0, 't',
        '\(exported)T00:00:00Z');
      INSERT INTO load_account SELECT \(key), account_key FROM dim_account;
      INSERT OR IGNORE INTO mart_dirty VALUES ('\(month)', 'load');
      """)
    for (office, posts) in EngagementIndexTests.fixture.enumerated() {
      for (number, values) in posts.enumerated() {
        let likes = values.0 * (office == 3 ? Double(factor) : 1)
        try post(key * 1000 + office * 10 + number, office, key, month, "\(Int(values.1))", "\(Int(likes))")
      }
    }
  }

  private func post(
    _ key: Int, _ office: Int, _ load: Int, _ month: String, _ reach: String, _ likes: String,
    format: Int = 1, paid: String = "NULL"
  ) throws {
    let day = month.split(separator: "-").joined() + "07"
    try warehouse.execute(
      """
      INSERT INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_at,
        published_precision, post_format_key)
      VALUES (\(key), 1, '\(key)', \(office + 1), \(day), '\(month)-07T00:00:00Z', 'minute', \(format));
      INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, reach_paid, likes, comments, shares)
      VALUES (\(key), \(load), 2, 'own', \(reach), \(paid), \(likes), 0, 0);
      """)
  }

  private func rows(_ columns: String, month: String = "2025-10") throws -> [[SQLValue]] {
    try warehouse.rows(
      "SELECT \(columns) FROM mart_opd_month WHERE month = ? ORDER BY opd_code", [.text(month)])
  }

  @Test func `the marts hold the fixture's numbers`() throws {
    try Analysis(warehouse).refresh()
    let index = try rows("engagement_index").map { $0[0].real ?? 0 }
    for (found, wanted) in zip(index, [123.384499, 308.578374, 67.203008, 83.89464, 77.411966, 33.304419]) {
      #expect(abs(found - wanted) < 1e-6)
    }
    let parameters = try #require(
      try warehouse.rows(
        "SELECT method_version, reason, offices, ranked, posts, kappa2, tau2, rho FROM mart_index_month"
      ).first)
    #expect(Array(parameters[..<5]) == ["indeks-1", nil, 6, 2, 21])
    #expect(abs((parameters[5].real ?? 0) - 0.10316179) < 1e-8)
    #expect(abs((parameters[6].real ?? 0) - 0.58615087) < 1e-8)
    // Only A and C have five posts: the median of two variances is their mean.
    let variances = try rows("index_log_variance").map { $0[0].real ?? 0 }
    let tau2 = parameters[6].real ?? 0
    #expect(isClose(parameters[7].real ?? 0, tau2 / (tau2 + (variances[0] + variances[2]) / 2)))
    let rate = try warehouse.scalar("SELECT index_rate FROM mart_platform_month").real
    #expect(abs((rate ?? 0) - 0.03702546493) < 1e-10)
    // 100 · (125/2560) / (Σ I / Σ q): by hand Σ I = 1637 and Σ q = 56290.
    #expect(isClose(try rows("raw_index")[0][0].real ?? 0, 100 * 125.0 / 2560 / (1637.0 / 56290)))
  }

  @Test func `offices under five posts have a score and no rank`() throws {
    try Analysis(warehouse).refresh()
    #expect(
      try rows("index_rank, unranked_reason, rank_low, rank_high, group_rank") == [
        [1, nil, 1, 1, nil], [nil, "few_posts", nil, nil, nil], [2, nil, 2, 2, nil],
        [nil, "few_posts", nil, nil, nil], [nil, "few_posts", nil, nil, nil],
        [nil, "few_posts", nil, nil, nil],
      ])
    #expect(try rows("tier") == [["around"], ["above"], ["below"], ["around"], ["around"], ["below"]])
    #expect(try rows("index_change, index_change_reason")[0] == ["not_comparable", "previous"])
  }

  @Test func `a score can be recomputed from its row`() throws {
    try Analysis(warehouse).refresh()
    let wrong = try warehouse.scalar(
      """
      SELECT count(*) FROM mart_opd_month
      WHERE abs(score - index_prior_mean - index_shrinkage * (index_log_ratio - index_prior_mean)) > 1e-12
         OR abs(index_log_ratio - ln((index_observed + 0.5) / (index_expected + 0.5))) > 1e-12
         OR abs(engagement_index - 100 * exp(score)) > 1e-9
         OR abs(index_low - 100 * exp(score - 1.959964 * sqrt(score_variance))) > 1e-9
      """)
    #expect(wrong == 0)
  }

  @Test func `what is unknown, paid, negative or a story moves no number`() throws {
    try Analysis(warehouse).refresh()
    let columns = "engagement_index, score_variance, raw_index, index_rank, rank_low, index_3m"
    let before = try rows(columns)
    try post(1, 0, 1, "2025-10", "NULL", "900")
    try post(2, 1, 1, "2025-10", "100", "NULL")
    try post(3, 2, 1, "2025-10", "100", "-5")
    try post(4, 3, 1, "2025-10", "100", "90", format: 6)
    try post(5, 4, 1, "2025-10", "100", "90", paid: "7")
    try post(6, 5, 1, "2025-10", "0", "0")
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    try Analysis(warehouse).refresh()
    #expect(try rows(columns) == before)
  }

  @Test func `the exposure order, by hand`() throws {
    try Analysis(warehouse).refresh()
    // Sums: A 2560, B 500, C 46500, D 460, E 6100, F 170; the share of six below, oneself by half.
    let lines = try warehouse.rows(
      "SELECT exposure_rank, exposure_percentile FROM mart_opd_platform_month ORDER BY opd_code")
    #expect(lines.map { $0[0] } == [3, 4, 1, 5, 2, 6])
    for (line, halves) in zip(lines, [7.0, 5, 11, 3, 9, 1]) {
      #expect(isClose(line[1].real ?? 0, 100 * halves / 12))
    }
    // A million that was paid for moves nobody's place.
    try post(900, 5, 1, "2025-10", "1000000", "9", paid: "999000")
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    try Analysis(warehouse).refresh()
    #expect(
      try warehouse.rows(
        "SELECT exposure_rank, exposure_percentile FROM mart_opd_platform_month ORDER BY opd_code") == lines)
    #expect(try rows("reach_score_platforms").allSatisfy { $0 == [1] })
    #expect(isClose(try rows("reach_score")[2][0].real ?? 0, 100 * 11.0 / 12))
  }

  @Test func `the next month is about the same, and really better where it is`() throws {
    try load(2, month: "2025-11", from: "2025-10-31", to: "2025-12-01", exported: "2025-12-03", factorOfD: 12)
    try Analysis(warehouse).refresh()
    let november = try rows("index_change", month: "2025-11").map { $0[0] }
    #expect(november[3] == "up" && november[0] == "same")
    #expect(try rows("index_3m_posts", month: "2025-11").first == [10])
    #expect(try rows("index_3m_posts", month: "2025-11")[1] == [nil])
    // Each month has its own county rate: the moving index lies between the two.
    let moving = try #require(try rows("index_3m, engagement_index, previous_index", month: "2025-11").first)
    #expect((moving[0].real ?? 0) > 0 && moving[2].real != nil)
  }

  @Test func `a changed definition makes months incomparable`() throws {
    try warehouse.execute("INSERT INTO dim_metric_break VALUES (1, 'reach', '2025-11-10', 'Lain.')")
    try load(2, month: "2025-11", from: "2025-10-31", to: "2025-12-01", exported: "2025-12-03")
    try Analysis(warehouse).refresh()
    #expect(
      try rows("index_change, index_change_reason", month: "2025-11").first == [
        "not_comparable", "definition",
      ])
    #expect(
      try warehouse.scalar(
        "SELECT definition_break FROM mart_opd_platform_month WHERE month = '2025-11' AND opd_code = 'A'")
        == "2025-11-10")
    #expect(
      try warehouse.scalar(
        "SELECT definition_break FROM mart_opd_platform_month WHERE month = '2025-10' AND opd_code = 'A'")
        == nil as SQLValue)
  }

  @Test func `two offices, or nobody's interactions, have no index and say why`() throws {
    try warehouse.execute("UPDATE fact_post_snapshot SET likes = 0")
    try Analysis(warehouse).refresh()
    #expect(try warehouse.scalar("SELECT reason FROM mart_index_month") == "no_interactions")
    #expect(try rows("engagement_index, unranked_reason")[0] == [nil, "no_interactions"])
    try warehouse.execute(
      "UPDATE dim_opd SET is_ranked = 0 WHERE opd_code > 'B'; INSERT INTO mart_dirty VALUES ('2025-10', 'x')")
    try Analysis(warehouse).refresh()
    #expect(try warehouse.scalar("SELECT reason FROM mart_index_month") == "few_offices")
    #expect(
      try rows("unranked_reason") == [["few_offices"], ["few_posts"]]
        + .init(repeating: ["outside"], count: 4))
  }

  @Test func `a month's change reaches the two after it and no further`() throws {
    for (key, month) in [(2, "2025-11"), (3, "2025-12"), (4, "2026-01")] {
      try load(key, month: month, from: "2025-09-30", to: "2026-02-01", exported: "2026-02-03")
    }
    let analysis = try Analysis(warehouse)
    try analysis.refresh()
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    #expect(try analysis.refresh().map { "\($0)" } == ["2025-10", "2025-11", "2025-12"])
  }
  // MARK: - Recaps

  /// September to November, the fixture in each, D livelier in November.
  private func loadQuarters() throws {
    try load(2, month: "2025-09", from: "2025-08-31", to: "2025-10-01", exported: "2025-10-03")
    try load(3, month: "2025-11", from: "2025-10-31", to: "2025-12-01", exported: "2025-12-03", factorOfD: 3)
    try Analysis(warehouse).refresh()
  }

  @Test func `a recap's index is the one over all of its months' posts`() throws {
    // September is outside the quarter; December is not over.
    try loadQuarters()
    let quarter = try #require(Period("2025-Q4"))
    let november = try #require(Month("2025-11"))
    #expect(try Analysis(warehouse).ensure(quarter, until: november))
    let sums = try warehouse.rows(
      "SELECT months, months_complete, posts, index_posts FROM mart_opd_period WHERE opd_code = 'B'")
    let monthly = try warehouse.scalar(
      "SELECT sum(posts) FROM mart_opd_month WHERE opd_code = 'B' AND month IN ('2025-10', '2025-11')")
    #expect(sums == [[2, 2, monthly, monthly]])
    #expect(
      try warehouse.rows("SELECT first_month, last_month, months, posts FROM mart_period")
        == [["2025-10", "2025-11", 2, 42]])
    let stored = try warehouse.rows("SELECT engagement_index FROM mart_opd_period ORDER BY opd_code")
    let own = try #require(
      EngagementIndex(
        try monthPosts(["2025-10", "2025-11"]), platforms: 10, groups: .init(repeating: nil, count: 6),
        ranked: [true, false, true, false, false, false]))
    for (row, office) in zip(stored, own.offices) {
      #expect(abs((row[0].real ?? 0) - (office?.shrunk.index ?? -1)) < 1e-9)
    }
  }

  /// The fixture's posts, straight from the facts, each month with platforms of its own.
  private func monthPosts(_ months: [String]) throws -> [IndexPost] {
    try months.enumerated().flatMap { place, month in
      try warehouse.rows(
        """
        SELECT account_key, likes, reach FROM fact_post_snapshot JOIN dim_post USING (post_key)
        WHERE published_at LIKE ? ORDER BY native_id
        """, [.text(month + "%")]
      ).map {
        IndexPost(
          office: Int($0[0].integer ?? 0) - 1, platform: place * 5, interactions: $0[1].real ?? 0,
          exposure: $0[2].real ?? 0)
      }
    }
  }

  @Test func `a recap goes when a month of it is made anew, and verify sees one that was altered`() throws {
    try loadQuarters()
    let quarter = try #require(Period("2025-Q4"))
    let november = try #require(Month("2025-11"))
    let analysis = try Analysis(warehouse)
    try analysis.ensure(quarter, until: november)
    #expect(try MartAudit(warehouse).findings().findings.isEmpty)
    try warehouse.execute("UPDATE mart_opd_period SET posts = posts + 1 WHERE opd_code = 'A'")
    let found = try MartAudit(warehouse).findings().findings.map { $0.text(in: .english) }
    #expect(
      found == [
        "mart_opd_period, 2025-Q4: 2 rows differ from what the facts give; run medsos analyze --all, medsos run --period 2025-Q4"
      ])
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-11', 'load')")
    try analysis.refresh()
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_opd_period") == 0)
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_period") == 0)
  }

  @Test func `a recap aside shows the same and stores nothing`() throws {
    try loadQuarters()
    let quarter = try #require(Period("2025-Q4"))
    let november = try #require(Month("2025-11"))
    let columns = "opd_code, posts, raw_index, engagement_index, rank_low, rank_high, group_rank"
    let analysis = try Analysis(warehouse)
    #expect(try analysis.makeAside(quarter, until: november, withMonths: true))
    let aside = try warehouse.rows("SELECT \(columns) FROM mart_opd_period")
    try analysis.dropAside()
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_opd_period") == 0)
    try analysis.ensure(quarter, until: november)
    #expect(try warehouse.rows("SELECT \(columns) FROM mart_opd_period") == aside)
    #expect(try analysis.ensure(quarter, until: #require(Month("2025-09"))) == false)
  }
}
