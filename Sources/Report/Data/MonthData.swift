import Warehouse

/// What the marts hold of one month, as all of its reports need it.
struct MonthData {
  let month: Month
  /// A line that every report carries, such as the mark of fictitious data.
  let mark: String?
  /// `mart_month`.
  let meta: Record?
  /// `mart_index_month`.
  let indexMonth: Record?
  /// `mart_platform_month`, with the platform's name.
  let platforms: [Record]
  /// `mart_opd_month`, by name.
  let offices: [Record]
  /// `mart_opd_platform_month`, with the office's and the platform's names.
  let lines: [Record]
  /// `mart_submission`, with the office's name.
  let submissions: [Record]
  /// `mart_category_month`, with the category's name, in the order of categories.
  let categories: [Record]
  /// `mart_platform_category_month`, with the category's name.
  let platformCategories: [Record]
  /// `mart_opd_category_month`, with the names of the office and the category.
  let officeCategories: [Record]
  /// `mart_opd_duty_month`, with the office's names.
  let duties: [Record]
  /// `mart_post_signal`, with the post's link and the office's short name.
  let signals: [Record]
  /// `mart_post`, with the post's link, text and day, and what decided its category.
  let posts: [Record]
  /// `mart_opd_hour_month`, in the order of hours.
  let hours: [Record]
  /// The months up to this one whose index is shown beside it.
  let historyMonths: [Month]
  /// `mart_opd_month` of these months by office and month, of offices that had an index in any.
  let history: [String: [String: Record]]
  /// What is left out of loads that may be about the month.
  let leftOut: LeftOut
  /// Changes of definitions in the month or the one before.
  let breaks: [Record]

  /// Reads a month.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  init(_ warehouse: Connection, _ month: Month) throws {
    self.month = month
    let key = SQLValue.text("\(month)")
    mark = try Self.mark(warehouse)
    meta = try warehouse.records("SELECT * FROM mart_month WHERE month = ?", [key]).first
    indexMonth = try warehouse.records("SELECT * FROM mart_index_month WHERE month = ?", [key]).first
    platforms = try warehouse.records(
      """
      SELECT mart.*, dim.name AS platform_name FROM mart_platform_month AS mart
      JOIN dim_platform AS dim ON dim.platform = mart.platform WHERE month = ? ORDER BY dim.platform_key
      """, [key])
    offices = try warehouse.records("SELECT * FROM mart_opd_month WHERE month = ? ORDER BY opd_code", [key])
      .sorted(by: Self.isBefore)
    lines = try warehouse.records(Self.linesSQL, [key]).sorted { left, right in
      let ranks = [left, right].map { ($0.count("platform_key"), $0.integer("er_rank") ?? .max) }
      return ranks[0] == ranks[1] ? Self.isBefore(left, right) : ranks[0] < ranks[1]
    }
    submissions = try warehouse.records(
      """
      SELECT submission.*, COALESCE(opd.short_name, submission.opd_code) AS short_name, opd.name, opd.is_ranked
      FROM mart_submission AS submission
      LEFT JOIN mart_opd_month AS opd ON opd.month = submission.month AND opd.opd_code = submission.opd_code
      WHERE submission.month = ? ORDER BY submission.opd_code, submission.platform, submission.account
      """, [key])
    categories = try warehouse.records(
      """
      SELECT mart.*, dim.name AS category_name FROM mart_category_month AS mart
      JOIN dim_category AS dim ON dim.category = mart.category WHERE month = ? ORDER BY dim.sort_order
      """, [key])
    platformCategories = try warehouse.records(
      """
      SELECT mart.*, dim.name AS category_name FROM mart_platform_category_month AS mart
      JOIN dim_category AS dim ON dim.category = mart.category
      JOIN dim_platform ON dim_platform.platform = mart.platform
      WHERE month = ? ORDER BY platform_key, dim.sort_order
      """, [key])
    officeCategories = try warehouse.records(
      """
      SELECT mart.*, dim.name AS category_name, COALESCE(opd.name, mart.opd_code) AS name
      FROM mart_opd_category_month AS mart
      JOIN dim_category AS dim ON dim.category = mart.category
      LEFT JOIN mart_opd_month AS opd ON opd.month = mart.month AND opd.opd_code = mart.opd_code
      WHERE mart.month = ? ORDER BY mart.opd_code, dim.sort_order
      """, [key])
    duties = try warehouse.records(
      """
      SELECT mart.*, COALESCE(opd.name, mart.opd_code) AS name FROM mart_opd_duty_month AS mart
      LEFT JOIN mart_opd_month AS opd ON opd.month = mart.month AND opd.opd_code = mart.opd_code
      WHERE mart.month = ? ORDER BY mart.opd_code
      """, [key])
    signals = try warehouse.records(
      """
      SELECT mart.*, COALESCE(opd.short_name, mart.opd_code) AS short_name, dim_platform.name AS platform_name,
        post.permalink
      FROM mart_post_signal AS mart
      JOIN dim_platform ON dim_platform.platform = mart.platform
      JOIN dim_post AS post ON post.platform_key = dim_platform.platform_key AND post.native_id = mart.native_id
      LEFT JOIN mart_opd_month AS opd ON opd.month = mart.month AND opd.opd_code = mart.opd_code
      WHERE mart.month = ? ORDER BY mart.distance DESC, mart.platform, mart.native_id
      """, [key])
    posts = try warehouse.records(Self.postsSQL, [key])
    hours = try warehouse.records(
      "SELECT * FROM mart_opd_hour_month WHERE month = ? ORDER BY opd_code, first_hour", [key])
    (historyMonths, history) = try Self.history(warehouse, month)
    leftOut = try LeftOut(warehouse, month: month)
    breaks = try warehouse.records(
      """
      SELECT broken_on, change, name FROM dim_metric_break JOIN dim_platform USING (platform_key)
      WHERE broken_on BETWEEN ? AND ? ORDER BY broken_on, platform_key
      """, [.text("\(month.previous.firstDay)"), .text("\(month.lastDay)")])
  }

  /// Every peer group, by name; offices without one at the end.
  var peerGroups: [String?] { Self.peerGroups(offices) }

  static func peerGroups(_ offices: [Record]) -> [String?] {
    let names = Set(offices.map { $0["peer_group"].text })
    return names.sorted { ($0 == nil ? 1 : 0, $0 ?? "") < ($1 == nil ? 1 : 0, $1 ?? "") }
  }

  private static func history(
    _ warehouse: Connection, _ month: Month
  ) throws -> ([Month], [String: [String: Record]]) {
    let first = (1..<6).reduce(month) { month, _ in month.previous }
    var history: [String: [String: Record]] = [:]
    for row in try warehouse.records(
      """
      SELECT opd_code, month, engagement_index, index_low, index_high FROM mart_opd_month
      WHERE month BETWEEN ? AND ? AND index_rank IS NOT NULL
      """, [.text("\(first)"), .text("\(month)")])
    {
      history[row.text("opd_code"), default: [:]][row.text("month")] = row
    }
    let known = Set(history.values.flatMap(\.keys))
    let months = sequence(first: first) { $0 < month ? $0.next : nil }.drop { !known.contains("\($0)") }
    return (Array(months), history)
  }

  /// The line that every report carries.
  static func mark(_ warehouse: Connection) throws -> String? {
    try warehouse.scalar("SELECT value FROM setting WHERE name = 'laporan.penanda'").text
      .map { visible($0, limit: 90) }
  }

  /// In the order of an index of names: capitals do not matter.
  static func isBefore(_ left: Record, _ right: Record) -> Bool {
    let names = [left, right].map { ($0.text("short_name").lowercased(), $0.text("opd_code")) }
    return names[0] < names[1]
  }

  /// The lines of one platform, ranked offices first.
  func lines(on platform: String) -> [Record] { lines.filter { $0.text("platform") == platform } }

  private static let postsSQL = """
    SELECT mart.*, opd.name, opd.short_name, dim_platform.name AS platform_name, dim_platform.exposure_basis,
      post.permalink, post.caption,
      day.date, dim_category.name AS category_name, correction.reason
    FROM mart_post AS mart
    JOIN dim_platform ON dim_platform.platform = mart.platform
    JOIN dim_post AS post ON post.post_key = mart.post_key
    JOIN dim_date AS day ON day.date_key = post.published_date_key
    LEFT JOIN mart_opd_month AS opd ON opd.month = mart.month AND opd.opd_code = mart.opd_code
    LEFT JOIN dim_category ON dim_category.category = mart.category
    LEFT JOIN (
      SELECT platform, native_id, reason,
        ROW_NUMBER() OVER (PARTITION BY platform, native_id ORDER BY log_key DESC) AS recency
      FROM category_log
    ) AS correction
      ON correction.platform = mart.platform AND correction.native_id = mart.native_id AND correction.recency = 1
        AND mart.method = 'manual'
    WHERE mart.month = ?
    ORDER BY mart.opd_code IS NULL, mart.opd_code, dim_platform.platform_key, post.published_at, mart.native_id
    """

  private static let linesSQL = """
    SELECT mart.*, platform.name AS platform_name, platform.platform_key, COALESCE(opd.name, mart.opd_code) AS name,
      COALESCE(opd.short_name, mart.opd_code) AS short_name, opd.peer_group, COALESCE(opd.is_ranked, 0) AS is_ranked
    FROM mart_opd_platform_month AS mart
    JOIN dim_platform AS platform ON platform.platform = mart.platform
    LEFT JOIN mart_opd_month AS opd ON opd.month = mart.month AND opd.opd_code = mart.opd_code
    WHERE mart.month = ?
    """
}
