internal import FoundationEssentials
internal import Glibc
import Analyze
import Ingest
import Report
import Warehouse

extension Command {
  /// Content categories: try a text, list what a person should look at.
  static let categories = Command(
    name: "categories", indonesian: "kategori konten: coba teks (try), antrean tinjauan (review)",
    english: "content categories: try texts (try), the review queue (review)", operands: "try|review [TEKS]",
    operandCount: 1...2,
    options: [
      Option(
        "--jsonl", "try: baca baris {\"caption\": …} dari masukan baku",
        "try: read lines {\"caption\": …} from standard input"),
      Option("--month", "YYYY-MM", "review: hanya bulan ini", "review: only this month"),
      Option("--csv", "FILE", "review: tulis CSV untuk diisi", "review: write the CSV to fill in"),
      .warehouse, .config,
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    switch arguments.operands[0] {
    case "try": return try CategoryTrial(session: session).run()
    case "review": return try CategoryReview(session: session).run()
    default:
      throw UsageError(
        console.language.choose(
          "categories: diharapkan try atau review, ditemukan \"\(visible(arguments.operands[0]))\"",
          "categories: expected try or review, found \"\(visible(arguments.operands[0]))\""))
    }
  }
}

/// Categorises texts given to it; needs no warehouse.
private struct CategoryTrial {
  let session: Session

  func run() throws -> Int32 {
    let folder = session.configFolder(inbox: nil)
    let engine = CategoryEngine(
      try Session.rules(try Registry.categoryRows(folder: folder, standard: CategoryPass.standardRules)))
    var scratch = CategoryEngine.Scratch()
    if session.arguments.has("--jsonl") { return try tryLines(engine, &scratch) }
    guard session.arguments.operands.count == 2 else {
      throw UsageError(
        session.arguments.language.choose(
          "categories try: beri teks dalam tanda kutip, atau --jsonl",
          "categories try: give a text in quotes, or --jsonl"
        ))
    }
    let decision = engine.decide(session.arguments.operands[1], &scratch)
    if session.arguments.has("--json") {
      session.console.out(DecisionLine.json(decision))
    } else {
      show(decision)
    }
    return ExitCode.done
  }

  private func show(_ decision: CategoryDecision) {
    let language = session.arguments.language
    func number(_ value: Double?) -> String { value.map { DecisionLine.number($0) } ?? "–" }
    session.console.out(
      language.choose(
        """
        kategori: \(decision.category)
        cara    : \(decision.method.rawValue)
        kata    : \(visible(decision.words.joined(separator: " | "), limit: 300))
        skor    : \(number(decision.score)), selisih \(number(decision.margin))
        """,
        """
        category: \(decision.category)
        method  : \(decision.method.rawValue)
        words   : \(visible(decision.words.joined(separator: " | "), limit: 300))
        score   : \(number(decision.score)), margin \(number(decision.margin))
        """))
  }

  private func tryLines(_ engine: CategoryEngine, _ scratch: inout CategoryEngine.Scratch) throws -> Int32 {
    var number = 0
    let decoder = JSONDecoder()
    var lines = InputLines()
    while let line = try lines.next() {
      number += 1
      guard !line.isEmpty else { continue }
      guard let caption = try? decoder.decode(CaptionLine.self, from: line).caption else {
        throw UsageError(
          session.arguments.language.choose(
            "masukan baku baris \(number): diharapkan objek JSON dengan \"caption\"; contoh: {\"caption\": \"…\"}",
            "standard input line \(number): expected a JSON object with \"caption\"; for example {\"caption\": \"…\"}"
          ))
      }
      session.console.out(DecisionLine.json(engine.decide(caption, &scratch)))
    }
    return ExitCode.done
  }
}

/// Lists posts whose category a person should look at, as a file to fill in and give back as `perbaikan.csv`.
private struct CategoryReview {
  let session: Session

  func run() throws -> Int32 {
    let month = try session.arguments.month()
    let warehouse = try session.existingWarehouse(readOnly: true)
    let queue = try ReviewQueue(warehouse, month: month)
    let language = session.arguments.language
    if let path = session.arguments["--csv"] {
      try OutputFile.write(queue.csv, to: path)
      session.console.out(
        language.choose(
          "\(queue.count) unggahan ditulis ke \(visible(path, limit: 300)); isi kategori, alasan, oleh, tanggal, lalu tambahkan baris yang terisi ke config/perbaikan.csv",
          "\(queue.count) posts written to \(visible(path, limit: 300)); fill in kategori, alasan, oleh, tanggal and add the filled rows to config/perbaikan.csv"
        ))
    } else {
      session.console.out(queue.csv)
    }
    return ExitCode.done
  }
}

private struct CaptionLine: Decodable {
  let caption: String
}

/// Standard input, line by line.
private struct InputLines {
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private static let longest = 16 << 20

  /// The next line without its end; `nil` after the last.
  ///
  /// - Throws: `ConsoleError` where input cannot be read or a line is longer than 16 MiB.
  mutating func next() throws -> Data? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Data(buffer[start..<end])
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Data(buffer[start...])
      }
      guard buffer.count - start <= Self.longest else {
        throw ConsoleError(description: "standard input: a line is longer than 16 MiB")
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private mutating func fill() throws {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = piece.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
    if count < 0 {
      guard errno == EINTR else {
        throw ConsoleError(description: "standard input: " + String(cString: strerror(errno)))
      }
    } else if count == 0 {
      isAtEnd = true
    } else {
      buffer += piece[..<count]
    }
  }
}

/// A decision as a line of JSON.
private enum DecisionLine {
  static func json(_ decision: CategoryDecision) -> String {
    let words = decision.words.map { "\"\(escaped($0))\"" }.joined(separator: ", ")
    return "{\"category\": \"\(decision.category)\", \"method\": \"\(decision.method.rawValue)\", "
      + "\"words\": [\(words)], \"score\": \(decision.score.map(number) ?? "null"), "
      + "\"margin\": \(decision.margin.map(number) ?? "null")}"
  }

  /// Four decimals.
  static func number(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
