import Warehouse

/// What the marts hold of a quarter or a year.
struct RecapData {
  let period: Period
  /// A line that every report carries, such as the mark of fictitious data.
  let mark: String?
  /// `mart_period`.
  let meta: Record?
  /// `mart_opd_period`, in the order of names.
  let offices: [Record]
  /// `mart_opd_platform_period`, with names.
  let lines: [Record]
  /// `mart_platform_month` of the months, with the platform's name.
  let platformMonths: [Record]
  /// `mart_category_period`, with the category's name.
  let categories: [Record]
  /// The index of each month by office: `mart_opd_month`.
  let monthly: [String: [String: Record]]

  /// The months that are counted.
  let months: [Month]

  init(_ warehouse: Connection, _ period: Period) throws {
    self.period = period
    let key = SQLValue.text("\(period)")
    mark = try MonthData.mark(warehouse)
    meta = try warehouse.records("SELECT * FROM mart_period WHERE period = ?", [key]).first
    let last = meta.flatMap { Month($0.text("last_month")) }
    months = period.months.filter { month in last.map { month <= $0 } ?? false }
    offices = try warehouse.records("SELECT * FROM mart_opd_period WHERE period = ?", [key])
      .sorted(by: MonthData.isBefore)
    lines = try warehouse.records(
      """
      SELECT mart.*, opd.name, opd.short_name, opd.peer_group, dim.name AS platform_name
      FROM mart_opd_platform_period AS mart
      JOIN dim_platform AS dim ON dim.platform = mart.platform
      LEFT JOIN mart_opd_period AS opd ON opd.period = mart.period AND opd.opd_code = mart.opd_code
      WHERE mart.period = ? ORDER BY dim.platform_key, mart.opd_code
      """, [key])
    let range = [months.first, months.last].map { SQLValue.optional($0.map { "\($0)" }) }
    platformMonths = try warehouse.records(
      """
      SELECT mart.*, dim.name AS platform_name FROM mart_platform_month AS mart
      JOIN dim_platform AS dim ON dim.platform = mart.platform
      WHERE month BETWEEN ? AND ? ORDER BY dim.platform_key, month
      """, range)
    categories = try warehouse.records(
      """
      SELECT mart.*, dim.name AS category_name FROM mart_category_period AS mart
      JOIN dim_category AS dim ON dim.category = mart.category WHERE period = ? ORDER BY dim.sort_order
      """, [key])
    var monthly: [String: [String: Record]] = [:]
    for row in try warehouse.records(
      "SELECT opd_code, month, engagement_index, index_rank FROM mart_opd_month WHERE month BETWEEN ? AND ?",
      range)
    {
      monthly[row.text("opd_code"), default: [:]][row.text("month")] = row
    }
    self.monthly = monthly
  }

  /// Every peer group, by name; offices without one at the end.
  var peerGroups: [String?] { MonthData.peerGroups(offices) }
}
