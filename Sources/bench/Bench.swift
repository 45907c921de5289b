import Foundation

/// Loads one large export again and again, beside the shell's raw import of it.
struct Bench {
  private let medsos: String
  private let rows: Int
  private let runs: Int
  private let folder: String
  private let export: String

  /// Makes the export in a folder of its own.
  init(medsos: String, generator: String, rows: Int, runs: Int) throws {
    (self.medsos, self.rows, self.runs) = (medsos, rows, runs)
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("medsos-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.changeCurrentDirectoryPath(folder)
    _ = try Measurement([generator, "bulk", String(rows), folder])
    let inbox = folder + "/inbox/DINKES/facebook"
    export = inbox + "/" + (try FileManager.default.contentsOfDirectory(atPath: inbox).first ?? "")
  }

  func clean() { try? FileManager.default.removeItem(atPath: folder) }

  func run() throws {
    let size = try FileManager.default.attributesOfItem(atPath: export)[.size] as? Int ?? 0
    print("\(rows) rows, \(size / 1_000_000) MB, medians of \(runs) runs, one after the other in turn")
    var (imports, first, again, starts): ([Measurement], [Measurement], [Measurement], [Measurement]) = (
      [], [], [], []
    )
    for _ in 0..<runs {
      imports.append(try rawImport())
      remove("medsos.sqlite")
      first.append(try ingest())
      again.append(try ingest())
      starts.append(try Measurement([medsos, "--version"]))
    }
    let reference = Measurement.median(imports)
    print(line("", ["wall s", "cpu s", "peak MB", "wall/R", "at most"]))
    show("R: sqlite3 .import, no journal, no sync", reference, reference, "")
    show("first load, everything on, durable", .median(first), reference, "0.90")
    show("the same file again", .median(again), reference, "0.35")
    let start = Measurement.median(starts).wall * 1000
    print(line("medsos --version", [text(start, 1) + " ms", "", "", "", "15 ms"]))
  }

  private func rawImport() throws -> Measurement {
    remove("raw.sqlite")
    return try Measurement(
      [
        "sqlite3", "raw.sqlite", "-cmd", "PRAGMA journal_mode=OFF", "-cmd", "PRAGMA synchronous=OFF",
        ".import --csv '\(export)' raw",
      ])
  }

  private func ingest() throws -> Measurement {
    try Measurement([medsos, "ingest", "inbox", "--warehouse", "medsos.sqlite"])
  }

  private func remove(_ name: String) { try? FileManager.default.removeItem(atPath: folder + "/" + name) }

  private func show(_ what: String, _ figures: Measurement, _ reference: Measurement, _ limit: String) {
    let cells = [
      text(figures.wall, 2), text(figures.cpu, 2), text(figures.peak, 0),
      text(figures.wall / reference.wall, 2), limit,
    ]
    print(line(what, cells))
  }

  private func text(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

  private func line(_ what: String, _ cells: [String]) -> String {
    what.padding(toLength: 42, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }.joined()
  }
}
