import Foundation
import Warehouse

/// `metadata.yaml` for Datasette: what tables and columns mean, and the worked queries of the guide.
func metadata(_ checkout: String) throws -> String {
  let warehouse = try Warehouse.inMemory()
  let dictionary = DataDictionary()
  var text = """
    # Dibuat oleh script/docs; jangan disunting. Pemakaian: datasette medsos.sqlite --metadata metadata.yaml
    title: medsos
    description: Gudang data media sosial perangkat daerah. NULL berarti tidak diketahui, bukan nol.
    databases:
      medsos:
        queries:

    """
  let guide = (try? String(contentsOfFile: checkout + "/docs/kueri.md", encoding: .utf8)) ?? ""
  for query in workedQueries(guide) {
    text += "      \(query.name):\n        title: \(yaml(query.title))\n        sql: |-\n"
    text += query.sql.split(separator: "\n", omittingEmptySubsequences: false).map { "          \($0)\n" }
      .joined()
  }
  text += "    tables:\n"
  for object in dictionary.objects {
    text += "      \(object.name):\n        description: \(yaml(object.comment))\n        columns:\n"
    for column in try DataDictionary.columns(of: object.name, warehouse) {
      text += "          \(column.name): \(yaml(dictionary.comment(of: column.name, in: object)))\n"
    }
  }
  return text
}

/// A query of the guide: its heading, a name made from it, and its SQL.
func workedQueries(_ guide: String) -> [(name: String, title: String, sql: String)] {
  guide.components(separatedBy: "\n## ").dropFirst().compactMap { section in
    let title = section.prefix { $0 != "\n" }
    let parts = section.components(separatedBy: "```")
    guard parts.count >= 3, parts[1].hasPrefix("sql\n") else { return nil }
    let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let sql = parts[1].dropFirst(4).trimmingCharacters(in: .whitespacesAndNewlines)
    return (words.joined(separator: "_"), String(title), sql.hasSuffix(";") ? String(sql.dropLast()) : sql)
  }
}

private func yaml(_ text: String) -> String {
  "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
}
