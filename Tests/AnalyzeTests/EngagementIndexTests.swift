import Foundation
import Testing

@testable import Analyze

/// A month as the oracle prints it.
struct OracleMonth: Decodable {
  struct Office: Decodable {
    let office: Int
    let raw: Double?
    let y: Double
    let v: Double
    let score: Double
    let variance: Double
    let usesGroup: Bool
  }

  let posts: [[Double]]
  let groups: [[Member]]
  let ranked: [Int]
  let rates: [[Double]]
  let kappa2: Double
  let tau2: Double
  let mean: Double
  let rho: Double?
  let offices: [Office]

  /// A number or a group's name, as they stand in pairs.
  enum Member: Decodable {
    case number(Int)
    case name(String?)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .name(container.decodeNil() ? nil : try container.decode(String.self))
      }
    }
  }

  static func all(_ text: String) throws -> [OracleMonth] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try text.split(separator: "\n").map { try decoder.decode(OracleMonth.self, from: Data($0.utf8)) }
  }

  var indexPosts: [IndexPost] {
    posts.map {
      IndexPost(office: Int($0[0]), platform: Int($0[1]), interactions: $0[2], exposure: $0[3])
    }
  }

  /// Offices are numbered from 0, some being absent.
  func fit() -> EngagementIndex? {
    let count = 1 + (indexPosts.map(\.office).max() ?? 0)
    var names = [Int?](repeating: nil, count: count)
    for pair in groups {
      guard case .number(let office) = pair[0], case .name(let name) = pair[1] else { continue }
      names[office] = name.map { $0 == "a" ? 0 : 1 }
    }
    let ranked = (0..<count).map { self.ranked.contains($0) }
    return EngagementIndex(indexPosts, platforms: 5, groups: names, ranked: ranked)
  }
}

func isClose(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(one - other) <= tolerance * max(1, abs(other))
}

@Suite struct EngagementIndexTests {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static let hasPython = (try? python(["-c", "print(1)"])) == "1\n"

  static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }

  private func compare(_ months: [OracleMonth]) throws {
    for (number, month) in months.enumerated() {
      let fit = try #require(month.fit())
      #expect(isClose(fit.kappa2, month.kappa2) && isClose(fit.tau2, month.tau2), "month \(number)")
      #expect(isClose(fit.mean, month.mean), "month \(number)")
      #expect((fit.rankability == nil) == (month.rho == nil), "month \(number)")
      if let mine = fit.rankability, let rho = month.rho { #expect(isClose(mine, rho), "month \(number)") }
      for pair in month.rates { #expect(isClose(fit.rates[Int(pair[0])], pair[1]), "month \(number)") }
      #expect(fit.offices.count { $0 != nil } == month.offices.count, "month \(number)")
      for expected in month.offices {
        let office = try #require(fit.offices[expected.office])
        let same =
          isClose(office.logRatio, expected.y) && isClose(office.logVariance, expected.v)
          && isClose(office.shrunk.score, expected.score)
          && isClose(office.shrunk.variance, expected.variance)
          && office.usesGroup == expected.usesGroup
          && isClose(office.rawIndex ?? -1, expected.raw ?? -1)
        #expect(same, "month \(number), office \(expected.office)")
      }
    }
  }

  @Test func `recorded months equal the oracle`() throws {
    let golden = Self.tests.appendingPathComponent("Golden/engagement_index.golden.jsonl")
    let months = try OracleMonth.all(String(contentsOf: golden, encoding: .utf8))
    #expect(months.count == 40)
    try compare(months)
  }

  /// Another seed each day of the year, so that a thousand months become many.
  @Test(.enabled(if: hasPython, "python3 is not at hand; the recorded months are still compared"))
  func `a thousand random months equal the oracle`() throws {
    let day = Int(Date().timeIntervalSince1970 / 86400)
    let oracle = Self.tests.appendingPathComponent("oracle/engagement_index.py").path
    let months = try OracleMonth.all(Self.python([oracle, "\(day)", "1000"]))
    #expect(months.count == 1000, "seed \(day)")
    try compare(months)
  }

  /// The fixture of metrics.md §7: six offices on one platform, no groups.
  static let fixture: [[(Double, Double)]] = [
    [(30, 400), (12, 350), (55, 900), (20, 610), (8, 300)], [(90, 500)],
    [(200, 9000), (310, 8000), (150, 7000), (90, 6500), (420, 12000), (60, 4000)], [(5, 200), (9, 260)],
    [(40, 1500), (35, 1200), (80, 2500), (22, 900)], [(0, 50), (1, 80), (0, 40)],
  ]

  static func posts(_ offices: [[(Double, Double)]], platform: Int = 0) -> [IndexPost] {
    offices.enumerated().flatMap { office, posts in
      posts.map { IndexPost(office: office, platform: platform, interactions: $0.0, exposure: $0.1) }
    }
  }

  private func fit(_ posts: [IndexPost], offices: Int = 6, platforms: Int = 1) -> EngagementIndex? {
    EngagementIndex(
      posts, platforms: platforms, groups: [Int?](repeating: nil, count: offices),
      ranked: [Bool](repeating: true, count: offices))
  }

  @Test func `the fixture of metrics.md`() throws {
    let index = try #require(fit(Self.posts(Self.fixture)))
    #expect(isClose(index.rates[0], 0.03702546493, 1e-10))
    #expect(isClose(index.kappa2, 0.10316179, 1e-8))
    #expect(isClose(index.tau2, 0.58615087, 1e-8))
    #expect(isClose(try #require(index.rankability), 0.89548131, 1e-8))
    let expected = [123.384499, 308.578374, 67.203008, 83.89464, 77.411966, 33.304419]
    for (office, value) in zip(index.offices, expected) {
      #expect(abs(try #require(office).shrunk.index - value) < 1e-6)
    }
    let second = try #require(index.offices[1])
    #expect(abs(second.shrunk.low - 145.126602) < 1e-6 && abs(second.shrunk.high - 656.12101) < 1e-5)
  }

  @Test func `a score can be recomputed from what is stored beside it`() throws {
    for office in try #require(fit(Self.posts(Self.fixture))).offices {
      let office = try #require(office)
      let ratio = log((office.observed + 0.5) / (office.expected + 0.5))
      #expect(
        isClose(
          office.shrunk.priorMean + office.shrunk.factor * (ratio - office.shrunk.priorMean),
          office.shrunk.score))
    }
  }

  @Test func `one office, no interactions, one post, a silent platform do not trap`() throws {
    #expect(EngagementIndex.obstacle([]) == .fewOffices)
    #expect(fit(Self.posts([[(1, 10)], [(2, 10)]]), offices: 2) == nil)
    #expect(EngagementIndex.obstacle(Self.posts([[(0, 10)], [(0, 10)], [(0, 5)]])) == .noInteractions)
    #expect(fit(Self.posts([[(0, 10)], [(0, 10)], [(0, 5)]]), offices: 3) == nil)
    let single = try #require(fit(Self.posts([[(1, 10)], [(0, 10)], [(0, 5)]]), offices: 3))
    #expect(single.kappa2 == 0 && single.offices.allSatisfy { $0?.shrunk.score.isFinite == true })
    // Nobody interacts on the second platform: its posts tell nothing, and its only office has no index.
    let silent =
      Self.posts(Self.fixture) + [IndexPost(office: 6, platform: 1, interactions: 0, exposure: 900)]
    let both = try #require(fit(silent, offices: 7, platforms: 2))
    #expect(both.offices[6] == nil && both.rates[1] == 0)
    #expect(Array(both.offices.prefix(6)) == fit(Self.posts(Self.fixture))?.offices)
  }

  @Test func `scaling the exposure of a platform leaves the index`() throws {
    let posts = Self.posts(Self.fixture) + Self.posts(Array(Self.fixture.reversed()), platform: 1)
    let scaled = posts.map { post in
      var post = post
      if post.platform == 1 { post.exposure *= 1000 }
      return post
    }
    let (one, other) = (try #require(fit(posts, platforms: 2)), try #require(fit(scaled, platforms: 2)))
    for (a, b) in zip(one.offices, other.offices) {
      #expect(isClose(try #require(a).shrunk.score, try #require(b).shrunk.score))
      #expect(isClose(try #require(a).shrunk.variance, try #require(b).shrunk.variance))
    }
  }

  @Test func `splitting a post leaves the rate where nothing is capped or weighted`() throws {
    let posts = Self.posts(Self.fixture)
    let split = posts.flatMap { post in
      let half = IndexPost(
        office: post.office, platform: post.platform, interactions: post.interactions / 2,
        exposure: post.exposure / 2)
      return [half, half]
    }
    let rates = [posts, split].map { Standardisation.rates($0, 1) { _, _ in 1 } }
    #expect(isClose(rates[0][0], rates[1][0]))
  }

  @Test func `an office without posts changes nobody`() throws {
    let with = try #require(fit(Self.posts(Self.fixture), offices: 7))
    #expect(with.offices[6] == nil)
    #expect(Array(with.offices.prefix(6)) == fit(Self.posts(Self.fixture))?.offices)
  }

  @Test func `permuting offices permutes results`() throws {
    let order = [4, 2, 5, 0, 3, 1]
    let plain = try #require(fit(Self.posts(Self.fixture))).offices
    let permuted = try #require(fit(Self.posts(order.map { Self.fixture[$0] }))).offices
    for (place, office) in order.enumerated() {
      #expect(isClose(try #require(permuted[place]).shrunk.score, try #require(plain[office]).shrunk.score))
    }
    let units = plain.compactMap { $0 }.map { (score: $0.shrunk.score, variance: $0.shrunk.variance) }
    let ranks = RankRange.rank(units)
    #expect(RankRange.rank(order.map { units[$0] }).map(\.low) == order.map { ranks[$0].low })
    #expect(RankRange.rank(order.map { units[$0] }).map(\.high) == order.map { ranks[$0].high })
  }

  @Test func `a viral post counts as about one post`() throws {
    var offices = Self.fixture
    offices[3][0] = (5 * 500, 200 * 500)
    let viral = try #require(fit(Self.posts(offices))).offices[3]
    #expect(abs(try #require(viral).shrunk.score - log(0.839)) < 0.6)
  }
}

@Suite struct RankRangeTests {
  /// Two units, one standard error apart each: the better is first with probability Φ(1/√2 · √…).
  @Test func `expected ranks and ranges of two units`() {
    let ranks = RankRange.rank([(score: 0, variance: 1), (score: 1, variance: 1)])
    // P(first above second) = Φ(−1/√2) = 0.239750
    #expect(abs(ranks[0].expected - (2 - 0.239750)) < 1e-6)
    #expect(abs(ranks[1].expected - 1.239750) < 1e-6)
    #expect(ranks.map(\.rank) == [2, 1])
    #expect(ranks.allSatisfy { $0.low == 1 && $0.high == 2 })
  }

  @Test func `units far apart have their place for sure, equals share it`() {
    let units = [(9.0, 0.01), (5.0, 0.01), (5.0, 0.01), (0.0, 0.01)].map { (score: $0.0, variance: $0.1) }
    let ranks = RankRange.rank(units)
    #expect(ranks.map(\.rank) == [1, 2, 2, 4])
    #expect(ranks.map(\.low) == [1, 2, 2, 4] && ranks.map(\.high) == [1, 3, 3, 4])
    #expect(ranks[1].expected == 2.5 && ranks[1].expected == ranks[2].expected)
  }

  @Test func `nobody and one alone`() {
    #expect(RankRange.rank([]).isEmpty)
    #expect(RankRange.rank([(score: 2, variance: 0.5)]) == [RankRange(rank: 1, low: 1, high: 1, expected: 1)])
  }

  @Test func `draws are standard normal`() {
    var draws = NormalDraws(seed: 7)
    let values = (0..<100_000).map { _ in draws.next() }
    let mean = values.reduce(0, +) / 100_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 99_999
    #expect(abs(mean) < 0.012 && abs(variance - 1) < 0.02)
    // Φ(1.959964) = 0.975
    #expect(abs(Double(values.count { $0 < 1.959964 }) / 100_000 - 0.975) < 0.002)
    #expect(abs(Normal.distribution(1.959964) - 0.975) < 1e-8)
  }
}
