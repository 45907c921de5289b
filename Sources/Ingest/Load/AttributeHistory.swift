import Warehouse

/// What a file says of a post that is no figure and may change from export to export.
enum PostAttribute: String, CaseIterable {
  // In the order in which PostWriter reads them.
  case account
  case publishedAt = "published_at"
  case postFormat = "post_format"
  case durationSeconds = "duration_seconds"
  case permalink
  case caption
  case customLabel = "custom_label"
}

/// Keeps `dim_post` as the latest snapshot has it, whatever the order in which files came.
///
/// An attribute that every load agrees on stands in `dim_post` alone. Once two loads differ, each load's value stands
/// in `post_attribute_history`, and `dim_post` holds the one of the latest snapshot that knows any.
struct AttributeHistory {
  private let warehouse: Connection
  private let loadKey: Int64
  private let find: Statement
  private let begin: Statement
  private let add: Statement
  private let latest: Statement

  init(_ warehouse: Connection, loadKey: Int64) throws {
    self.warehouse = warehouse
    self.loadKey = loadKey
    find = try warehouse.prepare("SELECT DISTINCT attribute FROM post_attribute_history WHERE post_key = ?")
    begin = try warehouse.prepare(
      """
      INSERT INTO post_attribute_history
      SELECT post_key, load_key, ?, ? FROM fact_post_snapshot WHERE post_key = ? AND load_key <> ?
      """)
    add = try warehouse.prepare("INSERT INTO post_attribute_history VALUES (?, ?, ?, ?)")
    // The same order as v_post_latest has.
    latest = try warehouse.prepare(
      """
      SELECT history.value FROM post_attribute_history AS history
      JOIN v_post_snapshot AS snapshot USING (post_key, load_key)
      WHERE history.post_key = ? AND history.attribute = ? AND history.value IS NOT NULL
      ORDER BY CASE WHEN exposure IS NULL AND interactions IS NULL THEN 1 ELSE 0 END,
        CASE WHEN perspective = 'own' THEN 0 ELSE 1 END,
        as_of DESC, counted_to DESC, exported_at DESC, known_metrics DESC, sha256, load_key LIMIT 1
      """)
  }

  /// Compares what this load says with what stands in `dim_post`, and keeps both where they differ.
  func note(
    _ stated: [PostAttribute: SQLValue], of postKey: Int64, standing: [PostAttribute: SQLValue]
  ) throws {
    let known = Set(try find.rows([.integer(postKey)]).compactMap { $0[0].text })
    for attribute in PostAttribute.allCases {
      let (new, old) = (stated[attribute] ?? .null, standing[attribute] ?? .null)
      guard new != old || known.contains(attribute.rawValue) else { continue }
      let name = SQLValue.text(attribute.rawValue)
      if !known.contains(attribute.rawValue) {
        try begin.run([name, Self.text(old), .integer(postKey), .integer(loadKey)])
      }
      try add.run([.integer(postKey), .integer(loadKey), name, Self.text(new)])
      try settle(attribute, postKey)
    }
  }

  /// Brings posts to what their remaining loads say, after some were taken back: the latest known value stands, and an
  /// attribute on which all agree needs no history.
  ///
  /// - Parameter table: holds the keys of the posts in `post_key`.
  /// - Throws: `WarehouseError`.
  func settleAll(postsOf table: String) throws {
    let rows = try warehouse.rows(
      """
      SELECT post_key, attribute, count(DISTINCT value) + max(value IS NULL) FROM post_attribute_history
      WHERE post_key IN (SELECT post_key FROM \(table)) GROUP BY post_key, attribute
      """)
    for row in rows {
      guard let post = row[0].integer, let name = row[1].text, let attribute = PostAttribute(rawValue: name)
      else { continue }
      try settle(attribute, post)
      guard row[2] == 1 else { continue }
      try warehouse.run(
        "DELETE FROM post_attribute_history WHERE post_key = ? AND attribute = ?",
        [.integer(post), .text(name)])
    }
  }

  /// Writes the latest known value into `dim_post`.
  private func settle(_ attribute: PostAttribute, _ postKey: Int64) throws {
    let value = try latest.row([.integer(postKey), .text(attribute.rawValue)])?.first ?? .null
    let post = SQLValue.integer(postKey)
    switch attribute {
    case .account:
      try warehouse.run(
        "UPDATE dim_post SET account_key = CAST(? AS INTEGER) WHERE post_key = ?", [value, post])
    case .postFormat:
      try warehouse.run(
        """
        UPDATE dim_post SET post_format_key = (SELECT post_format_key FROM dim_post_format
          WHERE post_format = ?) WHERE post_key = ?
        """, [value, post])
    case .publishedAt:
      let known = value.text.flatMap { CivilDate(iso: $0) }
      let instant = known == nil ? value.text.flatMap { Instant.read($0) } : nil
      let day = known.map(Calendar.key) ?? instant.map { Calendar.key(of: WITA.day(of: $0)) } ?? 0
      try warehouse.run(
        """
        UPDATE dim_post SET published_at = ?, published_date_key = ?, published_precision = ?
        WHERE post_key = ?
        """,
        [
          known == nil ? value : .null, .integer(day),
          value == .null ? "unknown" : known == nil ? "minute" : "day", post,
        ])
    case .durationSeconds, .permalink, .caption, .customLabel:
      try warehouse.run(
        "UPDATE dim_post SET \(attribute.rawValue) = ? WHERE post_key = ?", [value, post])
    }
  }

  /// Numbers, an account's key among them, are kept as text.
  private static func text(_ value: SQLValue) -> SQLValue {
    value.integer.map { .text(String($0)) } ?? value
  }
}
