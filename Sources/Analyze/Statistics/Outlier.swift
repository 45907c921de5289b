internal import Glibc

/// How far a value lies from a history, told by the middle of it, which a few odd values do not move.
struct Outlier: Equatable {
  /// The history's median.
  let usual: Double
  /// (value − median) / (1.4826 · median absolute deviation), after Iglewicz and Hoaglin 1993.
  let distance: Double

  /// Beyond this a value calls for a look, as they propose.
  static let limit = 3.5
  /// Makes the median absolute deviation of a Normal distribution its standard deviation.
  static let scale = 1.4826
  /// With fewer values in it, a history says too little.
  static let shortestHistory = 12

  /// `nil` where the history is too short, or all alike.
  init?(_ value: Double, history: [Double]) {
    guard history.count >= Self.shortestHistory, let median = EngagementIndex.median(history),
      let deviation = EngagementIndex.median(history.map { abs($0 - median) }), deviation > 0
    else { return nil }
    usual = median
    distance = (value - median) / (Self.scale * deviation)
  }
}

/// Tells which of many values cannot be outliers among the others, so that few need a history of their own.
///
/// Leaving one value out moves a median by at most one place in the order, so the middle of the others and their
/// deviation are bounded by the neighbours of those of all.
struct OutlierScreen {
  private let median: Double
  private let shift: Double
  private let smallestDeviation: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    let half = sorted.count / 2
    guard half >= 1, half + 1 < sorted.count, let median = EngagementIndex.median(values) else {
      (self.median, shift, smallestDeviation) = (0, .infinity, 0)
      return
    }
    self.median = median
    shift = max(sorted[half + 1] - median, median - sorted[half - 1])
    smallestDeviation = sorted.map { abs($0 - median) }.sorted()[half - 1] - shift
  }

  /// `false` only where `Outlier` of the value against the others is within the limit.
  func mayBeFar(_ value: Double) -> Bool {
    value - median + shift > Outlier.limit * Outlier.scale * smallestDeviation
  }
}
