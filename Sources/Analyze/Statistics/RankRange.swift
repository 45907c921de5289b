internal import Glibc

/// Places in a ranking with how sure they are (metrics.md §6.4; Goldstein and Spiegelhalter 1996, "League tables and
/// their limitations").
struct RankRange: Equatable, Sendable {
  /// Place by score, 1 being the highest; equal scores share it.
  let rank: Int
  /// The place that 2.5 % of the draws are at or better than.
  let low: Int
  /// The place that 97.5 % of the draws are at or better than.
  let high: Int
  /// 1 + Σ Φ of pairwise differences: the mean place.
  let expected: Double

  private static let draws = 2000
  private static let seed: UInt64 = 20_251_001

  /// Ranks units by posterior mean and variance, in their order.
  ///
  /// The draws are dealt in the order of scores, so that the order in which units are given changes nothing.
  static func rank(_ units: [(score: Double, variance: Double)]) -> [RankRange] {
    let order = units.indices.sorted {
      (units[$1].score, units[$0].variance) < (units[$0].score, units[$1].variance)
    }
    let places = drawnPlaces(order.map { units[$0] })
    var ranges = [RankRange?](repeating: nil, count: units.count)
    for (position, unit) in order.enumerated() {
      // Units that nothing tells apart share what any of them got.
      let twins = order.indices.filter { units[order[$0]] == units[unit] }
      let sorted = twins.map { places[$0].sorted() }
      ranges[unit] = RankRange(
        rank: 1 + units.count { $0.score > units[unit].score },
        low: sorted.map { $0[draws / 40 - 1] }.min() ?? position + 1,
        high: sorted.map { $0[draws - draws / 40 - 1] }.max() ?? position + 1,
        expected: expectedRank(of: unit, units))
    }
    return ranges.compactMap { $0 }
  }

  /// Of each unit, its place in each draw.
  private static func drawnPlaces(_ units: [(score: Double, variance: Double)]) -> [[Int]] {
    var random = NormalDraws(seed: seed)
    var places = units.map { _ in [Int]() }
    for unit in places.indices { places[unit].reserveCapacity(draws) }
    let deviations = units.map { $0.variance.squareRoot() }
    for _ in 0..<draws {
      let values = units.indices.map { units[$0].score + deviations[$0] * random.next() }
      let sorted = values.indices.sorted { values[$0] > values[$1] }
      for (place, unit) in sorted.enumerated() { places[unit].append(place + 1) }
    }
    return places
  }

  private static func expectedRank(of unit: Int, _ units: [(score: Double, variance: Double)]) -> Double {
    let own = units[unit]
    return units.indices.reduce(1) { sum, other in
      guard other != unit else { return sum }
      let spread = (own.variance + units[other].variance).squareRoot()
      return sum + Normal.distribution((units[other].score - own.score) / spread)
    }
  }
}

/// The standard normal distribution.
enum Normal {
  /// The value that 97.5 of 100 draws stay below, as metrics.md writes it.
  static let z95 = 1.959964

  /// Φ(x).
  static func distribution(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
}

/// A reproducible stream of standard normal draws, by SplitMix64 (Steele, Lea and Flood 2014) and Box–Muller.
package struct NormalDraws {
  private var state: UInt64
  private var spare: Double?

  package init(seed: UInt64) { state = seed }

  /// Uniform on (0, 1).
  package mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// The next draw.
  package mutating func next() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let radius = (-2 * log(uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }
}
