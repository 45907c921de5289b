/// A scale from figures to pixels, with marks at round figures.
struct Axis {
  let low: Double
  let high: Double
  let start: Double
  let length: Double
  /// Round figures within the scale.
  let ticks: [Double]

  /// A scale that holds all values, from round figure to round figure.
  init(_ values: [Double], start: Double, length: Double, about count: Int = 6) {
    let known = values.filter(\.isFinite)
    let (least, most) = (known.min() ?? 0, known.max() ?? 1)
    let step = Self.roundStep((most > least ? most - least : 1) / Double(count))
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    (low, high, self.start, self.length) = (first * step, last * step, start, length)
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Where a figure lies; figures outside lie on the edge.
  func place(_ value: Double) -> Double {
    start + length * (min(max(value, low), high) - low) / (high - low)
  }

  /// A line at each mark, with its figure below.
  func grid(from top: Double, height: Double, _ words: Wording) -> String {
    ticks.map { tick in
      let x = HTML.number(place(tick))
      return "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(HTML.number(top))\" "
        + "y2=\"\(HTML.number(height - 18))\"/>"
        + "<text class=\"soft c\" x=\"\(x)\" y=\"\(HTML.number(height - 4))\">"
        + "\(words.decimal(tick, places: 0))</text>"
    }.joined()
  }

  /// One, two or five times a power of ten, at least as large.
  static func roundStep(_ step: Double) -> Double {
    guard step.isFinite, step > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= step { power *= 10 }
    while power > step { power /= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= step * 0.999 } ?? power * 10
  }
}
