/// Columns of fixed width, numbers to the right; rows may stand under the name of a group.
struct TextTable {
  struct Column {
    let title: String
    let width: Int
    var isNumber = true
  }

  /// Cells, or the name of those that follow.
  enum Row {
    case cells([String])
    case group(String)
  }

  let columns: [Column]
  private(set) var rows: [Row] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ row: [String]) { rows.append(.cells(row)) }

  mutating func addGroup(_ name: String) { rows.append(.group(name)) }

  var lines: [String] {
    let rule = columns.map { String(repeating: "-", count: $0.width) }.joined(separator: " ")
    return [line(columns.map(\.title)), rule]
      + rows.map { row in
        switch row {
        case .cells(let cells): line(cells)
        case .group(let name): name
        }
      }
  }

  private func line(_ cells: [String]) -> String {
    let text = zip(columns, cells).map { column, cell in
      let shown = Self.cut(cell, column.width)
      let space = String(repeating: " ", count: column.width - displayWidth(shown))
      return column.isNumber ? space + shown : shown + space
    }.joined(separator: " ")
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func cut(_ text: String, _ width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    var result = ""
    for character in text {
      guard displayWidth(result) + displayWidth(String(character)) < width else { break }
      result.append(character)
    }
    return result + "…"
  }
}
