import Ingest
import Warehouse

extension Command {
  /// Lists the export files that medsos reads.
  static let formats = Command(
    name: "formats", indonesian: "berkas ekspor yang dikenal, dan judul kolomnya",
    english: "the export files that are known, and their headers", operands: "[NAME]", operandCount: 0...1
  ) { arguments, console in
    let known = FormatListing.all
    guard let name = arguments.operands.first else {
      for format in known {
        if arguments.has("--json") {
          try console.json(format)
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
      try console.json(format)
    } else {
      describe(format, console)
    }
    return ExitCode.done
  }

  private static func describe(_ format: FormatListing, _ console: Console) {
    console.out("\(format.name)\n  \(format.summary)")
    console.out(
      "  \(console.language.choose("dicocokkan dengan", "checked against")): \(format.checkedAgainst)")
    for column in format.columns {
      let mark =
        column.required
        ? console.language.choose("wajib", "required") : console.language.choose("boleh", "optional")
      let title = column.table.isEmpty ? "" : "\(column.table): "
      console.out("  \(title)\(column.field) (\(mark))")
      for (language, names) in column.headers.sorted(by: { $0.key < $1.key }) {
        console.out("    \(language): \(names.joined(separator: " | "))")
      }
    }
  }
}
