import Foundation
import TestSupport
import Testing
import Warehouse

/// The monthly batch, killed at random moments and run again: the database of a clean run, every time.
@Suite struct KillTests {
  private func dump(_ path: String) throws -> [String] {
    let warehouse = try Warehouse.openReadOnly(path)
    return try warehouse.dump() + warehouse.martDump()
  }

  /// Starts the batch and kills it after some milliseconds; whether it was still running.
  private func runAndKill(_ desk: Desk, after delay: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["run", Program.checkout + "/samples/inbox", "--month", "2025-10"]
    process.currentDirectoryURL = URL(fileURLWithPath: desk.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: delay)
    let wasRunning = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return wasRunning
  }

  @Test func `a batch that is killed and run again ends like one that was not`() throws {
    let clean = try Desk()
    let start = Date()
    _ = try Program.medsos("run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: clean.path)
    let duration = -start.timeIntervalSinceNow
    let expected = try dump(clean.path + "/medsos.sqlite")
    let reports = ["laporan.txt", "peringkat.csv", "kelengkapan.csv", "ditolak.csv"]
    var kills = 0
    let rounds = ProcessInfo.processInfo.environment["MEDSOS_LONG"] == nil ? 5 : 15
    for _ in 0..<rounds {
      let desk = try Desk()
      for _ in 0..<4 where try runAndKill(desk, after: .random(in: 0...duration)) { kills += 1 }
      let last = try Program.medsos(
        "run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: desk.path)
      #expect([0, 2].contains(last.code), "\(last)")
      #expect(try dump(desk.path + "/medsos.sqlite") == expected)
      for name in reports {
        #expect(try desk.read("laporan/2025-10/" + name) == clean.read("laporan/2025-10/" + name), "\(name)")
      }
      #expect(try Program.medsos("verify", in: desk.path).code == 0)
    }
    #expect(kills > 5)
    print("reliability kills \(kills) \(rounds)")
  }
}
