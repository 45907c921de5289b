import Warehouse

/// Something that was concluded rather than read; stored with the load and shown.
enum Assumption: Equatable {
  case encoding(String)
  case delimiter(String)
  case unconfirmedLanguage(HeaderLanguage)
  case unknownRowKind(String)
  case ambiguousHour(count: Int, firstLine: Int)
  case skippedHour(count: Int, firstLine: Int)
  case strayQuotes(count: Int)
  case accountByFolder(account: String, page: String)
  case accountByOffice(account: String, page: String)
  case accountOfFolder(account: String, platform: String, hasFolder: Bool)
  case mappedHeader(String, meaning: String)
  case inferredYear(lastDay: String)
  case preamble(lines: Int)
  case sheet(String)
  case byPosition
  case placedHeaders([String])
  case dayOrder(WrittenDay.Order)
  case spreadsheetDays
  case swappedDays
  case serialDays(Occurrences)
  case decimalComma
  case thousandsMark(String)
  case guards(Occurrences)
  case idsFromLink(Occurrences)
  case period(ReportPeriod)
  case lifetimeAtExport

  /// One sentence.
  func text(in language: Language) -> String {
    switch self {
    case .preamble, .sheet, .byPosition, .placedHeaders, .dayOrder, .spreadsheetDays, .swappedDays,
      .serialDays,
      .decimalComma, .thousandsMark, .guards, .idsFromLink, .period, .lifetimeAtExport:
      repairText(in: language)
    case .encoding(let name):
      language.choose("enkode disimpulkan: \(name)", "encoding concluded: \(name)")
    case .delimiter(let name):
      language.choose("pemisah kolom: \(name)", "delimiter: \(name)")
    case .unconfirmedLanguage(let header):
      language.choose(
        "judul kolom berbahasa \(header.rawValue) belum pernah dicocokkan dengan berkas nyata",
        "headers in \(header.rawValue) were never compared with a real file")
    case .unknownRowKind(let value):
      language.choose(
        "\"\(visible(value))\" dianggap berarti sepanjang masa",
        "\"\(visible(value))\" is taken to mean lifetime")
    case .ambiguousHour(let count, let line):
      language.choose(
        "\(count) unggahan terbit pada jam yang terulang di waktu Pasifik (mulai baris \(line)); diambil yang lebih awal",
        "\(count) posts were published in the hour that occurs twice in Pacific time (from line \(line)); the earlier is taken"
      )
    case .skippedHour(let count, let line):
      language.choose(
        "\(count) unggahan terbit pada jam yang tidak ada di waktu Pasifik (mulai baris \(line)); dibaca sebagai waktu standar",
        "\(count) posts were published in an hour that does not exist in Pacific time (from line \(line)); read as standard time"
      )
    case .strayQuotes(let count):
      language.choose(
        "\(count) tanda kutip di tengah teks dibaca sebagai huruf biasa",
        "\(count) quotes inside text are read as letters")
    case .accountOfFolder(let account, let platform, let hasFolder):
      hasFolder
        ? language.choose(
          "dianggap angka akun \(visible(account)) (\(platform)) karena foldernya",
          "taken as figures of account \(visible(account)) (\(platform)) by its folder")
        : language.choose(
          "dianggap angka akun \(visible(account)) (\(platform)), satu-satunya yang cocok menurut akun.csv",
          "taken as figures of account \(visible(account)) (\(platform)), the only one that fits in akun.csv")
    case .mappedHeader(let header, let meaning):
      language.choose(
        "kolom \"\(visible(header))\" dibaca sebagai \"\(visible(meaning))\" menurut kolom.csv",
        "column \"\(visible(header))\" is read as \"\(visible(meaning))\" by kolom.csv")
    case .inferredYear(let lastDay):
      language.choose(
        "tahun disimpulkan dari waktu ekspor: hari terakhir \(lastDay)",
        "years are concluded from the export's time: the last day is \(lastDay)")
    case .accountByFolder(let account, let page):
      language.choose(
        "halaman \"\(visible(page))\" dianggap akun \(visible(account)) karena foldernya",
        "page \"\(visible(page))\" is taken as account \(visible(account)) by its folder")
    case .accountByOffice(let account, let page):
      language.choose(
        "halaman \"\(visible(page))\" dianggap akun \(visible(account)), satu-satunya akun kantor itu di platform ini",
        "page \"\(visible(page))\" is taken as account \(visible(account)), the office's only one on this platform"
      )
    }
  }
}

/// Something in a file that a person should look at; stored with the load and shown.
enum Warning: Equatable {
  case missingColumns([String])
  case unknownPostFormats([String])
  case unequalTotals(Occurrences)
  /// Records that end before any figure.
  case cutShort(Occurrences)
  case withoutTime(Occurrences)
  case fallen(Occurrences)
  case otherPages(count: Int, example: String)
  case folderDisagrees(folder: String, data: String)
  case platformFolder(folder: String, data: String)
  case noAccountForEmptyFile
  case windowUnknown
  case outsideWindow(count: Int)
  case publishedAfterExport(count: Int)
  case exportedByModificationTime
  case outsideCalendar(Occurrences)
  case truncated
  case topList
  case hiddenSheets([String])
  case earlyExport(String)

  /// One sentence.
  func text(in language: Language) -> String {
    switch self {
    case .missingColumns(let names):
      let list = names.joined(separator: ", ")
      return language.choose(
        "kolom tidak ada, angkanya tidak diketahui: \(list)",
        "columns missing, their figures are unknown: \(list)")
    case .unknownPostFormats(let labels):
      let list = labels.map { "\"\(visible($0))\"" }.joined(separator: ", ")
      return language.choose(
        "jenis unggahan tidak dikenal, dicatat sebagai lainnya: \(list)",
        "post types not known, kept as other: \(list)")
    case .unequalTotals(let rows):
      return language.choose(
        "pada \(rows.count) baris (mulai baris \(rows.firstLine)) jumlah interaksi dari platform tidak sama dengan bagiannya",
        "on \(rows.count) rows (from line \(rows.firstLine)) the platform's sum of interactions differs from its parts"
      )
    case .cutShort(let rows):
      return language.choose(
        "\(rows.count) baris berakhir sebelum satu angka pun (mulai baris \(rows.firstLine)); angkanya tidak diketahui, ekspor ulang",
        "\(rows.count) rows end before any figure (from line \(rows.firstLine)); their figures are not known, export again"
      )
    case .withoutTime(let rows):
      return language.choose(
        "\(rows.count) unggahan tanpa waktu terbit (mulai baris \(rows.firstLine)); tidak masuk bulan mana pun",
        "\(rows.count) posts without publication time (from line \(rows.firstLine)); they enter no month")
    case .fallen(let rows):
      return language.choose(
        "\(rows.count) unggahan punya angka yang turun antara dua ekspor (mulai baris \(rows.firstLine))",
        "\(rows.count) posts have a figure that falls from one export to the next (from line \(rows.firstLine))"
      )
    default: return scopeText(in: language)
    }
  }

  private func scopeText(in language: Language) -> String {
    switch self {
    case .otherPages(let count, let example):
      language.choose(
        "\(count) baris dari akun yang tidak terdaftar dilewati, misalnya \"\(visible(example))\"",
        "\(count) rows of accounts not registered are skipped, for example \"\(visible(example))\"")
    case .folderDisagrees(let folder, let data):
      language.choose(
        "folder menunjuk \(folder), isinya milik \(data); isinya yang dipakai",
        "the folder says \(folder), the data are \(data)'s; the data count")
    case .platformFolder(let folder, let data):
      language.choose(
        "berkas \(data) ini ada di folder \(folder)", "this \(data) file lies in a folder named \(folder)")
    case .noAccountForEmptyFile:
      language.choose(
        "tanpa baris data dan tanpa akun yang pasti; tidak dihitung sebagai laporan akun mana pun",
        "no records and no certain account; it counts as no account's report")
    case .windowUnknown:
      language.choose(
        "rentang tanggal tidak terbaca dari nama berkas; kelengkapan bulan tidak dapat dipastikan",
        "the range of days is not in the file's name; whether the month is complete cannot be known")
    case .outsideWindow(let count):
      language.choose(
        "\(count) unggahan di luar rentang tanggal pada nama berkas; rentang itu tidak dipakai",
        "\(count) posts lie outside the range in the file's name; the range is not used")
    case .outsideCalendar(let rows):
      language.choose(
        "\(rows.count) waktu terbit di luar tahun 2004–2040 (mulai baris \(rows.firstLine)); dianggap tidak diketahui",
        "\(rows.count) publication times outside 2004–2040 (from line \(rows.firstLine)); taken as unknown")
    case .truncated:
      language.choose(
        "platform hanya menulis 500 baris teratas; sisanya tidak ada di berkas ini",
        "the platform wrote the top 500 rows only; the rest is not in this file")
    case .topList:
      language.choose(
        "daftar teratas, bukan semua unggahan", "a list of the top posts, not of all")
    case .hiddenSheets(let names):
      language.choose(
        "lembar tersembunyi tidak dibaca: \(names.map { visible($0) }.joined(separator: ", "))",
        "hidden sheets are not read: \(names.map { visible($0) }.joined(separator: ", "))")
    case .earlyExport(let day):
      language.choose(
        "diekspor kurang dari tiga hari setelah \(day); angka hari-hari terakhir mungkin belum lengkap",
        "exported less than three days after \(day); the last days may not be complete")
    case .publishedAfterExport(let count):
      language.choose(
        "\(count) unggahan terbit setelah waktu ekspor; periksa waktu ekspornya",
        "\(count) posts were published after the export; check the export's time")
    default:
      language.choose(
        "waktu ekspor diambil dari waktu ubah berkas; tulis di manifest.csv agar pasti",
        "the export's time is the file's modification time; write it in manifest.csv to be sure")
    }
  }
}
