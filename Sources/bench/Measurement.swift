import Foundation

/// What one run of a program took.
struct Measurement {
  var wall = 0.0
  var cpu = 0.0
  /// Megabytes.
  var peak = 0.0

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program in the current folder to its end; its output goes nowhere.
  ///
  /// The kernel's own figures for the process: `wait4` gives what no timer around it can.
  init(_ words: [String], accepting codes: Set<Int32> = [0]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let start = DispatchTime.now().uptimeNanoseconds
    guard posix_spawnp(&process, words[0], &actions, nil, &pointers, environ) == 0 else {
      throw Failure(description: "cannot start \(words[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    wall = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    cpu = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    peak = Double(usage.ru_maxrss) / 1024
    let code = status & 0x7f == 0 ? status >> 8 & 0xff : -1
    guard codes.contains(code) else {
      throw Failure(description: "\(words.joined(separator: " ")) ended with \(code)")
    }
  }

  private init(wall: Double, cpu: Double, peak: Double) {
    (self.wall, self.cpu, self.peak) = (wall, cpu, peak)
  }

  /// The median of each figure.
  static func median(_ runs: [Measurement]) -> Measurement {
    func middle(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      let half = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
    return Measurement(
      wall: middle(runs.map(\.wall)), cpu: middle(runs.map(\.cpu)), peak: middle(runs.map(\.peak)))
  }
}
