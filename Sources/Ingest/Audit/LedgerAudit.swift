public import Warehouse

/// Recomputes the accounting of every load from the tables that hold its records.
public struct LedgerAudit {
  private let warehouse: Connection

  /// Prepares to check the ledger of this warehouse.
  public init(_ warehouse: Connection) { self.warehouse = warehouse }

  /// Loads whose counts are not what is in the tables, and posts that no load knows.
  ///
  /// - Returns: how many loads were checked, and what was found.
  /// - Throws: `WarehouseError` where the database fails.
  public func findings() throws -> (loads: Int, findings: [Finding]) {
    let rows = try warehouse.rows(Self.countsSQL)
    var findings: [Finding] = []
    for row in rows {
      for (index, name) in ["loaded", "rejected", "quarantined", "skipped"].enumerated()
      where row[2 + index] != row[6 + index] {
        let (path, noted, found) = (
          visible(row[1].text ?? ""), row[2 + index].integer ?? 0, row[6 + index].integer ?? 0
        )
        let key = row[0].integer ?? 0
        findings.append(
          Finding(
            "muatan \(key) (\(path)): tercatat \(noted) \(name), ditemukan \(found); jalankan medsos undo \(key) lalu muat lagi berkasnya",
            "load \(key) (\(path)): \(noted) \(name) noted, \(found) found; run medsos undo \(key) and load the file again"
          ))
      }
    }
    return (rows.count, findings + (try contradictions()))
  }

  /// Rows that contradict each other or themselves.
  private func contradictions() throws -> [Finding] {
    let checks = [
      (
        "SELECT count(*) FROM dim_post WHERE post_key NOT IN (SELECT post_key FROM fact_post_snapshot)",
        "unggahan tanpa satu pun snapshot", "posts without any snapshot"
      ),
      (
        """
        SELECT count(*) FROM dim_post JOIN dim_date ON date_key = published_date_key
        WHERE date(published_at, '+8 hours') BETWEEN '2004-01-01' AND '2040-12-31'
          AND date IS NOT date(published_at, '+8 hours')
        """, "unggahan yang tanggal WITA-nya tidak cocok dengan waktunya",
        "posts whose day in WITA is not their instant's"
      ),
      (
        "SELECT count(*) FROM ingest_load WHERE as_of IS NOT min(exported_at, COALESCE(counted_to, exported_at))",
        "muatan yang as_of-nya tidak cocok dengan waktu ekspornya",
        "loads whose as_of is not what follows from the export"
      ),
    ]
    return try checks.compactMap { sql, indonesian, english in
      let count = try warehouse.scalar(sql).integer ?? 0
      guard count > 0 else { return nil }
      return Finding(
        "\(count) \(indonesian); pulihkan cadangan terakhir", "\(count) \(english); restore the last backup")
    }
  }

  /// How many records of each load the facts hold; a row of an account-level file may have given several figures.
  static let loadedSQL = """
    SELECT load_key, count(*) AS found FROM fact_post_snapshot GROUP BY load_key
    UNION ALL
    SELECT load_key, count(DISTINCT line) FROM (
      SELECT load_key, line FROM fact_account_day
      UNION ALL SELECT load_key, line FROM fact_account_period
      UNION ALL SELECT load_key, line FROM fact_account_breakdown
    ) AS own
    -- A total that stands beside posts is kept and is no record of them.
    WHERE NOT EXISTS (
      SELECT 1 FROM ingest_skip AS skip WHERE skip.load_key = own.load_key AND skip.line = own.line)
    GROUP BY load_key
    """

  /// One pass over each table.
  private static let countsSQL = """
    WITH
    loaded AS (\(loadedSQL)),
    rejected AS (SELECT load_key, count(*) AS found FROM ingest_reject GROUP BY load_key),
    quarantined AS (SELECT load_key, count(*) AS found FROM ingest_quarantine GROUP BY load_key),
    skipped AS (SELECT load_key, count(*) AS found FROM ingest_skip GROUP BY load_key)
    SELECT load.load_key, load.path, load.loaded - load.purged, load.rejected, load.quarantined, load.skipped,
      COALESCE(loaded.found, 0), COALESCE(rejected.found, 0), COALESCE(quarantined.found, 0),
      COALESCE(skipped.found, 0)
    FROM ingest_load AS load
    LEFT JOIN loaded ON loaded.load_key = load.load_key
    LEFT JOIN rejected ON rejected.load_key = load.load_key
    LEFT JOIN quarantined ON quarantined.load_key = load.load_key
    LEFT JOIN skipped ON skipped.load_key = load.load_key
    ORDER BY load.load_key
    """
}
