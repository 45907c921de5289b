public import Warehouse

/// Posts whose category a person should look at: a small margin, or a text without evidence.
public struct ReviewQueue {
  /// How many posts.
  public let count: Int
  /// The queue as a file to fill in and give back as `perbaikan.csv`: its columns first, then what helps to decide.
  public let csv: String

  /// Reads the queue of a month, or of all months.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, month: Month?) throws {
    let rows = try warehouse.records(
      """
      SELECT COALESCE(post.permalink, '') AS permalink, post.native_id, platform.platform, account.account, day.date,
        decided.category, decided.margin, decided.words, post.caption
      FROM post_category AS decided
      JOIN dim_post AS post ON post.post_key = decided.post_key
      JOIN dim_platform AS platform ON platform.platform_key = post.platform_key
      JOIN dim_account AS account ON account.account_key = post.account_key
      JOIN dim_date AS day ON day.date_key = post.published_date_key
      WHERE decided.needs_look = 1 AND (?1 IS NULL OR day.month = ?1)
      ORDER BY decided.margin, platform.platform, post.native_id
      """, [.optional(month.map { "\($0)" })])
    var table = CSVText([
      "tautan", "id", "kategori", "alasan", "oleh", "tanggal", "usulan", "selisih", "kata", "platform",
      "akun",
      "terbit", "takarir",
    ])
    for row in rows {
      table.add([
        row["permalink"], row["native_id"], .null, .null, .null, .null, row["category"], row["margin"],
        row["words"], row["platform"], row["account"], row["date"], row["caption"],
      ])
    }
    count = rows.count
    csv = table.text
  }
}
