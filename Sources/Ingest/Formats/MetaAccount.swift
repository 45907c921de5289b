extension AccountFormat {
  /// The account-level export of a Facebook page or an Instagram account: Meta Business Suite, Insights, Results or
  /// Audience, Export.
  ///
  /// UTF-16LE with a `sep=,` line; one or more tables, each under its title. Titles such as `Views` name no platform.
  /// Days are American ones; a day that is not listed is not known to be zero.
  static let metaAccount = AccountFormat(
    name: "meta-account",
    summary: "Facebook/Instagram: angka harian dan audiens akun dari Meta Business Suite (berjudul, UTF-16)",
    checkedAgainst:
      "lima berkas nyata Facebook (September–Oktober 2025) dan lima Instagram (Desember 2025–Maret 2026)",
    platforms: ["facebook", "instagram"],
    layout: .titled,
    tables: MetaAccountTables.daily + MetaAccountTables.audience,
    unknownMarks: ["", "-"],
    unconfirmedLanguages: [.indonesian, .portuguese, .french]
  )
}

private enum MetaAccountTables {
  static let daily: [AccountTable] = [
    day(
      "follows", "facebook",
      [.english: ["Facebook follows"], .indonesian: ["Pengikut baru Facebook", "Mengikuti di Facebook"]]),
    day(
      "follows", "instagram",
      [
        .english: ["Instagram follows"], .indonesian: ["Pengikut baru Instagram", "Mengikuti di Instagram"],
        .portuguese: ["Seguidos no Instagram"],
      ]),
    day("interactions", nil, [.english: ["Content interactions"], .indonesian: ["Interaksi konten"]]),
    day(
      "link_clicks", "facebook", [.english: ["Facebook link clicks"], .indonesian: ["Klik tautan Facebook"]]),
    day(
      "link_clicks", "instagram",
      [.english: ["Instagram link clicks"], .indonesian: ["Klik tautan Instagram"]]),
    day("views", nil, [.english: ["Views"], .indonesian: ["Tayangan"], .portuguese: ["Visualizações"]]),
    day("viewers", nil, [.english: ["Viewers"], .indonesian: ["Penonton", "Pemirsa"]]),
    day("reach", nil, [.english: ["Reach"], .indonesian: ["Jangkauan"], .portuguese: ["Alcance"]]),
    day(
      "reach", "facebook",
      [
        .english: ["Facebook reach", "Facebook Page reach"], .indonesian: ["Jangkauan Facebook"],
        .portuguese: ["Alcance no Facebook"], .french: ["Couverture de la Page Facebook"],
      ]),
    day(
      "reach", "instagram",
      [
        .english: ["Instagram reach"], .indonesian: ["Jangkauan Instagram"],
        .portuguese: ["Alcance do Instagram"],
      ]),
    day(
      "visits", "facebook",
      [
        .english: ["Facebook visits"], .indonesian: ["Kunjungan Facebook"],
        .portuguese: ["Visitas ao Facebook"],
      ]),
    day(
      "visits", "instagram",
      [
        .english: ["Instagram profile visits"], .indonesian: ["Kunjungan profil Instagram"],
        .portuguese: ["Visitas ao perfil do Instagram"],
      ]),
  ]

  static let audience: [AccountTable] = ["facebook", "instagram"].flatMap { platform in
    let name = platform == "facebook" ? "Facebook" : "Instagram"
    return [
      AccountTable(
        titles: [.english: ["\(name) followers"], .indonesian: ["Pengikut \(name)"]], platform: platform,
        key: .level, keyHeaders: [:], values: [.init(metric: "followers", headers: [:])]),
      share(
        .matrix(dimension: "age_gender"), platform, ["Age"],
        [.english: ["\(name) followers by gender and age"]]),
      share(
        .member(dimension: "city"), platform, ["Top cities"], [.english: ["\(name) followers by top cities"]]),
      share(
        .member(dimension: "country"), platform, ["Top countries"],
        [.english: ["\(name) followers by top countries"]]),
    ]
  }

  private static func day(
    _ metric: String, _ platform: String?, _ titles: [HeaderLanguage: [String]]
  ) -> AccountTable {
    AccountTable(
      titles: titles, platform: platform, key: .day,
      keyHeaders: [
        .english: ["Date"], .indonesian: ["Tanggal"], .portuguese: ["Data"], .french: ["Date"],
        .dutch: ["Datum"],
      ],
      // The header of the figures is not translated.
      values: [.init(metric: metric, headers: [.english: ["Primary"]])])
  }

  private static func share(
    _ key: AccountTable.Key, _ platform: String, _ header: [String], _ titles: [HeaderLanguage: [String]]
  ) -> AccountTable {
    AccountTable(
      titles: titles, platform: platform, key: key, keyHeaders: [.english: header],
      values: [.init(metric: "follower_share", headers: [.english: ["Value"]])])
  }
}
