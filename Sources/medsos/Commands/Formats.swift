import Ingest
import Warehouse

extension Command {
  /// Lists the export files that medsos reads.
  static let formats = Command(
    name: "formats", indonesian: "berkas ekspor yang dikenal, dan judul kolomnya",
    english: "the export files that are known, and their headers", operands: "[NAME]", operandCount: 0...1
  ) { arguments, console in
    let known = FormatDescriptor.known
    guard let name = arguments.operands.first else {
      for format in known {
        if arguments.has("--json") {
          try console.json(FormatJSON(format))
        } else {
          console.out("\(format.name)  \(format.summary)")
        }
      }
      return ExitCode.done
    }
    guard let format = known.first(where: { $0.name == name }) else {
      throw UsageError(
        console.language.choose(
          "format \"\(visible(name))\" tidak dikenal; lihat `medsos formats`",
          "no format \"\(visible(name))\"; see `medsos formats`"))
    }
    if arguments.has("--json") {
      try console.json(FormatJSON(format))
    } else {
      describe(format, console)
    }
    return ExitCode.done
  }

  private static func describe(_ format: FormatDescriptor, _ console: Console) {
    console.out("\(format.name)\n  \(format.summary)")
    console.out(
      "  \(console.language.choose("dicocokkan dengan", "checked against")): \(format.checkedAgainst)")
    for column in format.columns {
      let mark =
        column.isRequired
        ? console.language.choose("wajib", "required") : console.language.choose("boleh", "optional")
      console.out("  \(column.field.rawValue) (\(mark))")
      for language in HeaderLanguage.allCases {
        guard let names = column.aliases[language] else { continue }
        console.out("    \(language.rawValue): \(names.joined(separator: " | "))")
      }
    }
  }
}

private struct FormatJSON: Encodable {
  struct ColumnJSON: Encodable {
    let field: String
    let required: Bool
    let headers: [String: [String]]
  }

  let name, platform, summary: String
  let columns: [ColumnJSON]

  init(_ format: FormatDescriptor) {
    (name, platform, summary) = (format.name, format.platform, format.summary)
    columns = format.columns.map { column in
      let pairs = column.aliases.map { ($0.key.rawValue, $0.value) }
      return ColumnJSON(
        field: column.field.rawValue, required: column.isRequired,
        headers: Dictionary(uniqueKeysWithValues: pairs))
    }
  }
}
