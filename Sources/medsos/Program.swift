internal import CSQLite
internal import FoundationEssentials
internal import Glibc
import Ingest
import Report
import Warehouse

/// The program: finds the command, runs it, and turns what goes wrong into a sentence and an exit code.
@main
enum Program {
  static func main() {
    // What admins send is personal data: nothing that is made here may be read by others.
    umask(0o077)
    // A file-size limit must come back as an error to report, not kill the program.
    signal(SIGXFSZ, SIG_IGN)
    _ = medsos_disable_memory_statistics()
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  static func run(_ words: [String]) -> Int32 {
    let console = Console(language: language(of: words))
    do {
      let code = try dispatch(words, console)
      try console.flush()
      return code
    } catch {
      try? console.flush()
      console.isQuiet = false
      return report(error, console)
    }
  }

  private static func dispatch(_ words: [String], _ console: Console) throws -> Int32 {
    guard let name = words.first, !["help", "--help", "-h"].contains(name) else {
      if words.count > 1, let command = Command.named(words[1]) {
        console.out(command.help(console.language))
      } else {
        console.out(Command.overview(console.language))
      }
      return words.isEmpty ? ExitCode.usage : ExitCode.done
    }
    if name == "--version" {
      console.out(
        "medsos \(toolVersion), SQLite \(Warehouse.sqliteVersion), "
          + "\(console.language.choose("skema", "schema")) \(Schema.version)")
      return ExitCode.done
    }
    guard let command = Command.named(name) else {
      throw UsageError(
        console.language.choose(
          "perintah \"\(visible(name))\" tidak dikenal; lihat `medsos --help`",
          "no command \"\(visible(name))\"; see `medsos --help`"))
    }
    let rest = Array(words.dropFirst())
    if rest.contains("--help") || rest.contains("-h") {
      console.out(command.help(console.language))
      return ExitCode.done
    }
    return try command.run(try Arguments(rest, for: command, console.language), console)
  }

  /// The language must be known before arguments are judged, so that the judgement is in it.
  private static func language(of words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--lang", index + 1 < words.count {
        return Language(rawValue: words[index + 1]) ?? .indonesian
      }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? .indonesian }
    }
    return .indonesian
  }

  private static func report(_ error: any Error, _ console: Console) -> Int32 {
    switch error {
    case let error as UsageError:
      console.error(error.message)
      return ExitCode.usage
    case let error as RegistryError:
      console.error(error.text(in: console.language))
      return ExitCode.refused
    default:
      console.error("\(error)")
      return ExitCode.environment
    }
  }
}

/// What the program tells its caller, as in the guide.
enum ExitCode {
  static let done: Int32 = 0
  static let someLeftOut: Int32 = 1
  static let refused: Int32 = 2
  static let environment: Int32 = 3
  static let usage: Int32 = 64
}
