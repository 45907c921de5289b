public import Warehouse

/// Why one record was left out.
public enum RejectCode: String, CaseIterable, Sendable {
  /// No whole number.
  case badCount = "bad_count"
  /// No number.
  case badNumber = "bad_number"
  /// No id.
  case badID = "bad_id"
  /// No time of the kind that the platform writes.
  case badTime = "bad_time"
  /// Neither 0 nor 1.
  case badFlag = "bad_flag"
  /// Bytes that are no text.
  case badText = "bad_text"
  /// No time of publication, and nothing that was counted.
  case missingTime = "missing_time"
  /// More cells than the header has.
  case extraCells = "extra_cells"
  /// Fewer cells than every record of the format has.
  case missingCells = "missing_cells"
  /// A quote is opened and never closed.
  case openQuote = "open_quote"
  /// No day of the kind that the platform writes, or one whose year is not certain.
  case badDay = "bad_day"
  /// No share of a whole.
  case badShare = "bad_share"
  /// A table whose title nobody knows.
  case unknownTitle = "unknown_title"
  /// No address of a post.
  case badLink = "bad_link"
  /// One post or day twice in one file, with different figures.
  case conflictingDuplicate = "conflicting_duplicate"
  /// One figure in two languages' columns, and they differ.
  case conflictingColumns = "conflicting_columns"

  /// What was expected in place of what was found.
  func expectation(in language: Language) -> String {
    switch self {
    case .badCount: language.choose("diharapkan bilangan bulat", "expected a whole number")
    case .badNumber: language.choose("diharapkan bilangan", "expected a number")
    case .badID: language.choose("diharapkan ID yang utuh", "expected an intact id")
    case .badTime:
      language.choose("diharapkan waktu seperti 10/31/2025 14:05", "expected a time such as 10/31/2025 14:05")
    case .badFlag: language.choose("diharapkan 0 atau 1", "expected 0 or 1")
    case .badText: language.choose("bukan teks UTF-8", "no UTF-8 text")
    case .missingTime: language.choose("diharapkan waktu terbit", "expected a publication time")
    case .extraCells: language.choose("lebih banyak sel daripada judul kolom", "more cells than headers")
    case .missingCells:
      language.choose("lebih sedikit sel daripada judul kolom", "fewer cells than headers")
    case .openQuote: language.choose("tanda kutip tidak ditutup", "a quote is never closed")
    case .badDay:
      language.choose(
        "diharapkan tanggal seperti 2025-10-17 atau October 17, berurutan, dengan susunan yang pasti",
        "expected a day such as 2025-10-17 or October 17, in order and with a certain order of its parts")
    case .badLink:
      language.choose("diharapkan tautan unggahan dengan ID-nya", "expected a post's address with its id")
    case .badShare:
      language.choose("diharapkan porsi seperti 4.2% atau 0.75", "expected a share such as 4.2% or 0.75")
    case .unknownTitle: language.choose("judul tabel tidak dikenal", "a table with an unknown title")
    case .conflictingDuplicate:
      language.choose("muncul lagi dengan isi berbeda", "occurs again with other contents")
    case .conflictingColumns:
      language.choose("dua kolom untuk angka yang sama berbeda isinya", "two columns for one figure differ")
    }
  }

  /// What the admin can do.
  func advice(in language: Language) -> String {
    switch self {
    case .badCount, .badNumber, .badID, .badTime, .badFlag, .extraCells, .missingTime, .badDay, .badShare,
      .badLink:
      language.choose(
        "ekspor ulang dan kirim berkasnya tanpa disunting", "export again and send the file unedited")
    case .unknownTitle:
      language.choose(
        "`medsos formats meta-account` menyebut judul yang dikenal",
        "`medsos formats meta-account` lists the known titles")
    case .badText, .openQuote, .missingCells:
      language.choose(
        "berkas rusak atau terpotong; unduh ulang", "the file is damaged or cut off; download again")
    case .conflictingDuplicate:
      language.choose("kirim tiap ekspor sebagai berkas sendiri", "send each export as a file of its own")
    case .conflictingColumns:
      language.choose("ekspor ulang dengan satu bahasa", "export again in one language")
    }
  }
}

/// One record left out: where, which column, what stood there.
public struct Reject: Error, Equatable, Sendable {
  /// The reason.
  public let code: RejectCode
  /// The header as in the file; empty where the whole record is meant.
  public let column: String
  /// The cell, made visible and cut at 80 characters.
  public let value: String

  /// A rejected record as the ledger keeps it; `nil` where the code is none of this program's.
  public init?(code: String, column: String, value: String) {
    guard let code = RejectCode(rawValue: code) else { return nil }
    self.init(code: code, column: column, value: value)
  }

  init(code: RejectCode, column: String, value: String) {
    (self.code, self.column, self.value) = (code, column, value)
  }

  /// For example `kolom "Views": diharapkan bilangan bulat, ditemukan "12x"; ekspor ulang …`.
  public func message(in language: Language) -> String {
    let place = column.isEmpty ? "" : language.choose("kolom", "column") + " \"\(visible(column))\": "
    let found = value.isEmpty ? "" : language.choose(", ditemukan", ", found") + " \"\(value)\""
    return "\(place)\(code.expectation(in: language))\(found); \(code.advice(in: language))"
  }
}

/// Why one record is no data.
public enum SkipCode: String, CaseIterable, Sendable {
  /// The same record once more.
  case identicalDuplicate = "identical_duplicate"
  /// A row in which the platform says that it could not compute anything.
  case errorRow = "error_row"
  /// A post of an account that is nobody's in the registry.
  case otherAccount = "collab_other_account"
  /// A day or a member without any figure, such as `undefined`.
  case noFigures = "no_figures"
  /// A row of empty cells.
  case emptyRow = "empty_row"
  /// A row of a post that the platform itself could not find.
  case emptyPost = "empty_post"
  /// The account's own total, kept as such.
  case totalRow = "total_row"
  /// A line that says that the platform left more rows out.
  case footer = "footer"
  /// The header once more.
  case repeatedHeader = "repeated_header"
  /// Tells a span of days for the file beside it, and no figure of its own.
  case spanOnly = "span_only"
  /// A post of a month whose posts were deleted for good.
  case purged = "purged"

  /// In words.
  public func text(in language: Language) -> String {
    switch self {
    case .identicalDuplicate:
      language.choose("sama persis dengan baris sebelumnya", "identical to an earlier row")
    case .errorRow:
      language.choose("baris galat dari platform, tanpa angka", "the platform's error row, no figures")
    case .otherAccount:
      language.choose("unggahan akun lain yang tidak terdaftar", "post of an account not registered")
    case .noFigures:
      language.choose("tanpa angka (belum diukur platform)", "no figures (not measured by the platform)")
    case .emptyRow: language.choose("baris kosong", "empty row")
    case .emptyPost:
      language.choose("baris tanpa unggahan (undefined)", "a row without a post (undefined)")
    case .totalRow:
      language.choose(
        "baris total, disimpan sebagai angka akun", "total row, kept as a figure of the account")
    case .footer:
      language.choose("catatan kaki platform", "the platform's footer")
    case .repeatedHeader: language.choose("judul kolom berulang", "the header once more")
    case .purged:
      language.choose(
        "terbit sebelum bulan yang unggahannya sudah dihapus (medsos purge)",
        "published before the month whose posts were deleted (medsos purge)")
    case .spanOnly:
      language.choose(
        "hanya menerangkan rentang tanggal", "only tells the span of days")
    }
  }
}
