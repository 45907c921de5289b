import Foundation

/// The program beside this one.
struct Medsos {
  struct Failure: Error {
    let arguments: [String]
    let code: Int32
  }

  let checkout: String

  /// What the program prints.
  func run(_ arguments: String...) throws -> String { try run(arguments, accepting: [0]) }

  /// The ranking of the samples' last month as `medsos run` shows it.
  func ranking() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = try run(
      [
        "run", checkout + "/samples/inbox", "--month", "2025-10", "--warehouse", folder + ".sqlite", "--out",
        folder,
      ], accepting: [0, 1, 2])
    try? FileManager.default.removeItem(atPath: folder + ".sqlite")
    let lines = output.components(separatedBy: "\n")
    let start = lines.firstIndex { $0 == "Oktober 2025" } ?? 0
    let end = lines.firstIndex { $0 == "Laporan:" } ?? lines.count
    return lines[start..<end].joined(separator: "\n") + "\n"
  }

  func run(_ arguments: [String], accepting codes: [Int32]) throws -> String {
    let process = Process()
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    process.executableURL = folder.appendingPathComponent("medsos")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard codes.contains(process.terminationStatus) else {
      throw Failure(arguments: arguments, code: process.terminationStatus)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
