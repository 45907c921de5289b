/// What a report says, piece by piece: as text in lines of at most a hundred columns, which fit an A4 page in a
/// fixed-width type, or as HTML.
struct Page {
  /// A piece.
  enum Block {
    /// In the middle of the line.
    case title(String)
    /// A section begins; `topic` is what it is about.
    case heading(number: Int, topic: Phrase, text: String)
    case paragraph(String)
    /// An item of a list.
    case item(String)
    /// The address that the item above is about.
    case link(String)
    case table(TextTable)
    /// A line as it stands.
    case line(String)
    case rule
    case blank
  }

  static let width = 100
  private(set) var blocks: [Block] = []
  private var sections = 0

  mutating func blank() { blocks.append(.blank) }
  mutating func line(_ text: String) { blocks.append(.line(text)) }
  mutating func centred(_ text: String) { blocks.append(.title(text)) }
  mutating func rule() { blocks.append(.rule) }
  mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }
  mutating func item(_ text: String) { blocks.append(.item(text)) }
  mutating func link(_ text: String) { blocks.append(.link(text)) }
  mutating func add(_ table: TextTable) { blocks.append(.table(table)) }

  mutating func heading(_ topic: Phrase, _ text: String) {
    sections += 1
    blocks.append(.heading(number: sections, topic: topic, text: text))
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  var lines: [String] {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .title(let text):
        lines += Self.wrapped(text).map { line in
          String(repeating: " ", count: max(0, (Self.width - displayWidth(line)) / 2)) + line
        }
      case .heading(let number, _, let text):
        Self.breakOff(&lines)
        lines += ["\(number). \(text)", String(repeating: "-", count: Self.width)]
      case .paragraph(let text): lines += Self.wrapped(text)
      case .item(let text): lines += Self.wrapped(text, first: "- ", indent: "  ")
      case .link(let text): lines += Self.wrapped(text, first: "  ", indent: "  ")
      case .table(let table): lines += table.lines
      case .line(let text): lines.append(text)
      case .rule: lines.append(String(repeating: "=", count: Self.width))
      case .blank: Self.breakOff(&lines)
      }
    }
    return lines
  }

  private static func breakOff(_ lines: inout [String]) {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  /// Text broken at blanks; a word longer than the line is broken inside.
  private static func wrapped(_ text: String, first: String = "", indent: String = "") -> [String] {
    var lines: [String] = []
    var current = first
    var isEmpty = true
    for word in text.split(separator: " ").flatMap({ pieces(String($0), width - indent.count) }) {
      let joined = isEmpty ? current + word : current + " " + word
      if displayWidth(joined) > width, !isEmpty {
        lines.append(current)
        current = indent + word
      } else {
        current = joined
      }
      isEmpty = false
    }
    return lines + [current]
  }

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
