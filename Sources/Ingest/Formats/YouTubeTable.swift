internal import FoundationEssentials
import Warehouse

extension FormatDescriptor {
  /// `Table data.csv` of YouTube Studio's advanced mode, tab Content: one row per video with what was counted within the
  /// period chosen.
  ///
  /// The file says neither period nor channel. Its first row is the channel's total, which differs from the rows' sum;
  /// behind 500 rows a footer says that there are more. In Indonesian "Penayangan" are views and "Tayangan"
  /// impressions, unlike on Meta.
  static let youTubeTable = FormatDescriptor(
    name: "youtube-table",
    platform: "youtube",
    summary:
      "YouTube Studio: tabel konten (satu baris per video; rentang dari Totals, nama ZIP, atau folder bulan)",
    checkedAgainst: "ekspor nyata 2020 (Jerman), Mei 2023 (Inggris, kanal Indonesia), Juni 2023 (Portugis)",
    content: .posts,
    columns: identity + metrics,
    essentialMetrics: [.views, .likes, .comments, .shares],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .video, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .youTubePeriod,
    unconfirmedLanguages: [.indonesian, .japanese, .spanish],
    foreignHeaders: Set(
      ["Date", "Tanggal", "Datum", "Data", "Fecha", "日付"].map(HeaderCell.normalised)),
    unknownMarks: ["-", "—", "–"],
    namesAccount: false,
    isRectangular: true,
    hasFooter: true,
    rule: YouTubeRow.judge)

  private static let identity: [ColumnSpec] = [
    .required(
      .nativeID, .videoID,
      [
        .english: ["Content", "Video"], .indonesian: ["Konten"], .german: ["Videos", "Video", "Inhalte"],
        .portuguese: ["Conteúdo"], .japanese: ["コンテンツ"], .spanish: ["Contenido", "Vídeo"],
      ]),
    .required(
      .title, .text,
      [
        .english: ["Video title"], .indonesian: ["Judul video"], .german: ["Videotitel"],
        .portuguese: ["Título do vídeo"], .japanese: ["動画のタイトル"], .spanish: ["Título del vídeo"],
      ]),
    .required(
      .publishedAt, .day,
      [
        .english: ["Video publish time"], .indonesian: ["Waktu publikasi video"],
        .german: ["Veröffentlichungszeitpunkt des Videos"], .portuguese: ["Horário de publicação do vídeo"],
        .japanese: ["動画公開時刻"], .spanish: ["Hora de publicación del vídeo"],
      ]),
    .optional(
      .durationSeconds, .span,
      [
        .english: ["Duration"], .indonesian: ["Durasi"], .german: ["Dauer"], .portuguese: ["Duração"],
        .japanese: ["長さ"], .spanish: ["Duración"],
      ]),
  ]

  private static let metrics: [ColumnSpec] = [
    .optional(.views, .signedCount, YouTubeHeaders.views),
    .optional(.engagedViews, .signedCount, YouTubeHeaders.engagedViews),
    .optional(.watchSeconds, .hours, YouTubeHeaders.watchHours),
    .optional(.follows, .signedCount, YouTubeHeaders.subscribers),
    .optional(.impressions, .signedCount, YouTubeHeaders.impressions),
    .optional(.likes, .signedCount, YouTubeHeaders.likes),
    .optional(.comments, .signedCount, YouTubeHeaders.comments),
    .optional(.shares, .signedCount, YouTubeHeaders.shares),
    .optional(.viewers, .count, YouTubeHeaders.uniqueViewers),
    .optional(.reach, .count, YouTubeHeaders.uniqueReach),
  ]
}

/// Headers that the table and the daily files of YouTube Studio share.
enum YouTubeHeaders {
  static let views: [HeaderLanguage: [String]] = [
    .english: ["Views", "Video views"], .indonesian: ["Penayangan"], .german: ["Aufrufe"],
    .portuguese: ["Visualizações"], .japanese: ["視聴回数"], .spanish: ["Visualizaciones"],
  ]
  static let engagedViews: [HeaderLanguage: [String]] = [
    .english: ["Engaged views"], .indonesian: ["Penayangan tak dilewati", "Penayangan dengan interaksi"],
  ]
  static let watchHours: [HeaderLanguage: [String]] = [
    .english: ["Watch time (hours)"], .indonesian: ["Waktu tonton (jam)"],
    .german: ["Wiedergabezeit (Stunden)"],
    .portuguese: ["Tempo de exibição (horas)"], .japanese: ["総再生時間（単位: 時間）", "総再生時間（単位：時間）"],
    .spanish: ["Tiempo de visualización (horas)"],
  ]
  static let subscribers: [HeaderLanguage: [String]] = [
    .english: ["Subscribers"], .indonesian: ["Subscriber"], .german: ["Abonnenten"],
    .portuguese: ["Inscritos"],
    .japanese: ["チャンネル登録者"], .spanish: ["Suscriptores"],
  ]
  static let impressions: [HeaderLanguage: [String]] = [
    .english: ["Impressions", "Thumbnail impressions"],
    .indonesian: ["Tayangan", "Tayangan thumbnail", "Impresi"],
    .german: ["Impressionen"], .portuguese: ["Impressões"], .japanese: ["インプレッション数"],
    .spanish: ["Impresiones"],
  ]
  static let likes: [HeaderLanguage: [String]] = [
    .english: ["Likes"], .indonesian: ["Suka"], .german: ["Likes", "„Mag ich“-Bewertungen"],
    .portuguese: ["Marcações \"Gostei\"", "Gostei"], .japanese: ["高評価数", "高評価"], .spanish: ["Me gusta"],
  ]
  static let comments: [HeaderLanguage: [String]] = [
    .english: ["Comments added", "Comments"], .indonesian: ["Komentar ditambahkan", "Komentar"],
    .german: ["Hinzugefügte Kommentare"], .portuguese: ["Comentários adicionados"],
    .japanese: ["追加されたコメント数"], .spanish: ["Comentarios añadidos"],
  ]
  static let shares: [HeaderLanguage: [String]] = [
    .english: ["Shares"], .indonesian: ["Pembagian"], .german: ["Geteilte Inhalte"],
    .portuguese: ["Compartilhamentos"], .japanese: ["共有数"], .spanish: ["Veces compartido"],
  ]
  static let uniqueViewers: [HeaderLanguage: [String]] = [
    .english: ["Unique viewers"], .indonesian: ["Penonton unik"], .german: ["Einzelne Zuschauer"],
    .portuguese: ["Espectadores únicos"], .japanese: ["ユニーク視聴者数"], .spanish: ["Espectadores únicos"],
  ]
  static let uniqueReach: [HeaderLanguage: [String]] = [
    .english: ["Unique reach"], .indonesian: ["Jangkauan unik"],
  ]
  static let day: [HeaderLanguage: [String]] = [
    .english: ["Date"], .indonesian: ["Tanggal"], .german: ["Datum"], .portuguese: ["Data"],
    .japanese: ["日付"],
    .spanish: ["Fecha"],
  ]
}

/// What holds of every row of YouTube Studio's tables.
enum YouTubeRow {
  /// Words for "total" in the first cell; only a help, since the row is known by having no video.
  static let totalWords: Set<String> = [
    "total", "gesamt", "合計", "jumlah", "总计", "итого",
  ]

  /// The total row has no id and figures; the footer has no id and nothing else.
  @Sendable static func judge(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    guard observation.has(.nativeID), !isWord(observation) else {
      let word = HeaderCell.normalised(observation.string(.rowLabel) ?? "")
      guard observation.hasMetrics else {
        remarks.isTruncated = true
        return .skip(.footer)
      }
      guard totalWords.contains(word) || observation.has(.nativeID) else {
        return .reject(Reject(code: .badID, column: "", value: visible(observation.string(.rowLabel) ?? "")))
      }
      for metric in [Metric.viewers, .reach] where observation[metric] == 0 { observation[metric] = nil }
      return .total
    }
    observation.mergeTitle()
    let id = observation.string(.nativeID) ?? ""
    observation.set(.permalink, "https://www.youtube.com/watch?v=\(id)")
    if observation.publishedDay == nil { remarks.withoutTime.note(observation.line) }
    return nil
  }

  /// Whether what looks like an id is a word, as "Gesamtwerte" and "Keseluruhan" have eleven letters: one capital, then
  /// small letters, in a row without title and day.
  private static func isWord(_ observation: Observation) -> Bool {
    guard !observation.has(.title), observation.publishedDay == nil else { return false }
    return observation.withBytes(.nativeID) { id in
      id.first.map { (0x41...0x5A).contains($0) } == true
        && id.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
    }
  }
}
