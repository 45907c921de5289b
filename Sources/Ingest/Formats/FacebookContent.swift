extension FormatDescriptor {
  /// The content export of a Facebook page: Meta Business Suite, Insights, Content, Export data.
  ///
  /// One row per post with its figures since publication. The left 17 columns are fixed; which metrics follow, and
  /// in which order, changes from export to export; rows may end early. Times are US Pacific. The daily-breakdown
  /// export has nearly the same header and one row per post and day: it is told by its Date cells and refused.
  static let facebookContent = FormatDescriptor(
    name: "facebook-content",
    platform: "facebook",
    summary: "Facebook: ekspor konten halaman dari Meta Business Suite (satu baris per unggahan)",
    checkedAgainst: "ekspor nyata September 2025 (Inggris, 35 kolom) dan Januari 2026 (Belanda, 27 kolom)",
    content: .posts,
    columns: identity + texts + metrics,
    essentialMetrics: [.reach, .likes, .comments, .shares],
    lifetimeMarks: [
      "lifetime", "looptijd", "total", "seumur hidup", "selamanya", "livstid", "tempo de vida", "存留期間",
    ],
    postFormats: [
      "photos": .photo, "videos": .video, "reels": .reel, "reel": .reel, "live": .live, "text": .text,
      "links": .link,
      "stories": .story, "status": .text,
      "foto's": .photo, "video's": .video, "tekst": .text,
      "foto": .photo, "video": .video, "teks": .text, "tautan": .link, "cerita": .story,
      "siaran langsung": .live,
      "fotos": .photo, "vídeos": .video, "texto": .text, "ao vivo": .live,
      "foton": .photo, "videor": .video, "länkar": .link,
      "相片": .photo, "影片": .video, "連結": .link, "文字": .text, "連續短片": .reel, "直播": .live,
    ],
    unlabelledPostFormat: .other,
    permalinkFormats: [("/reel/", .reel)],
    permalinkHost: "www.facebook.com",
    permalinkFolders: ["posts", "videos", "photos"],
    window: .metaNameLifetime,
    unconfirmedLanguages: [.indonesian, .portuguese, .swedish, .traditionalChinese]
  )

  private static let identity: [ColumnSpec] = [
    .required(
      .nativeID, .id,
      [
        .english: ["Post ID"], .indonesian: ["ID Postingan"], .dutch: ["Bericht-ID"],
        .portuguese: ["Identificação do post"], .swedish: ["Publicerings-id"], .traditionalChinese: ["貼文編號"],
      ]),
    .required(
      .accountID, .id,
      [
        .english: ["Page ID"], .indonesian: ["ID Halaman"], .dutch: ["Pagina-ID"],
        .portuguese: ["Identificação da página"], .swedish: ["Sid-id"], .traditionalChinese: ["粉絲專頁編號"],
      ]),
    .optional(
      .accountName, .text,
      [
        .english: ["Page name"], .indonesian: ["Nama Halaman"], .dutch: ["Naam van pagina"],
        .portuguese: ["Nome da página"], .swedish: ["Sidnamn"], .traditionalChinese: ["粉絲專頁名稱"],
      ]),
    .required(
      .publishedAt, .pacificMinute,
      [
        .english: ["Publish time"],
        .indonesian: ["Waktu publikasi", "Waktu penerbitan", "Waktu terbit"], .dutch: ["Publicatietijdstip"],
        .portuguese: ["Horário de publicação"], .swedish: ["Publiceringstid"], .traditionalChinese: ["發佈時間"],
      ]),
    .required(
      .permalink, .text,
      [
        .english: ["Permalink"], .indonesian: ["Tautan permanen"], .dutch: ["Permalink"],
        .portuguese: ["Link permanente"], .swedish: ["Permalänk"], .traditionalChinese: ["永久連結"],
      ]),
    .required(
      .postFormat, .postFormat,
      [
        .english: ["Post type"], .indonesian: ["Jenis postingan", "Tipe postingan"], .dutch: ["Berichttype"],
        .portuguese: ["Tipo de post"], .swedish: ["Inläggstyp"], .traditionalChinese: ["貼文類型"],
      ]),
  ]

  private static let texts: [ColumnSpec] = [
    .optional(
      .title, .text,
      [
        .english: ["Title"], .indonesian: ["Judul"], .dutch: ["Titel"], .portuguese: ["Título"],
        .swedish: ["Titel"], .traditionalChinese: ["標題"],
      ]),
    .optional(
      .caption, .text,
      [
        .english: ["Description"], .indonesian: ["Deskripsi", "Keterangan"], .dutch: ["Omschrijving"],
        .portuguese: ["Descrição"], .swedish: ["Beskrivning"], .traditionalChinese: ["說明"],
      ]),
    .optional(
      .durationSeconds, .count,
      [
        .english: ["Duration (sec)"], .indonesian: ["Durasi (dtk)", "Durasi (detik)"],
        .dutch: ["Duur (sec.)"],
        .portuguese: ["Duração (s)"], .swedish: ["Varaktighet (sek)"],
      ]),
    .optional(.isShare, .flag, [.english: ["Is share"], .dutch: ["Is een gedeeld bericht"]]),
    .optional(.customLabel, .text, [.english: ["Custom labels"], .dutch: ["Aangepaste labels"]]),
    .optional(
      .dataComment, .text,
      [
        .english: ["Data comment"], .indonesian: ["Komentar data"], .dutch: ["Opmerking data"],
        .portuguese: ["Comentário de dados"], .traditionalChinese: ["資料留言"],
      ]),
    .required(
      .rowKind, .rowKind,
      [
        .english: ["Date"], .indonesian: ["Tanggal"], .dutch: ["Datum"], .portuguese: ["Data"],
        .swedish: ["Datum"], .traditionalChinese: ["日期"],
      ]),
  ]

  private static let metrics: [ColumnSpec] = [
    .optional(.impressions, .count, [.english: ["Impressions"], .indonesian: ["Impresi"]]),
    .optional(
      .views, .count,
      [
        .english: ["Views"], .indonesian: ["Tayangan"], .dutch: ["Weergaven"], .portuguese: ["Visualizações"],
        .swedish: ["Visningar"], .traditionalChinese: ["瀏覽次數", "觀看次數"],
      ]),
    .optional(
      .reach, .count,
      [
        .english: ["Reach"], .indonesian: ["Jangkauan"], .dutch: ["Bereik"], .portuguese: ["Alcance"],
        .swedish: ["Räckvidd"], .traditionalChinese: ["觸及人數"],
      ]),
    .optional(.reachPaid, .count, [.english: ["Reach from Boosted posts"]]),
    .optional(.viewers, .count, [.english: ["Viewers"], .indonesian: ["Penonton", "Pemirsa"]]),
    .optional(
      .interactionsTotal, .count,
      [
        .english: ["Reactions, Comments and Shares"], .dutch: ["Reacties, opmerkingen en deelacties"],
        .portuguese: ["Reações, comentários e compartilhamentos"],
        .swedish: ["Reaktioner, kommentarer och delningar"], .traditionalChinese: ["心情、留言和分享次數"],
      ]),
    .optional(
      .likes, .count,
      [
        .english: ["Reactions"], .indonesian: ["Tanggapan", "Reaksi"], .dutch: ["Reacties"],
        .portuguese: ["Reações"], .swedish: ["Reaktioner"], .traditionalChinese: ["心情數", "心情"],
      ]),
    .optional(
      .comments, .count,
      [
        .english: ["Comments"], .indonesian: ["Komentar"], .dutch: ["Opmerkingen"],
        .portuguese: ["Comentários"],
        .swedish: ["Kommentarer"], .traditionalChinese: ["留言"],
      ]),
    .optional(
      .shares, .count,
      [
        .english: ["Shares"], .indonesian: ["Dibagikan", "Bagikan", "Berbagi"], .dutch: ["Deelacties"],
        .portuguese: ["Compartilhamentos"], .swedish: ["Delningar"], .traditionalChinese: ["分享"],
      ]),
    .optional(
      .clicks, .count,
      [
        .english: ["Total clicks"], .indonesian: ["Total klik"], .dutch: ["Totaal aantal klikken"],
        .swedish: ["Totalt antal klick"],
      ]),
    .optional(
      .linkClicks, .count,
      [.english: ["Link Clicks"], .indonesian: ["Klik tautan"], .swedish: ["Länkklick"]]),
    .optional(.watchSeconds, .decimal, [.english: ["Seconds viewed"]]),
  ]
}
