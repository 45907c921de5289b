/// Files with accounts' own figures: Meta's titled tables and a professional dashboard's, some of them without a word of
/// whose they are.
struct AccountFigures {
  private var random: SplitMix64
  private let exportedAt = "2025-11-03T10:20:00+08:00"

  init(seed: UInt64) { random = SplitMix64(seed: seed, stream: "account figures") }

  mutating func deliveries() -> [OtherDelivery] {
    let reach = series(180...900)
    return [
      delivery("DINKES/facebook/Views.csv", titled([("Views", series(900...4200))])),
      delivery("DINKES/facebook/Follows.csv", titled([("Facebook follows", series(0...9))])),
      delivery("DINKES/instagram/Reach.csv", titled([("Reach", reach)])),
      // Two tables in one file, each of the platform that its title names; the second repeats another file's series.
      delivery(
        "DINKES/Results.csv", titled([("Facebook visits", series(20...160)), ("Instagram reach", reach)])),
      delivery("DISDUKCAPIL/instagram/Audience.csv", audience()),
      // No folder tells the platform, and the office has accounts on two.
      delivery("RSUDL/Views.csv", titled([("Views", series(700...3000))])),
      delivery("DISKOMINFOTIK/facebook/Viewers.csv", viewers()),
      delivery("DISKOMINFOTIK/facebook/FollowerHistory.csv", followers()),
    ]
  }

  /// What is odd about them, for the description.
  static let oddities: [(office: String, file: String, oddity: String, expected: String)] = [
    (
      "DINKES", "Results.csv", "Dua tabel berjudul dalam satu berkas, di luar folder platform",
      "Tiap tabel masuk ke platform yang disebut judulnya; jangkauan Instagram yang juga ada di berkas lain dihitung sekali"
    ),
    (
      "RSUDL", "Views.csv", "Judul `Views` tidak menyebut platform, dan berkasnya tidak di folder platform",
      "Ditahan sampai dipindah ke folder facebook atau instagram"
    ),
    (
      "DISKOMINFOTIK", "Viewers.csv", "Tanggal tanpa tahun, satu hari dua kali, hari terakhir `undefined`",
      "Tahun disimpulkan dari waktu ekspor; ulangan dan hari tanpa angka disebut"
    ),
  ]

  private func delivery(_ path: String, _ bytes: [UInt8]) -> OtherDelivery {
    OtherDelivery(path: path, bytes: bytes, exportedAt: exportedAt)
  }

  /// A figure for every American day of October.
  private mutating func series(_ range: ClosedRange<Int>) -> [Int] {
    (1...31).map { _ in random.within(range) }
  }

  /// UTF-16LE with its mark, a `sep=` line, and an empty line behind each table, as Meta writes it.
  private func titled(_ tables: [(title: String, values: [Int])]) -> [UInt8] {
    utf16(
      tables.map { title, values in
        (["\"\(title)\"", "\"Date\",\"Primary\""]
          + values.enumerated().map { "\"2025-10-\(two($0 + 1))T00:00:00\",\"\($1)\"" }).joined(
            separator: "\n")
      })
  }

  private func audience() -> [UInt8] {
    utf16([
      "\"Instagram followers\"\n\"IG_ACCOUNT,FOLLOW,UNIQUE_USERS\"\n\"5798\"",
      "\"Instagram followers by gender and age\"\n\"Age\",\"Women\",\"Men\"\n\"18-24\",\"14.2%\",\"9.1%\"\n\"25-34\",\"22.1%\",\"17.3%\"\n\"35-44\",\"14.3%\",\"12.1%\"\n\"45-54\",\"5.8%\",\"5.1%\"",
      "\"Instagram followers by top cities\"\n\"Top cities\",\"Value\"\n\"Sengkang, South Sulawesi\",\"48.4%\"\n\"Makassar, South Sulawesi\",\"9.5%\"",
    ])
  }

  private func utf16(_ tables: [String]) -> [UInt8] {
    let text = "sep=,\n" + tables.map { $0 + "\n\n" }.joined()
    return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private mutating func viewers() -> [UInt8] {
    var rows = ["\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\""]
    for day in 4...31 {
      let (new, returning) = (random.within(200...900), random.within(60...400))
      let row = "\"October \(day)\",\"\(new + returning)\",\"\(new)\",\"\(returning)\""
      rows += Array(repeating: row, count: day == 12 ? 2 : 1)
    }
    return plain(rows + ["\"November 1\",\"undefined\",\"0\",\"0\""])
  }

  private mutating func followers() -> [UInt8] {
    var level = 7_412
    let rows = (4...31).map { day in
      let change = random.within(-4...21)
      level += change
      return "\"October \(day)\",\"\(level)\",\"\(change)\""
    }
    return plain(["\"Date\",\"Followers\",\"Difference in followers from previous day\""] + rows)
  }

  /// UTF-8 with its mark and no line break at the end.
  private func plain(_ rows: [String]) -> [UInt8] {
    [0xEF, 0xBB, 0xBF] + Array(rows.joined(separator: "\n").utf8)
  }
}
