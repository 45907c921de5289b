import Foundation
import Testing

/// Completions and the manual page name every command and option, and shells accept them.
@Suite struct GenerateTests {
  @Test(arguments: ["bash", "zsh", "fish", "man"])
  func `every command and option is there`(shell: String) throws {
    let desk = try Desk()
    let text = try Program.medsos("generate", shell, in: desk.path).output
    let help = try Program.medsos("--help", in: desk.path).lines.filter { $0.hasPrefix("  ") }
    let names = help.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count > 15)
    for name in names { #expect(text.contains(name), "\(name)") }
    for option in ["month", "warehouse", "csv", "dialect", "lang"] {
      #expect(text.contains(option), "\(option)")
    }
  }

  @Test func `bash completes commands and the options of one`() throws {
    let desk = try Desk()
    let result = try Program.run(
      "/bin/bash",
      [
        "-c",
        """
        source <("$0" generate bash)
        COMP_WORDS=(medsos rep); COMP_CWORD=1; _medsos; echo "${COMPREPLY[@]}"
        COMP_WORDS=(medsos run --mon); COMP_CWORD=2; _medsos; echo "${COMPREPLY[@]}"
        """, Program.path,
      ], in: desk.path)
    #expect(result.lines == ["report", "--month"], "\(result)")
  }

  @Test func `anything else is refused`() throws {
    let desk = try Desk()
    #expect(try Program.medsos("generate", "powershell", in: desk.path).code == 64)
  }
}
