import Warehouse

extension Command {
  /// What a shell or `man` wants of the program, made from the commands themselves.
  static let generate = Command(
    name: "generate",
    indonesian: "tulis pelengkap baris perintah (bash, zsh, fish) atau halaman manual (man)",
    english: "write completions for a shell (bash, zsh, fish) or the manual page (man)",
    operands: "bash|zsh|fish|man", operandCount: 1...1
  ) { arguments, console in
    let language = console.language
    switch arguments.operands[0] {
    case "bash": console.raw(ShellText.bash)
    case "zsh": console.raw(ShellText.zsh(language))
    case "fish": console.raw(ShellText.fish(language))
    case "man": console.raw(ShellText.manual(language))
    default:
      throw UsageError(
        language.choose("diharapkan bash, zsh, fish, atau man", "expected bash, zsh, fish or man"))
    }
    return ExitCode.done
  }
}
