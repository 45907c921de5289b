import Warehouse

/// Why a whole file is left out, and the wording of it.
enum FileRefusal: Error, Equatable {
  /// Nothing in it.
  case empty
  /// No format has this header.
  case unknownHeader(UnknownHeader, line: Int)
  /// The same header twice.
  case repeatedHeader(String, line: Int)
  /// A spreadsheet turned ids into numbers; the first such cell is named.
  case destroyedID(column: String, value: String, line: Int)
  /// Every id ends in 000: digits beyond the fifteenth were lost.
  case roundedIDs(column: String, line: Int)
  /// One row per post and day instead of one per post.
  case dailyBreakdown(column: String, value: String, line: Int)
  /// The same bytes already came under another office.
  case otherOffice(path: String, office: String)
  /// The file's name is not UTF-8, so no message could name it.
  case badName
  /// Not one record could be read.
  case allRejected(count: Int)
  /// Several channels' tables below each other.
  case severalChannels
  /// A header with other columns in the middle.
  case secondHeader(line: Int)
  /// Days that may be read in two ways, and nothing tells in which.
  case ambiguousDays
  /// Days of which some are written day first and some month first.
  case mixedDays
  /// Fractions whose mark may as well be one of thousands.
  case ambiguousDecimals
  /// Fractions with two marks.
  case mixedDecimals
  /// Rows of weeks or months where days are due.
  case notDaily
  /// A known file that does not have what is needed.
  case foreign(ForeignFormat)
  /// An archive or a workbook could not be read.
  case container(ContainerError)
  /// An archive or a workbook without anything in it.
  case emptyContainer
  /// The file could not be taken in.
  case intake(IntakeError)

  /// What is wrong and what to do.
  func text(in language: Language) -> String {
    switch self {
    case .empty:
      language.choose("berkas kosong; ekspor ulang", "the file is empty; export again")
    case .unknownHeader(let header, _): Self.text(header, language)
    case .repeatedHeader(let name, _):
      language.choose(
        "judul kolom \"\(visible(name))\" muncul dua kali; ekspor ulang",
        "the header \"\(visible(name))\" occurs twice; export again")
    case .destroyedID(let column, let value, _):
      language.choose(
        "kolom \"\(visible(column))\": ID rusak oleh Excel (\"\(visible(value))\"); ekspor ulang dan kirim tanpa membukanya di Excel",
        "column \"\(visible(column))\": id destroyed by a spreadsheet (\"\(visible(value))\"); export again and send it without opening it in Excel"
      )
    case .roundedIDs(let column, _):
      language.choose(
        "kolom \"\(visible(column))\": semua ID berakhir 000, angka belakangnya hilang di Excel; ekspor ulang dan kirim tanpa membukanya di Excel",
        "column \"\(visible(column))\": every id ends in 000, a spreadsheet lost the last digits; export again and send it without opening it in Excel"
      )
    case .dailyBreakdown(let column, let value, _):
      language.choose(
        "kolom \"\(visible(column))\" berisi tanggal (\"\(visible(value))\"): ini rincian harian, satu baris per unggahan per hari; ekspor ulang dengan pilihan sepanjang masa (Lifetime)",
        "column \"\(visible(column))\" holds a day (\"\(visible(value))\"): this is the daily breakdown, one row per post and day; export again with lifetime totals"
      )
    case .otherOffice(let path, let office):
      language.choose(
        "isi yang sama sudah masuk untuk \(office) (\(visible(path))); simpan di satu folder perangkat daerah saja",
        "the same bytes already came for \(office) (\(visible(path))); keep the file in one office's folder only"
      )
    case .allRejected(let count):
      language.choose(
        "tidak satu pun dari \(count) baris terbaca; lihat `medsos rejects`",
        "not one of \(count) rows could be read; see `medsos rejects`")
    case .badName:
      language.choose("nama berkas bukan UTF-8; ganti namanya", "the file's name is not UTF-8; rename it")
    case .intake(let error): Self.text(error, language)
    case .foreign(let format): format.text(in: language)
    case .container(let error): error.text(in: language)
    case .emptyContainer:
      language.choose(
        "tidak ada berkas atau lembar berisi di dalamnya", "no file or sheet with anything in it")
    case .notDaily:
      language.choose(
        "barisnya bukan per hari (per minggu atau bulan); ekspor ulang dengan pilihan Harian",
        "its rows are not of days (of weeks or months); export again with the choice Daily")
    case .severalChannels, .secondHeader, .ambiguousDays, .mixedDays, .ambiguousDecimals, .mixedDecimals:
      tableText(in: language)
    }
  }

  private func tableText(in language: Language) -> String {
    switch self {
    case .severalChannels:
      language.choose(
        "berisi tabel beberapa kanal; kirim ekspor tiap kanal sebagai berkas sendiri",
        "holds tables of several channels; send each channel's export as a file of its own")
    case .secondHeader:
      language.choose(
        "judul kolom lain muncul di tengah: dua ekspor ditempel menjadi satu; kirim masing-masing sebagai berkas sendiri",
        "another header stands in the middle: two exports were pasted together; send each as a file of its own"
      )
    case .ambiguousDays:
      language.choose(
        "tanggalnya ditulis ulang lembar sebar dan dapat dibaca dua cara; ekspor ulang dan kirim tanpa membukanya di Excel",
        "a spreadsheet has rewritten its days, and they can be read in two ways; export again and send it without opening it in Excel"
      )
    case .mixedDays:
      language.choose(
        "sebagian tanggal hari/bulan, sebagian bulan/hari, jadi tidak ada yang pasti; ekspor ulang dan kirim tanpa membukanya di Excel",
        "some days are day/month and some month/day, so that none is certain; export again and send it without opening it in Excel"
      )
    case .ambiguousDecimals:
      language.choose(
        "tidak pasti apakah koma atau titik pada angkanya desimal atau ribuan; ekspor ulang sebagai CSV dari platform",
        "whether comma or point marks fractions or thousands is not certain; export again as the platform's CSV"
      )
    default:
      language.choose(
        "angka pecahannya memakai koma dan titik sekaligus; ekspor ulang sebagai CSV dari platform",
        "its fractions have both comma and point as mark; export again as the platform's CSV")
    }
  }

  /// The physical line that the refusal speaks of, where it speaks of one.
  var line: Int? {
    switch self {
    case .unknownHeader(_, let line), .repeatedHeader(_, let line), .roundedIDs(_, let line): line
    case .destroyedID(_, _, let line), .dailyBreakdown(_, _, let line): line
    case .intake(.badEncoding(let line)), .intake(.recordTooLarge(let line, _)): line
    case .intake(.tooManyColumns(let line, _)), .intake(.fieldTooLarge(let line, _)): line
    case .secondHeader(let line): line
    case .empty, .otherOffice, .allRejected, .badName, .intake, .severalChannels, .ambiguousDays, .mixedDays,
      .ambiguousDecimals, .mixedDecimals, .foreign, .container, .emptyContainer, .notDaily:
      nil
    }
  }

  private static func text(_ header: UnknownHeader, _ language: Language) -> String {
    let found = header.found.prefix(40).map { visible($0) }.joined(separator: ", ")
    var text = language.choose(
      "judul kolom tidak dikenal; ditemukan: \(found)", "no known format has this header; found: \(found)")
    if let nearest = header.nearest {
      let missing = header.missing.joined(separator: ", ")
      text += language.choose(
        "; paling mirip: \(nearest), tanpa kolom: \(missing); lihat `medsos formats`",
        "; nearest: \(nearest), without: \(missing); see `medsos formats`")
    } else {
      text += language.choose("; lihat `medsos formats`", "; see `medsos formats`")
    }
    return text
  }

  private static func text(notText kind: String, _ language: Language) -> String {
    switch kind {
    case "XLS":
      language.choose(
        "buku kerja Excel lama (.xls) atau berkata sandi; simpan sebagai .xlsx, atau lebih baik kirim CSV dari platform",
        "an old Excel workbook (.xls) or one with a password; save it as .xlsx, or better send the platform's CSV"
      )
    case "HTML":
      language.choose(
        "halaman web (HTML) yang disimpan sebagai CSV, biasanya halaman masuk; unduh ulang ekspornya",
        "a web page (HTML) saved as CSV, mostly a login page; download the export again")
    case "gzip":
      language.choose(
        "berkas gzip; buka dulu lalu kirim isinya, atau kirim ZIP",
        "a gzip file; unpack it and send what is in it, or send a ZIP")
    default:
      language.choose(
        "bukan berkas teks (\(kind)); kirim berkas CSV, ZIP, atau XLSX dari platform",
        "not a text file (\(kind)); send the platform's CSV, ZIP or XLSX")
    }
  }

  private static func text(_ error: IntakeError, _ language: Language) -> String {
    switch error {
    case .notRegular:
      language.choose(
        "bukan berkas biasa (folder, pipa, atau tautan)", "not a regular file (folder, pipe or link)")
    case .unreadable(let reason):
      language.choose("tidak dapat dibaca: \(reason)", "cannot be read: \(reason)")
    case .notText(let kind):
      Self.text(notText: kind, language)
    case .badEncoding:
      language.choose("bukan UTF-8 atau UTF-16; ekspor ulang", "neither UTF-8 nor UTF-16; export again")
    case .recordTooLarge(_, let limit):
      language.choose(
        "satu baris data melebihi \(limit) bita; kemungkinan tanda kutip tidak ditutup",
        "a record exceeds \(limit) bytes; a quote is probably never closed")
    case .fieldTooLarge(_, let limit):
      language.choose("satu sel melebihi \(limit) bita", "a cell exceeds \(limit) bytes")
    case .tooManyRecords(let limit):
      language.choose("lebih dari \(limit) baris", "more than \(limit) rows")
    case .tooManyColumns(_, let limit):
      language.choose("lebih dari \(limit) kolom", "more than \(limit) columns")
    case .tooLarge(let bytes, let limit):
      language.choose(
        "\(bytes) bita, melebihi batas \(limit)", "\(bytes) bytes, more than the limit of \(limit)")
    case .changedMeanwhile:
      language.choose(
        "berkas berubah saat dibaca; jalankan lagi", "the file changed while it was read; run again")
    }
  }
}
