/// A file that an office sends beside its Facebook content, with its instant and what is odd about it.
struct OtherDelivery {
  /// Below the inbox.
  let path: String
  let bytes: [UInt8]
  /// ISO 8601 with WITA's offset.
  let exportedAt: String
}

/// A post or a story of an Instagram account, as Meta's two exports list it.
struct InstagramPost {
  let account: Account
  let id: Int
  /// Minutes since 1970 UTC.
  let published: Int
  let type: String
  let caption: String
  let permalink: String
  let duration: Int
  var views: Int
  /// `nil`: blank, as for some collaborators.
  var reach: Int?
  var likes: Int
  var comments: Int
  var shares: Int
  var saves: Int
  var follows: Int?
}

/// The Instagram exports of the offices that have an account there.
struct InstagramWriter {
  /// Offices with an account; three of them post stories, too.
  static let offices = [
    "PEMKAB", "DISDUKCAPIL", "RSUDL", "DINKES", "DISDIKBUD", "BPBD", "DISHUB", "DISKOMINFOTIK", "PORAPAR",
    "DPMPTSP",
    "KEC-TEMPE", "KEC-PAMMANA",
  ]
  private static let storytellers = ["DINKES", "PORAPAR", "DISKOMINFOTIK"]

  /// What is odd about them, for the description.
  static let oddities: [(office: String, file: String, oddity: String, expected: String)] = [
    (
      "DINKES", "instagram, Oktober",
      "Dua unggahan kolaborasi: satu milik akun Pemkab, satu milik akun yang tidak terdaftar",
      "Yang pertama dicatat dari sudut akun lain dan tidak dihitung untuk Dinkes; yang kedua dilewati dan disebut"
    ),
    (
      "DISKOMINFOTIK", "instagram, cerita Oktober",
      "Satu baris galat yang angkanya ada, tanpa akun dan waktu",
      "Angkanya masuk di bawah ID dalam komentarnya; tanpa tanggal, jadi tidak masuk bulan mana pun"
    ),
    (
      "PORAPAR", "instagram", "Oktober tidak dikirim",
      "Instagram Porapar: hanya bagian yang terbawa dari berkas September"
    ),
  ]

  let office: Office
  let account: Account
  /// The regency's own account, with which offices make posts together.
  let regency: Account
  private var random: SplitMix64
  private var count = 0

  init(office: Office, account: Account, regency: Account, seed: UInt64) {
    (self.office, self.account, self.regency) = (office, account, regency)
    random = SplitMix64(seed: seed, stream: "instagram/\(office.code)")
  }

  /// Feed and stories of both months; Porapar sends nothing for October.
  mutating func deliveries() -> [OtherDelivery] {
    let posts = SampleMonth.allCases.flatMap { month in
      Schedule(month: month).minutes(office.volume[month == .september ? 0 : 1] * 4 / 5, &random).map {
        post(at: $0)
      }
    }
    var deliveries: [OtherDelivery] = []
    for month in SampleMonth.allCases where !(office.code == "PORAPAR" && month == .october) {
      var listed = posts.filter { month.lists($0.published) }.sorted {
        ($1.published, $1.id) < ($0.published, $0.id)
      }
      if office.code == "DINKES" { listed += collaborations(month) }
      deliveries.append(delivery(month, InstagramSheet.feed(listed)))
      guard Self.storytellers.contains(office.code) else { continue }
      let stories = Schedule(month: month).minutes(8, &random).map { story(at: $0) }
      let broken = office.code == "DISKOMINFOTIK" && month == .october ? newID() : nil
      deliveries.append(delivery(month, InstagramSheet.stories(stories, broken: broken)))
    }
    return deliveries
  }

  private mutating func delivery(_ month: SampleMonth, _ bytes: [UInt8]) -> OtherDelivery {
    let day = month == .september ? "2025-10-0\(random.within(2...4))" : "2025-11-0\(random.within(3...4))"
    let clock = "\(two(random.within(8...15))):\(two(random.below(60))):00"
    return OtherDelivery(
      path: "\(office.code)/instagram/\(month.fileName(FileName.digits(&random)))", bytes: bytes,
      exportedAt: "\(day)T\(clock)+08:00")
  }

  /// Ids of seventeen digits that do not end in three zeros, which would look like rounded ones.
  private mutating func newID() -> Int {
    count += 1
    return 17_900_000_000_000_000 + account.id % 1000 * 1_000_000_000 + count * 1_000_000
      + random.within(1...999)
  }

  private mutating func post(at published: Int) -> InstagramPost {
    let kind = CaptionKind.allCases[random.weighted(office.mix)]
    let slots = Slots(office: office, topics: Topics.of(office), day: TimeZones.wita(published))
    let caption = CaptionWriter(slots: slots).caption(kind, &random)
    let shape = random.weighted([400, 320, 280])
    let isReel = shape == 2
    let code = Shortcode.make(&random)
    let followers = office.followers / 2 + 150
    let share = isReel ? random.within(300...1100) : random.within(220...480)
    let reach = max(5, followers * share / 1000 * random.spread() / 1000)
    let total = random.thousandths(of: reach * random.within(40...90))
    let comments = random.thousandths(of: total * random.within(10...60))
    let shares = random.thousandths(of: total * random.within(20...110))
    let saves = random.thousandths(
      of: total * (kind == .education ? random.within(40...140) : random.within(5...40)))
    return InstagramPost(
      account: account, id: newID(), published: published,
      type: ["IG image", "IG carousel", "IG reel"][shape], caption: caption,
      permalink: "https://www.instagram.com/\(isReel ? "reel" : "p")/\(code)/",
      duration: isReel ? random.within(8...88) : 0, views: reach * random.within(1050...1900) / 1000,
      reach: reach,
      likes: max(0, total - comments - shares - saves), comments: comments, shares: shares, saves: saves,
      follows: random.thousandths(of: reach * random.within(0...6)))
  }

  private mutating func story(at published: Int) -> InstagramPost {
    let followers = office.followers / 2 + 150
    let reach = max(3, followers * random.within(40...120) / 1000)
    return InstagramPost(
      account: account, id: newID(), published: published, type: "IG story", caption: "",
      permalink: "https://www.instagram.com/stories/\(account.handle)/\(newID())",
      duration: random.within(5...15),
      views: reach * random.within(1000...1300) / 1000, reach: reach,
      likes: random.thousandths(of: reach * random.within(5...25)), comments: 0,
      shares: random.thousandths(of: reach * random.within(0...8)), saves: 0, follows: nil)
  }

  /// Two posts made together: one of the regency's account, one of a club that nobody registered; both without reach.
  private mutating func collaborations(_ month: SampleMonth) -> [InstagramPost] {
    guard month == .october else { return [] }
    let club = Account(
      officeCode: "", id: 17_841_499_000_000_007, handle: "contoh_komunitas_lari",
      name: "Contoh Komunitas Lari")
    return [regency, club].map { other in
      let published = Schedule(month: month).minutes(1, &random)[0]
      return InstagramPost(
        account: other, id: newID(), published: published, type: "IG reel",
        caption: "Kolaborasi sehat bersama Dinas Kesehatan. #WajoSehat",
        permalink: "https://www.instagram.com/reel/\(Shortcode.make(&random))/", duration: 31,
        views: random.within(900...4200), reach: nil, likes: random.within(80...300),
        comments: random.within(1...20),
        shares: random.within(1...30), saves: 0, follows: nil)
    }
  }
}

/// The short code in an Instagram address.
private enum Shortcode {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func make(_ random: inout SplitMix64) -> String {
    String(decoding: [UInt8(ascii: "D")] + (0..<10).map { _ in letters[random.below(64)] }, as: UTF8.self)
  }
}

/// The bytes of Meta's two Instagram exports.
private enum InstagramSheet {
  private static let left = [
    "Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)",
    "Publish time",
    "Permalink", "Post type", "Data comment", "Date",
  ]

  static func feed(_ posts: [InstagramPost]) -> [UInt8] {
    let header = left + ["Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves"]
    return CSVStyle.native.file(
      [header]
        + posts.map { post in
          identity(post)
            + [post.views, post.reach, post.likes, post.shares, post.follows, post.comments, post.saves].map(
              text)
        })
  }

  /// Sparse figures are blank, never 0; a broken row names its story only in the comment.
  static func stories(_ stories: [InstagramPost], broken: Int?) -> [UInt8] {
    let header =
      left + [
        "Views", "Reach", "Likes", "Shares", "Profile visits", "Replies", "Navigation", "Link clicks",
        "Sticker taps", "Follows",
      ]
    var rows = stories.enumerated().map { index, story in
      identity(story)
        + [
          text(story.views), text(story.reach), text(story.likes), text(story.shares),
          index % 3 == 0 ? "2" : "", "0",
          text(story.views * 3 / 4), "", index % 4 == 1 ? "5" : "", "",
        ]
    }
    if let broken {
      let comment = "An error occurred while computing metadata for content with ID \(broken)."
      let blank = Array(repeating: "", count: 9)
      rows.insert(
        blank + [comment, "Lifetime", "208", "179", "2", "1", "", "0", "95", "", "", ""],
        at: min(3, rows.count))
    }
    return CSVStyle.native.file([header] + rows)
  }

  private static func identity(_ post: InstagramPost) -> [String] {
    [
      String(post.id), String(post.account.id), post.account.handle, post.account.name, post.caption,
      String(post.duration), TimeZones.pacific(post.published).native, post.permalink, post.type, "",
      "Lifetime",
    ]
  }

  private static func text(_ count: Int?) -> String { count.map(String.init) ?? "" }
}
