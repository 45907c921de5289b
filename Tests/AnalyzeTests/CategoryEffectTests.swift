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
    #expect(effect.isSimpson == true)
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
    let standard = Standardisation(posts, offices: 3, platforms: 1)
    let sums = CategoryPosts(
      standard, exposures: posts.map(\.exposure), accounts: [0, 0, 1, 2], categories: [1, 0, 0, 0], count: 5)
    let effects = OfficeCategoryEffect.estimate(sums, category: 1, offices: 3)
    // (5·½ + ½·½)/(3·½ + ½·½) = 2.75/1.75; v = (4/16 + 4/16)/r with r = 1.
    let own = try #require(effects[0])
    #expect(abs(own.logRatio - log(2.75 / 1.75)) < 1e-12 && abs(own.logVariance - 0.5) < 1e-12)
    #expect(abs(own.shrunk.score - own.logRatio) < 1e-12 && effects[1] == nil && effects[2] == nil)
  }
}

/// Months recorded from an independent reader of metrics.md §7 (`Tests/oracle/category_effect.py`).
@Suite struct CategoryEffectOracleTests {
  private static let names = ["layanan", "kegiatan", "positif", "edukasi", "none"]

  private static let cases: [Substring] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let golden = tests.appendingPathComponent("Golden/category_effect.golden.jsonl")
    let text = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    return text.split(separator: "\n")
  }()

  @Test func `there are months to compare`() { #expect(Self.cases.count == 27) }

  @Test(arguments: 0..<27)
  func `a month equals the oracle`(number: Int) throws {
    let month = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.cases[number].utf8)) as? [String: Any])
    let rows = try #require(month["posts"] as? [[Any]]).filter {
      ($0[4] as? Double).map { $0 >= 0 } == true && ($0[5] as? Double).map { $0 > 0 } == true
    }
    func numbered(_ key: ([Any]) -> String) -> (numbers: [Int], names: [String]) {
      let keys = rows.map(key)
      let names = Array(Set(keys)).sorted()
      return (keys.map { names.firstIndex(of: $0) ?? 0 }, names)
    }
    let offices = numbered { "\($0[0])" }
    let platforms = numbered { "\($0[2])" }
    let accounts = numbered { "\($0[0])/\($0[1])/\($0[2])" }
    let posts = rows.indices.map {
      IndexPost(
        office: offices.numbers[$0], platform: platforms.numbers[$0],
        interactions: rows[$0][4] as? Double ?? 0, exposure: rows[$0][5] as? Double ?? 0)
    }
    let standard = Standardisation(posts, offices: offices.names.count, platforms: platforms.names.count)
    let sums = CategoryPosts(
      standard, exposures: posts.map(\.exposure), accounts: accounts.numbers,
      categories: rows.map { Self.names.firstIndex(of: "\($0[3])") }, count: 5)
    compare("\(month["name"] ?? "")", "kappa2", sums.kappa2, month["kappa2"])
    try compareCounty(month, sums)
    try compareOffices(month, sums, offices.names)
  }

  private func compareCounty(_ month: [String: Any], _ sums: CategoryPosts) throws {
    let expected = try #require(month["categories"] as? [String: [String: Any]])
    let effects = (0..<4).map { CountyCategoryEffect(sums, category: $0) }
    let adjusted = CountyCategoryEffect.adjustedP(effects.map(\.p))
    for (category, effect) in effects.enumerated() {
      let name = "\(month["name"] ?? "") \(Self.names[category])"
      let wanted = try #require(expected[Self.names[category]])
      #expect(effect.accounts == wanted["accounts_informative"] as? Int, "\(name)")
      let high = effect.adjusted.flatMap { $0.high.isFinite ? $0.high : nil }
      for (key, value) in [
        ("ratio", effect.ratio), ("lo", effect.adjusted?.low), ("hi", high), ("se", effect.jackknifeError),
        ("se_model", effect.modelError), ("p", effect.p), ("p_adjusted", adjusted[category]),
        ("mh", effect.mantelHaenszel?.value), ("crude", effect.crude),
      ] { compare(name, key, value, wanted[key]) }
      #expect(effect.isSimpson == wanted["simpson"] as? Bool, "\(name)")
    }
  }

  private func compareOffices(_ month: [String: Any], _ sums: CategoryPosts, _ names: [String]) throws {
    let expected = try #require(month["offices"] as? [String: [String: [String: Any]]])
    for category in 0..<4 {
      let effects = OfficeCategoryEffect.estimate(sums, category: category, offices: names.count)
      for (office, effect) in zip(names, effects) {
        let name = "\(month["name"] ?? "") \(office) \(Self.names[category])"
        let wanted = try #require(expected[office]?[Self.names[category]])
        compare(name, "y", effect?.logRatio, wanted["y"])
        compare(name, "v", effect?.logVariance, wanted["v"])
        compare(name, "score", effect?.shrunk.score, wanted["score"])
        compare(name, "pv", effect?.shrunk.variance, wanted["pv"])
      }
    }
  }

  private func compare(_ name: String, _ key: String, _ found: Double?, _ wanted: Any?) {
    let wanted = wanted as? Double
    #expect(
      (found == nil) == (wanted == nil),
      "\(name) \(key): \(String(describing: found)), wanted \(String(describing: wanted))")
    guard let found, let wanted else { return }
    #expect(abs(found - wanted) <= 1e-8 * max(1, abs(wanted)), "\(name) \(key): \(found), wanted \(wanted)")
  }
}
