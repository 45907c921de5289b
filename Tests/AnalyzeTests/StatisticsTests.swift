import Foundation
import Testing

@testable import Analyze

@Suite struct StatisticsTests {
  /// The fixture of `metrics.md` §5, made by an independent program.
  @Test func `ratio interval of the fixture`() throws {
    let posts: [(Double, Double)] = [(30, 400), (12, 350), (55, 900), (20, 610), (8, 300)]
    let range = try #require(RatioInterval(posts.map { (interactions: $0.0, exposure: $0.1) }))
    #expect(abs(range.ratio - 0.048828125) < 1e-9)
    #expect(abs(try #require(range.standardError) - 0.008709036) < 1e-9)
    #expect(abs(try #require(range.standardErrorLog) - 0.1783611) < 1e-7)
    // t(0.975, 4) = 2.776445105197793
    #expect(abs(try #require(range.low) - 0.048828125 * exp(-2.776445105197793 * 0.17836106)) < 1e-9)
    #expect(abs(try #require(range.high) - 0.048828125 * exp(2.776445105197793 * 0.17836106)) < 1e-9)
  }

  @Test(
    arguments: [
      ([], nil, false), ([(0, 0)], nil, false), ([(5, 0)], nil, false), ([(3, 60)], 0.05, false),
      ([(0, 10), (0, 20)], 0, false), ([(1, 10), (1, 10)], 0.1, true), ([(1, 10), (0, 0)], 0.1, true),
    ] as [([(Double, Double)], Double?, Bool)])
  func `nothing, one post, all zero and equal posts do not trap`(
    posts: [(Double, Double)], ratio: Double?, hasRange: Bool
  ) {
    let range = RatioInterval(posts.map { (interactions: $0.0, exposure: $0.1) })
    #expect(range?.ratio == ratio)
    #expect((range?.low != nil) == hasRange)
    if let low = range?.low, let high = range?.high { #expect(low.isFinite && high.isFinite && low <= high) }
  }

  @Test func `Student's t equals the oracle`() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let golden = try String(contentsOf: tests.appendingPathComponent("Golden/student_t.csv"), encoding: .utf8)
    let rows = golden.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 186)
    for row in rows {
      let (degrees, probability) = (try #require(Int(row[0])), try #require(Double(row[1])))
      let expected = try #require(Double(row[2]))
      #expect(abs(StudentT.quantile(probability, degrees: degrees) / expected - 1) < 1e-9, "\(row)")
    }
  }
}
