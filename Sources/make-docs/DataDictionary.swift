import Foundation
import Warehouse

/// Every table and view with its columns, from the comments in the schema itself.
func dataDictionary() throws -> String {
  let warehouse = try Warehouse.inMemory()
  var text = """
    # Kamus data

    Dibuat dari skema (`script/docs`); jangan disunting. Basis data: `medsos.sqlite`, SQLite, tabel STRICT. Mulailah dari
    `v_post_latest`. NULL berarti tidak diketahui, bukan nol.


    """
  for (name, source) in Schema.sources {
    let parts = name.split(separator: "_")
    text += "## \(parts.dropFirst(2).joined(separator: " "))\n\n"
    for object in objects(in: source) { text += try describe(object, warehouse) }
  }
  return text
}

private struct SchemaObject {
  let name: String
  let comment: String
  let body: [String]
}

/// Tables and views with the comment lines right above them.
private func objects(in source: String) -> [SchemaObject] {
  var objects: [SchemaObject] = []
  let lines = source.components(separatedBy: "\n")
  for (index, line) in lines.enumerated() {
    guard let kind = ["CREATE TABLE ", "CREATE VIEW "].first(where: line.hasPrefix) else { continue }
    let name = line.dropFirst(kind.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let comment = lines[..<index].reversed().prefix { $0.hasPrefix("-- ") }.reversed().map { $0.dropFirst(3) }
    let body = lines[(index + 1)...].prefix { !$0.hasPrefix(")") && !$0.hasSuffix(";") }
    objects.append(
      SchemaObject(name: String(name), comment: comment.joined(separator: " "), body: Array(body)))
  }
  return objects
}

private func describe(_ object: SchemaObject, _ warehouse: Connection) throws -> String {
  var text = "### \(object.name)\n\n"
  if !object.comment.isEmpty { text += object.comment + "\n\n" }
  text += "| column | type | description |\n| --- | --- | --- |\n"
  for row in try warehouse.rows(
    "SELECT name, type FROM pragma_table_info(?) ORDER BY cid", [.text(object.name)])
  {
    let column = row[0].text ?? ""
    text += "| `\(column)` | \(row[1].text ?? "") | \(comment(of: column, in: object.body)) |\n"
  }
  return text + "\n"
}

/// What stands behind `--` on the line that declares a column.
private func comment(of column: String, in body: [String]) -> String {
  for line in body where line.split(separator: " ").first.map(String.init) == column {
    guard let mark = line.range(of: "-- ") else { return "" }
    return String(line[mark.upperBound...]).replacingOccurrences(of: "|", with: "\\|")
  }
  return ""
}
