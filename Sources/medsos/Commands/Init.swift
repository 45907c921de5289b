internal import FoundationEssentials
internal import Glibc
import Analyze
import Ingest
import Report
import Warehouse

extension Command {
  /// Writes the templates of the registry.
  static let initialise = Command(
    name: "init",
    indonesian:
      "tulis contoh config/opd.csv, akun.csv, laporan.csv, kolom.csv, pengikut.csv, kategori.csv, …",
    english:
      "write templates of config/opd.csv, akun.csv, laporan.csv, kolom.csv, pengikut.csv, kategori.csv, …",
    operands: "[DIR]",
    operandCount: 0...1
  ) { arguments, console in
    let folder = (arguments.operands.first ?? ".") + "/config"
    let templates = RegistryTemplate.files + [("kategori.csv", CategoryPass.standardRules)]
    for (name, _) in templates where access("\(folder)/\(name)", F_OK) == 0 {
      throw UsageError(
        console.language.choose(
          "\(visible(folder))/\(name) sudah ada; tidak ditimpa",
          "\(visible(folder))/\(name) exists; not overwritten"))
    }
    var written: [String] = []
    for (name, text) in templates {
      try OutputFile.write(text, to: "\(folder)/\(name)")
      written.append("\(folder)/\(name)")
    }
    if arguments.has("--json") {
      try console.json(["files": written])
    } else {
      for path in written { console.out(visible(path, limit: 300)) }
    }
    return ExitCode.done
  }
}
