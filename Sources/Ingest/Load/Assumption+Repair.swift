import Warehouse

extension Assumption {
  /// What was concluded of a spreadsheet's damage and of a file's surroundings, as one sentence.
  func repairText(in language: Language) -> String {
    switch self {
    case .preamble(let lines):
      language.choose(
        "\(lines) baris di atas judul kolom dilewati", "\(lines) lines above the header are passed over")
    case .sheet(let name):
      language.choose(
        "dibaca dari lembar \"\(visible(name))\"; nomor baris ialah nomor baris lembarnya",
        "read from sheet \"\(visible(name))\"; line numbers are the sheet's rows")
    case .byPosition:
      language.choose(
        "judul kolom tidak dikenal; kolom dibaca menurut urutannya yang tetap",
        "the header's words are not known; columns are read by their fixed order")
    case .placedHeaders(let names):
      language.choose(
        "kolom dibaca menurut tempatnya: \(names.map { visible($0) }.joined(separator: ", "))",
        "columns read by their place: \(names.map { visible($0) }.joined(separator: ", "))")
    case .guards(let rows):
      language.choose(
        "\(rows.count) sel ditulis dengan penjaga lembar sebar, misalnya =\"…\" (mulai baris \(rows.firstLine))",
        "\(rows.count) cells stand behind a spreadsheet's guard such as =\"…\" (from line \(rows.firstLine))")
    case .idsFromLink(let rows):
      language.choose(
        "\(rows.count) ID diambil dari tautannya (mulai baris \(rows.firstLine))",
        "\(rows.count) ids are taken from their addresses (from line \(rows.firstLine))")
    case .period(let period): period.text(in: language)
    case .lifetimeAtExport:
      language.choose(
        "angka dianggap sepanjang masa sampai waktu ekspor",
        "figures are taken as lifetime up to the export")
    default: numberText(in: language)
    }
  }

  private func numberText(in language: Language) -> String {
    switch self {
    case .dayOrder(.dayFirst):
      language.choose(
        "tanggal dibaca hari/bulan/tahun, sesuai seluruh isi berkas",
        "days are read day/month/year, as the whole file proves")
    case .dayOrder(.monthFirst):
      language.choose(
        "tanggal dibaca bulan/hari/tahun, sesuai seluruh isi berkas",
        "days are read month/day/year, as the whole file proves")
    case .spreadsheetDays:
      language.choose(
        "tanggal berupa tanggal lembar sebar", "days are a spreadsheet's dates")
    case .swappedDays:
      language.choose(
        "lembar sebar menukar hari dan bulan pada tanggal sampai 12; dikembalikan, sesuai seluruh isi berkas",
        "a spreadsheet had exchanged day and month of days up to 12; put back, as the whole file proves")
    case .serialDays(let rows):
      language.choose(
        "\(rows.count) tanggal berupa nomor lembar sebar (mulai baris \(rows.firstLine))",
        "\(rows.count) days are a spreadsheet's numbers (from line \(rows.firstLine))")
    case .decimalComma:
      language.choose(
        "koma dibaca sebagai tanda desimal, sesuai seluruh isi berkas",
        "the comma is read as the decimal mark, as the whole file proves")
    case .thousandsMark(let mark):
      language.choose(
        "\"\(mark)\" dibaca sebagai pemisah ribuan, sesuai seluruh isi berkas",
        "\"\(mark)\" is read as the mark of thousands, as the whole file proves")
    default: ""
    }
  }
}
