import Foundation
import SampleData

let usage = """
  usage: make-samples samples DIR [--seed N]
         make-samples bulk ROWS DIR [--seed N] [--years N] [--offices N]

  samples  writes the fictitious sample data: description, settings and inbox
  bulk     writes exports of ROWS rows together, one an office, with their settings
  """

/// Says how to call the program, and ends it as the system's convention for wrong usage asks.
func stopWithUsage() -> Never {
  FileHandle.standardError.write(Data((usage + "\n").utf8))
  exit(64)
}

/// Makes the folders above a file.
func makeFolder(of file: URL) throws {
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
}

func write(_ files: [SampleData.File], below folder: URL) throws {
  for file in files {
    let url = folder.appendingPathComponent(file.path)
    try makeFolder(of: url)
    try Data(file.bytes).write(to: url)
  }
}

/// Writes piece by piece, so that memory does not grow with the file.
func writeBulk(_ bulk: BulkData, below folder: URL) throws {
  try write(bulk.companions, below: folder)
  for export in bulk.exports {
    let url = folder.appendingPathComponent(export.path)
    try makeFolder(of: url)
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try export.write { piece in try handle.write(contentsOf: piece) }
    try handle.close()
  }
}

/// Takes an option and its number out of the arguments.
func take(_ name: String, _ arguments: inout [String]) -> UInt64? {
  guard let index = arguments.firstIndex(of: name) else { return nil }
  guard index + 1 < arguments.count, let number = UInt64(arguments[index + 1]) else { stopWithUsage() }
  arguments.removeSubrange(index...index + 1)
  return number
}

var arguments = Array(CommandLine.arguments.dropFirst())
let seed = take("--seed", &arguments) ?? SampleData.defaultSeed
let years = take("--years", &arguments).map { Int(clamping: $0) } ?? 20
let offices = take("--offices", &arguments).map { Int(clamping: $0) } ?? 1
guard !arguments.contains(where: { $0.isEmpty || $0.hasPrefix("-") }) else { stopWithUsage() }
do {
  switch (arguments.first, arguments.count) {
  case ("samples", 2):
    try write(SampleData.files(seed: seed), below: URL(fileURLWithPath: arguments[1]))
  case ("bulk", 3):
    guard let rows = Int(arguments[1]),
      let bulk = BulkData(rows: rows, years: years, offices: offices, seed: seed)
    else { stopWithUsage() }
    try writeBulk(bulk, below: URL(fileURLWithPath: arguments[2]))
  default: stopWithUsage()
  }
} catch {
  FileHandle.standardError.write(Data("make-samples: \(error.localizedDescription)\n".utf8))
  exit(1)
}
