public import Warehouse

extension Connection {
  /// Everything that files brought, by natural keys: no surrogate keys, no load times.
  public func dump() throws -> [String] {
    let queries = [
      """
      SELECT platform, native_id, account, published_date_key, published_at, published_precision, post_format,
        duration_seconds, permalink, caption, custom_label
      FROM dim_post JOIN dim_platform USING (platform_key) JOIN dim_account USING (account_key)
      JOIN dim_post_format USING (post_format_key)
      """,
      """
      SELECT native_id, sha256, fact.line, perspective, impressions, views, engaged_views, reach, reach_paid, viewers,
        likes, comments, shares, reposts, saves, clicks, link_clicks, follows, profile_visits, replies, navigation, sticker_taps,
        engagements, watch_seconds
      FROM fact_post_snapshot AS fact JOIN dim_post USING (post_key) JOIN ingest_load USING (load_key)
      JOIN ingest_file USING (file_key)
      """,
      """
      SELECT native_id, sha256, attribute, CASE attribute WHEN 'account' THEN account ELSE value END
      FROM post_attribute_history JOIN dim_post USING (post_key) JOIN ingest_load USING (load_key)
      JOIN ingest_file USING (file_key) LEFT JOIN dim_account ON dim_account.account_key = value
      """,
      """
      SELECT sha256, path, folder_opd, home_opd, status, as_of, published_from, published_to, records, loaded,
        rejected, quarantined, skipped, unused_columns, releases IS NULL, counted_from, counted_to, truncated, sheet
      FROM ingest_load JOIN ingest_file USING (file_key)
      """,
      "SELECT sha256, line, column_name, code, value FROM ingest_reject JOIN ingest_load USING (load_key) JOIN ingest_file USING (file_key)",
      "SELECT sha256, line, code FROM ingest_skip JOIN ingest_load USING (load_key) JOIN ingest_file USING (file_key)",
      "SELECT sha256, line, code, detail, released_by IS NULL FROM ingest_quarantine JOIN ingest_load USING (load_key) JOIN ingest_file USING (file_key)",
      "SELECT * FROM v_post_latest",
      """
      SELECT platform, account, metric, date_key, sha256, line, value FROM fact_account_day
      JOIN dim_account USING (account_key) JOIN dim_platform USING (platform_key) JOIN ingest_load USING (load_key)
      JOIN ingest_file USING (file_key)
      """,
      "SELECT platform, account, date, metric, value, file, line FROM v_account_day",
      "SELECT platform, account, period_from, period_to, metric, value, file, line FROM v_account_period",
      "SELECT platform, account, dimension, member, metric, value, file, line FROM v_account_breakdown",
    ]
    return try queries.enumerated().flatMap { number, sql in
      try rows(sql).map { "\(number) \($0)" }.sorted()
    }
  }

  /// Every mart, row by row.
  public func martDump() throws -> [String] {
    try [
      "mart_month", "mart_submission", "mart_opd_platform_month", "mart_opd_format_month", "mart_opd_month",
      "mart_platform_month",
    ].flatMap { table in try rows("SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted() }
  }
}
