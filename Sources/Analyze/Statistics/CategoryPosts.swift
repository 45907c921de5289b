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
    /// ΣE, without weights.
    var allExpected = 0.0

    mutating func add(_ post: ExpectedPost, exposure: Double, weight: Double) {
      observed += weight * post.observed
      expected += weight * post.expected
      self.exposure += weight * exposure
      squares += weight * weight * post.expected * post.expected
      products += weight * weight * post.expected
      allExpected += post.expected
    }

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        observed: left.observed + right.observed, expected: left.expected + right.expected,
        exposure: left.exposure + right.exposure, squares: left.squares + right.squares,
        products: left.products + right.products, allExpected: left.allExpected + right.allExpected)
    }
  }

  /// κ² over the cells account × category.
  package let kappa2: Double
  /// Of each account and category, its sums.
  private let cells: [[Sums]]
  private let officeOfAccount: [Int]

  /// Sums up standardised posts.
  ///
  /// - Parameters:
  ///   - standard: the posts, with the county's rates.
  ///   - exposures: of each post that was given to `standard`, its exposure, as are the next two.
  ///   - accounts: numbered from 0; an account belongs to one office and platform.
  ///   - categories: numbered from 0, those outside every category included; `nil`: not known, takes no part.
  ///   - count: how many categories there are.
  package init(
    _ standard: Standardisation, exposures: [Double], accounts: [Int], categories: [Int?], count: Int
  ) {
    let accountCount = (accounts.max() ?? -1) + 1
    var cells = [[Sums]](repeating: [Sums](repeating: Sums(), count: count), count: accountCount)
    var offices = [Int](repeating: 0, count: accountCount)
    var inCells: [(post: ExpectedPost, origin: Int, category: Int)] = []
    for (post, origin) in zip(standard.posts, standard.origin) {
      guard let category = categories[origin] else { continue }
      offices[accounts[origin]] = post.unit
      inCells.append((post, origin, category))
    }
    let units = inCells.map { post, origin, category in
      ExpectedPost(
        unit: accounts[origin] * count + category, observed: post.observed, expected: post.expected)
    }
    kappa2 = PostSpread.estimate(units, units: accountCount * count)
    for (post, origin, category) in inCells {
      let weight = 1 / (1 + kappa2 * post.expected)
      cells[accounts[origin]][category].add(post, exposure: exposures[origin], weight: weight)
    }
    (self.cells, officeOfAccount) = (cells, offices)
  }

  /// A category's share of all expected interactions: exposure of every platform on one scale.
  func shareOfExpected(_ category: Int) -> Double? {
    let total = cells.joined().reduce(0) { $0 + $1.allExpected }
    return total > 0 ? cells.reduce(0) { $0 + $1[category].allExpected } / total : nil
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
