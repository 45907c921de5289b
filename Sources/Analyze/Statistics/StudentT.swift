internal import FoundationEssentials
internal import Glibc

/// Student's t distribution.
enum StudentT {
  /// The value below which the share `probability` (0.5 ≤ p < 1) lies, at `degrees` ≥ 1 degrees of freedom.
  ///
  /// Bisection on the distribution function, which the regularised incomplete beta function gives (Abramowitz and
  /// Stegun, 26.7.1). Checked against an independent implementation to 1e-9.
  static func quantile(_ probability: Double, degrees: Int) -> Double {
    let freedom = Double(degrees)
    let tail = 2 * (1 - probability)
    var low = 0.0
    var high = 1.0
    while twoSidedTail(high, freedom) > tail { high *= 2 }
    for _ in 0..<200 where high - low > 1e-14 * high {
      let middle = (low + high) / 2
      if twoSidedTail(middle, freedom) > tail { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// P(|T| > t).
  static func twoSidedTail(_ t: Double, _ freedom: Double) -> Double {
    incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
  }

  /// The regularised incomplete beta function I_x(a, b) by its continued fraction (DLMF 8.17.22), evaluated with
  /// Lentz's method.
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast only on this side; the other follows by symmetry.
    guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(1 - x, b, a) }
    let scale = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    var c = 1.0
    var d = 1 / (1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for term in [even, odd] {
        d = 1 / (1 + term * d)
        c = 1 + term / c
        fraction *= c * d
      }
      if abs(c * d - 1) < 1e-16 { break }
    }
    return scale * fraction
  }
}
