import Analyze
import Foundation

/// A regency whose truth is known: offices differ in skill, posts of one office differ far more.
struct World {
  enum Viral: String, CaseIterable {
    case none = "tanpa unggahan viral"
    case exposure = "1 % viral, paparan ×10–50"
    case interactions = "1 % viral, interaksi ×10–50"
  }

  /// What posts of a category do to the rate, on the logarithmic scale.
  var effects = [Double](repeating: 0, count: 5)
  /// How much an office's effect of a category differs from the regency's.
  var effectSpread = 0.0
  /// Busy accounts post a category less often, and it has an effect: crude and adjusted must then differ.
  var isConfounded = false
  var viral = Viral.none
  var offices = 41

  /// Standard deviation of offices' log rates.
  static let between = 0.35
  static let viralShare = 0.01
  /// Posts of a month on two accounts, by the kinds of offices in domain.md §2.4: 8 large services, 19 agencies and 14
  /// districts of 41.
  private static let kinds =
    [ClosedRange<Int>](repeating: 30...90, count: 8) + .init(repeating: 10...40, count: 19)
    + .init(repeating: 4...24, count: 14)
  /// Of the logarithm of a post's exposure within an office: reach is 6 to 25 % of followers there.
  private static let exposureSpread = 0.5
  private static let rates = [0.03, 0.06, 0.012, 0.04, 0.05]
  private static let exposures = [900.0, 500, 400, 150, 1500]

  /// An office: what it is good at, where it posts, how much.
  struct Office {
    let skill: Double
    let spread: Double
    let platforms: [Int]
    let posts: Int
    let effects: [Double]
    let mix: [Double]
    let size: Double
  }

  /// One month's posts.
  struct Month {
    var posts: [IndexPost] = []
    var accounts: [Int] = []
    var categories: [Int] = []
    /// Of each post, what would be expected of it if posts did not differ; viral ones as the cap leaves them.
    var truths: [Double] = []
  }

  func makeOffices(_ draws: inout NormalDraws) -> [Office] {
    (0..<offices).map { _ in
      let skill = Self.between * draws.next()
      let platforms = (0..<5).filter { _ in draws.uniform() < 0.4 }
      let isTiny = draws.uniform() < 0.13
      let kind = Self.kinds[Int(draws.uniform() * Double(Self.kinds.count))]
      let range = isTiny ? 1...3 : kind
      let posts = range.lowerBound + Int(draws.uniform() * Double(range.count))
      var mix = (0..<5).map { _ in 0.4 + draws.uniform() }
      if isConfounded { mix[3] *= exp(-2.5 * skill) }
      return Office(
        skill: skill, spread: 0.5 + 0.5 * draws.uniform(), platforms: platforms.isEmpty ? [0] : platforms,
        posts: posts, effects: effects.map { $0 + effectSpread * draws.next() }, mix: mix,
        size: 0.6 * draws.next())
    }
  }

  func month(of offices: [Office], _ draws: inout NormalDraws) -> Month {
    var month = Month()
    for (number, office) in offices.enumerated() {
      for _ in 0..<office.posts { addPost(number, office, to: &month, &draws) }
    }
    return month
  }

  private func addPost(
    _ number: Int, _ office: Office, to month: inout Month, _ draws: inout NormalDraws
  ) {
    let platform = office.platforms[Int(draws.uniform() * Double(office.platforms.count))]
    let category = Self.pick(office.mix, draws.uniform())
    var exposure = max(
      1, (Self.exposures[platform] * exp(office.size + Self.exposureSpread * draws.next())).rounded())
    let isViral = viral != .none && draws.uniform() < Self.viralShare
    let multiple = 10 + 40 * draws.uniform()
    if isViral, viral == .exposure { exposure = (exposure * multiple).rounded() }
    let expected =
      Self.rates[platform] * exposure * exp(office.skill + office.effects[category])
    let noise = exp(office.spread * draws.next() - office.spread * office.spread / 2)
    let mean = expected * noise * (isViral && viral == .interactions ? multiple : 1)
    let count = max(0, (mean + mean.squareRoot() * draws.next()).rounded())
    month.posts.append(
      IndexPost(office: number, platform: platform, interactions: count, exposure: exposure))
    month.accounts.append(number * 5 + platform)
    month.categories.append(category)
    let cap = 10 * Self.rates[platform] * exposure
    month.truths.append(
      viral == .interactions ? (1 - Self.viralShare) * expected + Self.viralShare * cap : expected)
  }

  private static func pick(_ weights: [Double], _ share: Double) -> Int {
    var rest = share * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
