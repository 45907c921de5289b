extension FormatDescriptor {
  /// The content export of an X account: Analytics, Content, Export.
  ///
  /// One row per post with its figures, in the same seventeen columns in every language and since 2024; only the labels
  /// change. The day is a UTC day, older files' the browser's own; the id tells the instant. Replies are among the
  /// posts, and rows of posts that X could not find.
  static let xContent = FormatDescriptor(
    name: "x-content",
    platform: "x",
    summary: "X: ekspor konten dari Analytics (satu baris per unggahan, 17 kolom)",
    checkedAgainst: "ekspor nyata Desember 2024–Maret 2025 dan Juli–Agustus 2026 (Inggris)",
    content: .posts,
    columns: identity + metrics,
    essentialMetrics: [.impressions, .likes, .comments, .shares, .reposts, .saves],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .other, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .xNameLifetime,
    unconfirmedLanguages: [.indonesian, .malay, .portuguese, .spanish, .german, .french, .korean],
    unknownMarks: ["-"],
    isRectangular: true,
    rule: XPost.judge,
    positions: PositionRule(fields: (identity + metrics).map(\.field), fits: XPost.isRecord))

  private static let identity: [ColumnSpec] = [
    .required(
      .nativeID, .text,
      [
        .english: ["Post id"], .indonesian: ["ID postingan"], .malay: ["ID siaran"], .japanese: ["ポストID"],
        .portuguese: ["ID do post"], .spanish: ["ID del post"], .german: ["Post-ID"],
        .french: ["Identifiant du post"], .korean: ["게시물 ID"],
      ]),
    .optional(
      .publishedAt, .day,
      [
        .english: ["Date"], .indonesian: ["Tanggal"], .malay: ["Tarikh"], .japanese: ["日付"],
        .portuguese: ["Data"], .spanish: ["Fecha"], .german: ["Datum"], .french: ["Date"], .korean: ["날짜"],
      ]),
    .required(
      .caption, .text,
      [
        .english: ["Post text"], .indonesian: ["Teks postingan"], .malay: ["Teks siaran"],
        .japanese: ["ポスト本文"], .portuguese: ["Texto do post"], .spanish: ["Texto del post"],
        .german: ["Post-Text"], .french: ["Texte du post"], .korean: ["게시물 본문"],
      ]),
    .required(
      .permalink, .text,
      [
        .english: ["Post Link", "Link"], .indonesian: ["Tautan Postingan", "Tautan"],
        .malay: ["Pautan Siaran"],
        .japanese: ["ポストのリンク"], .portuguese: ["Postar link"], .spanish: ["Postear enlace"],
        .german: ["Post-Link"], .french: ["Lien du post"], .korean: ["게시물 링크"],
      ]),
  ]

  private static let metrics: [ColumnSpec] = [
    .required(
      .impressions, .count,
      [
        .english: ["Impressions"], .indonesian: ["Tayangan"], .malay: ["Tera"], .japanese: ["インプレッション数"],
        .portuguese: ["Impressões"], .spanish: ["Impresiones"], .german: ["Impressions"],
        .french: ["Impressions"], .korean: ["노출수"],
      ]),
    .optional(
      .likes, .count,
      [
        .english: ["Likes"], .indonesian: ["Suka"], .malay: ["Suka"], .japanese: ["いいね"],
        .portuguese: ["Curtidas"], .spanish: ["Me gusta"], .german: ["Gefällt mir"],
        .french: ["J'aime", "J’aime"],
        .korean: ["마음에 들어요"],
      ]),
    .optional(
      .engagements, .count,
      [
        .english: ["Engagements"], .indonesian: ["Engagement"], .malay: ["Penglibatan"],
        .japanese: ["エンゲージメント"], .portuguese: ["Engajamentos"], .spanish: ["Interacciones"],
        .german: ["Interaktionen"], .french: ["Engagements"], .korean: ["참여수"],
      ]),
    .optional(
      .saves, .count,
      [
        .english: ["Bookmarks"], .indonesian: ["Markah"], .malay: ["Bookmark"], .japanese: ["ブックマーク"],
        .portuguese: ["Itens salvos"], .spanish: ["Guardados"], .german: ["Lesezeichen"],
        .french: ["Signets"],
        .korean: ["북마크"],
      ]),
    .optional(
      .shares, .count,
      [
        .english: ["Shares", "Share"], .indonesian: ["Sebaran", "Bagikan"], .malay: ["Perkongsian"],
        // One build of the platform writes a stray backslash.
        .japanese: ["共有された回数", "共有された回数\\"], .portuguese: ["Compartilhamentos"],
        .spanish: ["Compartidos"], .german: ["Mal geteilt"], .french: ["Partages"], .korean: ["공유 수"],
      ]),
    .optional(
      .follows, .count,
      [
        .english: ["New follows"], .indonesian: ["Pengikut baru"], .malay: ["Ikutan baharu"],
        .japanese: ["新しいフォロー"], .portuguese: ["Novos seguidores"], .spanish: ["Nuevos seguidores"],
        .german: ["Neue Follower*innen"], .french: ["Nouveaux abonnés"], .korean: ["새로운 팔로우"],
      ]),
    .optional(
      .comments, .count,
      [
        .english: ["Replies"], .indonesian: ["Balasan"], .malay: ["Balasan"], .japanese: ["返信"],
        .portuguese: ["Respostas"], .spanish: ["Respuestas"], .german: ["Antworten"], .french: ["Réponses"],
        .korean: ["답글"],
      ]),
    .optional(
      .reposts, .count,
      [
        .english: ["Reposts"], .indonesian: ["Posting ulang"], .malay: ["Siaran semula"],
        .japanese: ["リポスト"], .portuguese: ["Reposts"], .spanish: ["Reposts"], .german: ["Reposts"],
        .french: ["Reposts"], .korean: ["재게시"],
      ]),
    .optional(
      .profileVisits, .count,
      [
        .english: ["Profile visits"], .indonesian: ["Kunjungan profil"], .malay: ["Lawatan profil"],
        .japanese: ["プロフィールへのアクセス数"], .portuguese: ["Visitas ao perfil"],
        .spanish: ["Visitas del perfil"], .german: ["Profilbesuche"], .french: ["Visites du profil"],
        .korean: ["프로필 조회수"],
      ]),
    .optional(
      .ignored1, .text,
      [
        .english: ["Detail Expands"], .indonesian: ["Perluasan detail"], .japanese: ["詳細のクリック数"],
        .portuguese: ["Expansões de detalhes"],
      ]),
    .optional(
      .linkClicks, .count,
      [
        .english: ["URL Clicks"], .indonesian: ["Klik URL"], .japanese: ["URLのクリック数"],
        .portuguese: ["Cliques de URL"],
      ]),
    .optional(
      .ignored2, .text,
      [.english: ["Hashtag Clicks"], .indonesian: ["Klik hashtag"], .japanese: ["ハッシュタグのクリック数"]]),
    .optional(
      .ignored3, .text,
      [
        .english: ["Permalink Clicks"], .indonesian: ["Klik permalink"], .japanese: ["パーマリンクのクリック数"],
        .portuguese: ["Cliques de link permanente"],
      ]),
  ]
}
