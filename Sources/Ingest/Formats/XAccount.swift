extension AccountFormat {
  /// X's overview: one row per UTC day, the newest first.
  ///
  /// `Video views` and `Media views` are zero in every real file: not delivered.
  static let xOverview = AccountFormat(
    name: "x-overview",
    summary: "X: ikhtisar akun harian (account_overview_analytics.csv)",
    checkedAgainst: "ekspor nyata Juni 2024–Maret 2025 (Inggris)",
    platforms: ["x"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "x", key: .day,
        keyHeaders: [
          .english: ["Date"], .indonesian: ["Tanggal"], .malay: ["Tarikh"], .japanese: ["日付"],
          .portuguese: ["Data"], .spanish: ["Fecha"], .german: ["Datum"], .french: ["Date"], .korean: ["날짜"],
        ],
        values: XOverview.values, needs: [0, 2],
        foreignHeaders: [HeaderCell.normalised("Tweets published")])
    ],
    unknownMarks: ["", "-"],
    unconfirmedLanguages: [.indonesian, .malay, .japanese, .portuguese, .spanish, .german, .french, .korean],
    clock: .utc)

  /// The old export of analytics.twitter.com, one row per UTC day.
  static let xDays = AccountFormat(
    name: "x-days",
    summary: "X: ekspor lama harian analytics.twitter.com",
    checkedAgainst: "ekspor nyata Maret 2021 (Inggris, 38 kolom)",
    platforms: ["x"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "x", key: .day, keyHeaders: [.english: ["Date"]],
        values: [
          .init(metric: "posts", headers: [.english: ["Tweets published"]]),
          .init(metric: "impressions", headers: [.english: ["impressions"]]),
          .init(metric: "engagements", headers: [.english: ["engagements"]]),
          .init(metric: "reposts", headers: [.english: ["retweets"]]),
          .init(metric: "comments", headers: [.english: ["replies"]]),
          .init(metric: "likes", headers: [.english: ["likes", "favorites"]]),
          .init(metric: "visits", headers: [.english: ["user profile clicks"]]),
          .init(metric: "link_clicks", headers: [.english: ["url clicks"]]),
          .init(metric: "follows", headers: [.english: ["follows"]]),
        ],
        needs: [0, 1])
    ],
    unknownMarks: ["", "-"], unconfirmedLanguages: [], clock: .utc)

  /// X's overview of videos: two tables in one file, each under its title.
  static let xVideos = AccountFormat(
    name: "x-videos",
    summary: "X: ikhtisar video (dua tabel: harian dan per video)",
    checkedAgainst: "penulis berkasnya di aplikasi X; belum pernah dicocokkan dengan berkas nyata",
    platforms: ["x"], layout: .titled,
    tables: [
      AccountTable(
        titles: [.english: ["Video overview"], .indonesian: ["Ikhtisar video"]], platform: "x", key: .day,
        keyHeaders: [.english: ["Date"], .indonesian: ["Tanggal"]],
        values: [
          .init(metric: "views", headers: [.english: ["Views"], .indonesian: ["Penayangan"]]),
          .init(
            metric: "watch_seconds",
            headers: [.english: ["Watch Time (ms)"], .indonesian: ["Waktu Tonton (ms)"]], scale: 0.001),
        ]),
      AccountTable(
        titles: [.english: ["Your videos"], .indonesian: ["Video Anda"]], platform: "x",
        key: .member(dimension: "video"),
        keyHeaders: [.english: ["Video ID"], .indonesian: ["ID video"]],
        values: [.init(metric: "views", headers: [.english: ["Views"], .indonesian: ["Penayangan"]])]),
    ],
    unknownMarks: ["", "-"], unconfirmedLanguages: [.english, .indonesian], clock: .utc)
}

/// The overview's columns.
private enum XOverview {
  static let values: [AccountTable.Value] = [
    .init(
      metric: "impressions",
      headers: [
        .english: ["Impressions"], .indonesian: ["Tayangan"], .malay: ["Tera"], .japanese: ["インプレッション数"],
        .portuguese: ["Impressões"], .spanish: ["Impresiones"], .german: ["Impressions"], .korean: ["노출수"],
      ]),
    .init(
      metric: "likes",
      headers: [
        .english: ["Likes"], .indonesian: ["Suka"], .japanese: ["いいね"], .portuguese: ["Curtidas"],
        .spanish: ["Me gusta"], .german: ["Gefällt mir"], .french: ["J'aime", "J’aime"],
        .korean: ["마음에 들어요"],
      ]),
    .init(metric: "engagements", headers: engagements),
    .init(
      metric: "saves",
      headers: [
        .english: ["Bookmarks"], .indonesian: ["Markah"], .malay: ["Bookmark"], .japanese: ["ブックマーク"],
        .portuguese: ["Itens salvos"], .spanish: ["Guardados"], .german: ["Lesezeichen"],
        .french: ["Signets"], .korean: ["북마크"],
      ]),
    .init(
      metric: "shares",
      headers: [
        .english: ["Shares", "Share"], .indonesian: ["Sebaran", "Bagikan"], .malay: ["Perkongsian"],
        .japanese: ["共有された回数", "共有された回数\\"], .portuguese: ["Compartilhamentos"],
        .spanish: ["Compartidos"], .german: ["Mal geteilt"], .french: ["Partages"], .korean: ["공유 수"],
      ]),
    .init(
      metric: "follows",
      headers: [
        .english: ["New follows"], .indonesian: ["Pengikut baru"], .malay: ["Ikutan baharu"],
        .japanese: ["新しいフォロー"], .portuguese: ["Novos seguidores"], .spanish: ["Nuevos seguidores"],
        .german: ["Neue Follower*innen"], .french: ["Nouveaux abonnés"], .korean: ["새로운 팔로우"],
      ]),
    .init(
      metric: "unfollows",
      headers: [
        .english: ["Unfollows"], .indonesian: ["Berhenti mengikuti"], .portuguese: ["Deixar de seguir"],
      ]),
    .init(
      metric: "comments",
      headers: [
        .english: ["Replies"], .indonesian: ["Balasan"], .japanese: ["返信"], .portuguese: ["Respostas"],
        .spanish: ["Respuestas"], .german: ["Antworten"], .french: ["Réponses"], .korean: ["답글"],
      ]),
    .init(
      metric: "reposts",
      headers: [
        .english: ["Reposts"], .indonesian: ["Posting ulang"], .malay: ["Siaran semula"],
        .japanese: ["リポスト"], .korean: ["재게시"],
      ]),
    .init(
      metric: "visits",
      headers: [
        .english: ["Profile visits"], .indonesian: ["Kunjungan profil"], .malay: ["Lawatan profil"],
        .japanese: ["プロフィールへのアクセス数"], .portuguese: ["Visitas ao perfil"],
        .spanish: ["Visitas del perfil"], .german: ["Profilbesuche"], .french: ["Visites du profil"],
        .korean: ["프로필 조회수"],
      ]),
    .init(
      metric: "posts",
      headers: [.english: ["Create Post"], .indonesian: ["Buat postingan"], .portuguese: ["Criar post"]]),
    .init(
      metric: "views",
      headers: [.english: ["Video views"], .indonesian: ["Penayangan video"]], zeroIsUnknown: true),
    .init(
      metric: "media_views",
      headers: [.english: ["Media views"], .indonesian: ["Penayangan media"]], zeroIsUnknown: true),
  ]

  static let engagements: [HeaderLanguage: [String]] = [
    .english: ["Engagements"], .indonesian: ["Engagement"], .malay: ["Penglibatan"], .japanese: ["エンゲージメント"],
    .portuguese: ["Engajamentos"], .spanish: ["Interacciones"], .german: ["Interaktionen"],
    .french: ["Engagements"], .korean: ["참여수"],
  ]
}
