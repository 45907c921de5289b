import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Snapshots over time: which is the latest, what changed, and that order does not matter.
@Suite struct SnapshotTests {
  private func early(
    _ figures: String, link: String = "https://www.facebook.com/contoh.dinkes/posts/pfbid1"
  ) -> String {
    Export.file(Export.row("122000000000001", link: link, figures: figures), Export.row("122000000000002"))
  }

  @Test func `the latest export counts, whichever came first`() throws {
    let office = try Office()
    try office.send("DINKES/ekspor-2025-11-06.csv", early("200,150,9,5,3,1"))
    try office.ingest(exportedAt: nil)
    try office.send("DINKES/ekspor-2025-11-03.csv", early("120,160,9,5,3,1"))
    let report = try #require(try office.ingest(exportedAt: nil).first { $0.status == .loaded })
    #expect(report.unchanged == 0)
    let latest = try office.warehouse.rows("SELECT views, reach, as_of FROM v_post_latest ORDER BY native_id")
    #expect(latest[0] == [200, 150, "2025-11-06T15:59:59Z"])
    #expect(try office.one("SELECT count(*) FROM fact_post_snapshot") == 4)
  }

  @Test func `a later export says what stayed and what fell`() throws {
    let office = try Office()
    try office.send("DINKES/ekspor-2025-11-03.csv", early("120,160,9,5,3,1"))
    try office.ingest(exportedAt: nil)
    try office.send("DINKES/ekspor-2025-11-06.csv", early("200,150,9,5,3,1"))
    let report = try #require(try office.ingest(exportedAt: nil).first { $0.status == .loaded })
    #expect(report.unchanged == 1)
    #expect(report.warnings.contains(Self.fall))
  }

  private static let fall = "1 posts have a figure that falls from one export to the next (from line 2)"

  @Test func `a figure that fell is said also where the later export came first`() throws {
    let office = try Office()
    try office.send("DINKES/ekspor-2025-11-06.csv", early("200,150,9,5,3,1"))
    try office.ingest(exportedAt: nil)
    try office.send("DINKES/ekspor-2025-11-03.csv", early("120,160,9,5,3,1"))
    let report = try #require(try office.ingest(exportedAt: nil).first { $0.status == .loaded })
    #expect(report.warnings.contains(Self.fall))
  }

  @Test func `the same bytes under a name that tells their range make the month's coverage known`() throws {
    let office = try Office()
    try office.send("DINKES/tanpa rentang.csv", Export.file(Export.row("122000000000001")))
    try office.ingest()
    #expect(try office.one("SELECT published_from FROM ingest_load") == .null)
    try office.send("DINKES/Sep-30-2025_Oct-31-2025_1.csv", Export.file(Export.row("122000000000001")))
    let report = try office.ingest()[0]
    #expect(report.status == .loaded)
    #expect(report.warnings.last == "takes the place of an earlier load: DINKES/tanpa rentang.csv")
    #expect(
      try office.warehouse.rows("SELECT published_from, published_to FROM ingest_load")
        == [["2025-09-30T07:00:00Z", "2025-11-01T07:00:00Z"]])
    #expect(try office.ingest().map(\.status) == [.unchanged, .unchanged])
  }

  @Test func `an instant that was put right in the manifest counts`() throws {
    let office = try Office()
    try office.send("DINKES/a.csv", Export.file(Export.row("122000000000001")))
    for (day, status) in [("03", FileReport.Status.loaded), ("05", .loaded), ("05", .unchanged)] {
      try office.send("manifest.csv", "file,exported_at\nDINKES/a.csv,2025-11-\(day)T09:00\n")
      #expect(try office.ingest(exportedAt: nil).map(\.status) == [status])
    }
    #expect(try office.warehouse.rows("SELECT exported_at FROM ingest_load") == [["2025-11-05T01:00:00Z"]])
    // The option of one run is no reason to load everything again.
    #expect(try office.ingest(exportedAt: "2025-12-24T09:00").map(\.status) == [.unchanged])
  }

  @Test func `attributes that change are kept for each load, the latest stands in dim_post`() throws {
    let office = try Office()
    try office.send(
      "DINKES/ekspor-2025-11-06.csv",
      early("1,1,0,0,0,0", link: "https://www.facebook.com/contoh.dinkes/posts/new"))
    try office.ingest(exportedAt: nil)
    try office.send(
      "DINKES/ekspor-2025-11-03.csv",
      early("1,1,0,0,0,0", link: "https://www.facebook.com/contoh.dinkes/posts/old"))
    try office.ingest(exportedAt: nil)
    let history = try office.warehouse.rows(
      """
      SELECT native_id, attribute, value FROM post_attribute_history JOIN dim_post USING (post_key) ORDER BY value
      """)
    #expect(history.map { $0[2].text?.suffix(3) } == ["new", "old"])
    #expect(history.map { $0[1] } == ["permalink", "permalink"])
    #expect(
      try office.one("SELECT permalink FROM v_post_latest ORDER BY native_id").text?.hasSuffix("new") == true)
  }

  @Test func `twenty random orders give the same content`() throws {
    var random = SystemRandomNumberGenerator()
    let files = Self.mixedInbox
    var expected: [String]?
    for _ in 0..<20 {
      let office = try Office()
      for name in files.keys.sorted().shuffled(using: &random) {
        try office.send(name, files[name] ?? "")
        try office.ingest(exportedAt: nil)
      }
      let dump = try office.warehouse.dump()
      if let expected {
        #expect(dump == expected)
      } else {
        #expect(dump.count > 40)
        expected = dump
      }
    }
  }

  /// Five exports of overlapping posts whose texts, types, times and figures drift, one refused, one waiting.
  static var mixedInbox: [String: String] {
    let links = (1...3).map { "https://www.facebook.com/contoh.dinkes/posts/pfbid\($0)" }
    var files = [
      "DINKES/ekspor-2025-11-09.csv": Export.file(Export.row("1.2E+17")),
      "SETWAN/ekspor-2025-11-09.csv": Export.file(
        Export.row("122000000000077", page: "999900000000001,Asing", link: "-")),
    ]
    for day in 3...7 {
      let rows = (1...6).map { post in
        Export.row(
          "12200000000000\(post)", title: post + day > 10 ? "baru" : "lama",
          time: post == 6 && day == 5 ? "" : "10/0\(post)/2025 10:0\(post == 5 ? day : 1)",
          link: links[(post * day) % 3], share: day == 4 && post == 2 ? "1" : "0",
          type: (day + post) % 4 == 0 ? "Videos" : "Photos",
          figures: post == 3 && day == 6
            ? ",,,,," : "\(day * post),\(100 + (day * 7 + post) % 5),,1,2,\(post == 4 ? "" : "3")")
      }
      let text = "\u{FEFF}" + ([Export.header] + rows.shuffled()).joined(separator: "\n") + "\n"
      files["DINKES/\(day)/ekspor-2025-11-0\(day).csv"] = text
    }
    // Equal instants: the tie is broken by what is known and by the bytes.
    files["DINKES/ekspor-2025-11-07 (1).csv"] = Export.file(
      Export.row("122000000000001", title: "seri", figures: "9,9,,9,9,9"))
    return files
  }
}
