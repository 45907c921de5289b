import Warehouse

/// One CSV file of a report: its rows, and what each of its columns is.
struct ReportTable {
  /// A column: a figure of a mart under a header that people read, or a code.
  struct Column {
    let header: String
    /// The mart and its column, `mart.column`; `nil`: a code or a name made from one.
    let source: String?
    /// What a code says; empty where the source is described.
    let note: String
    /// Its type in the database, of a column without source.
    var type = "TEXT"

    /// A code or name.
    static func code(_ header: String, _ note: String) -> Column {
      Column(header: header, source: nil, note: note)
    }

    /// A whole number that is no figure of the mart named.
    static func number(_ header: String, _ note: String) -> Column {
      Column(header: header, source: nil, note: note, type: "INTEGER")
    }

    /// A number that is no figure of the mart named.
    static func real(_ header: String, _ note: String) -> Column {
      Column(header: header, source: nil, note: note, type: "REAL")
    }
  }

  /// The file's name.
  let name: String
  /// What a row is, in a sentence.
  let summary: String
  let columns: [Column]
  private(set) var rows: [[SQLValue]] = []

  /// Codes first, then a mart's columns as pairs of header and column.
  init(
    _ name: String, _ summary: String, codes: [Column], mart: String,
    _ figures: [(header: String, column: String)] = []
  ) {
    (self.name, self.summary) = (name, summary)
    columns =
      codes
      + figures.map { Column(header: $0.header, source: "\(mart).\($0.column)", note: "") }
  }

  mutating func add(_ row: [SQLValue]) { rows.append(row) }

  /// Adds the codes, and the figures of a mart's row.
  mutating func add(_ codes: [SQLValue], _ record: Record) {
    rows.append(
      codes
        + columns.dropFirst(codes.count).map { column in
          record[String(column.source?.drop { $0 != "." }.dropFirst() ?? "")]
        })
  }

  func text(_ dialect: CSVDialect) -> String {
    var text = CSVText(columns.map(\.header), dialect)
    for row in rows { text.add(row) }
    return text.text
  }
}

extension ReportTable.Column {
  static let month = code("bulan", "bulan laporan (WITA), YYYY-MM")
  static let period = code("periode", "triwulan (2025-Q4) atau tahun (2025)")
  static let officeCode = code("kode_opd", "kode perangkat daerah, seperti di opd.csv")
  static let officeName = code("perangkat_daerah", "nama perangkat daerah")
  static let group = code("kelompok", "kelompok pembanding")
  static let platform = code("platform", "facebook, instagram, x, youtube, tiktok")
  static let completeness = code(
    "kelengkapan", "lengkap, sebagian, rentang_tidak_diketahui, akun_belum_terdaftar, belum")
  static let unranked = code("alasan_tanpa_peringkat", "mengapa tidak diperingkat; kosong: diperingkat")
  static let tier = code("golongan", "di_atas, sekitar, di_bawah: seluruh kisaran terhadap 100")
  static let change = code("perubahan", "naik, turun, relatif_sama, tidak_dapat_dibandingkan")
}
