extension Office {
  /// The regency itself, its 27 offices and 14 districts.
  static let all = [regency] + services + others + districts

  private static let regency = Office(
    "PEMKAB", "Pemerintah Kabupaten Wajo", "Pemkab", ["Pemkab Wajo", "Humas Pemkab Wajo"], .humas,
    head: "Bupati Wajo", 38_400, [40, 40])

  private static let services = [
    Office(
      "DISDUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", ["Dukcapil", "Capil"], .large,
      head: "Kepala Dinas Kependudukan dan Pencatatan Sipil", 11_300, [26, 29]),
    Office(
      "RSUDL", "RSUD Lamaddukelleng", "RSUD Lamaddukelleng", ["RSUD Lamaddukkelleng", "RSUD Lamadukelleng"],
      .large, head: "Direktur RSUD Lamaddukelleng", 8_150, [20, 18]),
    Office("RSUDS", "RSUD Siwa", "RSUD Siwa", [], .large, head: "Direktur RSUD Siwa", 3_420, [15, 17]),
    Office(
      "DINKES", "Dinas Kesehatan", "Dinkes", ["Dinas Kesehatan Wajo"], .large, head: "Kepala Dinas Kesehatan",
      6_280, [24, 22]),
    Office(
      "DISDIKBUD", "Dinas Pendidikan dan Kebudayaan", "Disdikbud", ["Dikbud", "Disdik"], .large,
      head: "Kepala Dinas Pendidikan dan Kebudayaan", 7_640, [19, 23]),
    Office(
      "SATPOLPP", "Satuan Polisi Pamong Praja, Pemadam Kebakaran dan Penyelamatan", "Satpol PP",
      ["Damkar", "Satpol PP Damkar", "Satpol PP dan Damkar"], .large,
      head: "Kepala Satuan Polisi Pamong Praja", 4_960, [18, 21]),
    Office(
      "BPBD", "Badan Penanggulangan Bencana Daerah", "BPBD", ["BPBD Wajo"], .large,
      head: "Kepala Pelaksana BPBD", 4_070, [15, 16]),
    Office(
      "DISHUB", "Dinas Perhubungan", "Dishub", [], .large, head: "Kepala Dinas Perhubungan", 2_870, [17, 15]),
    Office(
      "DISKOMINFOTIK", "Dinas Komunikasi, Informatika dan Statistik", "Diskominfotik",
      ["Kominfotik", "Diskominfo", "Kominfo"], .large,
      head: "Kepala Dinas Komunikasi, Informatika dan Statistik",
      5_530, [27, 25]),
  ]

  private static let districts = [
    Office(district: "Sabbangparu", also: ["Sabbang Paru"], 920, [4, 6]),
    Office(district: "Tempe", 2_860, [8, 9]),
    Office(district: "Pammana", 1_240, [6, 5]),
    Office(district: "Bola", 640, [5, 0]),
    Office(district: "Takkalalla", 810, [3, 4]),
    Office(district: "Sajoanging", 530, [2, 3]),
    Office(district: "Penrang", 470, [3, 2]),
    Office(district: "Majauleng", also: ["Majaulang"], 1_380, [7, 6]),
    Office(district: "Tanasitolo", 1_610, [6, 8]),
    Office(district: "Belawa", 1_190, [5, 7]),
    Office(district: "Maniangpajo", 760, [1, 3]),
    Office(district: "Gilireng", 390, [0, 0]),
    Office(district: "Keera", 580, [0, 0]),
    Office(district: "Pitumpanua", also: ["Pitumpanna"], 1_730, [7, 9]),
  ]
}
