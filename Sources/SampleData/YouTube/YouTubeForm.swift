/// A column of Studio's table, with its English and its Indonesian name.
struct YouTubeColumn: Sendable {
  let english: String
  let indonesian: String
  let cell: @Sendable (YouTubeRow, YouTubeForm) -> String

  static let all = identity + counts

  private static let identity = [
    YouTubeColumn(english: "Content", indonesian: "Konten") { row, _ in row.id },
    YouTubeColumn(english: "Video title", indonesian: "Judul video") { row, _ in row.title },
    YouTubeColumn(english: "Video publish time", indonesian: "Waktu publikasi video") { row, _ in
      row.published.map(YouTubeForm.day) ?? ""
    },
    YouTubeColumn(english: "Duration", indonesian: "Durasi") { row, _ in row.duration.map(String.init) ?? ""
    },
  ]

  private static let counts = [
    YouTubeColumn(english: "Views", indonesian: "Penayangan") { row, _ in String(row.figures.views) },
    // What Studio calls these in Indonesian nobody has seen, so the Indonesian export goes without.
    YouTubeColumn(english: "Engaged views", indonesian: "") { row, _ in String(row.figures.engaged) },
    YouTubeColumn(english: "Watch time (hours)", indonesian: "Waktu tonton (jam)") { row, form in
      form.decimal(row.figures.watch, places: 4)
    },
    YouTubeColumn(english: "Subscribers", indonesian: "Subscriber") { row, _ in
      String(row.figures.subscribers)
    },
    YouTubeColumn(english: "Likes", indonesian: "Suka") { row, _ in String(row.figures.likes) },
    YouTubeColumn(english: "Shares", indonesian: "Pembagian") { row, _ in String(row.figures.shares) },
    YouTubeColumn(english: "Comments added", indonesian: "Komentar ditambahkan") { row, _ in
      String(row.figures.comments)
    },
    YouTubeColumn(english: "Impressions", indonesian: "Tayangan") { row, _ in
      String(row.figures.impressions)
    },
    YouTubeColumn(
      english: "Impressions click-through rate (%)", indonesian: "Rasio klik-tayang dari tayangan (%)"
    ) { row, form in form.decimal(row.figures.clickRate, places: 2) },
  ]
}

/// A line of the table: a video, or the channel as a whole.
struct YouTubeRow {
  let id: String
  var title = ""
  var published: Int?
  var duration: Int?
  let figures: VideoFigures
}

/// How the table reaches the office: from Studio itself, in two languages, or by way of Google Sheets.
enum YouTubeForm {
  case studio
  case indonesian
  /// Decimal comma, hence quotes, and no line end at the end.
  case sheets

  func table(_ rows: [YouTubeRow]) -> [UInt8] {
    let columns = YouTubeColumn.all.filter { self != .indonesian || !$0.indonesian.isEmpty }
    let header = columns.map { self == .indonesian ? $0.indonesian : $0.english }
    let bytes = CSVStyle.settings.file([header] + rows.map { row in columns.map { $0.cell(row, self) } })
    return self == .sheets ? bytes.dropLast() : bytes
  }

  /// `68153` ten-thousandths as `6.8153`, without zeros at the end.
  func decimal(_ value: Int, places: Int) -> String {
    let unit = (0..<places).reduce(1) { power, _ in power * 10 }
    guard value % unit != 0 else { return String(value / unit) }
    var digits = String(value % unit + unit).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(value / unit)\(self == .sheets ? "," : ".")\(digits)"
  }

  /// `Oct 3, 2025`, in every language.
  static func day(_ number: Int) -> String {
    let date = CivilDay.date(number)
    return "\(EnglishMonth.short[date.month - 1]) \(date.day), \(date.year)"
  }
}
