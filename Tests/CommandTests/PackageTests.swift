import Foundation
import Testing

/// The CSV files of the samples' month in both dialects, against what `datapackage.json` says of them.
@Suite struct PackageTests {
  private struct Failure: Error {}

  private func report(_ desk: Desk, _ dialect: String) throws -> [String: Any] {
    let result = try Program.medsos(
      "report", "--month", "2025-10", "--csv-dialect", dialect, "--out", dialect, in: desk.path)
    #expect(result.code == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/\(dialect)/datapackage.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The cells of each record, quotes gone; no cell of these reports holds a line end.
  private func records(_ text: String, _ separator: Character) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case separator where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  @Test func `every file is described: its columns, their types, and nothing besides`() throws {
    let desk = try Desk()
    _ = try Program.medsos("run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: desk.path)
    for (dialect, separator, comma) in [("rfc4180", ",", "."), ("excel-id", ";", ",")] {
      let resources = try #require(try report(desk, dialect)["resources"] as? [[String: Any]])
      let files = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/" + dialect)
      #expect(
        resources.compactMap { $0["path"] as? String }.sorted()
          == files.filter { $0.hasSuffix(".csv") }.sorted())
      for resource in resources {
        let path = try #require(resource["path"] as? String)
        let text = String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: desk.path + "/\(dialect)/\(path)")),
          as: UTF8.self)
        let written = try #require(resource["dialect"] as? [String: Any])
        #expect(written["delimiter"] as? String == separator)
        #expect(text.hasPrefix("\u{FEFF}") == (dialect == "excel-id"))
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        let rows = records(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, Character(separator))
        #expect(rows.first == fields.compactMap { $0["name"] as? String }, "\(path)")
        for field in fields { #expect((field["description"] as? String ?? "").count > 3, "\(path) \(field)") }
        for row in rows.dropFirst() {
          #expect(row.count == fields.count, "\(path) \(row)")
          for (cell, field) in zip(row, fields) where !cell.isEmpty {
            check(cell, field["type"] as? String, comma, "\(dialect) \(path) \(field["name"] ?? "")")
          }
        }
      }
    }
  }

  private func check(_ cell: String, _ type: String?, _ comma: String, _ place: String) {
    switch type {
    case "integer": #expect(Int64(cell) != nil, "\(place): \(cell)")
    case "number":
      #expect(Double(cell.replacing(comma, with: ".")) != nil, "\(place): \(cell)")
      #expect(comma == "." || !cell.contains("."), "\(place): \(cell)")
    case "string": #expect("=+-@".allSatisfy { cell.first != $0 }, "\(place): \(cell)")
    default: Issue.record("\(place): no type")
    }
  }
}
