import Ingest
import Report
import Warehouse

extension Command {
  /// Lists and exports what is not in the facts.
  static let rejects = Command(
    name: "rejects", indonesian: "daftar berkas dan baris yang tidak dimuat, dengan sebabnya",
    english: "files and rows that are not loaded, with the reason",
    options: [
      Option("--month", "YYYY-MM", "hanya berkas tentang bulan ini", "only files about this month"),
      .warehouse,
      Option("--csv", "FILE", "tulis sebagai CSV ke berkas ini", "write as CSV to this file"),
      Option("--skips", "juga baris yang memang bukan data", "also rows that are no data"),
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.month()
    let warehouse = try Warehouse.openReadOnly(session.warehousePath)
    let left = try LeftOut(warehouse, month: month)
    let language = console.language
    if let path = arguments["--csv"] { try left.writeCSV(to: path) { sentence($0, language) } }
    for row in left.rows {
      if arguments.has("--json") {
        try console.json(LeftOutJSON(row, sentence(row, language)))
      } else if !arguments.has("--csv") {
        console.out(line(row, language))
      }
    }
    if arguments.has("--skips") { try listSkips(warehouse, arguments, console) }
    guard !arguments.has("--json") else { return ExitCode.done }
    console.note(language.choose("\(left.rows.count) tidak dimuat", "\(left.rows.count) not loaded"))
    return ExitCode.done
  }

  private static func line(_ row: LeftOut.Row, _ language: Language) -> String {
    let file = visible(row.path, limit: 200)
    return "\(row.line.map { "\(file):\($0)" } ?? file): \(sentence(row, language))"
  }

  /// The reason in a language: records by their code, whole files as the ledger has it.
  private static func sentence(_ row: LeftOut.Row, _ language: Language) -> String {
    if row.kind == "waiting", let code = QuarantineCode(rawValue: row.code) {
      let who = row.value.map { $0.isEmpty ? "" : "\"\(visible($0))\": " } ?? ""
      return who + code.text(in: language)
    }
    if let reject = Reject(code: row.code, column: row.column ?? "", value: row.value ?? "") {
      return reject.message(in: language)
    }
    return row.message
  }

  private static func listSkips(_ warehouse: Connection, _ arguments: Arguments, _ console: Console) throws {
    let rows = try warehouse.rows(
      """
      SELECT path, line, code, detail FROM ingest_skip JOIN ingest_load USING (load_key) ORDER BY path, line, row
      """)
    for row in rows {
      let (path, code) = (row[0].text ?? "", row[2].text ?? "")
      let text = SkipCode(rawValue: code)?.text(in: console.language) ?? code
      let detail = row[3].text.map { " (\(visible($0)))" } ?? ""
      if arguments.has("--json") {
        try console.json(SkippedJSON(file: path, line: row[1].integer ?? 0, code: code))
      } else {
        console.out("\(visible(path, limit: 200)):\(row[1].integer ?? 0): \(text)\(detail)")
      }
    }
  }
}

private struct LeftOutJSON: Encodable {
  let kind, file, code, message: String
  let opd, column, value: String?
  let row, line: Int64?

  init(_ row: LeftOut.Row, _ message: String) {
    (kind, file, code, self.message) = (row.kind, row.path, row.code, message)
    (opd, column, value) = (row.opdCode, row.column, row.value)
    (self.row, line) = (row.row, row.line)
  }
}

private struct SkippedJSON: Encodable {
  let file: String
  let line: Int64
  let code: String
}
