/// The settings that belong to the files: offices, pages, the mark of fictitious data, times of export.
enum Registration {
  /// A page, or two, for every office.
  static func accounts(_ offices: [Office], seed: UInt64) -> [Account] {
    var random = SplitMix64(seed: seed, stream: "pages")
    var id = 615_500_000_000_000
    return offices.flatMap { office in
      office.pageNames.map { page in
        id += 1_000_000_000 + random.below(120_000_000) * 10
        return Account(
          officeCode: office.code, id: id + random.within(1...9), handle: "contoh.\(page.handle).wajo",
          name: "Contoh \(page.name) Wajo")
      }
    }
  }

  /// An Instagram account for each of the offices that have one.
  static func instagram(_ offices: [Office], seed: UInt64) -> [Account] {
    var random = SplitMix64(seed: seed, stream: "instagram accounts")
    return InstagramWriter.offices.compactMap { code in
      let id = 17_841_400_000_000_000 + random.below(90_000_000) * 1000 + random.within(1...999)
      return offices.first { $0.code == code }.map { office in
        Account(
          officeCode: code, id: id, handle: "contoh_\(code.lowercased().filter { $0 != "-" })_wajo",
          name: "Contoh \(office.shortName) Wajo", platform: "instagram")
      }
    }
  }

  static func files(
    _ offices: [Office], _ accounts: [Account], _ profiles: [Profile] = []
  ) -> [SampleData.File] {
    [
      ("config/opd.csv", opd(offices)), ("config/akun.csv", akun(accounts, profiles)),
      (
        "config/laporan.csv",
        CSVStyle.settings.file([["kunci", "nilai"], ["penanda", "CONTOH – DATA FIKTIF"]])
      ),
      ("config/pengikut.csv", pengikut(profiles)),
    ]
  }

  private static func opd(_ offices: [Office]) -> [UInt8] {
    let header = [
      "kode", "nama", "singkatan", "alias", "kelompok", "ikut_peringkat", "berlaku_sejak", "berlaku_sampai",
    ]
    let rows = offices.map { office in
      [
        office.code, office.name, office.shortName, office.aliases.joined(separator: "|"),
        office.group.rawValue,
        office.isRanked ? "ya" : "tidak", "", "",
      ]
    }
    return CSVStyle.settings.file([header] + rows)
  }

  private static func akun(_ accounts: [Account], _ profiles: [Profile]) -> [UInt8] {
    let header = ["kode_opd", "platform", "id", "nama_pengguna", "nama", "berlaku_sejak", "berlaku_sampai"]
    let rows = accounts.map { account in
      [account.officeCode, account.platform, String(account.id), account.handle, account.name, "", ""]
    }
    return CSVStyle.settings.file([header] + rows + profiles.map(\.cells))
  }

  /// Followers that an admin read on X and YouTube, whose files do not tell them.
  private static func pengikut(_ profiles: [Profile]) -> [UInt8] {
    let rows = profiles.filter { $0.platform != "tiktok" }.enumerated().flatMap { index, profile in
      ["2025-09", "2025-10"].enumerated().map { later, month in
        [month, profile.office.code, profile.platform, String(640 + 310 * index + 15 * later)]
      }
    }
    return CSVStyle.settings.file([["bulan", "kode_opd", "platform", "pengikut"]] + rows)
  }

  static func manifest(_ exports: [(path: String, exportedAt: String)]) -> [UInt8] {
    CSVStyle.settings.file([["file", "exported_at"]] + exports.map { [$0.path, $0.exportedAt] })
  }
}
