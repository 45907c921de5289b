public import Warehouse

/// Makes the marts of months from the star schema.
public struct Analysis {
  /// The instant that stands for "every snapshot there is".
  public static let everything = "9999-12-31T23:59:59Z"

  let warehouse: Connection
  let minimumPosts: Int64
  private let asOf: String

  /// The files that make the marts, in order: name and text, for the documentation.
  public static let sources: [(name: String, text: String)] = EmbeddedSQL.files.map { ($0.name, $0.text) }

  /// Prepares to make marts, believing snapshots up to `asOf` (UTC, ISO 8601).
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, asOf: String = everything) throws {
    self.warehouse = warehouse
    self.asOf = asOf
    let setting = try warehouse.scalar("SELECT value FROM setting WHERE name = 'laporan.minimal_unggahan'")
      .text
    minimumPosts = setting.flatMap { Int64($0) } ?? 5
    try warehouse.execute(Self.postTables)
  }

  /// Makes the marts of every dirty month, each in a transaction that also clears the mark.
  ///
  /// A month's marts compare with the month before and hold an index over three months, so a changed month makes the
  /// next two dirty where they have marts; a month that was made anew only for that passes nothing on.
  /// - Returns: the months made, in order.
  @discardableResult
  public func refresh() throws -> [Month] {
    var made: [Month] = []
    while let month = try nextDirty() {
      try warehouse.transaction {
        try make(month)
        try warehouse.run(
          """
          INSERT OR IGNORE INTO mart_dirty SELECT month, 'previous' FROM mart_month WHERE month IN (?2, ?3)
            AND EXISTS (SELECT 1 FROM mart_dirty WHERE month = ?1 AND cause <> 'previous')
          """, [month, month.next, month.next.next].map { .text("\($0)") })
        try warehouse.run("DELETE FROM mart_dirty WHERE month = ?", [.text("\(month)")])
        try forgetPeriods(with: month)
      }
      if !made.contains(month) { made.append(month) }
    }
    return made
  }

  /// Makes the marts of a month that has none, such as one without any post, and of the two months before.
  ///
  /// The months after one that was made for the first time are made anew, since they compare with it.
  public func ensure(_ month: Month) throws {
    for month in Self.window(month) where try !isMade(month) && !isPurged(month) {
      try warehouse.transaction {
        try make(month)
        try warehouse.run(
          "INSERT OR IGNORE INTO mart_dirty SELECT month, 'previous' FROM mart_month WHERE month IN (?, ?)",
          [month.next, month.next.next].map { .text("\($0)") })
      }
    }
    try refresh()
  }

  /// Whether the month's posts were deleted for good.
  func isPurged(_ month: Month) throws -> Bool {
    try warehouse.scalar(
      "SELECT ? < COALESCE((SELECT max(before_month) FROM purge), '')", [.text("\(month)")]) == 1
  }

  private func isMade(_ month: Month) throws -> Bool {
    try warehouse.scalar("SELECT count(*) FROM mart_month WHERE month = ?", [.text("\(month)")]) == 1
  }

  /// A month and what it is held against.
  static func window(_ month: Month) -> [Month] { [month.previous.previous, month.previous, month] }

  /// Makes a month and the two before it as they looked at `asOf`, in temporary tables that hide the stored marts
  /// from this connection; the file is not written.
  public func makeAside(_ month: Month) throws {
    try hide(Self.marts)
    for month in Self.window(month) { try make(month) }
  }

  /// Makes a month aside as it was made when it was stored: against the months before only where they are stored.
  func remakeAside(_ month: Month) throws {
    let months = try Self.window(month).filter { try isMade($0) }
    try hide(Self.marts)
    for month in months { try make(month) }
  }

  /// Puts empty temporary tables before stored ones.
  func hide(_ tables: [String]) throws {
    for table in tables {
      let sql = try warehouse.scalar("SELECT sql FROM main.sqlite_schema WHERE name = ?", [.text(table)]).text
      let aside = (sql ?? "").replacing("CREATE TABLE", with: "CREATE TEMP TABLE", maxReplacements: 1)
      try warehouse.execute("DROP TABLE IF EXISTS temp.\(table); \(aside)")
    }
  }

  /// Removes what `makeAside` made, so that the stored marts are seen again.
  func dropAside() throws {
    for table in Self.marts + Self.periodMarts { try warehouse.execute("DROP TABLE IF EXISTS temp.\(table)") }
  }

  /// Makes every month that has marts due to be made anew.
  public func markAll() throws {
    try warehouse.run(
      """
      INSERT OR IGNORE INTO mart_dirty SELECT month, 'asked' FROM mart_month
      WHERE month >= COALESCE((SELECT max(before_month) FROM purge), '')
      """)
  }

  /// Months are taken in order: each reads the one before.
  ///
  /// Months whose posts were deleted for good stay as they are.
  private func nextDirty() throws -> Month? {
    try warehouse.execute("DELETE FROM mart_dirty WHERE month < (SELECT max(before_month) FROM purge)")
    return try warehouse.scalar("SELECT min(month) FROM mart_dirty").text.flatMap { Month($0) }
  }

  /// Makes a month's marts in the transaction at hand.
  package func make(_ month: Month) throws {
    try aggregate(month)
    try estimate(month)
  }

  /// What SQL computes of a month: its posts, and every sum of them.
  package func aggregate(_ month: Month) throws {
    for table in Self.marts {
      try warehouse.run("DELETE FROM \(table) WHERE month = ?", [.text("\(month)")])
    }
    try collectPosts(month, after: [month.previous.previous, month.previous])
    let values = parameters(month)
    for file in EmbeddedSQL.files where file.name != Self.postFile && !file.name.hasPrefix(Self.periodFiles) {
      try warehouse.prepare(file.text).run(named: values)
    }
  }

  /// What is estimated from these: ranges, signals, the index, effects.
  private func estimate(_ month: Month) throws {
    try RateRanges(warehouse).write(month)
    try SignalMarts(warehouse).write(month)
    try IndexMarts(warehouse, minimumPosts: minimumPosts).write(month)
  }

  /// Puts the month's posts into `month_post`, those of earlier months into `earlier_post`.
  func collectPosts(_ month: Month, after earlier: [Month]) throws {
    try warehouse.execute("DELETE FROM temp.earlier_post; DELETE FROM temp.month_post")
    let sql = EmbeddedSQL.text(Self.postFile)
    for earlier in earlier where try !isMade(earlier) {
      try warehouse.prepare(sql).run(named: parameters(earlier))
      try warehouse.execute(
        "INSERT INTO temp.earlier_post SELECT * FROM temp.month_post; DELETE FROM temp.month_post")
    }
    for earlier in earlier where try isMade(earlier) {
      try warehouse.run("INSERT INTO earlier_post \(Self.storedPosts)", [.text("\(earlier)")])
    }
    guard try !isMade(month) else {
      return try warehouse.run("INSERT INTO month_post \(Self.storedPosts)", [.text("\(month)")])
    }
    try warehouse.prepare(sql).run(named: parameters(month))
    try CategoryPass.decideAside(warehouse)
    try warehouse.run(
      "INSERT INTO mart_post (\(Self.postColumns)) SELECT \(Self.postColumns) FROM month_post WHERE month = ?",
      [.text("\(month)")])
  }

  private func parameters(_ month: Month) -> [String: SQLValue] {
    [
      "month": .text("\(month)"), "previous_month": .text("\(month.previous)"),
      "first_day": .text("\(month.firstDay)"), "last_day": .text("\(month.lastDay)"),
      "month_from": .text(Self.startInWITA(month)), "month_to": .text(Self.startInWITA(month.next)),
      "next_month_to": .text(Self.startInWITA(month.next.next)),
      "month_from_late": .text(Self.startInWITA(month, days: 1)),
      "month_to_late": .text(Self.startInWITA(month.next, days: 1)),
      "previous_first_day": .text("\(month.previous.firstDay)"),
      "as_of": .text(asOf), "minimum_posts": .integer(minimumPosts),
    ]
  }

  /// The first instant of a month in WITA (UTC+8), or so many days after it, in UTC: 16:00 of the day before.
  private static func startInWITA(_ month: Month, days: Int = 0) -> String {
    "\(CivilDate(dayNumber: month.firstDay.dayNumber - 1 + days))T16:00:00Z"
  }

  /// Every mart that is made month by month.
  static let marts = [
    "mart_month", "mart_post", "mart_submission", "mart_opd_platform_month", "mart_opd_format_month",
    "mart_opd_month",
    "mart_platform_month", "mart_index_month",
    "mart_platform_category_month", "mart_category_month", "mart_opd_category_month",
    "mart_opd_duty_month", "mart_post_signal", "mart_opd_hour_month",
  ]

  private static let postFile = "10_month_post"

  /// The columns that the temporary tables of posts and `mart_post` share, in the order of `10_month_post.sql`.
  private static let postColumns = """
    post_key, month, opd_code, platform, account, native_id, post_format, perspective, reach, views, likes, comments,
    shares, interactions, exposure, as_of, exclusion, category, day, hour, method, words, category_score,
    category_margin, needs_look, information, event_tags, mentions, text_key
    """

  private static let storedPosts = "SELECT \(postColumns) FROM mart_post WHERE month = ?"

  /// The posts of the month at hand and of the two before; see `10_month_post.sql`.
  private static let postTables = ["month_post", "earlier_post"].map { name in
    """
    CREATE TEMP TABLE IF NOT EXISTS \(name) (
      post_key INTEGER PRIMARY KEY, month TEXT, opd_code TEXT, platform TEXT, account TEXT, native_id TEXT,
      post_format TEXT, perspective TEXT, reach INTEGER, views INTEGER, likes INTEGER, comments INTEGER,
      shares INTEGER, interactions INTEGER, exposure INTEGER, as_of TEXT, exclusion TEXT, category TEXT,
      day INTEGER, hour INTEGER, method TEXT, words TEXT, category_score REAL, category_margin REAL,
      needs_look INTEGER, information TEXT, event_tags INTEGER, mentions INTEGER, text_key INTEGER
    ) STRICT;
    """
  }.joined(separator: "\n")
}
