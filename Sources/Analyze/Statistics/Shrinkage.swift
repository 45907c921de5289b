internal import Glibc

/// Estimates that borrow from each other: normal–normal empirical Bayes with the spread between units integrated out.
///
/// For each τ on a grid the units of a group shrink toward the group's precision-weighted mean; the results are
/// averaged with weights ∝ half-normal prior × restricted likelihood (metrics.md §6.2; Morris 1983, "Parametric
/// empirical Bayes inference"; Röver 2020 for the grid). Integrating over τ keeps intervals honest where few units
/// tell little about it.
package struct Shrinkage {
  /// One unit's own estimate on the logarithmic scale.
  struct Unit: Equatable {
    let estimate: Double
    /// Its sampling variance, above 0.
    let variance: Double
    /// The group it shrinks toward; `nil`: all units together.
    let group: Int?
  }

  /// What became of a unit: `score = priorMean + factor · (estimate − priorMean)`.
  package struct Result: Equatable, Sendable {
    /// Posterior mean on the logarithmic scale.
    package let score: Double
    /// Posterior variance of the score.
    package let variance: Double
    /// Share of the unit's own deviation that is kept, 0 to 1.
    package let factor: Double
    /// The mean it was pulled to, averaged over the grid.
    package let priorMean: Double

    /// 100 · exp(score).
    package var index: Double { 100 * exp(score) }
    /// Lower end of the index's interval.
    package var low: Double { 100 * exp(score - Normal.z95 * variance.squareRoot()) }
    /// Upper end of the index's interval.
    package var high: Double { 100 * exp(score + Normal.z95 * variance.squareRoot()) }
  }

  /// In the order of the units.
  let results: [Result]
  /// Variance between units, averaged over the grid.
  let tau2: Double
  /// Mean of all units, averaged over the grid.
  let mean: Double

  /// 0.0125, 0.0375, … 1.4875.
  private static let grid = (0..<60).map { (Double($0) + 0.5) * 0.025 }
  /// Scale of the half-normal prior of τ.
  private static let priorScale = 0.5

  /// Shrinks the units; there must be one at least.
  init(_ units: [Unit]) {
    let steps = Self.grid.map { Step(units, tau: $0) }
    let top = steps.map(\.logWeight).max() ?? 0
    let raw = steps.map { exp($0.logWeight - top) }
    let total = raw.reduce(0, +)
    let weights = raw.map { $0 / total }
    tau2 = zip(weights, Self.grid).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    mean = zip(weights, steps).reduce(0) { $0 + $1.0 * $1.1.overallMean }
    results = units.indices.map { Self.average(unit: $0, steps, weights) }
  }

  private static func average(unit: Int, _ steps: [Step], _ weights: [Double]) -> Result {
    var score = 0.0
    var square = 0.0
    var factor = 0.0
    var pull = 0.0
    for (step, weight) in zip(steps, weights) {
      let value = step.values[unit]
      score += weight * value.score
      square += weight * (value.variance + value.score * value.score)
      factor += weight * value.factor
      pull += weight * (1 - value.factor) * value.mean
    }
    // Every factor is below 1, so the pull has a weight.
    return Result(
      score: score, variance: square - score * score, factor: factor, priorMean: pull / (1 - factor))
  }

  /// Everything at one τ.
  private struct Step {
    struct Value {
      let score: Double
      let variance: Double
      let factor: Double
      let mean: Double
    }

    var logWeight: Double
    var values: [Value]
    let overallMean: Double

    init(_ units: [Unit], tau: Double) {
      let tau2 = tau * tau
      logWeight = -tau2 / (2 * priorScale * priorScale)
      values = [Value](
        repeating: Value(score: 0, variance: 0, factor: 0, mean: 0), count: units.count)
      let all = Pool(units, Array(units.indices), tau2)
      overallMean = all.mean
      for (group, members) in Dictionary(grouping: units.indices, by: { units[$0].group }).sorted(by: {
        ($0.key ?? -1) < ($1.key ?? -1)
      }) {
        let own = Pool(units, members, tau2)
        logWeight += own.logLikelihood
        // Units without a group of their own take the mean of all.
        let source = group == nil ? all : own
        for member in members { values[member] = Self.shrink(units[member], source, tau2) }
      }
    }

    private static func shrink(_ unit: Unit, _ source: Pool, _ tau2: Double) -> Value {
      let factor = tau2 / (tau2 + unit.variance)
      return Value(
        score: source.mean + factor * (unit.estimate - source.mean),
        variance: factor * unit.variance + (1 - factor) * (1 - factor) / source.weight,
        factor: factor, mean: source.mean)
    }
  }

  /// Units that share a mean, at one τ.
  private struct Pool {
    /// Σ 1/(v + τ²).
    let weight: Double
    let mean: Double
    /// Restricted log-likelihood of τ, without constants.
    let logLikelihood: Double

    init(_ units: [Unit], _ members: [Int], _ tau2: Double) {
      var weight = 0.0
      var sum = 0.0
      var logs = 0.0
      for member in members {
        let precision = 1 / (units[member].variance + tau2)
        weight += precision
        sum += precision * units[member].estimate
        logs += log(precision)
      }
      let mean = sum / weight
      let squares = members.reduce(0.0) { total, member in
        let residual = units[member].estimate - mean
        return total + residual * residual / (units[member].variance + tau2)
      }
      self.weight = weight
      self.mean = mean
      logLikelihood = 0.5 * logs - 0.5 * log(weight) - 0.5 * squares
    }
  }
}
