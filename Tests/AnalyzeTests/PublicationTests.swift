import Testing
import Warehouse

@testable import Analyze

/// What was published stays, and what moved since is said.
@Suite struct PublicationTests {
  let warehouse: Connection
  let month: Month

  init() throws {
    warehouse = try Warehouse.inMemory()
    month = try #require(Month("2025-10"))
    try warehouse.execute(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to)
        VALUES ('A', 'A', 'A', 1, '0001-01-01', '9999-12-31');
      INSERT INTO dim_account VALUES (1, 1, 'a');
      INSERT INTO account_owner VALUES (1, 'A', '0001-01-01', '9999-12-31');
      """)
  }

  /// A file of the account, exported on that day of November, in which both posts have the reach.
  private func load(_ key: Int, day: Int, reach: Int) throws {
    try warehouse.execute(
      """
      INSERT INTO ingest_file VALUES (\(key), 'sha\(key)', 1, 'f\(key).csv');
      INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
        published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped, tool_version,
        loaded_at)
      VALUES (\(key), \(key), 'f\(key).csv', '', 'loaded', 'posts', 1, '2025-11-0\(day)T00:00:00Z',
        '2025-11-0\(day)T00:00:00Z', '2025-09-30T07:00:00Z', '2025-11-01T07:00:00Z', '2025-11-0\(day)T00:00:00Z',
        'likes+comments+shares', 2, 2, 0, 0, 0, 't', '2025-11-0\(day)T00:00:00Z');
      INSERT INTO load_account VALUES (\(key), 1);
      INSERT OR IGNORE INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_at,
        published_precision, post_format_key)
      VALUES (1, 1, '1', 1, 20251007, '2025-10-07T00:00:00Z', 'minute', 1),
        (2, 1, '2', 1, 20251008, '2025-10-08T00:00:00Z', 'minute', 1);
      INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, likes, comments, shares)
      VALUES (1, \(key), 2, 'own', \(reach), 5, 0, 0), (2, \(key), 3, 'own', \(reach), 5, 0, 0);
      INSERT OR IGNORE INTO mart_dirty VALUES ('2025-09', 'load'), ('2025-10', 'load'), ('2025-11', 'load');
      """)
  }

  private func publish(_ now: String) throws -> Publication.Outcome {
    try Publication(warehouse).publish(month, now: now, toolVersion: "t")
  }

  @Test func `a month without figures is not published`() throws {
    #expect(try publish("2025-11-05T00:00:00Z") == .nothing)
    #expect(try warehouse.scalar("SELECT count(*) FROM publication") == 0)
  }

  @Test func `the second time says that nothing has moved, and adds nothing`() throws {
    try load(1, day: 3, reach: 100)
    #expect(try publish("2025-11-05T00:00:00Z") == .first(figures: 17))
    #expect(try publish("2025-11-06T00:00:00Z") == .unchanged(since: "2025-11-05T00:00:00Z"))
    #expect(try warehouse.scalar("SELECT count(*) FROM publication") == 1)
    let reach = try warehouse.scalar("SELECT value FROM published_figure WHERE metric = 'reach_sum_post'")
    #expect(reach == .real(200))
  }

  @Test func `figures that moved are named with the load since then, the old ones stay`() throws {
    try load(1, day: 3, reach: 100)
    _ = try publish("2025-11-05T00:00:00Z")
    try load(2, day: 6, reach: 125)
    let outcome = try publish("2025-11-07T00:00:00Z")
    guard case .again(let since, let moved) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(since == "2025-11-05T00:00:00Z")
    let reach = try #require(moved.first { $0.metric == "reach_sum_post" })
    #expect(
      reach
        == Publication.Moved(
          opdCode: "A", platform: "facebook", metric: "reach_sum_post", published: 200, current: 250,
          newestLoad: 2))
    // 10 / 200 became 10 / 250.
    let rate = try #require(moved.first { $0.metric == "er_ratio_of_sums" })
    #expect(rate.published == 0.05 && rate.current == 0.04)
    #expect(!moved.contains { $0.metric == "posts" })
    let published = try warehouse.rows(
      "SELECT value FROM published_figure WHERE metric = 'reach_sum_post' ORDER BY publication_key")
    #expect(published == [[.real(200)], [.real(250)]])
    #expect(try publish("2025-11-08T00:00:00Z") == .unchanged(since: "2025-11-07T00:00:00Z"))
  }

  @Test func `an index that another office's file moved names that file`() throws {
    try load(1, day: 3, reach: 100)
    _ = try publish("2025-11-05T00:00:00Z")
    try warehouse.execute(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to)
        VALUES ('B', 'B', 'B', 1, '0001-01-01', '9999-12-31');
      INSERT INTO dim_account VALUES (2, 1, 'b');
      INSERT INTO account_owner VALUES (2, 'B', '0001-01-01', '9999-12-31');
      INSERT INTO ingest_file VALUES (2, 'sha2', 1, 'f2.csv');
      INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
        basis, records, loaded, rejected, quarantined, skipped, tool_version, loaded_at)
      VALUES (2, 2, 'f2.csv', '', 'loaded', 'posts', 1, '2025-11-06T00:00:00Z', '2025-11-06T00:00:00Z',
        'likes+comments+shares', 0, 0, 0, 0, 0, 't', '2025-11-06T00:00:00Z');
      INSERT INTO load_account VALUES (2, 2);
      UPDATE mart_opd_month SET engagement_index = 90 WHERE opd_code = 'A';
      UPDATE mart_opd_platform_month SET exposure_rank = 2, reach_sum_post = 7 WHERE opd_code = 'A';
      """)
    let moved = try Publication(warehouse).moved(month)
    func newest(_ metric: String) -> Int64?? { moved.first { $0.metric == metric }.map(\.newestLoad) }
    #expect(newest("engagement_index") == 2 && newest("exposure_rank") == 2)
    // A sum of A's own posts cannot have been moved by B's file.
    #expect(newest("reach_sum_post") == .some(nil))
  }

  @Test func `figures that are gone altogether have moved, too`() throws {
    try load(1, day: 3, reach: 100)
    _ = try publish("2025-11-05T00:00:00Z")
    try warehouse.execute(
      "DELETE FROM fact_post_snapshot; DELETE FROM dim_post; DELETE FROM load_account; DELETE FROM ingest_load; INSERT OR IGNORE INTO mart_dirty VALUES ('2025-10', 'undo')"
    )
    guard case .again(_, let moved) = try publish("2025-11-07T00:00:00Z") else {
      Issue.record("not published again")
      return
    }
    #expect(moved.contains { $0.metric == "posts" && $0.published == 2 && $0.current == nil })
  }

  @Test(arguments: [
    "UPDATE published_figure SET value = 1", "DELETE FROM published_figure", "DELETE FROM publication",
    "UPDATE publication SET month = '2025-09'",
  ])
  func `nothing that was published can be changed`(sql: String) throws {
    try load(1, day: 3, reach: 100)
    _ = try publish("2025-11-05T00:00:00Z")
    #expect(throws: WarehouseError.self) { try warehouse.execute(sql) }
  }

  @Test func `a month that compares with one that is due is not called wrong`() throws {
    try load(1, day: 3, reach: 100)
    try warehouse.execute(
      "UPDATE dim_post SET published_date_key = 20250907, published_at = '2025-09-07T00:00:00Z' WHERE post_key = 1"
    )
    try Analysis(warehouse).refresh()
    #expect(try MartAudit(warehouse).findings().months == 3)
    try warehouse.execute(
      "UPDATE fact_post_snapshot SET reach = 99 WHERE post_key = 1; INSERT INTO mart_dirty VALUES ('2025-09', 'load')"
    )
    let outcome = try MartAudit(warehouse).findings()
    // Both months after it hold an index over three months.
    #expect(outcome.months == 0)
    #expect(outcome.findings == [])
    try Analysis(warehouse).refresh()
    #expect(try MartAudit(warehouse).findings().findings == [])
  }

  @Test func `marts that are not what the facts give are found, and made anew on request`() throws {
    try load(1, day: 3, reach: 100)
    try Analysis(warehouse).refresh()
    #expect(try MartAudit(warehouse).findings().findings == [])
    try warehouse.execute("UPDATE fact_post_snapshot SET reach = 99 WHERE post_key = 1")
    let said = try MartAudit(warehouse).findings().findings.map { $0.text(in: .english) }
    #expect(
      said.contains(
        "mart_opd_platform_month, 2025-10: 2 rows differ from what the facts give; run medsos analyze --all"
      ))
    try Analysis(warehouse).markAll()
    try Analysis(warehouse).refresh()
    #expect(try MartAudit(warehouse).findings().findings == [])
  }
}
