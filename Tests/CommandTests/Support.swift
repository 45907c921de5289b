import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  struct Result {
    let code: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The objects of `--json` output.
    func objects() throws -> [[String: Any]] {
      try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }
  }

  /// The folder of the built products: the one that the running tests lie in.
  static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The checkout.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().path

  static var path: String { products.appendingPathComponent("medsos").path }

  static func medsos(
    _ arguments: String..., in folder: String, environment: [String: String] = [:]
  ) throws -> Result {
    try run(path, arguments, in: folder, environment: environment)
  }

  /// Runs a shell line with the program's path in `$MEDSOS`.
  static func shell(_ line: String, in folder: String) throws -> Result {
    try run("/bin/sh", ["-c", line], in: folder, environment: ["MEDSOS": path])
  }

  static func run(
    _ executable: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files take any amount of output; a pipe that nobody empties would block the program.
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("medsos-\(UUID().uuidString)")
      .path
    var texts: [String] = []
    for suffix in [".out", ".err"] {
      _ = FileManager.default.createFile(atPath: base + suffix, contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: base + ".out")
    process.standardError = FileHandle(forWritingAtPath: base + ".err")
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    for suffix in [".out", ".err"] {
      texts.append(try String(contentsOfFile: base + suffix, encoding: .utf8))
      try FileManager.default.removeItem(atPath: base + suffix)
    }
    return Result(code: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// An empty folder for one test, gone with it.
final class Desk: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("medsos-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Permission bits of a file.
  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  /// A registry of two offices and an inbox with a good and a bad file of Dinkes.
  func prepare() throws {
    try write(
      "config/opd.csv",
      "kode,nama,singkatan,kelompok\nDINKES,Dinas Kesehatan,Dinkes,Dinas\nDISHUB,Dinas Perhubungan,Dishub,Dinas\n"
    )
    try write(
      "config/akun.csv",
      "kode_opd,platform,id\nDINKES,facebook,615500000000001\nDISHUB,facebook,615500000000002\n")
    try write(
      "inbox/manifest.csv",
      "file,exported_at\n\(Self.good),2025-11-03T09:00:00+08:00\n\(Self.bad),2025-11-03T09:05:00+08:00\n")
    try write("inbox/" + Self.good, Self.header + (1...6).map { Self.row($0) }.joined())
    try write("inbox/" + Self.bad, Self.header + Self.row(7) + Self.row(8, reach: "1,2 rb"))
  }

  static let good = "DINKES/facebook/Sep-30-2025_Oct-31-2025_1000000000000001.csv"
  static let bad = "DISHUB/facebook/Sep-30-2025_Oct-31-2025_1000000000000002.csv"
  static let header =
    "\u{FEFF}\"Post ID\",\"Page ID\",\"Page name\",Title,\"Publish time\",Permalink,\"Post type\",Date,Views,Reach,"
    + "\"Reactions, Comments and Shares\",Reactions,Comments,Shares\n"

  /// Posts 1–6 are of Dinkes, others of Dishub; reactions are the number of the post.
  static func row(_ number: Int, reach: String = "100") -> String {
    let page = number < 7 ? 1 : 2
    return
      "12210000000000\(number),61550000000000\(page),\"Contoh \(page)\",\"Halo, \"\"Wajo\"\" \(number)\",\"10/0\(number)/2025 03:07\","
      + "https://www.facebook.com/contoh/posts/pfbid\(number),Photos,Lifetime,150,\"\(reach)\",\(number + 1),\(number),1,0\n"
  }
}
