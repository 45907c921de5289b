import Foundation

// Times medsos against the sqlite3 shell's raw import of the same file, in the same run: `bench MEDSOS MAKE-SAMPLES`.
// `script/bench` builds both and calls it. Nothing here is a test: a slow machine fails nothing.

let usage = "usage: bench MEDSOS MAKE-SAMPLES [--rows N] [--runs N]\n"
var arguments = Array(CommandLine.arguments.dropFirst())

/// Takes `--name N` out of the arguments.
func option(_ name: String, _ fallback: Int, in arguments: inout [String]) -> Int {
  guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count,
    let value = Int(arguments[index + 1]), value > 0
  else { return fallback }
  arguments.removeSubrange(index...index + 1)
  return value
}

let rows = option("--rows", 1_000_000, in: &arguments)
let runs = option("--runs", 5, in: &arguments)
guard arguments.count == 2 else {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
do {
  let bench = try Bench(medsos: arguments[0], generator: arguments[1], rows: rows, runs: runs)
  defer { bench.clean() }
  try bench.run()
  try Growth(medsos: arguments[0], generator: arguments[1], runs: runs).run(postsAYear: rows / 5)
} catch {
  FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
  exit(1)
}
