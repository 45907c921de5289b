internal import FoundationEssentials
internal import Glibc
import Warehouse

/// The days on which something holds; ISO texts, so that they compare as they read.
struct Validity: Hashable {
  var from: String
  var to: String

  static let always = Validity(from: "0001-01-01", to: "9999-12-31")

  func overlaps(_ other: Validity) -> Bool { from <= other.to && other.from <= to }
}

/// The offices and accounts that a person registered: `opd.csv` and `akun.csv`.
public struct Registry {
  /// One version of one office.
  struct Office: Equatable {
    let code: String
    let name: String
    let shortName: String
    let aliases: [String]
    let peerGroup: String?
    let isRanked: Bool
    let validity: Validity
    let line: Int
  }

  /// One account in the hands of one office for some time.
  struct Account: Equatable {
    let opdCode: String
    let platform: String
    let id: String?
    let handle: String?
    let name: String?
    let validity: Validity
    let line: Int

    /// How reports call it.
    var label: String { handle ?? name ?? id ?? "?" }
  }

  let offices: [Office]
  let accounts: [Account]
  /// One figure of `pengikut.csv`.
  struct FollowerEntry: Equatable {
    let month: String
    let opdCode: String
    let platform: String
    let followers: Int64
  }

  /// What `pengikut.csv` says, where there is one.
  let followers: [FollowerEntry]
  /// The text of `kategori.csv`, or of the standard rules.
  let categoryText: [UInt8]
  /// What `perbaikan.csv` decides.
  let overrides: [Override]
  /// What `aduan.csv` says, where there is one.
  let complaints: [ComplaintEntry]
  /// What `laporan.csv` says of the report itself, by key.
  let settings: [String: String]
  /// Remarks that stop nothing: columns nobody knows.
  public let notes: [String]

  static let platforms = ["facebook", "instagram", "x", "youtube", "tiktok"]

  /// Reads and checks the files in the folder.
  ///
  /// - Parameters:
  ///   - folder: where they lie.
  ///   - standardRules: the text that stands for `kategori.csv` where there is none.
  /// - Throws: `RegistryError` at the first thing that would make a number wrong.
  public init(folder: String, standardRules: String = Registry.noRules) throws {
    let opd = try RegistryTable.read(
      folder + "/opd.csv", required: ["kode", "nama"],
      optional: ["singkatan", "alias", "kelompok", "ikut_peringkat", "berlaku_sejak", "berlaku_sampai"])
    let akun = try RegistryTable.read(
      folder + "/akun.csv", required: ["kode_opd", "platform"],
      optional: ["id", "nama_pengguna", "nama", "berlaku_sejak", "berlaku_sampai"])
    let laporan = try RegistryTable.readIfPresent(folder + "/laporan.csv", required: ["kunci", "nilai"])
    let pengikut = try RegistryTable.readIfPresent(
      folder + "/pengikut.csv", required: ["bulan", "kode_opd", "platform", "pengikut"])
    let perbaikan = try RegistryTable.readIfPresent(
      folder + "/perbaikan.csv", required: ["kategori", "alasan", "oleh", "tanggal"])
    let aduan = try RegistryTable.readIfPresent(
      folder + "/aduan.csv", required: ["bulan", "kode_opd", "masuk"])
    try self.init(
      opd: opd, akun: akun, laporan: laporan, pengikut: pengikut, perbaikan: perbaikan, aduan: aduan,
      categoryText: Self.categoryText(folder: folder, standard: standardRules))
  }

  /// A `kategori.csv` without rules.
  public static let noRules = "kategori,keluarga,bobot,pola,jenis\n"

  init(
    opd: RegistryTable, akun: RegistryTable, laporan: RegistryTable? = nil, pengikut: RegistryTable? = nil,
    perbaikan: RegistryTable? = nil, aduan: RegistryTable? = nil,
    categoryText: [UInt8] = Array(Registry.noRules.utf8)
  ) throws {
    self.categoryText = categoryText
    overrides = try Self.overrides(perbaikan)
    settings = try Self.settings(laporan)
    offices = try opd.rows.map { try Self.office($0, opd) }
    try Self.checkOffices(offices, opd)
    let codes = Set(offices.map(\.code))
    accounts = try akun.rows.map { try Self.account($0, akun, codes) }
    try Self.checkAccounts(accounts, akun)
    followers = try Self.followers(pengikut, codes)
    complaints = try Self.complaints(aduan, codes)
    notes =
      Self.ambiguousNames(offices)
      + [opd, akun].flatMap { table in
        table.unknownColumns.map { "\(table.file): kolom \"\(visible($0))\" tidak dipakai (column not used)" }
      }
  }

  /// The keys of `laporan.csv`: `penanda`, a line that every report carries, such as the mark of fictitious data;
  /// `minimal_unggahan`, the posts from which on an office is ranked.
  private static let settingKeys = ["penanda", "minimal_unggahan"]

  private static func settings(_ table: RegistryTable?) throws -> [String: String] {
    var settings: [String: String] = [:]
    guard let table else { return settings }
    for row in table.rows {
      let (key, value) = (row["kunci"], row["nilai"])
      guard settingKeys.contains(key) else {
        let list = settingKeys.joined(separator: ", ")
        throw table.error(
          row, "kunci \"\(visible(key))\" tidak dikenal; pilihannya: \(list)",
          "key \"\(visible(key))\" is unknown; one of: \(list)")
      }
      if key == "minimal_unggahan", !(1...1000).contains(Int(value) ?? 0) {
        throw table.error(
          row, "minimal_unggahan: diharapkan bilangan bulat 1–1000, ditemukan \"\(visible(value))\"",
          "minimal_unggahan: expected a whole number 1–1000, found \"\(visible(value))\"")
      }
      guard settings.updateValue(value, forKey: key) == nil else {
        throw table.error(row, "kunci muncul dua kali", "the key occurs twice")
      }
    }
    return settings
  }

  private static func office(_ row: RegistryTable.Row, _ table: RegistryTable) throws -> Office {
    let code = row["kode"].uppercased()
    guard !code.isEmpty, code.utf8.count <= 32, code.utf8.allSatisfy(isCodeByte) else {
      throw table.error(
        row, "kode \"\(visible(code))\" harus huruf, angka, atau tanda -",
        "kode \"\(visible(code))\" must be letters, digits or -")
    }
    guard !row["nama"].isEmpty else { throw table.error(row, "nama kosong", "nama is empty") }
    let ranked = row["ikut_peringkat"].lowercased()
    guard ["", "ya", "tidak", "1", "0"].contains(ranked) else {
      throw table.error(
        row, "ikut_peringkat: diharapkan ya atau tidak, ditemukan \"\(visible(ranked))\"",
        "ikut_peringkat: expected ya or tidak, found \"\(visible(ranked))\"")
    }
    return Office(
      code: code, name: row["nama"], shortName: row["singkatan"].isEmpty ? row["nama"] : row["singkatan"],
      aliases: row["alias"].split(separator: "|").map { $0.trimmed },
      peerGroup: row["kelompok"].isEmpty ? nil : row["kelompok"], isRanked: ["", "ya", "1"].contains(ranked),
      validity: try validity(row, table), line: row.line)
  }

  private static func account(
    _ row: RegistryTable.Row, _ table: RegistryTable, _ codes: Set<String>
  ) throws -> Account {
    let code = row["kode_opd"].uppercased()
    guard codes.contains(code) else {
      throw table.error(
        row, "kode_opd \"\(visible(code))\" tidak ada di opd.csv",
        "kode_opd \"\(visible(code))\" is not in opd.csv")
    }
    let platform = row["platform"].lowercased()
    guard platforms.contains(platform) else {
      let list = platforms.joined(separator: ", ")
      throw table.error(
        row, "platform \"\(visible(platform))\" tidak dikenal; pilihannya: \(list)",
        "platform \"\(visible(platform))\" is unknown; one of: \(list)")
    }
    let id = row["id"]
    if Array(id.utf8).withUnsafeBytes(CellValue.isDestroyedID) {
      throw table.error(
        row, "id \"\(visible(id))\" rusak oleh Excel; tulis sebagai teks",
        "id \"\(visible(id))\" was destroyed by a spreadsheet; write it as text")
    }
    let handle = normalisedHandle(row["nama_pengguna"])
    guard !id.isEmpty || !handle.isEmpty || !row["nama"].isEmpty else {
      throw table.error(
        row, "isi sedikitnya satu dari id, nama_pengguna, nama",
        "give at least one of id, nama_pengguna, nama")
    }
    return Account(
      opdCode: code, platform: platform, id: id.isEmpty ? nil : id, handle: handle.isEmpty ? nil : handle,
      name: row["nama"].isEmpty ? nil : row["nama"], validity: try validity(row, table), line: row.line)
  }

  private static func validity(_ row: RegistryTable.Row, _ table: RegistryTable) throws -> Validity {
    var validity = Validity.always
    for (column, path) in [("berlaku_sejak", \Validity.from), ("berlaku_sampai", \Validity.to)]
    where !row[column].isEmpty {
      guard let date = CivilDate(iso: row[column]) else {
        throw table.error(
          row, "\(column): diharapkan tanggal seperti 2025-10-01, ditemukan \"\(visible(row[column]))\"",
          "\(column): expected a day such as 2025-10-01, found \"\(visible(row[column]))\"")
      }
      validity[keyPath: path] = "\(date)"
    }
    guard validity.from <= validity.to else {
      throw table.error(row, "berlaku_sampai sebelum berlaku_sejak", "berlaku_sampai before berlaku_sejak")
    }
    return validity
  }

  /// Names that stand for two offices: a folder of that name leads to neither.
  private static func ambiguousNames(_ offices: [Office]) -> [String] {
    var codes: [String: Set<String>] = [:]
    for office in offices {
      for name in [office.code, office.name, office.shortName] + office.aliases {
        codes[HeaderCell.normalised(name), default: []].insert(office.code)
      }
    }
    return codes.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { name, codes in
      let list = codes.sorted().joined(separator: ", ")
      return
        "opd.csv: \"\(visible(name))\" menunjuk \(list); folder bernama itu tidak dipakai (names several offices; such a folder is not used)"
    }
  }

  private static func checkOffices(_ offices: [Office], _ table: RegistryTable) throws {
    for (index, office) in offices.enumerated() {
      for earlier in offices[..<index] where earlier.code == office.code {
        guard earlier.validity.overlaps(office.validity) else { continue }
        throw RegistryError(
          file: table.file, line: office.line,
          indonesian: "\(office.code) sudah berlaku pada waktu yang sama di baris \(earlier.line)",
          english: "\(office.code) is already valid at the same time on line \(earlier.line)")
      }
    }
  }

  /// One id, handle or name belongs to one office at a time.
  private static func checkAccounts(_ accounts: [Account], _ table: RegistryTable) throws {
    var claims: [String: [Account]] = [:]
    for account in accounts {
      for (kind, value) in account.aliases {
        let key = "\(account.platform) \(kind) \(value)"
        if let other = claims[key]?.first(where: { $0.validity.overlaps(account.validity) }) {
          throw RegistryError(
            file: table.file, line: account.line,
            indonesian:
              "\(kind) \"\(visible(value))\" sudah terdaftar pada waktu yang sama di baris \(other.line)",
            english:
              "\(kind) \"\(visible(value))\" is already registered at the same time on line \(other.line)")
        }
        claims[key, default: []].append(account)
      }
    }
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// A handle without `@`, address and capitals.
  static func normalisedHandle(_ text: String) -> String {
    let trimmed = text.split(separator: "/").last.map(String.init) ?? ""
    return (trimmed.hasPrefix("@") ? String(trimmed.dropFirst()) : trimmed).lowercased()
  }
}

extension Registry.Account {
  /// What data may call the account: kind and normalised value.
  var aliases: [(kind: String, value: String)] {
    var aliases: [(kind: String, value: String)] = []
    if let id { aliases.append(("id", id)) }
    if let handle { aliases.append(("handle", handle)) }
    if let name { aliases.append(("name", HeaderCell.normalised(name))) }
    return aliases
  }
}
