import Analyze
import Foundation
import Warehouse

/// Times a month's marts in warehouses of one year and of five, with as many posts a month.
struct Growth {
  private struct Undone: Error {}

  let medsos: String
  let generator: String
  let runs: Int

  func run(postsAYear: Int) throws {
    print("\na month's marts, \(postsAYear / 12) posts a month of 30 offices, medians of \(runs) runs")
    for years in [1, 5] {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("medsos-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appendingPathComponent("medsos.sqlite").path
      _ = try Measurement(
        [
          generator, "bulk", String(postsAYear * years), folder.path, "--years", String(years), "--offices",
          "30",
        ])
      _ = try Measurement(
        [medsos, "ingest", folder.path + "/inbox", "--warehouse", path], accepting: [0, 1])
      _ = try Measurement([medsos, "analyze", "--warehouse", path])
      try measure(path, years)
    }
  }

  private func measure(_ path: String, _ years: Int) throws {
    let warehouse = try Warehouse.open(path)
    let analysis = try Analysis(warehouse)
    guard let month = Month("2025-06") else { return }
    var (aggregates, marts): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      aggregates.append(try time(warehouse) { try analysis.aggregate(month) })
      marts.append(try time(warehouse) { try analysis.make(month) })
    }
    let figures = [aggregates, marts].map { String(format: "%.0f ms", $0.sorted()[$0.count / 2] * 1000) }
    print("\(years) year\(years == 1 ? "" : "s") of posts: SQL \(figures[0]), all of the marts \(figures[1])")
  }

  /// What a piece of work takes, which is undone afterwards.
  private func time(_ warehouse: Connection, _ work: () throws -> Void) throws -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    var end = start
    do {
      try warehouse.transaction {
        try work()
        end = DispatchTime.now().uptimeNanoseconds
        throw Undone()
      }
    } catch is Undone {}
    return Double(end - start) / 1e9
  }
}
