import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// A load that is taken back: as if it had never been.
@Suite struct UndoTests {
  private func ingest(_ names: some Sequence<String>, _ files: [String: Data], into office: Office) throws {
    for name in names {
      try office.send(name, "")
      try (files[name] ?? Data()).write(to: URL(fileURLWithPath: office.inbox + "/" + name))
      try office.ingest(exportedAt: nil)
    }
  }

  private func office() throws -> Office {
    try Office(akun: AccountFileTests.akun + "\nDISHUB,instagram,17840000000000002,,\n")
  }

  /// Posts whose texts and figures drift, stories, accounts' own days, files that wait and one that is refused.
  static var files: [String: Data] {
    var files = SnapshotTests.mixedInbox.mapValues { Data($0.utf8) }
    for day in 3...5 {
      let rows = (1...4).map { "\"October \($0)\",\"\($0 + (day == 4 ? 10 : 20))\",\"1\",\"2\"" }.joined(
        separator: "\n")
      files["DINKES/facebook/ekspor-2025-11-0\(day) Viewers.csv"] = Data(
        "\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n\(rows)\n".utf8)
    }
    for day in 3...5 {
      files["DINKES/instagram/ekspor-2025-11-0\(day) feed.csv"] = Data(feed(day).utf8)
      files["DINKES/instagram/ekspor-2025-11-0\(day) cerita.csv"] = Data(stories(day).utf8)
    }
    files["SETWAN/ekspor-2025-11-03 jk.csv"] = Data(
      "\"Gender\",\"Distribution\"\n\"A\",\"0.4\"\n\"B\",\"0.6\"\n".utf8)
    files["DISHUB/ekspor-2025-11-03 jk.csv"] = Data(
      "\"Gender\",\"Distribution\"\n\"A\",\"0.5\"\n\"B\",\"0.5\"\n".utf8)
    return files
  }

  private static let instagram =
    "Post ID,Account ID,Account username,Account name,Description,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares"

  /// Own posts, one of a registered collaborator with blank reach, one of nobody's.
  private static func feed(_ day: Int) -> String {
    let rows = (1...4).map { post in
      let account =
        post < 3
        ? "17840000000000001,contoh.dinkes"
        : post == 3 ? "17840000000000002,contoh.dishub" : "17840000000000009,asing"
      let reach = post == 3 ? "" : "\(40 * day + post)"
      return
        "1790000000000000\(post),\(account),Nama \(day),Halo \(day / 4),10/0\(post)/2025 10:00,https://www.instagram.com/p/x\(post)/,IG image,,Lifetime,\(50 * day),\(reach),\(day),0,1,\(post)"
    }
    return ([instagram + ",Comments,Saves"] + rows).joined(separator: "\n") + "\n"
  }

  /// A story, and a row in which Meta failed that keeps its figures.
  private static func stories(_ day: Int) -> String {
    """
    \(instagram),Replies
    17910000000000001,17840000000000001,contoh.dinkes,Nama,,10/02/2025 11:00,https://www.instagram.com/stories/c/1,IG story,,Lifetime,\(9 * day),\(8 * day),1,0,0
    ,,,,,,,,An error occurred while computing metadata for content with ID 17910000000000002.,Lifetime,7,\(day),1,0,0

    """
  }

  @Test func `any file taken back leaves what the others alone would give`() throws {
    let files = Self.files
    let names = files.keys.sorted()
    for name in names {
      let (all, others) = (try office(), try office())
      try ingest(names, files, into: all)
      let undo = Undo(all.warehouse)
      let targets = try undo.targets(named: all.inbox + "/" + name)
      #expect(!targets.isEmpty, "\(name)")
      _ = try undo.undo(targets)
      // Copies of the same bytes are one file.
      try ingest(names.filter { files[$0] != files[name] }, files, into: others)
      #expect(try all.warehouse.dump() == others.warehouse.dump(), "\(name)")
      #expect(try LedgerAudit(all.warehouse).findings().findings == [])
    }
  }

  @Test func `twenty random orders, a load taken back and given again in between, give the same content`()
    throws
  {
    let files = Self.files
    var random = SystemRandomNumberGenerator()
    let expected = try office()
    try ingest(files.keys.sorted(), files, into: expected)
    let dump = try expected.warehouse.dump()
    #expect(dump.count > 60)
    for _ in 0..<20 {
      let office = try office()
      let names = files.keys.shuffled(using: &random)
      let pause = Int.random(in: 1..<names.count, using: &random)
      try ingest(names[..<pause], files, into: office)
      let undo = Undo(office.warehouse)
      let again = names[..<pause].randomElement(using: &random) ?? ""
      _ = try undo.undo(try undo.targets(named: again))
      try FileManager.default.removeItem(atPath: office.inbox + "/" + again)
      try ingest(names[pause...] + [again], files, into: office)
      #expect(try office.warehouse.dump() == dump, "\(names), again \(again)")
    }
  }

  @Test func `what a load had released waits again, and goes with the load that had kept it`() throws {
    let office = try office()
    let file = Data("\"Gender\",\"Distribution\"\n\"A\",\"0.4\"\n\"B\",\"0.6\"\n".utf8)
    try ingest(["SETWAN/x.csv"], ["SETWAN/x.csv": file], into: office)
    let waiting = try office.warehouse.dump()
    try office.register(akun: AccountFileTests.akun + "\nSETWAN,facebook,,contoh.setwan,\n")
    try office.ingest(exportedAt: nil)
    let releasing = try office.one("SELECT load_key FROM ingest_load WHERE releases IS NOT NULL").integer ?? 0
    let undo = Undo(office.warehouse)
    _ = try undo.undo(try undo.targets(named: "\(releasing)"))
    #expect(try office.warehouse.dump() == waiting)
    try office.ingest(exportedAt: nil)
    let outcome = try undo.undo(try undo.targets(named: "1"))
    #expect(outcome.loads.count == 2)
    #expect(outcome.facts == 2)
    #expect(try office.warehouse.dump() == [])
  }

  @Test func `a load is named by its number, its path, its file's name, or the file itself`() throws {
    let office = try office()
    let files = Self.files
    let name = "DISHUB/ekspor-2025-11-03 jk.csv"
    try ingest([name], files, into: office)
    let undo = Undo(office.warehouse)
    for text in ["1", name, "ekspor-2025-11-03 jk.csv", office.inbox + "/" + name] {
      #expect(try undo.targets(named: text).map(\.key) == [1], "\(text)")
    }
    #expect(try undo.targets(named: "tidak ada") == [])
  }

  @Test func `the months that the load touched are made anew`() throws {
    let office = try office()
    let name = "DINKES/Sep-30-2025_Oct-31-2025_1.csv"
    try ingest([name], [name: Data(Export.file(Export.row("122000000000001")).utf8)], into: office)
    try office.warehouse.execute("DELETE FROM mart_dirty")
    let undo = Undo(office.warehouse)
    _ = try undo.undo(try undo.targets(named: name))
    let months = try office.warehouse.rows("SELECT month FROM mart_dirty ORDER BY 1").map { $0[0] }
    #expect(months == ["2025-09", "2025-10", "2025-11"])
  }

  @Test func `the month that a post moves back to is made anew, and a load's number is never given again`()
    throws
  {
    let office = try office()
    let files = [
      "DINKES/ekspor-2025-10-03.csv": Data(
        Export.file(Export.row("122000000000001", time: "09/20/2025 03:07")).utf8),
      "DINKES/ekspor-2025-11-03.csv": Data(
        Export.file(Export.row("122000000000001", time: "10/20/2025 03:07")).utf8),
    ]
    try ingest(files.keys.sorted(), files, into: office)
    try office.warehouse.execute("DELETE FROM mart_dirty")
    let undo = Undo(office.warehouse)
    _ = try undo.undo(try undo.targets(named: "DINKES/ekspor-2025-11-03.csv"))
    #expect(try office.one("SELECT count(*) FROM mart_dirty WHERE month = '2025-09'") == 1)
    try office.ingest(exportedAt: nil)
    #expect(try office.warehouse.rows("SELECT load_key FROM ingest_load ORDER BY 1") == [[1], [3]])
  }
}
