extension AccountFormat {
  /// `Overview.csv` of TikTok Studio: days without a year, in the interface's language; the headers stay English.
  static let tikTokOverview = AccountFormat(
    name: "tiktok-overview",
    summary: "TikTok Studio: ikhtisar harian (Overview.csv)",
    checkedAgainst: "dua ekspor nyata akun Indonesia April 2025–April 2026, satu XLSX, satu ZIP (Inggris)",
    platforms: ["tiktok"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "tiktok", key: .monthDay, keyHeaders: TikTokHeaders.day,
        values: [
          .init(
            metric: "views",
            headers: [
              .english: ["Video Views"], .indonesian: ["Tayangan video", "Penayangan video"],
            ]),
          .init(
            metric: "visits",
            headers: [
              .english: ["Profile Views"], .indonesian: ["Tayangan profil", "Penayangan profil"],
            ]),
          .init(metric: "likes", headers: [.english: ["Likes"], .indonesian: ["Suka"]]),
          .init(metric: "comments", headers: [.english: ["Comments"], .indonesian: ["Komentar"]]),
          .init(metric: "shares", headers: [.english: ["Shares"], .indonesian: ["Dibagikan", "Berbagi"]]),
          .init(
            metric: "net_follows", headers: [.english: ["New followers"], .indonesian: ["Pengikut baru"]]),
        ],
        foreignHeaders: TikTokHeaders.businessOnly)
    ],
    unknownMarks: TikTokHeaders.unknownMarks, unconfirmedLanguages: [.indonesian], allowsNegative: true,
    clock: .utc)

  /// `FollowerActivity.csv`: how many followers were active in each hour of a week.
  static let tikTokActivity = AccountFormat(
    name: "tiktok-activity",
    summary: "TikTok Studio: jam aktif pengikut (FollowerActivity.csv)",
    checkedAgainst: "uraian ekspor nyata; belum ada berkas untuk dicocokkan",
    platforms: ["tiktok"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "tiktok", key: .dayHour(dimension: "hour"), keyHeaders: TikTokHeaders.day,
        values: [
          .init(
            metric: "active_followers",
            headers: [.english: ["Active followers"], .indonesian: ["Pengikut aktif"]])
        ],
        companions: ["Hour", "Jam"])
    ],
    unknownMarks: TikTokHeaders.unknownMarks, unconfirmedLanguages: [.english, .indonesian], clock: .utc)

  /// `FollowerTopTerritories.csv`: followers by territory, as shares.
  static let tikTokTerritories = AccountFormat(
    name: "tiktok-territories",
    summary: "TikTok Studio: wilayah pengikut (FollowerTopTerritories.csv)",
    checkedAgainst: "uraian ekspor nyata; belum ada berkas untuk dicocokkan",
    platforms: ["tiktok"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "tiktok", key: .member(dimension: "territory"),
        keyHeaders: [.english: ["Top territories"], .indonesian: ["Wilayah teratas"]],
        values: [
          .init(
            metric: "follower_share",
            headers: [.english: ["Distribution"], .indonesian: ["Distribusi"]])
        ])
    ],
    unknownMarks: TikTokHeaders.unknownMarks, unconfirmedLanguages: [.english, .indonesian])

  /// The overview of TikTok's Business Suite: days with their year, `NaN` where nothing is known; its headers are
  /// translated.
  static let tikTokBusinessOverview = AccountFormat(
    name: "tiktok-business-overview",
    summary: "TikTok Business Suite: ikhtisar harian",
    checkedAgainst: "belum pernah dicocokkan dengan berkas nyata",
    platforms: ["tiktok"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "tiktok", key: .day,
        keyHeaders: [.english: ["Date"], .indonesian: ["Tanggal"], .swedish: ["Datum"]],
        values: TikTokHeaders.business, needs: [0, 1],
        foreignHeaders: Set(ForeignFormat.advertising.map(HeaderCell.normalised)))
    ],
    unknownMarks: TikTokHeaders.unknownMarks, unconfirmedLanguages: [.english, .indonesian, .swedish],
    allowsNegative: true, clock: .utc)
}

private enum TikTokHeaders {
  static let day: [HeaderLanguage: [String]] = [.english: ["Date"], .indonesian: ["Tanggal"]]
  static let unknownMarks: Set<String> = ["", "-", "undefined", "nan"]

  static let business: [AccountTable.Value] = [
    .init(
      metric: "views",
      headers: [
        .english: ["Video views"], .swedish: ["Videovisningar"],
        .indonesian: ["Tayangan video", "Penayangan video"],
      ]),
    .init(
      metric: "reach",
      headers: [
        .english: ["Reached audience"], .swedish: ["Målgrupp som nåtts"],
        .indonesian: ["Audiens yang dijangkau"],
      ]),
    .init(
      metric: "visits",
      headers: [
        .english: ["Profile views"], .swedish: ["Profilvisningar"], .indonesian: ["Tayangan profil"],
      ]),
    .init(
      metric: "likes",
      headers: [.english: ["Likes"], .swedish: ["Gilla-markeringar"], .indonesian: ["Suka"]]),
    .init(
      metric: "shares",
      headers: [.english: ["Shares"], .swedish: ["Delningar"], .indonesian: ["Dibagikan", "Berbagi"]]),
    .init(
      metric: "comments",
      headers: [.english: ["Comments"], .swedish: ["Kommentarer"], .indonesian: ["Komentar"]]),
    .init(
      metric: "net_follows",
      headers: [
        .english: ["Net growth"], .swedish: ["Nettotillväxt"], .indonesian: ["Pertumbuhan bersih"],
      ]),
    .init(
      metric: "follows",
      headers: [.english: ["New followers"], .swedish: ["Nya följare"], .indonesian: ["Pengikut baru"]]),
    .init(
      metric: "unfollows",
      headers: [
        .english: ["Lost followers"], .swedish: ["Tappade följare"], .indonesian: ["Pengikut yang hilang"],
      ]),
  ]

  /// What tells the overviews of the Business Suite and of X from Studio's.
  static let businessOnly: Set<String> = {
    let ofX = AccountFormat.xOverview.tables[0].values[2].headers.values.joined()
    let ofBusiness = [
      "Reached audience", "Målgrupp som nåtts", "Audiens yang dijangkau", "Net growth", "Pertumbuhan bersih",
      "Lost followers", "Pengikut yang hilang", "Impressions",
    ]
    return Set((ofX + ofBusiness + ForeignFormat.advertising).map(HeaderCell.normalised))
  }()
}
