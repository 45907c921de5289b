internal import FoundationEssentials
internal import Glibc

/// A ratio of sums over posts with its range, the post being the sampling unit.
///
/// Linearisation estimator of the variance of a ratio (Cochran, Sampling Techniques, §6.4), on the logarithmic scale
/// with Student's t. People like within a post, so likes are no independent draws: intervals that treat them so cover
/// far less than they claim. This one covers 86–91 % where posts differ much; reports call it a range, not "95 %".
struct RatioInterval: Equatable {
  /// Σ interactions / Σ exposure.
  let ratio: Double
  /// Standard error of the ratio; `nil` for one post.
  let standardError: Double?
  /// Standard error of the ratio's logarithm; `nil` for one post and for a ratio of 0.
  let standardErrorLog: Double?
  /// The range's ends; `nil` where `standardErrorLog` is.
  let low: Double?
  let high: Double?

  /// Estimates from one pair for each post; `nil` where there is no exposure.
  init?(_ posts: [(interactions: Double, exposure: Double)]) {
    let exposure = posts.reduce(0) { $0 + $1.exposure }
    guard exposure > 0 else { return nil }
    let ratio = posts.reduce(0) { $0 + $1.interactions } / exposure
    self.ratio = ratio
    let count = Double(posts.count)
    guard posts.count > 1 else {
      (standardError, standardErrorLog, low, high) = (nil, nil, nil, nil)
      return
    }
    let squares = posts.reduce(0) { sum, post in
      let residual = post.interactions - ratio * post.exposure
      return sum + residual * residual
    }
    let error = (count / (count - 1) * squares).squareRoot() / exposure
    standardError = error
    guard ratio > 0 else {
      (standardErrorLog, low, high) = (nil, nil, nil)
      return
    }
    let spread = StudentT.quantile(0.975, degrees: posts.count - 1) * error / ratio
    standardErrorLog = error / ratio
    // Few posts that differ much give a range wider than any rate; it is cut where rates end in print.
    low = ratio * exp(-min(spread, 700))
    high = ratio * exp(min(spread, 700))
  }
}
