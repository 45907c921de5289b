import Foundation
import Testing

/// The standard rules on labelled captions that they were never fitted to.
@Suite struct CategoryAccuracyTests {
  private func accuracy(_ path: String) throws -> (share: Double, count: Int) {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let labels = try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["label"]
        as? String
    }
    let desk = try Desk()
    let result = try Program.shell("\"$MEDSOS\" categories try --jsonl < '\(path)'", in: desk.path)
    let found = try result.objects().map { $0["category"] as? String }
    #expect(result.code == 0 && found.count == labels.count)
    return (Double(zip(found, labels).count { $0 == $1 }) / Double(labels.count), labels.count)
  }

  /// Five hundred captions, a hundred of each label, a quarter of them awkward on purpose; all fictitious.
  @Test func `an author nobody had read is labelled right in 93 of 100`() throws {
    let found = try accuracy(Program.checkout + "/Tests/Golden/captions.jsonl")
    #expect(found.count == 500 && found.share >= 0.93, "\(found)")
  }

  private static let development = ProcessInfo.processInfo.environment["MEDSOS_REAL_EXPORTS"].map {
    $0 + "/../domain/captions-dev.jsonl"
  }

  @Test(
    .enabled(
      if: development.map { FileManager.default.fileExists(atPath: $0) } ?? false,
      "the development captions are not beside the checkout; the others are still judged"))
  func `the development set`() throws {
    let found = try accuracy(#require(Self.development))
    #expect(found.count == 120 && found.share >= 0.93, "\(found)")
  }
}
