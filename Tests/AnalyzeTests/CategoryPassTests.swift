import Testing
import Warehouse

@testable import Analyze

/// When posts are looked at, what a correction does, and what the category marts hold.
@Suite struct CategoryPassTests {
  let warehouse: Connection

  init() throws {
    warehouse = try Warehouse.inMemory()
    try warehouse.execute(
      """
      INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to) VALUES
        ('A', 'Dinas Loket', 'Loket', 1, '0001-01-01', '9999-12-31'),
        ('B', 'Dinas B', 'B', 1, '0001-01-01', '9999-12-31');
      INSERT INTO opd_name VALUES ('dinas loket', 'A'), ('dinas b', 'B');
      INSERT INTO dim_account VALUES (1, 1, 'a'), (2, 1, 'b');
      INSERT INTO account_alias VALUES (2, 'handle', 'dinasb', '0001-01-01', '9999-12-31');
      INSERT INTO account_owner VALUES (1, 'A', '0001-01-01', '9999-12-31'), (2, 'B', '0001-01-01', '9999-12-31');
      INSERT INTO category_rule VALUES (1, 2, 'layanan', 'loket', 9, 'loket', 'pola'),
        (2, 3, 'kegiatan', 'rapat', 9, 'rapat', 'pola'), (3, 4, 'layanan', '', 0.5, '', 'sasaran');
      INSERT INTO setting VALUES ('kategori.aturan', '1'), ('kategori.koreksi', '1');
      INSERT INTO ingest_file VALUES (1, 's', 1, 'f.csv');
      INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
        published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped, tool_version,
        loaded_at)
      VALUES (1, 1, 'f', '', 'loaded', 'posts', 1, '2025-11-03T00:00:00Z', '2025-11-03T00:00:00Z',
        '2025-09-30T07:00:00Z', '2025-11-01T07:00:00Z', '2025-11-03T00:00:00Z', 'likes+comments+shares', 0, 0, 0, 0, 0,
        't', '2025-11-03T00:00:00Z');
      INSERT INTO load_account VALUES (1, 1), (1, 2);
      """)
    for (key, caption) in ["Loket buka", "Rapat hari ini", "Dinas Loket", "Halo @dinasb"].enumerated() {
      try post(key + 1, caption)
    }
  }

  private func post(_ key: Int, _ caption: String?, reach: Int = 100, likes: Int = 5) throws {
    try warehouse.run(
      """
      INSERT INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_at,
        published_precision, post_format_key, permalink, caption)
      VALUES (?1, 1, 'n' || ?1, 1, 20251007, '2025-10-07T00:00:00Z', 'minute', 1, 'https://www.facebook.com/p/' || ?1, ?2)
      """, [.integer(Int64(key)), .optional(caption)])
    try warehouse.run(
      """
      INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, likes, comments, shares)
      VALUES (?, 1, 2, 'own', ?, ?, 2, 1)
      """, [.integer(Int64(key)), .integer(Int64(reach)), .integer(Int64(likes))])
  }

  @discardableResult
  private func pass() throws -> CategoryPass.Outcome {
    try CategoryPass(warehouse, now: "2025-11-05T00:00:00Z").run()
  }

  private func correct(_ line: Int, _ post: String, _ category: String, _ reason: String = "salah") throws {
    try warehouse.run(
      "INSERT INTO category_override VALUES (NULL, ?, ?, ?, ?, 'IKP', '2025-11-04')",
      [.integer(Int64(line)), .text(post), .text(category), .text(reason)])
    try warehouse.execute("UPDATE setting SET value = value || 'x' WHERE name = 'kategori.koreksi'")
  }

  private func decided() throws -> [[SQLValue]] {
    try warehouse.rows("SELECT category, method, needs_look FROM post_category ORDER BY post_key")
  }

  @Test func `every post gets a category, once`() throws {
    #expect(try pass() == .init(posts: 4, changed: 4, unmatched: []))
    #expect(
      try decided() == [
        ["layanan", "rule", 0], ["kegiatan", "rule", 0], ["none", "rule", 1], ["none", "rule", 1],
      ])
    #expect(try warehouse.scalar("SELECT mentions FROM post_category WHERE post_key = 4") == 1)
    #expect(try warehouse.scalar("SELECT month FROM mart_dirty WHERE cause = 'category'") == "2025-10")
    #expect(try pass() == .init(posts: 0, changed: 0, unmatched: []))
  }

  @Test func `a new post, a changed text and changed rules are looked at again, and only they`() throws {
    try pass()
    try post(9, "Rapat")
    #expect(try pass() == .init(posts: 1, changed: 1, unmatched: []))
    try warehouse.execute("UPDATE dim_post SET caption = 'loket' WHERE post_key = 2")
    #expect(try pass() == .init(posts: 1, changed: 1, unmatched: []))
    #expect(try decided()[1] == ["layanan", "rule", 0])
    try warehouse.execute(
      """
      UPDATE category_rule SET pattern = 'halo' WHERE rule_key = 2;
      UPDATE setting SET value = '2' WHERE name = 'kategori.aturan';
      """)
    let outcome = try pass()
    #expect(outcome.posts == 5 && outcome.changed == 2)
    #expect(try decided().map { $0[0] } == ["layanan", "layanan", "none", "kegiatan", "none"])
  }

  @Test func `a correction wins, is logged, and can be taken back`() throws {
    try pass()
    try correct(2, "facebook.com/p/1", "edukasi")
    try correct(3, "n2", "positif", "juara")
    #expect(try pass() == .init(posts: 2, changed: 2, unmatched: []))
    #expect(try Array(decided().prefix(2)) == [["edukasi", "manual", 0], ["positif", "manual", 0]])
    #expect(
      try warehouse.rows(
        "SELECT platform, native_id, from_category, to_category, reason, decided_by, decided_on FROM category_log"
      )
        == [
          ["facebook", "n1", "layanan", "edukasi", "salah", "IKP", "2025-11-04"],
          ["facebook", "n2", "kegiatan", "positif", "juara", "IKP", "2025-11-04"],
        ])
    #expect(try pass().posts == 0)
    try warehouse.execute(
      """
      DELETE FROM category_override WHERE post = 'n2';
      UPDATE setting SET value = 'y' WHERE name = 'kategori.koreksi';
      """)
    try pass()
    #expect(try decided()[1] == ["kegiatan", "rule", 0])
    #expect(
      try warehouse.rows("SELECT to_category, reason FROM category_log ORDER BY log_key DESC LIMIT 1") == [
        ["kegiatan", "perbaikan dicabut"]
      ])
    #expect(try warehouse.scalar("SELECT count(*) FROM category_log") == 3)
  }

  @Test func `a correction that no post answers to, or two do, is named and not used`() throws {
    try warehouse.execute(
      """
      INSERT INTO dim_account VALUES (3, 2, 'c');
      INSERT INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_precision,
        post_format_key) VALUES (20, 2, 'n1', 3, 0, 'unknown', 1);
      """)
    try correct(2, "n1", "edukasi")
    try correct(3, "tiada", "edukasi")
    #expect(try pass().unmatched == [2, 3])
    #expect(try warehouse.scalar("SELECT count(*) FROM post_category WHERE method = 'manual'") == 0)
  }

  @Test func `without rules nothing is decided`() throws {
    try warehouse.execute("DELETE FROM category_rule")
    #expect(try pass() == .init())
    #expect(try decided().isEmpty)
  }

  @Test func `the category marts, by hand`() throws {
    try post(5, "loket", reach: 300, likes: 27)
    try pass()
    try Analysis(warehouse).refresh()
    // Two posts of five are about services; the target is one half.
    let county = try warehouse.rows(
      """
      SELECT category, posts, share_of_posts, target_share, review_posts, posts_without_category, comments_per_post
      FROM mart_category_month ORDER BY category
      """)
    #expect(county.first { $0[0] == "layanan" } == ["layanan", 2, .real(0.4), .real(0.5), 0, 0, .real(2)])
    #expect(county.first { $0[0] == "none" } == ["none", 2, .real(0.4), nil, 2, 0, .real(2)])
    let platform = try warehouse.rows(
      """
      SELECT posts, exposure_sum_post, exposure_median, interactions, exposure, er_ratio_of_sums
      FROM mart_platform_category_month WHERE category = 'layanan'
      """)
    // (5 + 3) and (27 + 3) interactions on 100 and 300.
    #expect(platform == [[2, 400, .real(200), 38, 400, .real(0.095)]])
    let share = try warehouse.scalar(
      "SELECT share_of_exposure FROM mart_platform_category_month WHERE category = 'layanan'")
    #expect(isClose(share.real ?? 0, 400.0 / 700))
    let office = try warehouse.rows(
      """
      SELECT posts, index_posts, category_effectiveness IS NOT NULL FROM mart_opd_category_month
      WHERE opd_code = 'A' AND category IN ('layanan', 'positif') ORDER BY category
      """)
    #expect(office == [[2, 2, 1], [0, 0, 0]])
  }

  @Test func `marts made before a pass equal those made after, and write no category`() throws {
    try correct(2, "n1", "edukasi")
    let columns = "category, posts, manual_posts, review_posts, share_of_expected"
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    try Analysis(warehouse).refresh()
    let before = try warehouse.rows("SELECT \(columns) FROM mart_category_month ORDER BY 1")
    #expect(try decided().isEmpty)
    try pass()
    try Analysis(warehouse).refresh()
    #expect(try warehouse.rows("SELECT \(columns) FROM mart_category_month ORDER BY 1") == before)
    #expect(before[0] == ["edukasi", 1, 1, 0, before[0][4]])
    try warehouse.execute("UPDATE dim_post SET caption = 'loket' WHERE post_key = 2")
    try warehouse.execute("INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    try Analysis(warehouse).refresh()
    let changed = try warehouse.scalar("SELECT posts FROM mart_category_month WHERE category = 'layanan'")
    #expect(changed == 1)
  }

  @Test func `without rules posts have no category, and are counted so`() throws {
    try warehouse.execute("DELETE FROM category_rule; INSERT INTO mart_dirty VALUES ('2025-10', 'load')")
    try Analysis(warehouse).refresh()
    let county = try warehouse.rows(
      "SELECT DISTINCT posts, share_of_posts, posts_without_category FROM mart_category_month")
    #expect(county == [[0, nil, 4]])
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_opd_category_month") == 0)
  }
}
