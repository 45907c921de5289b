import Foundation

// Usage: EmbedSQLTool OUTPUT.swift INPUT…
// Writes one Swift file that holds each .sql and .csv file as a raw string literal, in path order, by file name.

func fail(_ message: String, _ code: Int32) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(code)
}

/// One type's files as entries of an array.
func entries(_ paths: [String], _ suffix: String) throws -> String {
  try paths.filter { $0.hasSuffix(suffix) }.map { path in
    let url = URL(filePath: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    guard !text.contains("\"\"\"##") else { fail("\(path): contains the literal's closing mark", 1) }
    let name = url.deletingPathExtension().lastPathComponent
    return "    (\n      \"\(name)\",\n      ##\"\"\"\n\(text)\n\"\"\"##\n    ),\n"
  }.joined()
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard let output = arguments.first else { fail("usage: EmbedSQLTool OUTPUT INPUT…", 64) }
let inputs = Array(arguments.dropFirst())
let tables = try entries(inputs, ".csv")
let source = """
  /// The SQL files of this module, embedded so that the binary runs wherever it is copied.
  enum EmbeddedSQL {
    /// File name without extension, and text; in path order.
    static let files: [(name: String, text: String)] = [
  \(try entries(inputs, ".sql"))  ]

    /// The text of the file `name`, which the build guarantees to exist if a test has asked for it.
    static func text(_ name: String) -> String {
      guard let file = files.first(where: { $0.name == name }) else {
        preconditionFailure("no embedded SQL named \\(name)")
      }
      return file.text
    }
  }

  """
let tableSource = """

  /// The CSV files of this module, embedded likewise.
  enum EmbeddedCSV {
    static let files: [(name: String, text: String)] = [
  \(tables)  ]
  }

  """
try (source + (tables.isEmpty ? "" : tableSource)).write(
  to: URL(filePath: output), atomically: true, encoding: .utf8)
