/// The exports of an office's channel, as Studio packs them or as the office unpacked them.
struct YouTubeWriter {
  private let profile: Profile
  private var random: SplitMix64

  init(profile: Profile, seed: UInt64) {
    self.profile = profile
    random = SplitMix64(seed: seed, stream: "youtube/\(profile.office.code)")
  }

  private var code: String { profile.office.code }
  private var subscribers: Int { profile.office.followers / 5 + 60 }
  private static let lastDay = SampleMonth.october.calendarDays.upperBound

  mutating func deliveries() -> [OtherDelivery] {
    let videos = archive() + SampleMonth.allCases.flatMap { month -> [Video] in published(month) } + special()
    return SampleMonth.allCases.flatMap { month -> [OtherDelivery] in
      let export = YouTubeExport(videos, days: month.calendarDays, &random)
      let moment = month.moment(&random)
      return files(export, month).map { name, bytes in
        OtherDelivery(path: "\(code)/youtube/\(name)", bytes: bytes, exportedAt: moment.text)
      }
    }
  }

  /// The files of a month by their names below the platform's folder.
  private func files(_ export: YouTubeExport, _ month: SampleMonth) -> [(String, [UInt8])] {
    let days = month.calendarDays
    // The name's last day is the first that is not in it.
    let name = "Content \(CivilDay.iso(days.lowerBound))_\(CivilDay.iso(days.upperBound + 1)) \(profile.name)"
    switch (code, month) {
    case ("DISDIKBUD", _):
      let folder = month == .september ? "Konten September" : "Konten Oktober"
      return [
        ("\(folder)/Data tabel.csv", export.table(.indonesian)),
        ("\(folder)/Total.csv", export.totals(["Tanggal", "Penayangan"])),
      ]
    case ("PORAPAR", _): return [("\(name) - Data tabel.csv", export.table(.sheets))]
    case ("RSUDL", .october): return [("Table data.csv", export.table(.studio))]
    default:
      let archive = ZipArchive([
        ("Table data.csv", export.table(.studio)), ("Chart data.csv", export.chart),
        ("Totals.csv", export.totals(["Date", "Views"])),
      ])
      return [("\(name).zip", archive.bytes)]
    }
  }

  /// Videos of earlier times, still watched now and then.
  private mutating func archive() -> [Video] {
    let days = [
      CivilDay.number(2024, 3, 14), CivilDay.number(2024, 12, 2), CivilDay.number(2025, 8, 20),
    ]
    return days.map { day in
      let busy = subscribers / 300 + 2
      let september = SampleMonth.september.calendarDays.lowerBound
      let daily = (september...Self.lastDay).map { ($0, random.within(0...busy)) }
      return video(at: day * 1440 + 600, day: day, daily: Dictionary(uniqueKeysWithValues: daily))
    }
  }

  private mutating func published(_ month: SampleMonth) -> [Video] {
    let volume = profile.office.volume[month == .september ? 0 : 1] / 4 + 2
    return Schedule(month: month).minutes(volume, &random).map { minute in
      let day = (minute + TimeZones.pacificMinutes(atUTC: minute)) / 1440
      return video(at: minute, day: day, daily: launched(day))
    }
  }

  /// What some channels have beside the ordinary: a deleted video; an id with a dash, and a trial nobody should see.
  private mutating func special() -> [Video] {
    let day = CivilDay.number(2025, 9, 11)
    switch code {
    case "PEMKAB":
      var gone = video(at: day * 1440, day: day, daily: launched(day))
      gone.isDeleted = true
      return [gone]
    case "DISKOMINFOTIK":
      let dashed = CivilDay.number(2025, 10, 9)
      let dashedVideo = Video(
        id: "-jB" + random.key(8), title: "Sengkang dari udara: menyusuri Danau Tempe", published: dashed,
        duration: 214, daily: launched(dashed))
      let trial = Video(
        id: random.key(11), title: "uji coba siaran", published: nil, duration: 38,
        daily: [CivilDay.number(2025, 10, 15): 4, CivilDay.number(2025, 10, 16): 3])
      return [dashedVideo, trial]
    default: return []
    }
  }

  private mutating func launched(_ day: Int) -> [Int: Int] {
    let start = max(10, subscribers * random.within(60...300) / 1000 * random.spread() / 1000)
    return Video.daily(from: day, to: Self.lastDay, start: start, &random)
  }

  private mutating func video(at minute: Int, day: Int, daily: [Int: Int]) -> Video {
    let isShort = random.chance(350)
    let title = ShortText(office: profile.office, published: minute).sentence(
      &random, limit: isShort ? 80 : 98)
    return Video(
      id: random.key(11), title: isShort ? title + " #Shorts" : title, published: day,
      duration: isShort ? random.within(14...58) : random.within(75...1260), daily: daily)
  }
}

extension YouTubeWriter {
  static let oddities: [(office: String, file: String, oddity: String, expected: String)] = [
    (
      "PEMKAB", "youtube",
      "Baris Total dan Totals.csv lebih besar daripada jumlah barisnya: satu video sudah dihapus",
      "Total kanal dan jumlah video disimpan terpisah, tidak saling dihitung ulang"
    ),
    (
      "DISKOMINFOTIK", "youtube, Oktober",
      "Satu ID berawalan tanda hubung, dengan spasi pengaman di depannya; satu video uji coba tanpa tanggal terbit",
      "Spasinya dibuang; video tanpa tanggal dicatat dan tidak masuk bulan mana pun"
    ),
    (
      "DISDIKBUD", "Data tabel.csv",
      "Berkas lepas, nama dan judul kolom Indonesia: `Penayangan` berarti views, `Tayangan` berarti impresi",
      "Dibaca; masa hitungnya diambil dari Total.csv di folder yang sama"
    ),
    (
      "PORAPAR", "youtube", "Lewat Google Sheets: koma desimal di dalam tanda kutip, judul kolom Inggris",
      "Dibaca; tanda desimal ditentukan sekali untuk seluruh berkas"
    ),
    (
      "RSUDL", "Table data.csv", "Berkas lepas tanpa petunjuk masa hitung, baik pada nama maupun di dekatnya",
      "Ditahan sampai Totals.csv diletakkan di sampingnya atau foldernya dinamai 2025-10"
    ),
    (
      "semua", "youtube", "Video bulan-bulan sebelumnya ada di antara baris, dengan angka bulan itu saja",
      "Angka video lama disimpan, tidak dicampur ke bulan ekspor dan tidak menambah bulan terbitnya"
    ),
  ]
}
