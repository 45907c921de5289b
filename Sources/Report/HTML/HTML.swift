import Warehouse

/// Text and addresses as they may stand in HTML and SVG.
enum HTML {
  /// Text with what HTML would take for markup shown as it is; controls and direction marks are made visible.
  static func text(_ text: String) -> String {
    var result = ""
    for character in visible(text, limit: .max) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Where the platforms' posts live; names below these count too.
  private static let hosts = [
    "facebook.com", "fb.watch", "instagram.com", "x.com", "twitter.com", "youtube.com", "youtu.be",
    "tiktok.com",
  ]

  /// A link where the address is one of the platforms'; else the text alone, since an export may hold anything.
  static func link(_ address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 3, parts[0] == "https:", parts[1].isEmpty,
      hosts.contains(where: { parts[2] == $0 || parts[2].hasSuffix("." + $0) })
    else { return text(address) }
    return "<a href=\"\(text(address))\" rel=\"noopener noreferrer\">\(text(address))</a>"
  }

  /// A coordinate of SVG: a tenth of a pixel is enough.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, part) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (part == 0 ? "" : ".\(part)")
  }

  /// A whole document, self-contained: no script, no address that a browser would fetch.
  static func document(language: Language, title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <link rel="icon" href="data:,">
    <title>\(text(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}

extension Page {
  /// Pieces as HTML.
  ///
  /// Headings are of level two; `before` and `after` add to a section by its topic.
  func html(
    prefix: String, before: (Phrase, Int) -> String = { _, _ in "" },
    skipping isSkipped: (Phrase, Block) -> Bool = { _, _ in false }
  ) -> String {
    var html = ""
    var isInList = false
    var isOpen = false
    var topic = Phrase.title
    for block in blocks {
      if isInList, !block.isOfList {
        html += "</ul>\n"
        isInList = false
      }
      if case .heading(let number, let newTopic, let text) = block {
        topic = newTopic
        html += (isOpen ? "</section>\n" : "") + "<section aria-labelledby=\"\(prefix)\(number)\">\n"
        html += "<h2 id=\"\(prefix)\(number)\">\(number). \(HTML.text(text))</h2>\n" + before(topic, number)
        isOpen = true
        continue
      }
      guard !isSkipped(topic, block) else { continue }
      if block.isOfList, !isInList {
        html += "<ul>\n"
        isInList = true
      }
      html += block.html
    }
    return html + (isInList ? "</ul>\n" : "") + (isOpen ? "</section>\n" : "")
  }
}

extension Page.Block {
  fileprivate var isOfList: Bool {
    switch self {
    case .item, .link: true
    default: false
    }
  }

  fileprivate var html: String {
    switch self {
    case .title(let text): "<p class=\"title\">\(HTML.text(text))</p>\n"
    case .heading, .rule, .blank: ""
    case .paragraph(let text): "<p>\(HTML.text(text))</p>\n"
    case .item(let text): "<li>\(HTML.text(text))</li>\n"
    case .link(let address): "<li class=\"link\">\(HTML.link(address))</li>\n"
    case .table(let table): table.html
    case .line(let text): "<p>\(HTML.text(text))</p>\n"
    }
  }
}

extension TextTable {
  /// The table with a header row; groups are rows across.
  var html: String {
    var html = "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
    for column in columns {
      html += "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(HTML.text(column.title))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      switch row {
      case .group(let name):
        html +=
          "<tr><th scope=\"colgroup\" class=\"group\" colspan=\"\(columns.count)\">\(HTML.text(name))</th></tr>\n"
      case .cells(let cells):
        html += "<tr>"
        for (column, cell) in zip(columns, cells) {
          html += "<td\(column.isNumber ? " class=\"n\"" : "")>\(HTML.text(cell))</td>"
        }
        html += "</tr>\n"
      }
    }
    return html + "</tbody>\n</table></div>\n"
  }
}
