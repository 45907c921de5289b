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
    let months = try months("mart_month").filter { !due.contains($0) && !due.contains($0.previous) }
    var findings: [Finding] = []
    for month in months {
      try Analysis(warehouse).makeAside(month)
      for table in Analysis.marts {
        let count = try differences(table, month)
        guard count > 0 else { continue }
        findings.append(
          Finding(
            "\(table), bulan \(month): \(count) baris berbeda dari yang dihitung ulang; jalankan medsos analyze --all",
            "\(table), month \(month): \(count) rows differ from what the facts give; run medsos analyze --all"
          ))
      }
      try Analysis(warehouse).dropAside()
    }
    return (months.count, findings)
  }

  private func months(_ table: String) throws -> [Month] {
    try warehouse.rows("SELECT month FROM \(table) ORDER BY month").compactMap { row in
      row[0].text.flatMap { Month($0) }
    }
  }

  private func differences(_ table: String, _ month: Month) throws -> Int64 {
    let sides = [("main", "temp"), ("temp", "main")].map { one, other in
      """
      (SELECT count(*) FROM (SELECT * FROM \(one).\(table) WHERE month = ?1
        EXCEPT SELECT * FROM \(other).\(table) WHERE month = ?1))
      """
    }
    return try warehouse.scalar("SELECT \(sides.joined(separator: " + "))", [.text("\(month)")]).integer ?? 0
  }
}
