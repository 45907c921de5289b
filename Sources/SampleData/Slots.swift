/// The words for the slots of one caption.
struct Slots {
  let office: Office
  let topics: Topics
  /// The post's day in Wajo, which decides the commemoration that is near.
  let day: WallTime

  private static let places = [
    "Lapangan Merdeka Sengkang", "Pasar Sentral Sengkang", "Gedung Pertemuan Sengkang", "Desa Assorajang",
    "Kelurahan Teddaopu", "tepi Danau Tempe", "Desa Lempa", "Kelurahan Siwa", "Desa Inalipue",
    "aula kantor kecamatan", "Kelurahan Atakkae", "Desa Ugi", "Kelurahan Paria", "Rumah Jabatan Bupati",
    "Kelurahan Anabanua", "Desa Tosora", "Ruang Pola Kantor Bupati", "Taman Callaccu",
  ]
  private static let districts = [
    "Tempe", "Tanasitolo", "Majauleng", "Pammana", "Belawa", "Maniangpajo", "Sabbangparu", "Takkalalla",
    "Bola",
    "Sajoanging", "Penrang", "Pitumpanua", "Keera", "Gilireng",
  ]
  private static let weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]
  private static let hours = ["08.00–12.00", "08.30–14.00", "09.00–11.30", "13.00–15.30", "08.00–15.00"]
  private static let papers = [
    "KTP dan KK", "fotokopi KK", "KTP asli serta surat pengantar desa", "KTP dan pas foto",
    "formulir yang sudah diisi",
  ]
  private static let commemorations = [
    (9, 5, "Maulid Nabi Muhammad SAW"), (9, 9, "Hari Olahraga Nasional"),
    (9, 17, "Hari Perhubungan Nasional"),
    (9, 24, "Hari Tani Nasional"), (10, 1, "Hari Kesaktian Pancasila"), (10, 2, "Hari Batik Nasional"),
    (10, 5, "Hari Ulang Tahun TNI"), (10, 22, "Hari Santri"), (10, 28, "Hari Sumpah Pemuda"),
  ]

  /// The template with every slot filled.
  func fill(_ template: String, _ random: inout SplitMix64) -> String {
    var text = ""
    var slot: String?
    for character in template {
      switch (character, slot) {
      case ("{", _): slot = ""
      case ("}", let name?):
        text += word(name, &random)
        slot = nil
      case (_, let name?): slot = name + String(character)
      default: text.append(character)
      }
    }
    return text
  }

  /// A slot named with a capital stands at the start of a sentence.
  private func word(_ slot: String, _ random: inout SplitMix64) -> String {
    let name = slot.lowercased()
    let word = known(name, &random)
    return name == slot ? word : word.prefix(1).uppercased() + word.dropFirst()
  }

  private func known(_ slot: String, _ random: inout SplitMix64) -> String {
    switch slot {
    case "layanan": random.pick(topics.services)
    case "giat": random.pick(topics.events)
    case "saran": random.pick(topics.advice)
    case "prestasi": random.pick(topics.achievements)
    case "kantor": office.shortName
    case "pejabat": random.chance(250) ? "Bupati Wajo" : office.head
    case "tempat": random.pick(Self.places)
    case "kecamatan": "Kecamatan " + random.pick(Self.districts)
    case "hari": Self.weekdays[random.within(1...5)]
    case "kini": weekday
    case "jam": random.pick(Self.hours)
    case "syarat": random.pick(Self.papers)
    case "angka": "\(random.within(12...180))"
    case "hitungan": "\(random.within(2...6))"
    case "tanggal": "\(random.within(1...30))"
    case "persen": "\(random.within(81...97))"
    default: commemoration
    }
  }

  /// The day of publication, for what has just taken place.
  private var weekday: String {
    Self.weekdays[CivilDay.weekday(CivilDay.number(day.year, day.month, day.day))]
  }

  private var commemoration: String {
    func distance(_ month: Int, _ day: Int) -> Int { abs((month - self.day.month) * 30 + day - self.day.day) }
    let nearest = Self.commemorations.min { distance($0.0, $0.1) < distance($1.0, $1.1) }
    return nearest?.2 ?? "Hari Jadi Wajo"
  }
}
