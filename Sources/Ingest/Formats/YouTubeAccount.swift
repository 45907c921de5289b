extension AccountFormat {
  /// `Totals.csv` of YouTube Studio, and its table by day: figures of the whole channel for each Pacific day.
  ///
  /// Beside a table of videos its days tell which span the table counts.
  static let youTubeDays = AccountFormat(
    name: "youtube-days",
    summary: "YouTube Studio: angka kanal per hari (Totals.csv)",
    checkedAgainst: "ekspor nyata 2020 (Jerman), 2023 (Portugis), dan 2025–26 (disimpan ulang lembar sebar)",
    platforms: ["youtube"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "youtube", key: .day, keyHeaders: YouTubeHeaders.day,
        values: YouTubeDays.values, needs: [], foreignHeaders: YouTubeDays.foreignHeaders)
    ],
    unknownMarks: ["", "-", "—"], unconfirmedLanguages: [.indonesian, .japanese, .spanish],
    allowsNegative: true)

  /// `Chart data.csv` of YouTube Studio: days of a few videos by one metric, which tell the span and nothing that the
  /// table does not have.
  static let youTubeChart = AccountFormat(
    name: "youtube-chart",
    summary: "YouTube Studio: data diagram (hanya menerangkan rentang tanggal)",
    checkedAgainst: "ekspor nyata 2020 (Jerman)",
    platforms: ["youtube"], layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: "youtube", key: .day, keyHeaders: YouTubeHeaders.day,
        values: [.init(metric: "", headers: YouTubeDays.dimensions)], needs: [0])
    ],
    unknownMarks: ["", "-", "—"], unconfirmedLanguages: [.indonesian, .japanese, .spanish],
    allowsNegative: true, tellsSpanOnly: true)
}

private enum YouTubeDays {
  static let values: [AccountTable.Value] = [
    .init(metric: "views", headers: views),
    .init(metric: "engaged_views", headers: YouTubeHeaders.engagedViews),
    .init(metric: "watch_seconds", headers: YouTubeHeaders.watchHours, scale: 3600),
    .init(metric: "net_follows", headers: YouTubeHeaders.subscribers),
    .init(metric: "impressions", headers: YouTubeHeaders.impressions),
    .init(metric: "likes", headers: YouTubeHeaders.likes),
    .init(metric: "comments", headers: YouTubeHeaders.comments),
    .init(metric: "shares", headers: YouTubeHeaders.shares),
    .init(metric: "viewers", headers: YouTubeHeaders.uniqueViewers, zeroIsUnknown: true),
    // Known so that their days tell a span; rates and money are not kept.
    .init(
      metric: "",
      headers: [
        .english: [
          "Average view duration", "Estimated revenue", "Your estimated revenue", "RPM", "CPM",
          "Impressions click-through rate (%)", "Average percentage viewed (%)",
        ],
        .indonesian: ["Rata-rata durasi tonton", "Estimasi pendapatan"],
        .portuguese: ["Receita estimada", "Sua receita estimada"],
        .german: ["Geschätzter Umsatz", "Durchschnittliche Wiedergabedauer"],
        .japanese: ["推定収益"],
      ]),
  ]

  /// Without "Video views", which is TikTok's in a file of days.
  private static let views = YouTubeHeaders.views.merging([.english: ["Views"]]) { $1 }

  /// What the second column of a chart is.
  static let dimensions: [HeaderLanguage: [String]] = [
    .english: [
      "Content", "Video", "Geography", "Traffic source", "Cities", "Viewer age", "Viewer gender",
      "Subscription status",
    ],
    .indonesian: ["Konten", "Geografi", "Sumber traffic"], .german: ["Video", "Videos", "Inhalte"],
    .portuguese: ["Conteúdo"], .japanese: ["コンテンツ"], .spanish: ["Contenido", "Vídeo"],
  ]

  /// Days of other platforms have headers in common with these; what only they have tells them apart.
  static let foreignHeaders: Set<String> = {
    let others: [AccountFormat] = [.xOverview, .xDays, .tikTokOverview, .tikTokBusinessOverview]
    let theirs = others.flatMap(\.tables).flatMap(\.values).flatMap { $0.headers.values.joined() }
    let own = values.flatMap { $0.headers.values.joined() }
    // The Reporting API's bulk files are of days and videos.
    let bulk = ["channel_id", "video_id"]
    return Set(
      (theirs + bulk + dimensions.values.joined() + ForeignFormat.advertising).map(HeaderCell.normalised)
    )
    .subtracting(own.map(HeaderCell.normalised))
  }()
}
