import Warehouse

extension Registry {
  /// Reads the rows of `pengikut.csv`.
  ///
  /// - Throws: `RegistryError` where a month, office, platform or number is none, or two rows speak of one account.
  static func followers(_ table: RegistryTable?, _ codes: Set<String>) throws -> [FollowerEntry] {
    guard let table else { return [] }
    var seen: Set<[String]> = []
    return try table.rows.map { row in
      let entry = try follower(row, table, codes)
      guard seen.insert([entry.month, entry.opdCode, entry.platform]).inserted else {
        throw table.error(
          row, "bulan, kantor, dan platform ini muncul dua kali",
          "this month, office and platform occur twice")
      }
      return entry
    }
  }

  private static func follower(
    _ row: RegistryTable.Row, _ table: RegistryTable, _ codes: Set<String>
  ) throws -> FollowerEntry {
    let (month, code) = try monthAndOffice(row, table, codes)
    let platform = row["platform"].lowercased()
    guard platforms.contains(platform) else {
      let list = platforms.joined(separator: ", ")
      throw table.error(
        row, "platform \"\(visible(platform))\" tidak dikenal; pilihannya: \(list)",
        "platform \"\(visible(platform))\" is unknown; one of: \(list)")
    }
    guard let followers = try count("pengikut", row, table) else {
      throw table.error(row, "pengikut kosong", "pengikut is empty")
    }
    return FollowerEntry(month: month, opdCode: code, platform: platform, followers: followers)
  }

  /// The month and the office that a row speaks of.
  static func monthAndOffice(
    _ row: RegistryTable.Row, _ table: RegistryTable, _ codes: Set<String>
  ) throws -> (month: String, opdCode: String) {
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
    return ("\(month)", code)
  }

  /// A whole number; `nil`: the cell is empty.
  static func count(_ column: String, _ row: RegistryTable.Row, _ table: RegistryTable) throws -> Int64? {
    guard !row[column].isEmpty else { return nil }
    guard let count = Array(row[column].utf8).withUnsafeBytes({ CellValue.count($0) }) else {
      throw table.error(
        row, "\(column): diharapkan bilangan bulat tanpa titik, ditemukan \"\(visible(row[column]))\"",
        "\(column): expected a whole number without marks, found \"\(visible(row[column]))\"")
    }
    return count
  }

  /// A number with a comma or point; `nil`: the cell is empty.
  static func decimal(
    _ column: String, _ row: RegistryTable.Row, _ table: RegistryTable
  ) throws -> Double? {
    guard !row[column].isEmpty else { return nil }
    guard let number = Double(row[column].replacing(",", with: ".")), number.isFinite else {
      throw table.error(
        row, "\(column): diharapkan bilangan seperti 2,5, ditemukan \"\(visible(row[column]))\"",
        "\(column): expected a number such as 2.5, found \"\(visible(row[column]))\"")
    }
    return number
  }
}
