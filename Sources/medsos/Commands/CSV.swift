import Ingest

extension Command {
  /// Writes any delimited file as RFC 4180, for public suites of CSV files; not listed in the main help.
  static let csv = Command(
    name: "csv", indonesian: "tulis berkas teks berpemisah apa pun sebagai CSV RFC 4180",
    english: "write any delimited text file as RFC 4180 CSV", operands: "FILE", operandCount: 1...1
  ) { arguments, console in
    let table = try PlainTable(path: arguments.operands[0], language: console.language)
    try table.write { piece in
      console.raw(piece)
    }
    return ExitCode.done
  }
}
