public import Warehouse

/// Compares the stored marts with what the facts give today.
public struct MartAudit {
  private let warehouse: Connection

  /// Prepares to check the marts of this warehouse.
  public init(_ warehouse: Connection) { self.warehouse = warehouse }

  /// The months whose marts are not what their facts give; months that are due to be made anew, or that compare with
  /// one that is, are left out.
  ///
  /// - Returns: how many months were compared, and what was found.
  /// - Throws: `WarehouseError` where the database fails.
  public func findings() throws -> (months: Int, findings: [Finding]) {
    let due = try months("mart_dirty")
    let analysis = try Analysis(warehouse)
    let months = try months("mart_month").filter { month in
      try Analysis.window(month).allSatisfy { try !due.contains($0) && !analysis.isPurged($0) }
    }
    var findings: [Finding] = []
    for month in months {
      try Analysis(warehouse).remakeAside(month)
      for table in Analysis.marts {
        findings += try compare(table, "month", "\(month)", again: "medsos analyze --all")
      }
      try Analysis(warehouse).dropAside()
    }
    findings += try periods(due)
    return (months.count, findings)
  }

  /// Recaps that are not what the marts of their months and the posts give.
  private func periods(_ due: [Month]) throws -> [Finding] {
    var findings: [Finding] = []
    for row in try warehouse.rows("SELECT period, last_month FROM main.mart_period ORDER BY period") {
      guard let period = row[0].text.flatMap({ Period($0) }), let last = row[1].text.flatMap({ Month($0) }),
        try period.months.allSatisfy({ try !due.contains($0) && !Analysis(warehouse).isPurged($0) })
      else { continue }
      _ = try Analysis(warehouse).makeAside(period, until: last, withMonths: false)
      for table in Analysis.periodMarts {
        findings += try compare(
          table, "period", "\(period)", again: "medsos analyze --all, medsos run --period \(period)")
      }
      try Analysis(warehouse).dropAside()
    }
    return findings
  }

  private func compare(
    _ table: String, _ column: String, _ value: String, again: String
  ) throws -> [Finding] {
    let count = try differences(table, column, value)
    guard count > 0 else { return [] }
    return [
      Finding(
        "\(table), \(value): \(count) baris berbeda dari yang dihitung ulang; jalankan \(again)",
        "\(table), \(value): \(count) rows differ from what the facts give; run \(again)")
    ]
  }

  private func months(_ table: String) throws -> [Month] {
    try warehouse.rows("SELECT month FROM \(table) ORDER BY month").compactMap { row in
      row[0].text.flatMap { Month($0) }
    }
  }

  private func differences(_ table: String, _ column: String, _ value: String) throws -> Int64 {
    let sides = [("main", "temp"), ("temp", "main")].map { one, other in
      """
      (SELECT count(*) FROM (SELECT * FROM \(one).\(table) WHERE \(column) = ?1
        EXCEPT SELECT * FROM \(other).\(table) WHERE \(column) = ?1))
      """
    }
    return try warehouse.scalar("SELECT \(sides.joined(separator: " + "))", [.text(value)]).integer ?? 0
  }
}
