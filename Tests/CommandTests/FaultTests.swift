import Foundation
import TestSupport
import Testing
import Warehouse

/// A small load in which each call that changes a file fails once, one after the other: the state before or the state after,
/// nothing between, and a sentence with the right exit code.
@Suite(.serialized) struct FaultTests {
  /// The library that makes calls fail, built by the toolchain's own compiler.
  private static let shim: String? = {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("medsos-faults-\(getpid()).so")
      .path
    let source = Program.checkout + "/Tests/Faults/fail_nth.c"
    let line =
      "for cc in cc gcc clang; do command -v $cc >/dev/null && exec $cc -shared -fPIC -O1 -w -o '\(path)' '\(source)' -ldl; done; exit 1"
    return (try? Program.shell(line, in: "/tmp").code) == 0 ? path : nil
  }()

  private func dump(_ desk: Desk) throws -> [String] {
    // Opened for writing, so that an unfinished transaction is rolled back as the next run would.
    try Warehouse.open(desk.path + "/medsos.sqlite").dump()
  }

  /// A warehouse with one file loaded, and another in the inbox.
  private func prepared() throws -> Desk {
    let desk = try Desk()
    try desk.prepare()
    try FileManager.default.moveItem(
      atPath: desk.path + "/inbox/" + Desk.bad, toPath: desk.path + "/later.csv")
    _ = try Program.medsos("run", "inbox", "--month", "2025-10", in: desk.path)
    try FileManager.default.moveItem(
      atPath: desk.path + "/later.csv", toPath: desk.path + "/inbox/" + Desk.bad)
    return desk
  }

  private func ingest(_ desk: Desk, _ environment: [String: String]) throws -> Program.Result {
    let shim = try #require(Self.shim, "no C compiler on this machine")
    return try Program.run(
      Program.path, ["ingest", "inbox"], in: desk.path,
      environment: environment.merging(["LD_PRELOAD": shim, "MEDSOS_FAIL_LOG": desk.path + "/calls"]) { $1 })
  }

  @Test(arguments: [("5", false), ("28", true)])
  func `every write, sync, open, truncate and unlink may fail`(errno: String, stays: Bool) throws {
    let start = try prepared()
    let old = try dump(start)
    let database = try Data(contentsOf: URL(fileURLWithPath: start.path + "/medsos.sqlite"))
    #expect(try ingest(start, [:]).code == 1)
    let new = try dump(start)
    #expect(old != new)
    let calls = try #require(Int(try start.read("calls").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(calls > 10)
    var states = [0, 0]
    var others = 0
    for number in 1...calls {
      let desk = try Desk()
      try desk.prepare()
      try database.write(to: URL(fileURLWithPath: desk.path + "/medsos.sqlite"))
      var environment = ["MEDSOS_FAIL_AT": "\(number)", "MEDSOS_FAIL_ERRNO": errno]
      if stays { environment["MEDSOS_FAIL_STAYS"] = "1" }
      let result = try ingest(desk, environment)
      #expect([1, 3].contains(result.code), "\(number): \(result)")
      if result.code == 3 { #expect(!result.errors.isEmpty, "\(number)") }
      let state = try dump(desk)
      #expect(state == old || state == new, "\(number): \(result)")
      // Who is told that it is loaded finds it there.
      if result.code == 1 { #expect(state == new, "\(number): \(result)") }
      if state == old || state == new { states[state == new ? 1 : 0] += 1 } else { others += 1 }
      // What was done in vain is done again.
      #expect([0, 1].contains(try Program.medsos("ingest", "inbox", in: desk.path).code), "\(number)")
      #expect(try dump(desk) == new, "\(number)")
    }
    #expect(states[0] > 0)
    // For docs/keandalan.md: injected, old state, new state.
    print("reliability faults \(calls) \(states[0]) \(states[1]) \(others)")
  }
}
