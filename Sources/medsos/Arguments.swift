internal import FoundationEssentials
internal import Glibc
import Ingest
import Report
import Warehouse

/// Words on the command line that mean nothing, or too little.
struct UsageError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// One option of a command.
struct Option: Sendable {
  let name: String
  /// What stands behind it, such as `FILE`; `nil`: nothing does.
  let value: String?
  let indonesian: String
  let english: String

  init(_ name: String, _ value: String, _ indonesian: String, _ english: String) {
    (self.name, self.value, self.indonesian, self.english) = (name, value, indonesian, english)
  }

  /// A switch.
  init(_ name: String, _ indonesian: String, _ english: String) {
    (self.name, value, self.indonesian, self.english) = (name, nil, indonesian, english)
  }
}

/// A command's words, taken apart.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]
  let language: Language

  /// Takes words apart as the command's options say; behind `--`, every word is an operand.
  init(_ words: [String], for command: Command, _ language: Language) throws(UsageError) {
    self.language = language
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      try take(word, &rest, command)
    }
    guard command.operandCount.contains(operands.count) else {
      throw Self.error(
        language, "pakai: medsos \(command.name) \(command.operands)",
        "usage: medsos \(command.name) \(command.operands)", command)
    }
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ command: Command
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      throw Self.error(
        language, "pilihan \"\(visible(name))\" tidak dikenal", "no option \"\(visible(name))\"", command)
    }
    guard values[name] == nil else {
      throw Self.error(language, "\(name) diberikan dua kali", "\(name) is given twice", command)
    }
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let kind = option.value else {
      guard attached == nil else {
        throw Self.error(language, "\(name) tidak memakai nilai", "\(name) takes no value", command)
      }
      values[name] = ""
      return
    }
    guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
      throw Self.error(language, "\(name) memerlukan \(kind)", "\(name) needs \(kind)", command)
    }
    values[name] = value
  }

  private static func error(
    _ language: Language, _ indonesian: String, _ english: String, _ command: Command
  ) -> UsageError {
    let hint = language.choose("lihat", "see") + " `medsos \(command.name) --help`"
    return UsageError("\(language.choose(indonesian, english)); \(hint)")
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  subscript(name: String) -> String? { values[name] }

  /// The month behind `--month`.
  func month() throws(UsageError) -> Month? {
    guard let text = values["--month"] else { return nil }
    guard let month = Month(text), (2004...2040).contains(month.year) else {
      throw bad("--month", "2025-10", text)
    }
    return month
  }

  /// The month behind `--month`, else the last one that is over in WITA.
  func monthOrLast() throws(UsageError) -> Month {
    try month() ?? Self.lastMonth
  }

  /// The quarter or year behind `--period`; not beside `--month`.
  func period() throws(UsageError) -> Period? {
    guard let text = values["--period"] else { return nil }
    guard values["--month"] == nil else {
      throw UsageError(
        language.choose("--period dan --month tidak bersama", "--period and --month exclude each other"))
    }
    guard let period = Period(text), (2004...2040).contains(period.year) else {
      throw bad("--period", "2025-Q4, 2025", text)
    }
    return period
  }

  /// The last month that is over in WITA.
  static var lastMonth: Month {
    Month(of: CivilDate(dayNumber: Int((Clock.now + 8 * 3600) / 86_400))).previous
  }

  /// The dialect behind `--csv-dialect`.
  func dialect() throws(UsageError) -> CSVDialect {
    guard let text = values["--csv-dialect"] else { return .standard }
    guard let dialect = CSVDialect(rawValue: text) else {
      throw bad("--csv-dialect", CSVDialect.allCases.map(\.rawValue).joined(separator: ", "), text)
    }
    return dialect
  }

  /// The instant behind an option, in seconds since 1970 UTC; a day alone is its end in WITA.
  func instant(_ name: String) throws(UsageError) -> Int64? {
    guard let text = values[name] else { return nil }
    guard let instant = Instant.read(text, endOfDay: true) else {
      throw bad(name, "2025-11-03T09:15:00+08:00", text)
    }
    return instant
  }

  /// The language behind `--lang` is one that the program speaks.
  func checkLanguage() throws(UsageError) {
    guard let text = values["--lang"], Language(rawValue: text) == nil else { return }
    throw bad("--lang", "id, en", text)
  }

  private func bad(_ name: String, _ example: String, _ found: String) -> UsageError {
    UsageError(
      language.choose(
        "\(name): diharapkan seperti \(example), ditemukan \"\(visible(found))\"",
        "\(name): expected such as \(example), found \"\(visible(found))\""))
  }
}

/// The wall clock, in seconds since 1970 UTC.
enum Clock {
  static var now: Int64 { Int64(time(nil)) }
}
