/// A caterpillar plot: figures with their ranges, one below the other, against a base line.
struct IntervalChart {
  struct Row {
    let label: String
    let low: Double?
    let value: Double?
    let high: Double?
    /// above, around or below: shape and colour of the mark.
    let tier: String
    /// What stands in the columns on the right.
    let cells: [String]
  }

  /// Rows under a name; `nil`: without one.
  let groups: [(name: String?, rows: [Row])]
  let title: String
  let description: String
  /// The figure that stands for no difference.
  let base: Double
  /// The columns on the right: their names and widths.
  let columns: [(title: String, width: Double)]
  let id: String
  let words: Wording

  private static let width = 900.0
  private static let labels = 190.0
  private static let line = 17.0

  var html: String {
    let right = columns.reduce(0) { $0 + $1.width }
    let rows = groups.flatMap(\.rows)
    let axis = Axis(
      [base] + rows.flatMap { [$0.low, $0.value, $0.high] }.compactMap(\.self), start: Self.labels,
      length: Self.width - Self.labels - right - 15)
    let pictures = groups.enumerated().map { place, group in
      picture(group.name, group.rows, axis, right, place)
    }
    guard !pictures.isEmpty else { return "" }
    return """
      <figure tabindex="0">
      \(pictures.joined())<figcaption>\(HTML.text(description))</figcaption>
      </figure>

      """
  }

  /// A picture for each group, so that paper breaks between them; the scale is the same in all.
  private func picture(_ name: String?, _ rows: [Row], _ axis: Axis, _ right: Double, _ place: Int) -> String
  {
    let height = 40 + Double(rows.count + (name == nil ? 0 : 1)) * Self.line
    let label = [title, name].compactMap(\.self).joined(separator: ": ")
    return """
      <svg viewBox="0 0 \(HTML.number(Self.width)) \(HTML.number(height))" role="img" aria-labelledby="\(id)-\(place)">
      <title id="\(id)-\(place)">\(HTML.text(label))</title>
      \(grid(axis, height))\(head(right))\(body(name, rows, axis))
      </svg>

      """
  }

  private func grid(_ axis: Axis, _ height: Double) -> String {
    let x = HTML.number(axis.place(base))
    return axis.grid(from: 20, height: height, words)
      + "<line class=\"base\" x1=\"\(x)\" x2=\"\(x)\" y1=\"16\" y2=\"\(HTML.number(height - 18))\"/>"
  }

  private func head(_ right: Double) -> String {
    var x = Self.width - right
    return columns.map { column in
      x += column.width
      return "<text class=\"soft n\" x=\"\(HTML.number(x))\" y=\"12\">\(HTML.text(column.title))</text>"
    }.joined()
  }

  private func body(_ name: String?, _ rows: [Row], _ axis: Axis) -> String {
    var svg = ""
    var y = 32.0
    if let name {
      svg += "<text class=\"group\" x=\"0\" y=\"\(HTML.number(y))\">\(HTML.text(name))</text>"
      y += Self.line
    }
    for row in rows {
      svg += mark(row, axis, y)
      y += Self.line
    }
    return svg
  }

  private func mark(_ row: Row, _ axis: Axis, _ y: Double) -> String {
    let text = HTML.number(y)
    let middle = y - 4
    var svg = "<g><title>\(HTML.text("\(row.label): \(row.cells.joined(separator: ", "))"))</title>"
    svg +=
      "<text class=\"n\" x=\"\(HTML.number(Self.labels - 8))\" y=\"\(text)\">\(HTML.text(row.label))</text>"
    if let low = row.low, let high = row.high {
      let ends = [low, high].map { HTML.number(axis.place($0)) }
      svg += "<line class=\"\(row.tier)\" x1=\"\(ends[0])\" x2=\"\(ends[1])\" "
      svg += "y1=\"\(HTML.number(middle))\" y2=\"\(HTML.number(middle))\" stroke-width=\"2\"/>"
    }
    if let value = row.value { svg += shape(row.tier, axis.place(value), middle) }
    var x = Self.width - columns.reduce(0) { $0 + $1.width }
    for (column, cell) in zip(columns, row.cells) {
      x += column.width
      svg += "<text class=\"n\" x=\"\(HTML.number(x))\" y=\"\(text)\">\(HTML.text(cell))</text>"
    }
    return svg + "</g>"
  }

  /// A triangle up, a circle or a triangle down: the meaning is never in the colour alone.
  private func shape(_ tier: String, _ x: Double, _ y: Double) -> String {
    guard tier != "around" else {
      return "<circle class=\"around\" cx=\"\(HTML.number(x))\" cy=\"\(HTML.number(y))\" r=\"3.5\"/>"
    }
    let tip = tier == "above" ? -5.0 : 5.0
    let points = [(x, y + tip), (x - 5, y - tip * 0.7), (x + 5, y - tip * 0.7)]
      .map { "\(HTML.number($0.0)),\(HTML.number($0.1))" }
    return "<polygon class=\"\(tier)\" points=\"\(points.joined(separator: " "))\"/>"
  }
}
