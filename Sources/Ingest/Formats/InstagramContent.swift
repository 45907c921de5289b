extension FormatDescriptor {
  /// The content export of an Instagram account, feed and reels: Meta Business Suite, Insights, Content, Export data.
  ///
  /// Lists posts of collaborating accounts beside the account's own; their reach may be there or blank. Times are US
  /// Pacific. Told from the stories export by its columns of comments and saves.
  static let instagramContent = FormatDescriptor(
    name: "instagram-content",
    platform: "instagram",
    summary:
      "Instagram: ekspor konten (unggahan dan reels) dari Meta Business Suite (satu baris per unggahan)",
    checkedAgainst: "dua ekspor nyata September–Desember 2025 (Portugis, 18 kolom)",
    content: .posts,
    columns: InstagramColumns.identity + InstagramColumns.texts + feedMetrics,
    essentialMetrics: [.reach, .likes, .comments, .shares, .saves],
    lifetimeMarks: InstagramColumns.lifetimeMarks,
    postFormats: InstagramColumns.postFormats,
    unlabelledPostFormat: .other,
    permalinkFormats: [("/reel/", .reel)],
    permalinkHost: nil,
    permalinkFolders: [],
    window: .metaNameLifetime,
    unconfirmedLanguages: [.indonesian, .swedish, .traditionalChinese]
  )

  /// The stories export of an Instagram account.
  ///
  /// Its columns and their order change from export to export; sparse figures are blank, never 0. Rows in which Meta
  /// failed may hold figures and name the story only in their comment.
  static let instagramStories = FormatDescriptor(
    name: "instagram-stories",
    platform: "instagram",
    summary: "Instagram: ekspor cerita (stories) dari Meta Business Suite (satu baris per cerita)",
    checkedAgainst: "dua ekspor nyata September–Desember 2025 (Portugis, 20 dan 21 kolom)",
    content: .stories,
    columns: InstagramColumns.identity + InstagramColumns.texts + storyMetrics,
    essentialMetrics: [.reach],
    lifetimeMarks: InstagramColumns.lifetimeMarks,
    postFormats: InstagramColumns.postFormats,
    unlabelledPostFormat: .story,
    permalinkFormats: [("/stories/", .story)],
    permalinkHost: nil,
    permalinkFolders: [],
    window: .metaNameLifetime,
    unconfirmedLanguages: [.indonesian, .swedish, .traditionalChinese]
  )

  private static let feedMetrics: [ColumnSpec] =
    InstagramColumns.metrics + [
      .required(
        .comments, .count,
        [
          .english: ["Comments"], .indonesian: ["Komentar"], .portuguese: ["Comentários"],
          .swedish: ["Kommentarer"], .traditionalChinese: ["留言數", "留言"],
        ]),
      .required(
        .saves, .count,
        [
          .english: ["Saves"], .indonesian: ["Simpanan", "Disimpan"], .portuguese: ["Salvamentos"],
          .swedish: ["Sparade objekt"], .traditionalChinese: ["儲存次數"],
        ]),
    ]

  private static let storyMetrics: [ColumnSpec] =
    InstagramColumns.metrics + [
      .required(
        .replies, .count,
        [
          .english: ["Replies"], .indonesian: ["Balasan"], .portuguese: ["Respostas"], .swedish: ["Svar"],
          .traditionalChinese: ["回覆次數"],
        ]),
      .optional(
        .navigation, .count,
        [.english: ["Navigation"], .indonesian: ["Navigasi"], .portuguese: ["Navegação"]]),
      .optional(
        .profileVisits, .count,
        [.english: ["Profile visits"], .indonesian: ["Kunjungan profil"], .portuguese: ["Visitas ao perfil"]]),
      .optional(
        .linkClicks, .count,
        [.english: ["Link clicks"], .indonesian: ["Klik tautan"], .portuguese: ["Cliques no link"]]),
      .optional(
        .stickerTaps, .count,
        [.english: ["Sticker taps"], .indonesian: ["Ketukan stiker"], .portuguese: ["Toques em figurinhas"]]),
    ]
}

/// What both exports of an Instagram account share.
private enum InstagramColumns {
  static let lifetimeMarks: Set<String> = [
    "lifetime", "total", "looptijd", "seumur hidup", "selamanya", "livstid", "存留期間",
  ]

  static let postFormats: [String: PostFormat] = [
    "ig image": .photo, "ig carousel": .carousel, "ig reel": .reel, "ig story": .story,
    "ig video": .video,
    "imagem do instagram": .photo, "carrossel do instagram": .carousel, "reel do instagram": .reel,
    "story do instagram": .story, "vídeo do instagram": .video,
    "instagram-afbeelding": .photo, "instagram-carrousel": .carousel, "ig-reel": .reel,
    "gambar ig": .photo, "foto ig": .photo, "carousel ig": .carousel, "korsel ig": .carousel,
    "reel ig": .reel, "reels ig": .reel, "cerita ig": .story, "video ig": .video,
  ]

  static let identity: [ColumnSpec] = [
    .required(
      .nativeID, .id,
      [
        .english: ["Post ID"], .indonesian: ["ID Postingan"], .portuguese: ["Identificação do post"],
        .swedish: ["Publicerings-id"], .traditionalChinese: ["貼文編號"],
      ]),
    .required(
      .accountID, .id,
      [
        .english: ["Account ID"], .indonesian: ["ID Akun"], .portuguese: ["Identificação da conta"],
        .swedish: ["Konto-id"], .traditionalChinese: ["帳號編號"],
      ]),
    .optional(
      .accountHandle, .text,
      [
        .english: ["Account username"], .indonesian: ["Nama pengguna akun"],
        .portuguese: ["Nome de usuário da conta"], .swedish: ["Kontots användarnamn"],
        .traditionalChinese: ["帳號用戶名稱"],
      ]),
    .optional(
      .accountName, .text,
      [
        .english: ["Account name"], .indonesian: ["Nama akun"], .portuguese: ["Nome da conta"],
        .swedish: ["Kontonamn"], .traditionalChinese: ["帳號名稱"],
      ]),
    .required(
      .publishedAt, .pacificMinute,
      [
        .english: ["Publish time"],
        .indonesian: ["Waktu publikasi", "Waktu penerbitan", "Waktu terbit"],
        .portuguese: ["Horário de publicação"], .swedish: ["Publiceringstid"], .traditionalChinese: ["發佈時間"],
      ]),
    .required(
      .permalink, .text,
      [
        .english: ["Permalink"], .indonesian: ["Tautan permanen"], .portuguese: ["Link permanente"],
        .swedish: ["Permalänk"], .traditionalChinese: ["永久連結"],
      ]),
    .required(
      .postFormat, .postFormat,
      [
        .english: ["Post type"], .indonesian: ["Jenis postingan", "Tipe postingan"],
        .portuguese: ["Tipo de post"],
        .swedish: ["Inläggstyp"], .traditionalChinese: ["貼文類型"],
      ]),
  ]

  static let texts: [ColumnSpec] = [
    .optional(
      .caption, .text,
      [
        .english: ["Description"], .indonesian: ["Deskripsi", "Keterangan"], .portuguese: ["Descrição"],
        .swedish: ["Beskrivning"], .traditionalChinese: ["說明"],
      ]),
    .optional(
      .durationSeconds, .count,
      [
        .english: ["Duration (sec)"], .indonesian: ["Durasi (dtk)", "Durasi (detik)"],
        .portuguese: ["Duração (s)"], .swedish: ["Varaktighet (sek)"],
      ]),
    .optional(
      .dataComment, .text,
      [
        .english: ["Data comment"], .indonesian: ["Komentar data"], .portuguese: ["Comentário de dados"],
        .traditionalChinese: ["資料留言"],
      ]),
    .required(
      .rowKind, .rowKind,
      [
        .english: ["Date"], .indonesian: ["Tanggal"], .portuguese: ["Data"], .swedish: ["Datum"],
        .traditionalChinese: ["日期"],
      ]),
  ]

  static let metrics: [ColumnSpec] = [
    .optional(.impressions, .count, [.english: ["Impressions"], .indonesian: ["Impresi"]]),
    .optional(
      .views, .count,
      [
        .english: ["Views"], .indonesian: ["Tayangan"], .portuguese: ["Visualizações"],
        .swedish: ["Visningar"],
        .traditionalChinese: ["瀏覽次數", "觀看次數"],
      ]),
    .optional(
      .reach, .count,
      [
        .english: ["Reach"], .indonesian: ["Jangkauan"], .portuguese: ["Alcance"], .swedish: ["Räckvidd"],
        .traditionalChinese: ["觸及人數"],
      ]),
    .optional(.viewers, .count, [.english: ["Viewers"], .indonesian: ["Penonton", "Pemirsa"]]),
    .optional(
      .likes, .count,
      [
        .english: ["Likes"], .indonesian: ["Suka"], .portuguese: ["Curtidas"],
        .swedish: ["Gilla-markeringar"],
        .traditionalChinese: ["按讚數"],
      ]),
    .optional(
      .shares, .count,
      [
        .english: ["Shares"], .indonesian: ["Dibagikan", "Bagikan", "Berbagi"],
        .portuguese: ["Compartilhamentos"],
        .swedish: ["Delningar"], .traditionalChinese: ["分享"],
      ]),
    .optional(
      .follows, .count,
      [
        .english: ["Follows"], .indonesian: ["Mengikuti", "Ikuti", "Pengikut"], .portuguese: ["Seguimentos"],
        .swedish: ["Följer"],
      ]),
  ]
}
