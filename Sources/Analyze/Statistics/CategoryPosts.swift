/// Posts with their categories, standardised and weighted, as both category effects read them (metrics.md §7).
package struct CategoryPosts {
  /// One account's posts inside a category and its other posts.
  struct Contrast: Equatable {
    let office: Int
    let inside: Sums
    let outside: Sums

    /// Both kinds have exposure.
    var hasBoth: Bool { inside.expected > 0 && outside.expected > 0 }
  }

  /// Weighted sums over posts.
  struct Sums: Equatable {
    /// Σ wI, interactions capped.
    var observed = 0.0
    /// Σ wE.
    var expected = 0.0
    /// Σ wq, in the platform's own unit.
    var exposure = 0.0
    /// Σ w²E².
    var squares = 0.0
    /// Σ w²E.
    var products = 0.0
    var posts = 0

    mutating func add(_ post: ExpectedPost, exposure: Double, weight: Double) {
      observed += weight * post.observed
      expected += weight * post.expected
      self.exposure += weight * exposure
      squares += weight * weight * post.expected * post.expected
      products += weight * weight * post.expected
      posts += 1
    }

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        observed: left.observed + right.observed, expected: left.expected + right.expected,
        exposure: left.exposure + right.exposure, squares: left.squares + right.squares,
        products: left.products + right.products, posts: left.posts + right.posts)
    }
  }

  /// κ² over the cells account × category.
  package let kappa2: Double
  /// Of each account and category, its sums.
  private let cells: [[Sums]]
  private let officeOfAccount: [Int]

  /// Sums up the posts of an index.
  ///
  /// - Parameters:
  ///   - index: fitted to `posts`.
  ///   - posts: as they were given to it.
  ///   - accounts: of each post, its account, numbered from 0; an account belongs to one office and platform.
  ///   - categories: of each post, its category, numbered from 0, those outside every category included.
  ///   - count: how many categories there are.
  package init(
    _ index: EngagementIndex, _ posts: [IndexPost], accounts: [Int], categories: [Int], count: Int
  ) {
    let standard = index.standardisation
    let accountCount = (accounts.max() ?? -1) + 1
    let inCells = zip(standard.posts, standard.origin).map { post, origin in
      ExpectedPost(
        unit: accounts[origin] * count + categories[origin], observed: post.observed, expected: post.expected)
    }
    let kappa2 = PostSpread.estimate(inCells, units: accountCount * count)
    var cells = [[Sums]](repeating: [Sums](repeating: Sums(), count: count), count: accountCount)
    var offices = [Int](repeating: 0, count: accountCount)
    for (post, origin) in zip(inCells, standard.origin) {
      let weight = 1 / (1 + kappa2 * post.expected)
      cells[accounts[origin]][categories[origin]].add(
        post, exposure: posts[origin].exposure, weight: weight)
      offices[accounts[origin]] = posts[origin].office
    }
    (self.kappa2, self.cells, officeOfAccount) = (kappa2, cells, offices)
  }

  /// Each account's posts inside a category against its others.
  func contrasts(_ category: Int) -> [Contrast] {
    cells.indices.map { account in
      let others = cells[account].indices.filter { $0 != category }
      return Contrast(
        office: officeOfAccount[account], inside: cells[account][category],
        outside: others.reduce(Sums()) { $0 + cells[account][$1] })
    }
  }
}
