import Foundation
import Testing
import Warehouse

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

  @Test func `every figure of a file is a mart's column, as it stands there`() throws {
    let desk = try Desk()
    _ = try Program.medsos("run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: desk.path)
    let resources = try #require(try report(desk, "rfc4180")["resources"] as? [[String: Any]])
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    var compared = 0
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let rows = records(try desk.read("rfc4180/" + path), ",")
      let fields = try #require((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
      for (place, field) in fields.enumerated() where field["type"] as? String != "string" {
        let source = (field["description"] as? String ?? "").prefix { $0 != ":" }.split(separator: ".")
        guard source.count == 2 else { continue }
        let stored = try warehouse.rows("SELECT \(source[1]) FROM \(source[0]) WHERE month = '2025-10'")
        let wanted = stored.map { row in
          switch row[0] {
          case .integer(let number): String(number)
          case .real(let number): "\(number)"
          default: ""
          }
        }
        // An office without an account has a row of its own in the table of completeness.
        let found = rows.dropFirst().filter { path != "kelengkapan.csv" || !$0[5].isEmpty }.map { $0[place] }
        #expect(found.sorted() == wanted.sorted(), "\(path) \(source)")
        compared += 1
      }
    }
    #expect(compared > 130)
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
