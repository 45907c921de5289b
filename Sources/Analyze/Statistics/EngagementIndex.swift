internal import Glibc

/// The standardised engagement index of offices: precision-weighted post-level empirical Bayes (metrics.md §6).
///
/// 100 is the county's precision-weighted rate. A post's interactions are set against those that its exposure lets one
/// expect on its platform, capped and weighted by precision, so that one viral post counts as about one post; offices
/// with few posts are drawn toward their peers.
package struct EngagementIndex: Sendable {
  /// Names the formulas; stored beside every figure.
  package static let methodVersion = "indeks-1"
  /// A peer group with fewer ranked offices than this takes the county's mean.
  package static let smallestGroup = 8
  /// Fewer offices than this have no index.
  package static let fewestOffices = 3

  /// Why there is no index.
  package enum Reason: String, Sendable {
    /// Fewer than three offices have posts to compare.
    case fewOffices = "few_offices"
    /// Nobody interacted with anything.
    case noInteractions = "no_interactions"
  }

  /// An office's figures; a score can be recomputed from them alone.
  package struct Office: Equatable, Sendable {
    /// 100 · Σ I / Σ E, nothing capped, weighted or shrunk.
    package let rawIndex: Double?
    /// Σ wI, interactions capped.
    package let observed: Double
    /// Σ wE.
    package let expected: Double
    /// ln((Σ wI + ½)/(Σ wE + ½)).
    package let logRatio: Double
    /// 1/(Σ wE + ½).
    package let logVariance: Double
    /// Whether it shrinks toward its peer group; else toward the county.
    package let usesGroup: Bool
    /// Its score after shrinking, with its interval.
    package let shrunk: Shrinkage.Result
  }

  /// In the order of offices; `nil`: it has no post to judge by.
  package let offices: [Office?]
  /// County-wide rate of each platform.
  package let rates: [Double]
  /// Spread of posts within an office.
  package let kappa2: Double
  /// Variance between offices.
  package let tau2: Double
  /// The county's mean on the logarithmic scale.
  package let mean: Double
  /// Rankability τ²/(τ² + median v) over ranked offices; `nil` where nobody is ranked.
  ///
  /// Below ½ the order is mostly chance.
  package let rankability: Double?

  /// What makes an index impossible; `nil`: nothing.
  package static func obstacle(_ posts: [IndexPost]) -> Reason? {
    if Set(posts.map(\.office)).count < fewestOffices { return .fewOffices }
    return posts.contains { $0.interactions > 0 } ? nil : .noInteractions
  }

  /// Fits the index; `nil` where `obstacle` names a reason.
  ///
  /// - Parameters:
  ///   - posts: index posts with known exposure above 0 and known interactions of at least 0.
  ///   - platforms: how many there are.
  ///   - groups: each office's peer group; `nil`: none. Its count is the number of offices.
  ///   - ranked: which offices are ranked.
  package init?(_ posts: [IndexPost], platforms: Int, groups: [Int?], ranked: [Bool]) {
    guard Self.obstacle(posts) == nil else { return nil }
    let standard = Standardisation(posts, offices: groups.count, platforms: platforms)
    let sums = Sums(standard, offices: groups.count)
    let present = groups.indices.filter { sums.posts[$0] > 0 }
    let large = Self.largeGroups(present, groups, ranked)
    let units = present.map { office in
      Shrinkage.Unit(
        estimate: log((sums.observed[office] + 0.5) / (sums.expected[office] + 0.5)),
        variance: 1 / (sums.expected[office] + 0.5),
        group: groups[office].flatMap { large.contains($0) ? $0 : nil })
    }
    let shrunk = Shrinkage(units)
    let raw = Self.rawIndex(posts, offices: groups.count, platforms: platforms)
    var offices = [Office?](repeating: nil, count: groups.count)
    for (place, office) in present.enumerated() {
      offices[office] = Office(
        rawIndex: raw[office], observed: sums.observed[office], expected: sums.expected[office],
        logRatio: units[place].estimate, logVariance: units[place].variance,
        usesGroup: units[place].group != nil, shrunk: shrunk.results[place])
    }
    let variances = present.indices.filter { ranked[present[$0]] }.map { units[$0].variance }
    self.offices = offices
    (rates, kappa2, tau2, mean) = (standard.rates, standard.kappa2, shrunk.tau2, shrunk.mean)
    rankability = Self.median(variances).map { shrunk.tau2 / (shrunk.tau2 + $0) }
  }

  private struct Sums {
    var observed: [Double]
    var expected: [Double]
    var posts: [Int]

    init(_ standard: Standardisation, offices: Int) {
      observed = [Double](repeating: 0, count: offices)
      expected = observed
      posts = [Int](repeating: 0, count: offices)
      for post in standard.posts {
        let weight = standard.weight(post)
        observed[post.unit] += weight * post.observed
        expected[post.unit] += weight * post.expected
        posts[post.unit] += 1
      }
    }
  }

  private static func largeGroups(_ present: [Int], _ groups: [Int?], _ ranked: [Bool]) -> Set<Int> {
    let counts = present.filter { ranked[$0] }.compactMap { groups[$0] }
      .reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    return Set(counts.filter { $0.value >= smallestGroup }.keys)
  }

  /// 100 · Σ I / Σ E with b_p = Σ I / Σ q; `nil` where nothing is expected.
  static func rawIndex(_ posts: [IndexPost], offices: Int, platforms: Int) -> [Double?] {
    let rates = Standardisation.rates(posts, platforms) { _, _ in 1 }
    var observed = [Double](repeating: 0, count: offices)
    var expected = observed
    for post in posts {
      observed[post.office] += post.interactions
      expected[post.office] += rates[post.platform] * post.exposure
    }
    return zip(observed, expected).map { $1 > 0 ? 100 * $0 / $1 : nil }
  }

  /// The middle value; of an even number of values the mean of the two in the middle.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
