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
    let code = row["kode_opd"].uppercased()
    guard let month = Month(row["bulan"]) else {
      throw table.error(
        row, "bulan: diharapkan bulan seperti 2025-10, ditemukan \"\(visible(row["bulan"]))\"",
        "bulan: expected a month such as 2025-10, found \"\(visible(row["bulan"]))\"")
    }
    guard codes.contains(code) else {
      throw table.error(
        row, "kode_opd \"\(visible(code))\" tidak ada di opd.csv",
        "kode_opd \"\(visible(code))\" is not in opd.csv")
    }
    guard let received = try count("masuk", row, table) else {
      throw table.error(row, "masuk kosong", "masuk is empty")
    }
    let answered = try count("terjawab", row, table)
    guard answered ?? 0 <= received else {
      throw table.error(row, "terjawab lebih banyak daripada masuk", "more answered than received")
    }
    return ComplaintEntry(
      month: "\(month)", opdCode: code, received: received, answered: answered,
      medianHours: try hours(row, table))
  }

  private static func count(
    _ column: String, _ row: RegistryTable.Row, _ table: RegistryTable
  ) throws -> Int64? {
    guard !row[column].isEmpty else { return nil }
    guard let count = Array(row[column].utf8).withUnsafeBytes({ CellValue.count($0) }) else {
      throw table.error(
        row, "\(column): diharapkan bilangan bulat tanpa titik, ditemukan \"\(visible(row[column]))\"",
        "\(column): expected a whole number without marks, found \"\(visible(row[column]))\"")
    }
    return count
  }

  private static func hours(_ row: RegistryTable.Row, _ table: RegistryTable) throws -> Double? {
    let text = row["median_jam"]
    guard !text.isEmpty else { return nil }
    guard let hours = Double(text.replacing(",", with: ".")), hours >= 0, hours.isFinite else {
      throw table.error(
        row, "median_jam: diharapkan bilangan jam seperti 4,5, ditemukan \"\(visible(text))\"",
        "median_jam: expected a number of hours such as 4.5, found \"\(visible(text))\"")
    }
    return hours
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
