/// The sections of TikTok Studio that an office downloads each month, a ZIP for each.
struct TikTokWriter {
  private let profile: Profile
  private let sheet: TikTokSheet
  private var account: TikTokAccount
  private var random: SplitMix64

  init(profile: Profile, seed: UInt64) {
    self.profile = profile
    sheet = TikTokSheet(isIndonesian: profile.office.code == "PORAPAR")
    account = TikTokAccount(sheet: sheet, followers: profile.office.followers / 3 + 200)
    random = SplitMix64(seed: seed, stream: "tiktok/\(profile.office.code)")
  }

  private var code: String { profile.office.code }

  mutating func deliveries() -> [OtherDelivery] {
    let videos = archive() + SampleMonth.allCases.flatMap { month -> [TikTokVideo] in posted(month) }
    return SampleMonth.allCases.flatMap { month -> [OtherDelivery] in
      let moment = isHasty(month) ? Self.haste : month.moment(&random)
      return files(videos, month, exported: moment.day).map { name, bytes in
        OtherDelivery(path: "\(code)/tiktok/\(name)", bytes: bytes, exportedAt: moment.text)
      }
    }
  }

  /// One office does not wait until TikTok has counted October's last day.
  private func isHasty(_ month: SampleMonth) -> Bool { code == "SATPOLPP" && month == .october }

  private static let haste = ExportMoment(day: CivilDay.number(2025, 11, 1), hour: 9, minute: 5)

  /// The files of a month by their names below the platform's folder.
  ///
  /// Only the overview's name tells a month, so the others go into a folder that does.
  private mutating func files(
    _ videos: [TikTokVideo], _ month: SampleMonth, exported: Int
  ) -> [(String, [UInt8])] {
    let days = month.calendarDays
    let handle = profile.handle
    let followers = ZipArchive([
      ("FollowerHistory.csv", TikTokSheet.bytes(account.history(days, &random))),
      ("FollowerActivity.csv", TikTokSheet.bytes(account.activity(before: exported, &random))),
      ("FollowerGender.csv", TikTokSheet.bytes(account.gender(&random))),
      ("FollowerTopTerritories.csv", TikTokSheet.bytes(account.territories(&random))),
    ])
    let viewers = account.viewers(days, unfinished: isHasty(month), &random)
    let content = sheet.content(Self.top(videos, month), handle: handle, exported: exported)
    return [
      overview(month),
      ("\(month.folder)/Content_\(handle).zip", Self.zip("Content.csv", content)),
      ("\(month.folder)/Followers_\(handle).zip", followers.bytes),
      ("\(month.folder)/Viewers_\(handle).zip", Self.zip("Viewers.csv", viewers)),
    ]
  }

  private mutating func overview(_ month: SampleMonth) -> (String, [UInt8]) {
    let days = month.calendarDays
    let rows = account.overview(days, &random)
    guard code != "DISDIKBUD" else {
      return ("\(month.folder)/Overview.xlsx", Workbook(sheetName: "Overview", rows: rows).bytes)
    }
    // The name ends the period with its last second.
    let end = (days.upperBound + 1) * 86_400 - TimeZones.witaMinutes * 60 - 1
    return (
      "Overview_\(CivilDay.iso(days.lowerBound))_\(end)_\(profile.handle).zip", Self.zip("Overview.csv", rows)
    )
  }

  private static func zip(_ name: String, _ rows: [[String]]) -> [UInt8] {
    ZipArchive([(name, TikTokSheet.bytes(rows))]).bytes
  }

  /// Studio lists fifteen posts at most: those most watched so far, of whatever age.
  private static func top(
    _ videos: [TikTokVideo], _ month: SampleMonth
  ) -> [(video: TikTokVideo, counts: TikTokCounts)] {
    let known = videos.filter { $0.posted / 86_400 <= month.calendarDays.upperBound }
    let counted = known.map { ($0, $0.counts(at: month)) }
    return Array(counted.sorted { ($1.1.views, $1.0.id) < ($0.1.views, $0.0.id) }.prefix(15))
  }

  /// Posts of earlier times, one of them of another year.
  private mutating func archive() -> [TikTokVideo] {
    let days = [CivilDay.number(2024, 12, 20), CivilDay.number(2025, 7, 9), CivilDay.number(2025, 8, 17)]
    return days.map { post(at: $0 * 1440 + 180) }
  }

  private mutating func posted(_ month: SampleMonth) -> [TikTokVideo] {
    let volume = profile.office.volume[month == .september ? 0 : 1] / 4 + 1
    let posts = Schedule(month: month).minutes(volume, &random).map { post(at: $0) }
    guard code == "DINKES", month == .october else { return posts }
    let (uploaded, planned) = (CivilDay.number(2025, 10, 6) * 1440 + 700, CivilDay.number(2025, 10, 11))
    return posts + [
      post(at: planned * 1440 + 60, uploaded: uploaded),
      post(
        at: CivilDay.number(2025, 10, 16) * 1440 + 190,
        caption: "Kata kader: \"cuci tangan dulu\", lalu makan. Sudah, Bunda? #DinkesWajo"),
    ]
  }

  /// A post of that minute in UTC; without a minute of its own, the upload comes just before.
  private mutating func post(at minute: Int, uploaded: Int? = nil, caption: String? = nil) -> TikTokVideo {
    let words = ShortText(office: profile.office, published: minute)
    let text = caption ?? words.sentence(&random, limit: 150) + " " + words.tags(&random)
    let seconds = minute * 60 + random.below(60)
    let upload = uploaded.map { $0 * 60 + random.below(60) } ?? seconds - random.within(20...240)
    // What has a caption of its own is meant to be seen in the list.
    let share = caption == nil ? random.within(300...1500) : 2400
    let views = max(40, account.followers * share / 1000 * random.spread() / 1000)
    let counts = TikTokCounts(
      views: views, likes: random.thousandths(of: views * random.within(18...75)),
      comments: random.thousandths(of: views * random.within(0...8)),
      shares: random.thousandths(of: views * random.within(1...11)))
    return TikTokVideo(
      id: TikTokVideo.id(uploaded: upload, &random), caption: text, isPhoto: random.chance(150),
      posted: seconds, counts: counts, growth: random.within(20...250))
  }
}

extension TikTokWriter {
  static let oddities: [(office: String, file: String, oddity: String, expected: String)] = [
    (
      "DISDIKBUD", "Overview.xlsx", "Ikhtisar sebagai XLSX, semua selnya teks, tahun hanya pada nama folder",
      "Dibaca seperti CSV-nya"
    ),
    (
      "PORAPAR", "tiktok", "Judul kolom Inggris, tanggal Indonesia tanpa tahun: `1 Oktober`",
      "Dibaca; tahun disimpulkan dari waktu ekspor"
    ),
    (
      "DINKES", "Content_contoh.dinkes.wajo.zip, Oktober",
      "Satu keterangan memuat tanda kutip yang tidak digandakan; satu video dijadwalkan lima hari setelah diunggah",
      "Barisnya dibaca dari tautan videonya; hari terbit video terjadwal menurut ID-nya ialah hari unggah"
    ),
    (
      "SATPOLPP", "Viewers_contoh.damkar.wajo.zip, Oktober",
      "Diekspor 1 November: hari terakhir `undefined`, di sampingnya nol",
      "Hari itu tidak ada angkanya, bukan nol"
    ),
    (
      "semua", "Content_….zip",
      "Paling banyak 15 unggahan teratas sepanjang masa, termasuk yang lama; satu terbit pada 2024",
      "Angka ekspor terbaru tiap unggahan yang dipakai, tahun dari ID-nya; disebut sebagai daftar teratas"
    ),
  ]
}
