import Warehouse

extension Registry {
  /// One row of `aduan.csv`: complaints that an office received in a month.
  struct ComplaintEntry: Equatable {
    let month: String
    let opdCode: String
    let received: Int64
    let answered: Int64?
    let medianHours: Double?
  }

  /// Reads the rows of `aduan.csv`.
  ///
  /// - Throws: `RegistryError` where a cell makes no sense, or a month and office occur twice.
  static func complaints(_ table: RegistryTable?, _ codes: Set<String>) throws -> [ComplaintEntry] {
    guard let table else { return [] }
    var seen: Set<[String]> = []
    return try table.rows.map { row in
      let entry = try complaint(row, table, codes)
      guard seen.insert([entry.month, entry.opdCode]).inserted else {
        throw table.error(row, "bulan dan kantor ini muncul dua kali", "this month and office occur twice")
      }
      return entry
    }
  }

  private static func complaint(
    _ row: RegistryTable.Row, _ table: RegistryTable, _ codes: Set<String>
  ) throws -> ComplaintEntry {
    let (month, code) = try monthAndOffice(row, table, codes)
    guard let received = try count("masuk", row, table) else {
      throw table.error(row, "masuk kosong", "masuk is empty")
    }
    let answered = try count("terjawab", row, table)
    guard answered ?? 0 <= received else {
      throw table.error(row, "terjawab lebih banyak daripada masuk", "more answered than received")
    }
    let hours = try decimal("median_jam", row, table)
    guard hours ?? 0 >= 0 else { throw table.error(row, "median_jam di bawah 0", "median_jam is below 0") }
    return ComplaintEntry(
      month: month, opdCode: code, received: received, answered: answered,
      medianHours: hours)
  }

  /// Brings the warehouse's complaints to what the file says.
  func writeComplaints(_ warehouse: Connection) throws {
    try warehouse.run("DELETE FROM complaint_entry")
    for entry in complaints {
      try warehouse.run(
        "INSERT INTO complaint_entry VALUES (?, ?, ?, ?, ?)",
        [
          .text(entry.month), .text(entry.opdCode), .integer(entry.received), .optional(entry.answered),
          .optional(entry.medianHours),
        ])
    }
  }
}
