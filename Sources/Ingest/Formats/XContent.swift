internal import FoundationEssentials
import Warehouse

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

  /// The old export of analytics.twitter.com, one row per tweet.
  ///
  /// Organic counts carry a fraction of zero. Promoted columns are not read: the organic ones leave them out.
  static let xTweets = FormatDescriptor(
    name: "x-tweets",
    platform: "x",
    summary: "X: ekspor lama analytics.twitter.com (satu baris per cuitan)",
    checkedAgainst: "ekspor nyata April 2021 (Inggris, 40 kolom)",
    content: .posts,
    columns: [
      .required(.nativeID, .text, [.english: ["Tweet id"]]),
      .required(.permalink, .text, [.english: ["Tweet permalink"]]),
      .required(.caption, .text, [.english: ["Tweet text"]]),
      .required(.publishedAt, .zonedMinute, [.english: ["time"]]),
      .required(.impressions, .wholeDecimal, [.english: ["impressions"]]),
      .optional(.engagements, .wholeDecimal, [.english: ["engagements"]]),
      .optional(.reposts, .wholeDecimal, [.english: ["retweets"]]),
      .optional(.comments, .wholeDecimal, [.english: ["replies"]]),
      .optional(.likes, .wholeDecimal, [.english: ["likes", "favorites"]]),
      .optional(.profileVisits, .wholeDecimal, [.english: ["user profile clicks"]]),
      .optional(.linkClicks, .wholeDecimal, [.english: ["url clicks"]]),
      .optional(.follows, .wholeDecimal, [.english: ["follows"]]),
      .optional(.saves, .wholeDecimal, [.english: ["bookmarks"]]),
    ],
    essentialMetrics: [.impressions, .likes, .comments, .reposts],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .other, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .xNameLifetime, unconfirmedLanguages: [],
    unknownMarks: ["-"],
    isRectangular: true,
    rule: XPost.judge)
}

/// What holds of every record about a post on X.
enum XPost {
  /// The first instant that ids tell: 4 November 2010; earlier ids were counted up.
  private static let firstSnowflake: Int64 = 29_700_859_247

  /// When the post with this id was made, in seconds since 1970 UTC, by X's own arithmetic: the id's high bits count
  /// milliseconds since 1288834974657.
  static func instant(ofID id: Int64) -> Int64? {
    guard id >= firstSnowflake else { return nil }
    return (id >> 22 + 1_288_834_974_657) / 1000
  }

  /// The handle and the id in `https://x.com/<handle>/status/<id>`.
  static func address(_ link: String) -> (handle: String, id: String)? {
    let hosts = ["x.com", "twitter.com", "www.x.com", "www.twitter.com", "mobile.twitter.com"]
    let parts = link.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 5, parts[0] == "https:" || parts[0] == "http:",
      hosts.contains(parts[1].lowercased()), parts[3] == "status" || parts[3] == "statuses"
    else { return nil }
    let id = parts[4].prefix { $0 != "?" && $0 != "#" }
    return (String(parts[2]), String(id))
  }

  /// Whether seventeen cells are a record of the content export, whatever the header says.
  @Sendable static func isRecord(_ cells: [String]) -> Bool {
    guard cells.count == 17, let address = address(cells[3]) else { return false }
    let isJunk = address.id == "undefined" && cells[0].isEmpty
    return (isJunk || isID(cells[0])) && cells[4...].allSatisfy { $0 == "-" || isNumber($0) }
  }

  /// Settles identity, instant and kind; a row of a post that X could not find is no data.
  @Sendable static func judge(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    let address = observation.string(.permalink).flatMap(address)
    if let address, address.id == "undefined", !observation.has(.nativeID) { return .skip(.emptyPost) }
    let written = observation.string(.nativeID)
    let linked = (address?.id).flatMap { isID($0) ? $0 : nil }
    if let written, let linked, written != linked, isID(written), !isRounded(written, of: linked) {
      return .reject(Reject(code: .conflictingColumns, column: "", value: "\(written) ≠ \(linked)"))
    }
    guard let id = linked ?? written.flatMap({ isID($0) ? $0 : nil }), let number = Int64(id) else {
      return .reject(Reject(code: .badID, column: "", value: visible(written ?? "")))
    }
    if written != id { remarks.idsFromLink.note(observation.line) }
    observation.set(.nativeID, id)
    if let handle = address?.handle, handle != "i" {
      observation.set(.accountHandle, Registry.normalisedHandle(handle))
    }
    if let instant = instant(ofID: number) { observation.publishedAt = instant }
    return settleKind(&observation, &remarks)
  }

  private static func settleKind(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    if observation.publishedAt != nil { observation.publishedDay = nil }
    if observation.publishedAt == nil, observation.publishedDay == nil {
      remarks.withoutTime.note(observation.line)
    }
    let text = (observation.string(.caption) ?? "").drop { $0 == " " }
    if text.hasPrefix("@") {
      observation.postFormat = .reply
    } else if text.hasPrefix("RT @") {
      observation.postFormat = .share
    }
    return nil
  }

  private static func isID(_ text: String) -> Bool {
    (1...19).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether an id is what a spreadsheet leaves of another: fifteen digits of it, then zeros.
  private static func isRounded(_ text: String, of id: String) -> Bool {
    guard text.utf8.count == id.utf8.count, id.utf8.count > 15, let own = Int64(text), let whole = Int64(id)
    else { return false }
    let unit = (0..<(id.utf8.count - 15)).reduce(Int64(1)) { unit, _ in unit * 10 }
    return own % unit == 0 && abs(own - whole) <= unit
  }
}
