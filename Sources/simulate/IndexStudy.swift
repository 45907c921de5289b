import Analyze
import Foundation

/// How the index and plainer scores do where the truth is known.
struct IndexStudy {
  /// Out of so many months or intervals, in percent.
  struct Findings {
    var rawFirst = 0.0
    var meanFirst = 0.0
    var indexFirst = 0.0
    var coverage = 0.0
    var correlation = 0.0
    var falseChange = 0.0
  }

  let world: World
  let months: Int
  let seed: UInt64

  /// Pairs of months of the same offices; the five-post rule is off, so that tiny offices may win.
  func run() -> Findings {
    var draws = NormalDraws(seed: seed)
    var found = Findings()
    var (intervals, covered, changes, real) = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<months {
      let offices = world.makeOffices(&draws)
      let pair = (0..<2).map { _ in world.month(of: offices, &draws) }
      let fits = pair.compactMap { fit($0) }
      guard fits.count == 2 else { continue }
      let tiny = offices.map { $0.posts <= 3 }
      if tiny[best(raw(pair[0]))] { found.rawFirst += 1 }
      if tiny[best(meanRates(pair[0]))] { found.meanFirst += 1 }
      let scores = fits[0].offices.map { $0?.shrunk.score ?? -.infinity }
      if tiny[best(scores)] { found.indexFirst += 1 }
      let truths = truths(pair[0], fits[0])
      found.correlation += correlation(scores, truths)
      for (office, truth) in zip(fits[0].offices, truths) {
        guard let office else { continue }
        intervals += 1
        if log(office.shrunk.low / 100) <= truth, truth <= log(office.shrunk.high / 100) { covered += 1 }
      }
      for (one, other) in zip(fits[0].offices, fits[1].offices) {
        guard let one, let other else { continue }
        changes += 1
        let spread = (one.shrunk.variance + other.shrunk.variance).squareRoot()
        if abs(one.shrunk.score - other.shrunk.score) > 1.96 * spread { real += 1 }
      }
    }
    let count = Double(months)
    found.rawFirst *= 100 / count
    found.meanFirst *= 100 / count
    found.indexFirst *= 100 / count
    found.correlation /= count
    found.coverage = 100 * covered / intervals
    found.falseChange = 100 * real / changes
    return found
  }

  private func fit(_ month: World.Month) -> EngagementIndex? {
    EngagementIndex(
      month.posts, platforms: 5, groups: [Int?](repeating: nil, count: world.offices),
      ranked: [Bool](repeating: true, count: world.offices))
  }

  /// The office's weighted standardised ratio without the noise of posts: what its score estimates.
  private func truths(_ month: World.Month, _ fit: EngagementIndex) -> [Double] {
    var above = [Double](repeating: 0, count: world.offices)
    var below = above
    for (post, truth) in zip(month.posts, month.truths) {
      let expected = fit.rates[post.platform] * post.exposure
      let weight = 1 / (1 + fit.kappa2 * expected)
      above[post.office] += weight * truth
      below[post.office] += weight * expected
    }
    return zip(above, below).map { log($0 / $1) }
  }

  /// The office's raw rate against the county's on its platforms.
  private func raw(_ month: World.Month) -> [Double] {
    var above = [Double](repeating: 0, count: world.offices)
    var below = above
    for (post, rate) in zip(month.posts, platformRates(month)) {
      above[post.office] += post.interactions
      below[post.office] += rate * post.exposure
    }
    return zip(above, below).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// The mean of the posts' own rates.
  private func meanRates(_ month: World.Month) -> [Double] {
    var sums = [Double](repeating: 0, count: world.offices)
    var counts = sums
    for (post, rate) in zip(month.posts, platformRates(month)) {
      sums[post.office] += post.interactions / (rate * post.exposure)
      counts[post.office] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Of each post, its platform's rate.
  private func platformRates(_ month: World.Month) -> [Double] {
    var above = [Double](repeating: 0, count: 5)
    var below = above
    for post in month.posts {
      above[post.platform] += post.interactions
      below[post.platform] += post.exposure
    }
    return month.posts.map { above[$0.platform] / below[$0.platform] }
  }

  private func best(_ scores: [Double]) -> Int {
    scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  /// Spearman's rank correlation.
  private func correlation(_ one: [Double], _ other: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
      var ranks = [Double](repeating: 0, count: values.count)
      for (place, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
        ranks[index] = Double(place)
      }
      return ranks
    }
    let squares = zip(ranks(one), ranks(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let count = Double(one.count)
    return 1 - 6 * squares / (count * (count * count - 1))
  }
}
