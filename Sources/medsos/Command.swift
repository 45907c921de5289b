import Warehouse

/// One command: its words, its help, what it does.
///
/// Each stands in a file of its own in `Commands`.
struct Command: Sendable {
  let name: String
  let indonesian: String
  let english: String
  /// What follows the name, as help shows it.
  var operands = ""
  var operandCount = 0...0
  var options: [Option] = []
  /// Runs with its arguments; the exit code.
  let body: @Sendable (Arguments, Console) throws -> Int32

  /// Every command, in the order in which help lists them.
  static let all: [Command] = [
    .run, .ingest, .analyze, .report, .check, .status, .rejects, .categories, .undo, .publish, .explain,
    .query,
    .verify, .backup, .purge, .formats, .initialise, .generate,
  ]

  /// Commands for those who test the program.
  private static let unlisted: [Command] = [.csv]

  static func named(_ name: String) -> Command? { (all + unlisted).first { $0.name == name } }

  var allOptions: [Option] { options + [.json, .language] }

  func run(_ arguments: Arguments, _ console: Console) throws -> Int32 {
    try arguments.checkLanguage()
    console.isQuiet = arguments.has("--json")
    return try body(arguments, console)
  }

  /// The page that `medsos NAME --help` prints.
  func help(_ language: Language) -> String {
    var text = "medsos \(name) \(operands)".reversed().drop { $0 == " " }.reversed().map(String.init).joined()
    text += "\n  \(language.choose(indonesian, english))\n\n"
    let left = allOptions.map { option in option.name + (option.value.map { " " + $0 } ?? "") }
    let width = left.map(\.count).max() ?? 0
    for (option, label) in zip(allOptions, left) {
      let space = String(repeating: " ", count: width - label.count)
      text += "  \(label)\(space)  \(language.choose(option.indonesian, option.english))\n"
    }
    return text
  }

  /// The page that `medsos --help` prints.
  static func overview(_ language: Language) -> String {
    var text = language.choose(
      "medsos: gudang data media sosial perangkat daerah Kabupaten Wajo\n\nPerintah:\n",
      "medsos: the social-media warehouse of Wajo's government offices\n\nCommands:\n")
    for command in all {
      let space = String(repeating: " ", count: 12 - command.name.count)
      text += "  \(command.name)\(space)\(language.choose(command.indonesian, command.english))\n"
    }
    text += language.choose(
      """

      Tiap perintah: medsos PERINTAH --help. Versi: medsos --version.
      Kode keluar: 0 semua dimuat atau tidak ada yang baru; 1 ada baris yang tidak dimuat; 2 ada berkas ditolak;
      3 lingkungan (disk, kunci, izin); 64 salah pakai.

      """,
      """

      Each command: medsos COMMAND --help. Version: medsos --version.
      Exit codes: 0 all loaded or nothing new; 1 some rows left out; 2 a file refused;
      3 the environment (disk, lock, permission); 64 wrong usage.

      """)
    return text
  }
}

extension Option {
  static let warehouse = Option(
    "--warehouse", "FILE", "berkas basis data (bawaan: medsos.sqlite)",
    "the database file (default: medsos.sqlite)")
  static let config = Option(
    "--config", "DIR", "folder registri (bawaan: config di samping inbox, di dalamnya, atau di folder ini)",
    "the registry's folder (default: config beside the inbox, in it, or in this folder)")
  static let month = Option(
    "--month", "YYYY-MM", "bulan laporan (bawaan: bulan terakhir yang sudah lewat, WITA)",
    "the month (default: the last one that is over, WITA)")
  static let period = Option(
    "--period", "2025-Q4|2025", "rekap satu triwulan atau tahun, sebagai ganti --month",
    "a recap of a quarter or year, instead of --month")
  static let out = Option(
    "--out", "DIR", "folder laporan (bawaan: laporan/BULAN atau laporan/PERIODE)",
    "the reports' folder (default: laporan/MONTH or laporan/PERIOD)")
  static let dialect = Option(
    "--csv-dialect", "rfc4180|excel-id",
    "cara menulis CSV: koma dan titik desimal (bawaan), atau untuk Excel Indonesia",
    "how CSV is written: commas and decimal points (default), or for an Indonesian Excel")
  static let asOf = Option(
    "--as-of", "WAKTU", "hanya percaya ekspor sampai saat ini, mis. 2025-11-05",
    "believe exports up to this instant only, e.g. 2025-11-05")
  static let exportedAt = Option(
    "--exported-at", "WAKTU",
    "waktu ekspor semua berkas, mis. 2025-11-03T09:15 (bawaan: nama, manifest.csv, waktu ubah)",
    "when all files were exported, e.g. 2025-11-03T09:15 (default: name, manifest.csv, modification time)")
  static let json = Option(
    "--json", "hasil sebagai JSON, satu objek per baris", "results as JSON, one object a line")
  static let language = Option("--lang", "id|en", "bahasa (bawaan: id)", "the language (default: id)")
}
