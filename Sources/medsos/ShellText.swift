import Ingest
import Warehouse

/// Completions and the manual page, from the commands and their options.
enum ShellText {
  static var bash: String {
    let cases = Command.all.map { command in
      "    \(command.name)) words=\"\(command.allOptions.map(\.name).joined(separator: " ")) --help\" ;;"
    }
    return """
      # bash completion for medsos
      _medsos() {
        local current="${COMP_WORDS[COMP_CWORD]}" words="\(Command.all.map(\.name).joined(separator: " ")) --help --version"
        if [ "$COMP_CWORD" -gt 1 ]; then
          case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
          *) words="" ;;
          esac
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        [ "${current#-}" != "$current" ] || [ "$COMP_CWORD" -eq 1 ] || COMPREPLY+=($(compgen -f -- "$current"))
      }
      complete -o filenames -F _medsos medsos

      """
  }

  static func zsh(_ language: Language) -> String {
    let commands = Command.all.map { "    '\($0.name):\(quoted($0.text(language)))'" }
    let cases = Command.all.map { command in
      let options = command.allOptions.map { option in
        let value = option.value.map { ":\(quoted($0)):_files" } ?? ""
        return "'\(option.name)[\(quoted(language.choose(option.indonesian, option.english)))]\(value)'"
      }
      return "    \(command.name)) _arguments \(options.joined(separator: " ")) '*:file:_files' ;;"
    }
    return """
      #compdef medsos
      _medsos() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then _describe command commands; return; fi
        local name=$words[2]
        shift words; (( CURRENT-- ))
        case $name in
      \(cases.joined(separator: "\n"))
        esac
      }
      _medsos "$@"

      """
  }

  static func fish(_ language: Language) -> String {
    var lines = ["# fish completion for medsos", "complete -c medsos -n __fish_use_subcommand -f"]
    for command in Command.all {
      lines.append(
        "complete -c medsos -n __fish_use_subcommand -f -a \(command.name) -d '\(quoted(command.text(language)))'"
      )
      for option in command.allOptions {
        let value = option.value == nil ? "" : " -r"
        lines.append(
          "complete -c medsos -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name.dropFirst(2))\(value) "
            + "-d '\(quoted(language.choose(option.indonesian, option.english)))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The manual page in man(7) macros.
  static func manual(_ language: Language) -> String {
    var text = """
      .TH MEDSOS 1 "" "medsos \(toolVersion)" "medsos"
      .SH \(language.choose("NAMA", "NAME"))
      medsos \\- \(roff(language.choose("gudang data media sosial perangkat daerah", "a warehouse of government offices' social media")))
      .SH \(language.choose("PEMAKAIAN", "SYNOPSIS"))
      .B medsos
      .I \(language.choose("PERINTAH", "COMMAND"))
      [\(language.choose("PILIHAN", "OPTIONS"))]
      .SH \(language.choose("PERINTAH", "COMMANDS"))

      """
    for command in Command.all {
      text += ".SS medsos \(roff(command.name)) \(roff(command.operands))\n\(roff(command.text(language)))\n"
      for option in command.allOptions {
        text += ".TP\n.B \(roff(option.name))\(option.value.map { " " + roff($0) } ?? "")\n"
        text += "\(roff(language.choose(option.indonesian, option.english)))\n"
      }
    }
    let codes = language.choose(
      "0 semua dimuat atau tidak ada yang baru; 1 ada baris yang tidak dimuat; 2 ada berkas ditolak; 3 lingkungan; 64 salah pakai.",
      "0 all loaded or nothing new; 1 some rows left out; 2 a file refused; 3 the environment; 64 wrong usage."
    )
    return text + ".SH \(language.choose("KODE KELUAR", "EXIT STATUS"))\n\(roff(codes))\n"
  }

  /// Text within single quotes and brackets of a shell.
  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "’").replacing("[", with: "(").replacing("]", with: ")").replacing(
      ":", with: " –")
  }

  private static func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}

extension Command {
  fileprivate func text(_ language: Language) -> String { language.choose(indonesian, english) }
}
