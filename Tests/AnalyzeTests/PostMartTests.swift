import Testing
import Warehouse

@testable import Analyze

/// What `mart_post` says of posts one by one, and the parts of the day, on three offices of hand-made posts.
@Suite struct PostMartTests {
  let warehouse: Connection

  init() throws {
    warehouse = try Warehouse.inMemory()
    for key in 1...3 {
      try warehouse.execute(
        """
        INSERT INTO dim_opd (opd_code, name, short_name, is_ranked, valid_from, valid_to)
          VALUES ('K\(key)', 'Kantor \(key)', 'K\(key)', 1, '0001-01-01', '9999-12-31');
        INSERT INTO dim_account VALUES (\(key), 1, 'akun\(key)');
        INSERT INTO account_owner VALUES (\(key), 'K\(key)', '0001-01-01', '9999-12-31');
        """)
    }
    try warehouse.execute(
      """
      INSERT INTO ingest_file VALUES (1, 'sha', 1, 'f.csv');
      INSERT INTO ingest_load (load_key, file_key, path, scope, status, content, platform_key, exported_at, as_of,
        published_from, published_to, counted_to, basis, records, loaded, rejected, quarantined, skipped, tool_version,
        loaded_at)
      VALUES (1, 1, 'f', '', 'loaded', 'posts', 1, '2025-11-03T00:00:00Z', '2025-11-03T00:00:00Z',
        '2025-09-30T07:00:00Z', '2025-11-01T16:00:00Z', '2025-11-03T00:00:00Z', 'likes+comments+shares', 0, 0, 0, 0, 0,
        't', '2025-11-03T00:00:00Z');
      INSERT INTO load_account SELECT 1, account_key FROM dim_account;
      INSERT INTO mart_dirty VALUES ('2025-10', 'load');
      """)
    // Every office: two posts at 09.00 and two at 20.00 WITA, each of reach 100; 5 and 15 likes for K1, 10 for others.
    for office in 1...3 {
      for (number, instant) in ["01", "01", "12", "12"].enumerated() {
        let likes = office == 1 ? (number < 2 ? 5 : 15) : 10
        let key = office * 10 + number
        try warehouse.execute(
          """
          INSERT INTO dim_post (post_key, platform_key, native_id, account_key, published_date_key, published_at,
            published_precision, post_format_key)
          VALUES (\(key), 1, '\(key)', \(office), 20251007, '2025-10-07T\(instant):00:00Z', 'minute', 1);
          INSERT INTO fact_post_snapshot (post_key, load_key, line, perspective, reach, likes, comments, shares)
          VALUES (\(key), 1, 2, 'own', 100, \(likes), 0, 0);
          """)
      }
    }
    try Analysis(warehouse).refresh()
  }

  @Test func `each post stands against the county's rate, and has its place`() throws {
    // b = 120/1200: ten interactions expected of every post, whatever their weight.
    let kappa2 = try #require(try warehouse.scalar("SELECT kappa2 FROM mart_index_month").real)
    let weight = 1 / (1 + kappa2 * 10)
    let rows = try warehouse.rows(
      "SELECT native_id, expected, post_index, opd_place, category_place FROM mart_post ORDER BY native_id")
    #expect(rows.count == 12)
    for (row, likes) in zip(rows, [5.0, 5, 15, 15] + [Double](repeating: 10, count: 8)) {
      #expect(abs((row[1].real ?? 0) - 10) < 1e-9)
      #expect(abs((row[2].real ?? 0) - 100 * (weight * likes + 0.5) / (weight * 10 + 0.5)) < 1e-9)
      // No rules, no category: no place in one.
      #expect(row[4] == .null)
    }
    #expect(rows[..<4].map { $0[3] } == [3, 4, 1, 2])
  }

  @Test func `parts of the day have their own index and range`() throws {
    let rows = try warehouse.rows(
      """
      SELECT first_hour, posts, hour_index, index_low, own_index FROM mart_opd_hour_month WHERE opd_code = 'K1'
      ORDER BY first_hour
      """)
    #expect(rows.map { $0[0] } == [8, 20])
    #expect(rows.map { $0[1] } == [2, 2])
    for (row, wanted) in zip(rows, [50.0, 150]) {
      #expect(abs((row[2].real ?? 0) - wanted) < 1e-9)
      #expect(abs((row[4].real ?? 0) - 100) < 1e-9)
    }
  }

  @Test func `without an index nothing is expected`() throws {
    try warehouse.execute(
      "UPDATE dim_opd SET is_ranked = 0 WHERE opd_code = 'K3'; INSERT INTO mart_dirty VALUES ('2025-10', 'load')"
    )
    try Analysis(warehouse).refresh()
    #expect(try warehouse.scalar("SELECT count(expected) FROM mart_post") == 0)
    #expect(try warehouse.scalar("SELECT count(*) FROM mart_opd_hour_month") == 0)
  }
}
