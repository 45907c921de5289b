import Foundation
import Testing

@testable import Analyze

/// The fixtures of metrics.md §7, made by independent programs.
@Suite struct CategoryEffectTests {
  private func effect(_ strata: [(Double, Double, Double, Double)]) -> CountyCategoryEffect {
    CountyCategoryEffect(strata.map { CountyCategoryEffect.Stratum($0.0, $0.1, $0.2, $0.3) })
  }

  @Test func `the county's effect of the fixture`() throws {
    let effect = effect([
      (30, 400, 60, 1600), (500, 9000, 200, 4500), (5, 50, 90, 1200), (0, 0, 40, 500), (70, 1500, 20, 500),
    ])
    #expect(effect.accounts == 4)
    #expect(abs(try #require(effect.crude) - 1.118499) < 1e-6)
    let ratio = try #require(effect.mantelHaenszel)
    #expect(abs(ratio.value - 1.299105) < 1e-6)
    #expect(abs(ratio.low - 1.124012) < 1e-6 && abs(ratio.high - 1.501473) < 1e-6)
    #expect(abs(try #require(effect.adjusted).logarithm - 0.267216105101) < 1e-9)
    #expect(abs(try #require(effect.modelError) - 0.0753652987) < 1e-9)
    #expect(abs(try #require(effect.jackknifeError) - 0.1565076574) < 1e-6)
  }

  @Test func `crude and adjusted on opposite sides are flagged`() throws {
    let effect = effect([(40, 500, 300, 5000), (900, 45000, 100, 6000)])
    #expect(abs(try #require(effect.crude) - 0.568131868) < 1e-9)
    #expect(abs(try #require(effect.mantelHaenszel).value - 1.231481) < 1e-6)
    #expect(effect.isSimpson)
  }

  @Test func `nothing, one account and one side do not trap`() {
    #expect(effect([]).adjusted == nil && effect([]).crude == nil)
    #expect(effect([(5, 10, 5, 20)]).adjusted == nil && effect([(5, 10, 5, 20)]).modelError != nil)
    #expect(effect([(0, 10, 5, 20), (0, 5, 7, 9)]).adjusted == nil)
    #expect(effect([(5, 10, 0, 20), (4, 5, 0, 9)]).adjusted == nil)
  }

  @Test func `adjusted p by hand`() {
    // 0.01·4/1, 0.02·4/2, 0.03·4/3, 0.5·4/4, each at most the next.
    #expect(
      CountyCategoryEffect.adjustedP([0.5, 0.01, nil, 0.03, 0.02]).map {
        $0.map { ($0 * 1e6).rounded() / 1e6 }
      }
        == [0.5, 0.04, nil, 0.04, 0.04])
  }

  /// One office, one account, one post of each kind: X = 5 and 3, E = 4 and 4, κ² = 0.
  @Test func `an office's effect by hand`() throws {
    let posts = [
      IndexPost(office: 0, platform: 0, interactions: 5, exposure: 100),
      IndexPost(office: 0, platform: 0, interactions: 3, exposure: 100),
      IndexPost(office: 1, platform: 0, interactions: 4, exposure: 100),
      IndexPost(office: 2, platform: 0, interactions: 4, exposure: 100),
    ]
    let index = try #require(
      EngagementIndex(posts, platforms: 1, groups: [nil, nil, nil], ranked: [true, true, true]))
    let sums = CategoryPosts(index, posts, accounts: [0, 0, 1, 2], categories: [1, 0, 0, 0], count: 5)
    let effects = OfficeCategoryEffect.estimate(sums, category: 1, offices: 3)
    // (5·½ + ½·½)/(3·½ + ½·½) = 2.75/1.75; v = (4/16 + 4/16)/r with r = 1.
    let own = try #require(effects[0])
    #expect(abs(own.logRatio - log(2.75 / 1.75)) < 1e-12 && abs(own.logVariance - 0.5) < 1e-12)
    #expect(abs(own.score - own.logRatio) < 1e-12 && effects[1] == nil && effects[2] == nil)
  }
}
