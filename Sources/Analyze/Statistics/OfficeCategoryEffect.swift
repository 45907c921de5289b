internal import Glibc

/// How an office's posts of one category do against the same accounts' other posts (metrics.md §7).
///
/// An account's own average contains the category and would pull the ratio toward 1, so the reference is its other posts.
/// Accounts are combined as by Mantel and Haenszel with ½ added by shares, and offices shrink toward each other's mean.
package struct OfficeCategoryEffect: Equatable {
  /// Natural logarithm of the ratio, before shrinking.
  package let logRatio: Double
  /// Its sampling variance.
  package let logVariance: Double
  /// After shrinking toward the offices' mean for the category; 100 is the office's other posts.
  package let shrunk: Shrinkage.Result

  /// Estimates one category for so many offices; `nil`: no account of the office has both kinds of posts.
  package static func estimate(_ posts: CategoryPosts, category: Int, offices: Int) -> [OfficeCategoryEffect?]
  {
    let contrasts = Dictionary(grouping: posts.contrasts(category).filter(\.hasBoth), by: \.office)
    let own = (0..<offices).map { office in
      contrasts[office].flatMap { ownEstimate($0, kappa2: posts.kappa2) }
    }
    let units = own.compactMap { $0 }.map {
      Shrinkage.Unit(estimate: $0.estimate, variance: $0.variance, group: nil)
    }
    guard !units.isEmpty else { return own.map { _ in nil } }
    var results = Shrinkage(units).results.makeIterator()
    return own.map { own in
      guard let own, let result = results.next() else { return nil }
      return OfficeCategoryEffect(
        logRatio: own.estimate, logVariance: own.variance, shrunk: result)
    }
  }

  private static func ownEstimate(
    _ contrasts: [CategoryPosts.Contrast], kappa2: Double
  ) -> (estimate: Double, variance: Double)? {
    var total = 0.0
    var (inside, outside) = (0.0, 0.0)
    var (halfInside, halfOutside) = (0.0, 0.0)
    var variance = 0.0
    for contrast in contrasts {
      let (one, zero) = (contrast.inside, contrast.outside)
      let expected = one.expected + zero.expected
      let rate = (one.observed + zero.observed) / expected
      // An account with which nobody interacted says nothing of a ratio.
      guard rate > 0 else { continue }
      let weight = rate * one.expected * zero.expected / expected
      total += weight
      inside += one.observed * zero.expected / expected
      outside += zero.observed * one.expected / expected
      halfInside += weight * zero.expected / expected
      halfOutside += weight * one.expected / expected
      let (oneSquare, zeroSquare) = (one.expected * one.expected, zero.expected * zero.expected)
      variance +=
        weight * weight
        * (kappa2 * (one.squares / oneSquare + zero.squares / zeroSquare)
          + (one.products / oneSquare + zero.products / zeroSquare) / rate)
    }
    guard total > 0 else { return nil }
    let estimate = log(
      (inside + 0.5 * halfInside / total) / (outside + 0.5 * halfOutside / total))
    return (estimate, variance / (total * total))
  }
}
