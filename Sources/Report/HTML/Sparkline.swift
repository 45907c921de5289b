/// One office's index over its last months: a line with its ranges, on a scale that all offices share.
struct Sparkline {
  let label: String
  /// In the order of months; `nil`: no index.
  let points: [(month: String, low: Double?, value: Double?, high: Double?)]
  let axis: Axis
  let id: String
  let words: Wording

  static let width = 200.0
  static let height = 64.0

  var html: String {
    let step = (Self.width - 60) / Double(max(points.count - 1, 1))
    let x = { (place: Int) in 8 + Double(place) * step }
    let y = { (value: Double) in Self.height - axis.place(value) }
    var svg = "<line class=\"base\" x1=\"4\" x2=\"\(HTML.number(Self.width - 46))\" "
    svg += "y1=\"\(HTML.number(y(100)))\" y2=\"\(HTML.number(y(100)))\"/>"
    for (place, point) in points.enumerated() {
      if let low = point.low, let high = point.high {
        svg +=
          "<rect class=\"band\" x=\"\(HTML.number(x(place) - 3))\" width=\"6\" y=\"\(HTML.number(y(high)))\" "
        svg += "height=\"\(HTML.number(max(1, y(low) - y(high))))\"/>"
      }
      if let value = point.value {
        svg +=
          "<circle class=\"bar\" cx=\"\(HTML.number(x(place)))\" cy=\"\(HTML.number(y(value)))\" r=\"2.2\"/>"
      }
    }
    svg += runs.map { run in
      let points = run.map { "\(HTML.number(x($0.0))),\(HTML.number(y($0.1)))" }
      return "<polyline points=\"\(points.joined(separator: " "))\"/>"
    }.joined()
    let last = points.last?.value.map { words.decimal($0, places: 0) } ?? "–"
    svg += "<text class=\"n\" x=\"\(HTML.number(Self.width - 4))\" y=\"36\">\(last)</text>"
    return """
      <figure>
      <svg viewBox="0 0 \(HTML.number(Self.width)) \(HTML.number(Self.height))" role="img" aria-labelledby="\(id)-t">
      <title id="\(id)-t">\(HTML.text(description))</title>
      \(svg)
      </svg>
      <figcaption>\(HTML.text(label))</figcaption>
      </figure>

      """
  }

  /// Spans of months with an index: a gap stays a gap.
  private var runs: [[(Int, Double)]] {
    var runs: [[(Int, Double)]] = [[]]
    for (place, point) in points.enumerated() {
      if let value = point.value {
        runs[runs.count - 1].append((place, value))
      } else {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }
  }

  private var description: String {
    let months = points.map { "\($0.month) \($0.value.map { words.decimal($0, places: 0) } ?? "–")" }
    return "\(label): \(months.joined(separator: ", "))"
  }
}
