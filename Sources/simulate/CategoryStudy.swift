import Analyze
import Foundation

/// How the effects of categories do where the truth is known.
struct CategoryStudy {
  struct Findings {
    var officeCoverage = 0.0
    var officeBias = 0.0
    var countyCoverage = 0.0
    /// Median of adjusted over true, minus 1, in percent: the worst category's.
    var countyBias = 0.0
    /// Months with a category whose adjusted p is below 0.05.
    var anyFinding = 0.0
    /// Months in which the crude ratio of the last category lies below 1.
    var crudeBelow = 0.0
  }

  let world: World
  let months: Int
  let seed: UInt64

  func run() -> Findings {
    var draws = NormalDraws(seed: seed)
    var found = Findings()
    var (offices, officeHits, bias, county, countyHits) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var quotients = [[Double]](repeating: [], count: 4)
    for _ in 0..<months {
      let people = world.makeOffices(&draws)
      let month = world.month(of: people, &draws)
      let posts = categoryPosts(month)
      let effects = (0..<4).map { CountyCategoryEffect(posts, category: $0) }
      let adjusted = CountyCategoryEffect.adjustedP(effects.map(\.p))
      if adjusted.contains(where: { ($0 ?? 1) < 0.05 }) { found.anyFinding += 1 }
      if effects[3].crude ?? 1 < 1 { found.crudeBelow += 1 }
      for category in 0..<4 {
        let truth = trueRatio(category, month, people)
        if let ratio = effects[category].ratio { quotients[category].append(ratio / truth) }
        if let interval = effects[category].adjusted {
          county += 1
          if interval.low <= truth, truth <= interval.high { countyHits += 1 }
        }
        let own = OfficeCategoryEffect.estimate(posts, category: category, offices: world.offices)
        for (office, effect) in zip(people.indices, own) {
          guard let effect, let truth = trueRatio(category, month, people, office: office) else { continue }
          offices += 1
          bias += effect.shrunk.score - log(truth)
          if effect.shrunk.low <= 100 * truth, 100 * truth <= effect.shrunk.high { officeHits += 1 }
        }
      }
    }
    found.officeCoverage = 100 * officeHits / offices
    found.officeBias = bias / offices
    found.countyCoverage = 100 * countyHits / county
    found.countyBias = quotients.map { 100 * (median($0) - 1) }.max { abs($0) < abs($1) } ?? 0
    found.anyFinding *= 100 / Double(months)
    found.crudeBelow *= 100 / Double(months)
    return found
  }

  private func categoryPosts(_ month: World.Month) -> CategoryPosts {
    CategoryPosts(
      Standardisation(month.posts, offices: world.offices, platforms: 5),
      exposures: month.posts.map(\.exposure), accounts: month.accounts, categories: month.categories, count: 5
    )
  }

  /// The regency's ratio of a category to the other posts: the other categories' effects in the mix that was drawn.
  private func trueRatio(_ category: Int, _ month: World.Month, _ offices: [World.Office]) -> Double {
    ratio(category, Array(month.posts.indices), month) { world.effects[month.categories[$0]] } ?? 1
  }

  /// An office's own ratio.
  private func trueRatio(
    _ category: Int, _ month: World.Month, _ offices: [World.Office], office: Int
  ) -> Double? {
    let own = month.posts.indices.filter { month.posts[$0].office == office }
    return ratio(category, own, month) { offices[office].effects[month.categories[$0]] }
  }

  private func ratio(
    _ category: Int, _ posts: [Int], _ month: World.Month, effect: (Int) -> Double
  ) -> Double? {
    let inside = posts.filter { month.categories[$0] == category }
    let outside = posts.filter { month.categories[$0] != category }
    guard !inside.isEmpty, !outside.isEmpty else { return nil }
    func mean(_ posts: [Int]) -> Double { posts.reduce(0) { $0 + exp(effect($1)) } / Double(posts.count) }
    return mean(inside) / mean(outside)
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }
}
