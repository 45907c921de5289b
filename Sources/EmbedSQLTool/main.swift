import Foundation

// Usage: EmbedSQLTool OUTPUT.swift INPUT.sql…
// Writes one Swift file that holds each SQL file as a raw string literal, in path order, by file name.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: EmbedSQLTool OUTPUT INPUT…\n".utf8))
  exit(64)
}

var source = """
  /// The SQL files of this module, embedded so that the binary runs wherever it is copied.
  enum EmbeddedSQL {
    /// File name without extension, and text; in path order.
    static let files: [(name: String, text: String)] = [

  """
for path in arguments.dropFirst() {
  let url = URL(filePath: path)
  let text = try String(contentsOf: url, encoding: .utf8)
  guard !text.contains("\"\"\"##") else {
    FileHandle.standardError.write(Data("\(path): contains the literal's closing mark\n".utf8))
    exit(1)
  }
  let name = url.deletingPathExtension().lastPathComponent
  source += "    (\n      \"\(name)\",\n      ##\"\"\"\n\(text)\n\"\"\"##\n    ),\n"
}
source += """
    ]

    /// The text of the file `name`, which the build guarantees to exist if a test has asked for it.
    static func text(_ name: String) -> String {
      guard let file = files.first(where: { $0.name == name }) else {
        preconditionFailure("no embedded SQL named \\(name)")
      }
      return file.text
    }
  }

  """
try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
