/// Horizontal bars from zero, the longest first.
struct BarChart {
  let rows: [(label: String, value: Double, cell: String)]
  let title: String
  let id: String
  let words: Wording

  var html: String {
    guard !rows.isEmpty else { return "" }
    let axis = Axis([0] + rows.map(\.value), start: 190, length: 610)
    let height = 26 + Double(rows.count) * 17
    var svg = axis.grid(from: 2, height: height, words)
    for (place, row) in rows.enumerated() {
      let y = 14 + Double(place) * 17
      svg += "<text class=\"n\" x=\"182\" y=\"\(HTML.number(y))\">\(HTML.text(row.label))</text>"
      svg += "<rect class=\"bar\" x=\"190\" y=\"\(HTML.number(y - 10))\" height=\"12\" "
      svg += "width=\"\(HTML.number(axis.place(row.value) - 190))\"/>"
      svg +=
        "<text x=\"\(HTML.number(axis.place(row.value) + 5))\" y=\"\(HTML.number(y))\">\(HTML.text(row.cell))</text>"
    }
    return """
      <figure>
      <svg viewBox="0 0 900 \(HTML.number(height))" role="img" aria-labelledby="\(id)-t">
      <title id="\(id)-t">\(HTML.text(title))</title>
      \(svg)
      </svg>
      <figcaption>\(HTML.text(title))</figcaption>
      </figure>

      """
  }
}
