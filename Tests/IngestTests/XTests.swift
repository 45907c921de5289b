import Testing
import Warehouse

@testable import Ingest

/// X's own forms: seventeen columns in any language, ids that tell instants, rows that are none.
@Suite struct XTests {
  static let english =
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
  static let figures = "100,7,20,1,2,3,4,5,6,8,9,10,11"
  private static let akun = "kode_opd,platform,nama_pengguna\nDINKES,x,contoh_dinkes"

  /// The id of a post at an instant: X's own arithmetic, the other way round.
  static func id(_ iso: String, low: Int64 = 1) throws -> Int64 {
    let epoch = try #require(Instant.read(iso))
    return (epoch * 1000 - 1_288_834_974_657) << 22 | low
  }

  static func row(
    _ id: String, _ text: String = "halo", day: String = "\"Tue, Oct 7, 2025\"", figures: String = figures
  ) -> String {
    "\(id),\(day),\(text),https://x.com/Contoh_Dinkes/status/\(id),\(figures)"
  }

  private func load(
    _ lines: String..., name: String = "DINKES/x/account_analytics_content_2025-09-30_2025-10-31.csv"
  ) throws -> (Office, FileReport) {
    let office = try Office(akun: Self.akun)
    try office.send(name, lines.joined(separator: "\n"))
    return (office, try #require(try office.ingest().first))
  }

  @Test(arguments: [
    english,
    "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks",
    "ID postingan,Tanggal,Teks postingan,Tautan Postingan,Tayangan,Suka,Engagement,Markah,Sebaran,Pengikut baru,Balasan,Posting ulang,Kunjungan profil,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    "ID postingan,Tanggal,Teks postingan,Tautan,Tayangan,Suka,Engagement,Markah,Bagikan,Pengikut baru,Balasan,Posting ulang,Kunjungan profil,Perluasan detail,Klik URL,Klik hashtag,Klik permalink",
    "ID siaran,Tarikh,Teks siaran,Pautan Siaran,Tera,Suka,Penglibatan,Bookmark,Perkongsian,Ikutan baharu,Balasan,Siaran semula,Lawatan profil,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    "ポストID,日付,ポスト本文,ポストのリンク,インプレッション数,いいね,エンゲージメント,ブックマーク,共有された回数\\,新しいフォロー,返信,リポスト,プロフィールへのアクセス数,詳細のクリック数,URLのクリック数,ハッシュタグのクリック数,パーマリンクのクリック数",
    "ID do post,Data,Texto do post,Postar link,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,Respostas,Reposts,Visitas ao perfil,Expansões de detalhes,Cliques de URL,Cliques de hashtag,Cliques de link permanente",
    "ID del post,Fecha,Texto del post,Postear enlace,Impresiones,Me gusta,Interacciones,Guardados,Compartidos,Nuevos seguidores,Respuestas,Reposts,Visitas del perfil,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    "Post-ID,Datum,Post-Text,Post-Link,Impressions,Gefällt mir,Interaktionen,Lesezeichen,Mal geteilt,Neue Follower*innen,Antworten,Reposts,Profilbesuche,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    "Identifiant du post,Date,Texte du post,Lien du post,Impressions,J'aime,Engagements,Signets,Partages,Nouveaux abonnés,Réponses,Reposts,Visites du profil,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    "게시물 ID,날짜,게시물 본문,게시물 링크,노출수,마음에 들어요,참여수,북마크,공유 수,새로운 팔로우,답글,재게시,프로필 조회수,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks",
    // A language that nobody has described, and a label with a comma of its own.
    "A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q", "A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P, ya,Q",
  ])
  func `the same seventeen columns are read in every language`(header: String) throws {
    let id = try Self.id("2025-10-07T03:07:00Z")
    let (office, report) = try load(header, Self.row("\(id)"))
    #expect(report.status == .loaded, "\(report)")
    let row = try office.warehouse.rows(
      """
      SELECT native_id, published_at, published_precision, account, impressions, likes, engagements, saves, shares, follows,
        comments, reposts, profile_visits, link_clicks, views, interactions, interaction_basis, exposure FROM v_post_latest
      """)
    #expect(
      row == [
        [
          .text("\(id)"), "2025-10-07T03:07:00Z", "minute", "contoh_dinkes", 100, 7, 20, 1, 2, 3, 4, 5, 6, 9,
          .null, 19,
          "likes+comments+shares+reposts+saves", 100,
        ]
      ])
  }

  @Test func `a header read by its order, or partly by it, says so`() throws {
    let id = try Self.id("2025-10-07T03:07:00Z")
    let (_, unknown) = try load("A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q", Self.row("\(id)"))
    #expect(unknown.assumptions.contains { $0.hasPrefix("the header's words are not known") })
    let (_, partly) = try load(Self.english.replacing("Bookmarks", with: "Simpanan"), Self.row("\(id)"))
    #expect(partly.assumptions.contains("columns read by their place: Simpanan"))
  }

  @Test func `columns that were moved are read by their words alone, else refused`() throws {
    let id = try Self.id("2025-10-07T03:07:00Z")
    let row = Self.row("\(id)")
    let swapped = Self.english.replacing("Impressions,Likes", with: "Likes,Impressions")
    let (office, _) = try load(swapped, row)
    #expect(try office.warehouse.rows("SELECT likes, impressions FROM v_post_latest") == [[100, 7]])
    // A word nobody knows among moved ones: where it belongs is nobody's guess.
    let (_, refused) = try load(swapped.replacing("Impressions", with: "Dilihat"), row)
    #expect(refused.status == .refused, "\(refused)")
    #expect(refused.message?.contains("nearest: x-content, without: Impressions") == true)
  }

  @Test func `replies are told from posts, rows without a post are skipped, a dash is unknown`() throws {
    let (one, two) = (try Self.id("2025-10-07T03:07:00Z"), try Self.id("2025-10-08T03:07:00Z"))
    let (office, report) = try load(
      Self.english, Self.row("\(one)", "@warga terima kasih"),
      Self.row("\(two)", "kabar", figures: "100,-,20,1,2,3,4,5,6,8,9,10,11"),
      ",,,https://x.com/contoh_dinkes/status/undefined,0,0,0,0,0,0,0,0,0,0,0,0,0")
    #expect(report.skips.map(\.code) == [.emptyPost])
    #expect(
      try office.warehouse.rows("SELECT post_format, likes, interactions FROM v_post_latest ORDER BY line")
        == [["reply", 7, 19], ["other", .null, .null]])
  }

  @Test func `an id that a spreadsheet rounded is taken from the address, another one is a conflict`() throws
  {
    let id = try Self.id("2025-10-07T03:07:00Z", low: 4_194_303)
    let link = Self.row("\(id)")
    let rest = link.dropFirst("\(id)".count)
    let rounded = id / 10_000 * 10_000
    for written in ["2.08871E+18", "\(rounded)", "=\"\(id)\"", "'\(id)"] {
      let (office, report) = try load(Self.english, "\(written)\(rest)")
      #expect(report.loaded == 1, "\(written) \(report)")
      #expect(try office.one("SELECT native_id FROM v_post_latest") == .text("\(id)"))
    }
    let (_, report) = try load(
      Self.english, "\(id + 5)\(rest)", Self.row("\(try Self.id("2025-10-09T03:07:00Z"))"))
    #expect(report.rejects.map(\.reject.code) == [.badID])
  }

  @Test func `the range in the name counts UTC days, so that the month's first hours in WITA may be missing`()
    throws
  {
    let id = try Self.id("2025-10-07T03:07:00Z")
    let (office, _) = try load(
      Self.english, Self.row("\(id)"), name: "DINKES/x/account_analytics_content_2025-10-01_2025-10-31.csv")
    #expect(
      try office.warehouse.rows("SELECT published_from, published_to, counted_from FROM ingest_load")
        == [["2025-10-01T00:00:00Z", "2025-11-01T00:00:00Z", .null]])
  }

  @Test func `old tweets carry fractions of zero and dashes`() throws {
    let id = try Self.id("2021-04-30T09:32:00Z")
    let (office, report) = try load(
      #""Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate","retweets","replies","likes","user profile clicks","url clicks","promoted impressions""#,
      #""\#(id)","https://twitter.com/contoh_dinkes/status/\#(id)","RT @x: halo","2021-04-30 09:32 +0000","825.0","10.0","5.2E-4","2.0","0.0","6.0","1.0","0.0","-""#,
      name: "DINKES/x/tweet_activity_metrics_contoh_dinkes_20210401_20210501_en.csv")
    #expect(report.status == .loaded, "\(report)")
    #expect(
      try office.warehouse.rows(
        "SELECT published_at, post_format, impressions, reposts, comments, likes, saves, interaction_basis FROM v_post_latest"
      )
        == [["2021-04-30T09:32:00Z", "share", 825, 2, 0, 6, .null, "likes+comments+reposts"]])
    #expect(try office.one("SELECT published_to FROM ingest_load") == "2021-05-01T00:00:00Z")
  }

  @Test func `the name of an old export tells the account of a file that names none`() throws {
    let office = try Office(akun: Self.akun + "\nDINKES,x,lain_lagi")
    try office.send(
      "DINKES/x/daily_tweet_activity_metrics_Lain_Lagi_20210301_20210401_en.csv",
      #""Date","Tweets published","impressions","engagements","promoted likes"\#n"2021-03-01","5","1183","16","-""#
    )
    #expect(try office.ingest().first?.loaded == 1)
    #expect(
      try office.warehouse.rows("SELECT account, metric, value FROM v_account_day ORDER BY 2")
        == [
          ["lain_lagi", "engagements", 16], ["lain_lagi", "impressions", 1183], ["lain_lagi", "posts", 5],
        ])
  }

  @Test(arguments: [
    ("Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views"),
    ("Date,Tayangan,Suka,Engagement,Markah,Sebaran,Pengikut baru,Berhenti mengikuti,Balasan,Posting ulang,Kunjungan profil,Create Post,Penayangan video,Penayangan media"),
  ])
  func `the overview's zeros of views are not delivered`(header: String) throws {
    let (office, report) = try load(
      header, "\"Wed, Oct 8, 2025\",200,1,2,3,4,5,6,7,8,9,0,0,0",
      "\"Tue, Oct 7, 2025\",100,1,2,3,4,5,6,7,8,9,1,0,0",
      name: "DINKES/x/account_overview_analytics (1).csv")
    #expect((report.format, report.loaded) == ("x-overview", 2), "\(report)")
    #expect(
      try office.one("SELECT count(*) FROM v_account_day WHERE metric IN ('views', 'media_views')") == 0)
    #expect(
      try office.warehouse.rows(
        "SELECT date, value FROM v_account_day WHERE metric = 'impressions' ORDER BY 1")
        == [["2025-10-07", 100], ["2025-10-08", 200]])
  }

  @Test func `the overview of videos is two tables`() throws {
    let (office, report) = try load(
      "Video overview,,,,", "Date,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms)",
      "\"Oct 8, 2025\",20,61500,0.5,3000",
      "\"Oct 7, 2025\",10,500,0.5,50", ",,,,", "Your videos,,,,,,,,,",
      "Uploaded on:,Video ID,Video title,Views,Duration,Video Link,Monetized,Estimated Revenue,Published date,Post Link",
      "\"Oct 7, 2025\",19,Halo,30,0:15,https://x.com/v,No,0,\"Oct 7, 2025\",https://x.com/contoh_dinkes/status/19",
      name: "DINKES/x/video_overview_analytics.csv")
    #expect((report.format, report.loaded) == ("x-videos", 3), "\(report)")
    #expect(
      try office.warehouse.rows("SELECT date, metric, value FROM v_account_day ORDER BY 1, 2")
        == [
          ["2025-10-07", "views", 10], ["2025-10-07", "watch_seconds", 1], ["2025-10-08", "views", 20],
          ["2025-10-08", "watch_seconds", 62],
        ])
    #expect(
      try office.warehouse.rows("SELECT dimension, member, metric, value FROM v_account_breakdown")
        == [["video", "19", "views", .real(30)]])
  }
}
