/// Lines of at most a hundred columns, which fit an A4 page in a fixed-width type.
struct Page {
  static let width = 100
  private(set) var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  mutating func line(_ text: String) { lines.append(text) }

  mutating func centred(_ text: String) {
    let margin = max(0, (Self.width - displayWidth(text)) / 2)
    lines.append(String(repeating: " ", count: margin) + text)
  }

  mutating func rule(_ mark: Character = "=") { lines.append(String(repeating: mark, count: Self.width)) }

  /// Text broken at blanks; a word longer than the line is broken inside.
  mutating func paragraph(_ text: String, first: String = "", indent: String = "") {
    var current = first
    var isEmpty = true
    for word in text.split(separator: " ").flatMap({ Self.pieces(String($0), Self.width - indent.count) }) {
      let joined = isEmpty ? current + word : current + " " + word
      if displayWidth(joined) > Self.width, !isEmpty {
        lines.append(current)
        current = indent + word
      } else {
        current = joined
      }
      isEmpty = false
    }
    lines.append(current)
  }

  /// An item of a list.
  mutating func item(_ text: String) { paragraph(text, first: "- ", indent: "  ") }

  private static func pieces(_ word: String, _ limit: Int) -> [String] {
    guard displayWidth(word) > limit else { return [word] }
    var pieces = [""]
    for character in word {
      let last = pieces[pieces.count - 1] + String(character)
      if displayWidth(last) > limit {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1] = last
      }
    }
    return pieces
  }
}

/// Columns of fixed width, numbers to the right.
struct TextTable {
  struct Column {
    let title: String
    let width: Int
    var isNumber = true
  }

  let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] { head + body }

  /// The names of the columns, and a rule.
  var head: [String] {
    [
      line(columns.map(\.title)),
      columns.map { String(repeating: "-", count: $0.width) }.joined(separator: " "),
    ]
  }

  /// The rows.
  var body: [String] { rows.map(line) }

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
