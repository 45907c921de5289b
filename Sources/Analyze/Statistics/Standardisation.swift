/// Posts of different platforms on one scale: interactions beside those expected from the exposure (metrics.md §6.1–2).
package struct Standardisation: Sendable {
  /// A post whose interactions exceed this many times the county's expectation counts as if it had just that many.
  static let cap = 10.0

  /// County-wide rate of each platform, precision-weighted; 0: nobody interacted, or nobody posted.
  let rates: [Double]
  /// κ² over offices; see `PostSpread`.
  let kappa2: Double
  /// The posts of platforms with a rate above 0, capped, with their expected interactions; unit: the office.
  let posts: [ExpectedPost]
  /// Of each of `posts`, its index in what was given.
  let origin: [Int]

  /// Standardises the posts of so many offices on so many platforms.
  package init(_ posts: [IndexPost], offices: Int, platforms: Int) {
    let crude = Self.rates(posts, platforms) { _, _ in 1 }
    let origin = posts.indices.filter { crude[posts[$0].platform] > 0 }
    let capped = origin.map { index in
      var post = posts[index]
      post.interactions = min(post.interactions, Self.cap * crude[post.platform] * post.exposure)
      return post
    }
    var rates = Self.rates(capped, platforms) { _, _ in 1 }
    var expected = Self.expected(capped, rates)
    var kappa2 = PostSpread.estimate(expected, units: offices)
    for _ in 0..<2 {
      rates = Self.rates(capped, platforms) { index, _ in 1 / (1 + kappa2 * expected[index].expected) }
      expected = Self.expected(capped, rates)
      kappa2 = PostSpread.estimate(expected, units: offices)
    }
    (self.rates, self.kappa2, self.posts, self.origin) = (rates, kappa2, expected, origin)
  }

  /// Weight of a post: its precision relative to that of one without spread.
  func weight(_ post: ExpectedPost) -> Double { 1 / (1 + kappa2 * post.expected) }

  /// Σ wI / Σ wq of each platform.
  static func rates(
    _ posts: [IndexPost], _ platforms: Int, weight: (Int, IndexPost) -> Double
  ) -> [Double] {
    var interactions = [Double](repeating: 0, count: platforms)
    var exposure = [Double](repeating: 0, count: platforms)
    for (index, post) in posts.enumerated() {
      let weight = weight(index, post)
      interactions[post.platform] += weight * post.interactions
      exposure[post.platform] += weight * post.exposure
    }
    return zip(interactions, exposure).map { $1 > 0 ? $0 / $1 : 0 }
  }

  private static func expected(_ posts: [IndexPost], _ rates: [Double]) -> [ExpectedPost] {
    posts.map {
      ExpectedPost(
        unit: $0.office, observed: $0.interactions, expected: rates[$0.platform] * $0.exposure)
    }
  }
}
