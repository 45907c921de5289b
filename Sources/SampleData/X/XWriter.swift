/// The exports of an office's account on X: each month's posts, and one office's days.
struct XWriter {
  private let profile: Profile
  private var random: SplitMix64

  init(profile: Profile, seed: UInt64) {
    self.profile = profile
    random = SplitMix64(seed: seed, stream: "x/\(profile.handle)")
  }

  private var code: String { profile.office.code }
  private var form: XForm { code == "DINKES" ? .indonesian : code == "BPBD" ? .older : .current }
  private var followers: Int { profile.office.followers / 6 + 90 }

  mutating func deliveries() -> [OtherDelivery] {
    let minutes = SampleMonth.allCases.flatMap { month -> [Int] in
      let volume = profile.office.volume[month == .september ? 0 : 1]
      return Schedule(month: month).minutes(volume * 2 / 5 + 2, &random)
    }
    let answered = SampleMonth.allCases.flatMap { Schedule(month: $0).minutes(3, &random) }
    let posts = (minutes + dawns).map { post(at: $0) } + answered.map { reply(at: $0) }
    let exports = SampleMonth.allCases.map { content($0, posts) }
    return code == "PEMKAB" ? exports + [overview(posts)] : exports
  }

  /// Minutes in UTC before eight in the morning in Wajo, when X still writes the day before.
  private var dawns: [Int] {
    func dawn(_ month: Int, _ hour: Int, _ minute: Int) -> Int {
      CivilDay.number(2025, month, 1) * 1440 + hour * 60 + minute - TimeZones.witaMinutes
    }
    switch code {
    case "DISHUB": return [dawn(10, 5, 40)]
    case "PEMKAB": return [dawn(11, 6, 10)]
    default: return []
    }
  }

  private mutating func content(_ month: SampleMonth, _ posts: [XPost]) -> OtherDelivery {
    // A day early, because the month begins in Wajo while it is still the day before in UTC; one office forgets it.
    let isLate = code == "BKPSDM" && month == .october
    let first = month.calendarDays.lowerBound - (isLate ? 0 : 1)
    let last = month.calendarDays.upperBound
    let listed = posts.filter { (first...last).contains($0.day) }.sorted { $0.id > $1.id }.map { post in
      month == .october && post.day < month.calendarDays.lowerBound ? post.grown : post
    }
    let junkAt = code == "DISKOMINFOTIK" && month == .october ? 4 : nil
    return OtherDelivery(
      path:
        "\(code)/x/account_analytics_content_\(CivilDay.iso(first))_\(CivilDay.iso(last)).csv",
      bytes: form.bytes(listed, handle: profile.handle, junkAt: junkAt),
      exportedAt: month.moment(&random).text)
  }

  private mutating func post(at minute: Int) -> XPost {
    let words = ShortText(office: profile.office, published: minute)
    let hasLink = random.chance(250)
    var text = words.sentence(&random, limit: 200)
    if random.chance(250) { text += " " + random.pick(Self.emoji) }
    if random.chance(500) { text += " " + words.tags(&random) }
    // X writes the ampersand as an entity into its file, and every address shortened.
    if hasLink { text += " Info &amp; foto: https://t.co/\(random.letters(10))" }
    return made(at: minute, text: text, share: 150...900, hasLink: hasLink)
  }

  private mutating func reply(at minute: Int) -> XPost {
    let text = "@\(random.pick(Self.askers)) \(random.pick(Self.answers))"
    return made(at: minute, text: text, share: 20...90, hasLink: false)
  }

  /// A post shown to a share, in permille, of the followers.
  private mutating func made(
    at minute: Int, text: String, share: ClosedRange<Int>, hasLink: Bool
  ) -> XPost {
    let milliseconds = minute * 60_000 + random.below(60_000)
    let impressions = max(6, followers * random.within(share) / 1000 * random.spread() / 1000)
    return XPost(
      id: XPost.id(at: milliseconds, &random), milliseconds: milliseconds, text: text,
      figures: XFigures(impressions: impressions, hasLink: hasLink, &random),
      growth: random.within(10...60))
  }

  /// The account's days of both months, newest first; what X does not deliver there is 0 in every row.
  private mutating func overview(_ posts: [XPost]) -> OtherDelivery {
    let first = SampleMonth.september.calendarDays.lowerBound
    let days = (first...SampleMonth.october.calendarDays.upperBound).reversed()
    let rows = days.map { day in
      let created = posts.count { $0.day == day }
      let seen = followers / 5 + created * followers * random.within(300...600) / 1000
      let shown = XFigures(impressions: seen, hasLink: false, &random).values
      let unfollows = random.within(0...2)
      let counts = shown[0...5] + [unfollows] + shown[6...8] + [created, 0, 0]
      return "\"\(XDate.current(day))\"," + counts.map(String.init).joined(separator: ",")
    }
    let header =
      "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,"
      + "Profile visits,Create Post,Video views,Media views"
    return OtherDelivery(
      path: "\(code)/x/account_overview_analytics.csv",
      bytes: Array(([header] + rows).joined(separator: "\n").utf8), exportedAt: "2025-11-04T09:00:00+08:00")
  }

  private static let emoji = ["📍", "🙏", "👇", "🌾"]
  private static let askers = ["contoh_warga", "contoh_pelajar", "contoh_petani", "contoh_sopir"]
  private static let answers = [
    "Terima kasih, laporannya sudah kami teruskan ke petugas di lapangan.",
    "Layanan tetap buka sampai pukul 15.00 WITA, silakan datang dengan membawa KTP.",
    "Bisa, pengurusannya gratis. Mohon kirim lokasi lewat pesan langsung, ya.",
    "Sudah ditangani pagi ini. Salam \"Maradeka\"!",
    "Mohon maaf atas antreannya, kami tambah satu loket mulai besok.",
  ]
}

extension XWriter {
  static let oddities: [(office: String, file: String, oddity: String, expected: String)] = [
    (
      "DINKES", "x", "Judul kolom Indonesia dari berkas bahasa X sendiri: `Tayangan` di sini berarti impresi",
      "Dibaca; `Tayangan` masuk sebagai impresi, bukan penayangan"
    ),
    (
      "BPBD", "x", "Bentuk ekspor 2024–2025: CRLF, `Wed Oct 15 2025`, hari menurut peramban",
      "Dibaca; bulan unggahan ditentukan dari ID-nya"
    ),
    (
      "DISKOMINFOTIK", "x, Oktober", "Satu baris sampah tanpa ID, tautannya berakhir `/status/undefined`",
      "Baris itu dilewati dan disebut"
    ),
    (
      "DISHUB", "x",
      "Unggahan 1 Oktober pukul 05.40 WITA bertanggal 30 September (UTC), jadi ada di kedua berkas",
      "Masuk Oktober, dihitung sekali, dengan angka dari ekspor terbaru"
    ),
    (
      "PEMKAB", "x, Oktober", "Unggahan 1 November pagi WITA bertanggal 31 Oktober (UTC)",
      "Masuk November, tidak menambah angka Oktober"
    ),
    (
      "PEMKAB", "account_overview_analytics.csv",
      "Angka harian akun, terbaru di atas; Video views dan Media views selalu 0",
      "Akunnya dikenal dari folder; kedua kolom itu dibaca sebagai tidak tersedia, bukan nol"
    ),
    (
      "BKPSDM", "account_analytics_content_2025-10-01_2025-10-31.csv",
      "Rentang mulai 1 Oktober menurut UTC; delapan jam pertama Oktober WITA tidak tercakup",
      "Oktober tetap lengkap: berkas September masih mencakup delapan jam itu"
    ),
    (
      "semua", "x", "Balasan (teks diawali `@`) ada di antara unggahan",
      "Dicatat terpisah, tidak dihitung sebagai unggahan"
    ),
  ]
}
