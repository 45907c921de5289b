import Warehouse

/// Office by platform: what was sent, as a table of coloured cells with words in them.
struct HeatMap {
  let data: MonthData
  let words: Wording

  var html: String {
    let offices = data.offices
    guard !offices.isEmpty else { return "" }
    let size = (offices.count + 2) / 3
    let parts = stride(from: 0, to: offices.count, by: size).map {
      table(Array(offices[$0..<min($0 + size, offices.count)]), caption: $0 == 0)
    }
    return "<div class=\"heat\">\n\(parts.joined())</div>\n"
  }

  private func table(_ offices: [Record], caption: Bool) -> String {
    var html = "<table aria-label=\"\(HTML.text(words(.completeness)))\"><thead><tr><td></td>"
    for platform in data.platforms {
      let name = platform.text("platform_name")
      html += "<th scope=\"col\"><abbr title=\"\(HTML.text(name))\">\(HTML.text(short(name)))</abbr></th>"
    }
    html += "</tr></thead><tbody>\n"
    for office in offices {
      html += "<tr><th scope=\"row\">\(HTML.text(office.text("short_name")))</th>"
      for platform in data.platforms { html += cell(office, platform) }
      html += "</tr>\n"
    }
    return html + "</tbody></table>\n"
  }

  private func short(_ name: String) -> String {
    ["Facebook": "FB", "Instagram": "IG", "YouTube": "YT", "TikTok": "TT"][name] ?? name
  }

  private func cell(_ office: Record, _ platform: Record) -> String {
    let line = data.lines(on: platform.text("platform")).first {
      $0.text("opd_code") == office.text("opd_code") && $0.count("accounts") > 0
    }
    guard let submission = line?.text("submission") else {
      return "<td><span aria-label=\"\(HTML.text(words(.heatNoAccount)))\">·</span></td>"
    }
    let (mark, phrase): (String, Phrase) =
      switch submission {
      case "complete": ("✓", .heatComplete)
      case "partial": ("◐", .heatPartial)
      case "undated": ("?", .heatUndated)
      default: ("✗", .heatMissing)
      }
    return
      "<td class=\"\(submission)\"><span role=\"img\" aria-label=\"\(HTML.text(words(phrase)))\">\(mark)</span></td>"
  }
}
