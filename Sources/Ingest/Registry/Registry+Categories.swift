internal import FoundationEssentials
public import Warehouse

extension Registry {
  /// One decided row of `perbaikan.csv`.
  struct Override: Equatable {
    let line: Int
    /// Link or native id.
    let post: String
    let category: String
    let reason: String
    let decidedBy: String
    let decidedOn: String
  }

  /// The text of `kategori.csv` in a folder; `standard` where it has none.
  static func categoryText(folder: String?, standard: String) throws -> [UInt8] {
    let own = try folder.flatMap { try RegistryTable.contentsIfPresent($0 + "/kategori.csv") }
    return own ?? Array(standard.utf8)
  }

  /// The rows of `kategori.csv` in a folder; those of `standard`, the text of such a file, where it has none.
  ///
  /// - Throws: `RegistryError`.
  public static func categoryRows(folder: String?, standard: String) throws -> [CategoryRow] {
    try categoryRows(categoryText(folder: folder, standard: standard))
  }

  private static func categoryRows(_ text: [UInt8]) throws -> [CategoryRow] {
    let table = try RegistryTable(
      text, file: "kategori.csv", required: ["kategori", "keluarga", "bobot", "pola", "jenis"], optional: [])
    return try table.rows.map { row in
      CategoryRow(
        line: row.line, category: row["kategori"].lowercased(), family: row["keluarga"],
        weight: try decimal("bobot", row, table), pattern: row["pola"], kind: row["jenis"].lowercased())
    }
  }

  /// The rows of `perbaikan.csv` that name a category; the others wait for someone to decide.
  static func overrides(_ table: RegistryTable?) throws -> [Override] {
    guard let table else { return [] }
    var seen: [String: Int] = [:]
    return try table.rows.filter { !$0["kategori"].isEmpty }.map { row in
      let override = try override(row, table)
      if let earlier = seen.updateValue(row.line, forKey: override.post) {
        throw table.error(
          row, "unggahan ini sudah disebut di baris \(earlier)",
          "this post is named on line \(earlier) already")
      }
      return override
    }
  }

  private static func override(_ row: RegistryTable.Row, _ table: RegistryTable) throws -> Override {
    let post = row["tautan"].isEmpty ? row["id"] : PostLink.normalised(row["tautan"])
    guard !post.isEmpty else {
      throw table.error(row, "isi tautan atau id unggahan", "give the post's tautan or id")
    }
    guard let category = categoryNames[row["kategori"].lowercased()] else {
      let list = "layanan, kegiatan, positif, edukasi, none"
      throw table.error(
        row, "kategori \"\(visible(row["kategori"]))\" tidak dikenal; pilihannya: \(list)",
        "kategori \"\(visible(row["kategori"]))\" is unknown; one of: \(list)")
    }
    guard !row["alasan"].isEmpty, !row["oleh"].isEmpty else {
      throw table.error(row, "isi alasan dan oleh", "give alasan (reason) and oleh (who)")
    }
    guard let day = CivilDate(iso: row["tanggal"]) else {
      throw table.error(
        row, "tanggal: diharapkan tanggal seperti 2025-11-03, ditemukan \"\(visible(row["tanggal"]))\"",
        "tanggal: expected a day such as 2025-11-03, found \"\(visible(row["tanggal"]))\"")
    }
    return Override(
      line: row.line, post: post, category: category, reason: row["alasan"], decidedBy: row["oleh"],
      decidedOn: "\(day)")
  }

  private static let categoryNames = [
    "layanan": "layanan", "layanan publik": "layanan", "kegiatan": "kegiatan",
    "kegiatan pemerintah": "kegiatan", "positif": "positif", "pemberitaan positif": "positif",
    "edukasi": "edukasi", "edukasi masyarakat": "edukasi", "none": "none", "di luar kategori": "none",
  ]
}

extension Registry {
  /// Brings the rules and corrections in the warehouse to what the files say; the category pass sees the change by the
  /// settings `kategori.aturan` and `kategori.koreksi`.
  ///
  /// Thousands of rules are read only where their text is not what was read last: else every command would pay for it.
  /// - Returns: whether anything had changed.
  func syncCategories(
    _ warehouse: Connection, _ checkRules: ([CategoryRow]) throws -> Void
  ) throws -> Bool {
    let names = offices.map { "\($0.code) \($0.name) \($0.shortName) \($0.aliases)" }
    let rules = try sync(warehouse, "kategori.aturan", categoryText + "\(names) \(accounts)".utf8) {
      let rows = try Self.categoryRows(categoryText)
      try checkRules(rows)
      try warehouse.run("DELETE FROM category_rule")
      let insert = try warehouse.prepare("INSERT INTO category_rule VALUES (NULL, ?, ?, ?, ?, ?, ?)")
      for row in rows {
        try insert.run([
          .integer(Int64(row.line)), .text(row.category), .text(row.family), .optional(row.weight),
          .text(row.pattern), .text(row.kind),
        ])
      }
    }
    let corrections = try sync(warehouse, "kategori.koreksi", Array("\(overrides)".utf8)) {
      try warehouse.run("DELETE FROM category_override")
      for row in overrides {
        try warehouse.run(
          "INSERT INTO category_override VALUES (NULL, ?, ?, ?, ?, ?, ?)",
          [
            .integer(Int64(row.line)), .text(row.post), .text(row.category), .text(row.reason),
            .text(row.decidedBy), .text(row.decidedOn),
          ])
      }
    }
    return rules || corrections
  }

  private func sync(
    _ warehouse: Connection, _ name: String, _ text: [UInt8], write: () throws -> Void
  ) throws -> Bool {
    let fingerprint = text.withUnsafeBytes(SHA256.hex)
    let known = try warehouse.scalar("SELECT value FROM setting WHERE name = ?", [.text(name)]).text
    guard known != fingerprint else { return false }
    try write()
    try warehouse.run(
      "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name), .text(fingerprint)])
    return true
  }
}
