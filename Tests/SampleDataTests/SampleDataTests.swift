import Foundation
import Testing

import SampleData

/// The committed samples, and the program that makes them.
@Suite struct SampleDataTests {
  static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("samples").path

  private func committed() throws -> [String] {
    let manager = FileManager.default
    let found = try #require(manager.enumerator(atPath: Self.samples)).compactMap { $0 as? String }
    return found.filter { name in
      var isFolder = ObjCBool(false)
      return manager.fileExists(atPath: Self.samples + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  @Test func `the committed samples are the generator's output, to the byte`() throws {
    let files = SampleData.files()
    for file in files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.samples + "/" + file.path))
      #expect(bytes == Data(file.bytes), "\(file.path): `make-samples samples samples` writes it anew")
    }
    #expect(try committed().sorted() == files.map(\.path).sorted())
  }

  @Test func `another seed gives other data for the same offices`() {
    let (one, other) = (SampleData.files(), SampleData.files(seed: 7))
    #expect(one.map(\.path) != other.map(\.path))
    #expect(
      one.first { $0.path == "config/opd.csv" }?.bytes == other.first { $0.path == "config/opd.csv" }?.bytes)
  }

  @Test func `the samples are small and say that they are fictitious`() throws {
    #expect(SampleData.files().reduce(0) { $0 + $1.bytes.count } < 4 << 20)
    let settings = try String(contentsOfFile: Self.samples + "/config/laporan.csv", encoding: .utf8)
    #expect(settings.contains("CONTOH – DATA FIKTIF"))
    #expect(try String(contentsOfFile: Self.samples + "/README.md", encoding: .utf8).contains("**fiktif**"))
  }

  @Test func `every office of the regency is there, and each export's instant is known`() throws {
    let files = Dictionary(uniqueKeysWithValues: SampleData.files().map { ($0.path, $0.bytes) })
    let offices = String(decoding: try #require(files["config/opd.csv"]), as: UTF8.self).split(
      separator: "\n")
    // 25 and two hospitals, 14 districts, the regency's own page, the header.
    #expect(offices.count == 43)
    let manifest = String(decoding: try #require(files["inbox/manifest.csv"]), as: UTF8.self)
    let listed = Set(
      manifest.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first })
    let exports = files.keys.filter { $0.hasPrefix("inbox/") && $0 != "inbox/manifest.csv" }.map {
      $0.dropFirst("inbox/".count)
    }
    #expect(listed == Set(exports))
  }

  @Test(arguments: [0, 1, 1000])
  func `the bulk export has as many rows as asked for, each with an id of its own`(rows: Int) throws {
    let bulk = try #require(BulkData(rows: rows))
    var bytes: [UInt8] = []
    for export in bulk.exports { try export.write { bytes += $0 } }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let ids = lines.filter { $0.prefix(15).allSatisfy { $0.isASCII && $0.isNumber } && $0.contains(",") }
      .compactMap { $0.split(separator: ",").first }
    #expect(ids.count == rows)
    #expect(Set(ids).count == rows)
    #expect(BulkData(rows: -1) == nil)
    let shared = try #require(BulkData(rows: rows, years: 1, offices: 3))
    var posts = 0
    for export in shared.exports {
      try export.write {
        posts += String(decoding: $0, as: UTF8.self).components(separatedBy: "\nlink").count - 1
      }
    }
    #expect(Set(shared.exports.map(\.path)).count == 3)
  }
}
