import Warehouse

/// How a figure stands against the month before.
enum Change: Equatable {
  case up, down, same
  /// Nothing to compare with, or too little.
  case unknown

  /// Of an office's engagement rate: a difference counts only where the ranges of both months do not overlap.
  init(line: Record) {
    guard line["definition_break"].text == nil, line.text("submission") == "complete",
      line.text("previous_submission") == "complete",
      let low = line.real("er_low"), let high = line.real("er_high"),
      let lowBefore = line.real("previous_er_low"), let highBefore = line.real("previous_er_high")
    else {
      self = .unknown
      return
    }
    self = low > highBefore ? .up : high < lowBefore ? .down : .same
  }

  /// Of a count: under five percent is about the same.
  init(_ now: Int64, _ before: Int64) {
    guard before > 0 else {
      self = .unknown
      return
    }
    let share = Double(now - before) / Double(before)
    self = abs(share) < 0.05 ? .same : share > 0 ? .up : .down
  }
}

extension Wording {
  /// A count against the month before, as the end of a sentence.
  func change(_ now: Int64, _ before: Int64) -> String {
    let change = Change(now, before)
    let values: KeyValuePairs = [
      "now": count(now), "before": count(before),
      "percent": before > 0 ? decimal(abs(Double(now - before)) / Double(before) * 100, places: 0) : "",
    ]
    switch change {
    case .up: return self(.up, values)
    case .down: return self(.down, values)
    case .same: return self(.same, values)
    case .unknown: return self(.zeroBase, values)
    }
  }

  /// A rate against the month before, as the end of a sentence; both are shares of one.
  func change(rate now: Double, _ before: Double) -> String {
    let (shownNow, shownBefore) = (percent(now), percent(before))
    let values: KeyValuePairs = ["now": shownNow, "before": shownBefore, "points": points(now, before)]
    if shownNow == shownBefore { return self(.rateEqual, values) }
    return self(now > before ? .rateUp : .rateDown, values)
  }

  /// The distance of two rates in percentage points.
  func points(_ now: Double, _ before: Double) -> String {
    let distance = abs(now - before)
    return percent(distance, places: distance < 0.0005 ? 2 : 1)
  }
}
