internal import Glibc

/// How posts of one category do against others of the same accounts, over the whole county (metrics.md §7).
///
/// It is association: an account that posts about other things differs in other ways too, which only the comparison
/// within accounts takes out.
package struct CountyCategoryEffect: Equatable {
  /// One account: events and exposure inside the category and outside.
  package struct Stratum: Equatable {
    package let inside: Double
    package let insideExposure: Double
    package let outside: Double
    package let outsideExposure: Double

    package init(_ inside: Double, _ insideExposure: Double, _ outside: Double, _ outsideExposure: Double) {
      self.inside = inside
      self.insideExposure = insideExposure
      self.outside = outside
      self.outsideExposure = outsideExposure
    }

    /// It has exposure of both kinds and any event: else it says nothing of the ratio.
    var isInformative: Bool { insideExposure > 0 && outsideExposure > 0 && inside + outside > 0 }
  }

  /// Informative accounts.
  package let accounts: Int
  /// Rate ratio of all posts, accounts mixed; `nil` where a side has no exposure or the others no event.
  package let crude: Double?
  /// Rate ratio within accounts (Mantel–Haenszel) with its interval.
  package let mantelHaenszel: Ratio?
  /// Rate ratio within accounts: Poisson regression with a constant for each account; `nil` where no finite one exists.
  package let ratio: Double?
  /// The same with its interval; `nil` where there are not two accounts that differ.
  package let adjusted: Ratio?
  /// Standard error of the adjusted ratio's logarithm as the Poisson model has it; too small where posts vary.
  package let modelError: Double?
  /// Standard error of the adjusted ratio's logarithm, by a one-step jackknife over accounts.
  package let jackknifeError: Double?
  /// Of "no effect", two-sided, by Student's t.
  package let p: Double?

  /// A ratio with an interval that covers it 95 times in 100.
  package struct Ratio: Equatable {
    /// Its natural logarithm.
    package let logarithm: Double
    package let low: Double
    package let high: Double

    package var value: Double { exp(logarithm) }

    /// `margin` is half the interval's width on the logarithmic scale.
    init(logarithm: Double, margin: Double) {
      self.logarithm = logarithm
      low = exp(logarithm - margin)
      high = logarithm + margin < 709 ? exp(logarithm + margin) : .infinity
    }
  }

  /// The crude and the adjusted ratio tell different stories: they differ by more than a fifth, or lie on opposite
  /// sides of 1 while the adjusted interval excludes 1.
  ///
  /// `nil` where one of them is not known.
  package var isSimpson: Bool? {
    guard let crude, let ratio else { return nil }
    if max(crude / ratio, ratio / crude) > 1.2 { return true }
    let excludesOne = adjusted.map { $0.low > 1 || $0.high < 1 } ?? false
    return excludesOne && (crude - 1) * (ratio - 1) < 0
  }

  /// Estimates a category over the accounts of the county.
  package init(_ posts: CategoryPosts, category: Int) {
    self.init(
      posts.contrasts(category).map {
        Stratum($0.inside.observed, $0.inside.exposure, $0.outside.observed, $0.outside.exposure)
      })
  }

  /// Estimates from strata.
  package init(_ strata: [Stratum]) {
    let informative = strata.filter(\.isInformative)
    accounts = informative.count
    crude = Self.crude(strata)
    mantelHaenszel = Self.mantelHaenszel(informative)
    guard let fit = FixedEffectsPoisson(informative) else {
      (ratio, adjusted, modelError, jackknifeError, p) = (nil, nil, nil, nil, nil)
      return
    }
    ratio = exp(fit.coefficient)
    modelError = 1 / fit.information.reduce(0, +).squareRoot()
    guard informative.count > 1, let error = fit.jackknifeError, error > 1e-9 else {
      (adjusted, jackknifeError, p) = (nil, nil, nil)
      return
    }
    let degrees = informative.count - 1
    adjusted = Ratio(
      logarithm: fit.coefficient, margin: StudentT.quantile(0.975, degrees: degrees) * error)
    jackknifeError = error
    p = StudentT.twoSidedTail(abs(fit.coefficient) / error, Double(degrees))
  }

  private static func crude(_ strata: [Stratum]) -> Double? {
    let inside = strata.reduce(0) { $0 + $1.inside } / strata.reduce(0) { $0 + $1.insideExposure }
    let outside = strata.reduce(0) { $0 + $1.outside } / strata.reduce(0) { $0 + $1.outsideExposure }
    let ratio = inside / outside
    return ratio.isFinite ? ratio : nil
  }

  /// Variance of the logarithm by Greenland and Robins 1985.
  private static func mantelHaenszel(_ strata: [Stratum]) -> Ratio? {
    var (above, below, variance) = (0.0, 0.0, 0.0)
    for stratum in strata {
      let total = stratum.insideExposure + stratum.outsideExposure
      above += stratum.inside * stratum.outsideExposure / total
      below += stratum.outside * stratum.insideExposure / total
      variance +=
        (stratum.inside + stratum.outside) * stratum.insideExposure * stratum.outsideExposure
        / (total * total)
    }
    guard above > 0, below > 0 else { return nil }
    return Ratio(
      logarithm: log(above / below), margin: Normal.z95 * (variance / (above * below)).squareRoot())
  }

  /// p-values of several hypotheses adjusted so that the share of false findings is bounded (Benjamini and Hochberg
  /// 1995); those not known stay so and do not count.
  package static func adjustedP(_ values: [Double?]) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0) < (values[$1] ?? 0) }
    var adjusted = values
    var least = 1.0
    for (place, index) in known.enumerated().reversed() {
      least = min(least, (values[index] ?? 1) * Double(known.count) / Double(place + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}

/// Poisson regression of events on one binary covariate with a constant for each stratum, the constants profiled out:
/// given a stratum's total, its events inside are binomial (Cameron and Trivedi, Regression Analysis of Count Data, §9).
private struct FixedEffectsPoisson {
  let coefficient: Double
  /// Of each stratum, what it adds to the score at the estimate.
  let scores: [Double]
  /// Of each stratum, what it adds to the information.
  let information: [Double]

  /// `nil` where no finite estimate exists: no stratum, or all events on one side.
  init?(_ strata: [CountyCategoryEffect.Stratum]) {
    guard strata.contains(where: { $0.inside > 0 }), strata.contains(where: { $0.outside > 0 }) else {
      return nil
    }
    var beta = 0.0
    for _ in 0..<200 {
      let terms = strata.map { Self.terms($0, beta) }
      let step = terms.reduce(0) { $0 + $1.score } / terms.reduce(0) { $0 + $1.information }
      // A long step may leave the range where the likelihood is curved at all.
      beta += max(-2, min(2, step))
      if abs(step) < 1e-13 { break }
    }
    let terms = strata.map { Self.terms($0, beta) }
    guard beta.isFinite, terms.reduce(0, { $0 + $1.information }) > 0 else { return nil }
    (coefficient, scores, information) = (beta, terms.map(\.score), terms.map(\.information))
  }

  private static func terms(
    _ stratum: CountyCategoryEffect.Stratum, _ beta: Double
  ) -> (score: Double, information: Double) {
    let odds = stratum.insideExposure * exp(beta)
    let share = odds / (odds + stratum.outsideExposure)
    let total = stratum.inside + stratum.outside
    return (stratum.inside - total * share, total * share * (1 - share))
  }

  /// SE² = (G−1)/G · Σ (s_a / (Σ Inf − Inf_a))²; `nil` where one stratum holds all information.
  var jackknifeError: Double? {
    let total = information.reduce(0, +)
    let count = Double(scores.count)
    let squares = zip(scores, information).reduce(0.0) { sum, stratum in
      let change = stratum.0 / (total - stratum.1)
      return sum + change * change
    }
    let error = ((count - 1) / count * squares).squareRoot()
    return error.isFinite ? error : nil
  }
}
