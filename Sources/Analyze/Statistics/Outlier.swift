internal import Glibc

/// How far a value lies from a history, told by the middle of it, which a few odd values do not move.
struct Outlier: Equatable {
  /// The history's median.
  let usual: Double
  /// (value − median) / (1.4826 · median absolute deviation), after Iglewicz and Hoaglin 1993.
  let distance: Double

  /// Beyond this a value calls for a look, as they propose.
  static let limit = 3.5
  /// With fewer values in it, a history says too little.
  static let shortestHistory = 12

  /// `nil` where the history is too short, or all alike.
  init?(_ value: Double, history: [Double]) {
    guard history.count >= Self.shortestHistory, let median = EngagementIndex.median(history),
      let deviation = EngagementIndex.median(history.map { abs($0 - median) }), deviation > 0
    else { return nil }
    usual = median
    distance = (value - median) / (1.4826 * deviation)
  }
}
