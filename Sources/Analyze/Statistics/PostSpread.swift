/// How much posts of one office differ beyond chance: κ², a squared coefficient of variation.
///
/// Solves Σ_k Σ_j (I − r_k E)² / (r_k E + κ² r_k² E²) = Σ_k (m_k − 1) with r_k = Σ wI / Σ wE and w = 1/(1 + κ²E), over
/// units with at least two posts and any interactions: a moment equation for gamma-Poisson counts (Breslow 1984,
/// "Extra-Poisson variation in log-linear models"; metrics.md §6.2).
enum PostSpread {
  /// The root by bisection; 0 where the left side is smaller at κ² = 0 already, or where no unit tells.
  static func estimate(_ posts: [ExpectedPost], units: Int) -> Double {
    let groups = informative(posts, units)
    let degrees = groups.reduce(0) { $0 + $1.count - 1 }
    guard degrees > 0 else { return 0 }
    let target = Double(degrees)
    guard statistic(groups, 0) > target else { return 0 }
    var low = 0.0
    var high = 1.0
    while statistic(groups, high) > target, high < 1024 { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if statistic(groups, middle) > target { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func informative(_ posts: [ExpectedPost], _ units: Int) -> [[ExpectedPost]] {
    var groups = [[ExpectedPost]](repeating: [], count: units)
    for post in posts { groups[post.unit].append(post) }
    return groups.filter { group in group.count >= 2 && group.contains { $0.observed > 0 } }
  }

  private static func statistic(_ groups: [[ExpectedPost]], _ kappa2: Double) -> Double {
    groups.reduce(0) { sum, group in
      var observed = 0.0
      var expected = 0.0
      for post in group {
        let weight = 1 / (1 + kappa2 * post.expected)
        observed += weight * post.observed
        expected += weight * post.expected
      }
      let rate = observed / expected
      return group.reduce(sum) { sum, post in
        let mean = rate * post.expected
        let residual = post.observed - mean
        return sum + residual * residual / (mean + kappa2 * mean * mean)
      }
    }
  }
}
