import Foundation
import Testing

/// The text of marts and views runs on other engines: nothing in it that only SQLite has.
@Suite struct PortableSQLTests {
  static let files: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasPrefix("Analyze/Marts/") || $0.hasSuffix("_views.sql") }
      .filter { $0.hasSuffix(".sql") }.sorted().map { root.path + "/" + $0 }
  }()

  @Test func `there are marts and views to check`() { #expect(Self.files.count >= 7) }

  @Test(arguments: files)
  func `no function or statement that only SQLite has`(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let code = text.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n").lowercased()
    let words = [
      "ifnull(", "iif(", "strftime(", "datetime(", "julianday(", "group_concat(", "total(", "printf(", "json",
      "glob", "insert or", "rowid", "typeof(", "instr(", " regexp ", "max(a,", "pragma",
    ]
    for word in words { #expect(!code.contains(word), "\(word)") }
  }

  @Test(arguments: files.filter { $0.contains("/Marts/") })
  func `every mart begins with its grain and why`(path: String) throws {
    let header = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").prefix {
      $0.hasPrefix("--")
    }
    let text = header.joined(separator: " ")
    #expect(text.contains("Grain:") && text.contains("Why:"))
  }
}
