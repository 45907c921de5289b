import Foundation
import Testing

@testable import Warehouse

@Suite struct WarehouseTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "medsos-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  @Test func `a new warehouse is private, marked and complete`() throws {
    let path = path("w.sqlite")
    let warehouse = try Warehouse.open(path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try warehouse.scalar("PRAGMA application_id") == .integer(0x6D64_7373))
    #expect(try warehouse.scalar("PRAGMA user_version") == 2)
    #expect(try warehouse.scalar("PRAGMA page_size") == 16384)
    #expect(try warehouse.scalar("PRAGMA journal_mode") == "delete")
    #expect(try warehouse.scalar("PRAGMA synchronous") == 2)
    #expect(try warehouse.rows("PRAGMA foreign_key_check").isEmpty)
    // Every table is STRICT (the shadow of an untyped column would let "12x" in as a number).
    #expect(
      try warehouse.rows(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"
      ).isEmpty)
  }

  @Test func `opens again, also for reading`() throws {
    let path = path("w.sqlite")
    try Warehouse.open(path).run("INSERT INTO mart_dirty VALUES ('2025-10', 'test')")
    #expect(try Warehouse.open(path).scalar("SELECT count(*) FROM mart_dirty") == 1)
    let reader = try Warehouse.openReadOnly(path)
    #expect(throws: WarehouseError.self) { try reader.run("DELETE FROM mart_dirty") }
  }

  @Test func `refuses what is no warehouse and leaves its bytes alone`() throws {
    let text = path("text")
    try Data(String(repeating: "not a database ", count: 100).utf8).write(to: URL(filePath: text))
    try expectRefused(text, .notADatabase(path: text))

    let foreign = path("foreign")
    try Connection(path: foreign).execute("CREATE TABLE t (x)")
    try expectRefused(foreign, .foreign(path: foreign))

    let newer = path("newer")
    try Warehouse.open(newer).execute("PRAGMA user_version = 99")
    try expectRefused(newer, .newer(path: newer, found: 99, known: 2))
  }

  @Test func `refuses a damaged warehouse`() throws {
    let cut = path("cut")
    _ = try Warehouse.open(cut)
    let bytes = try Data(contentsOf: URL(filePath: cut))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: cut))
    try expectRefused(cut, .damaged(path: cut, detail: "\(bytes.count / 2) of \(bytes.count) bytes"))

    let altered = path("altered")
    try Warehouse.open(altered).execute("DROP VIEW v_post_latest")
    try expectRefused(altered, .damaged(path: altered, detail: "v_post_latest is missing or was changed"))
  }

  @Test func `an analyst's own view is no damage`() throws {
    let path = path("w.sqlite")
    try Warehouse.open(path).execute("CREATE VIEW my_view AS SELECT 1")
    _ = try Warehouse.open(path)
  }

  @Test func `a folder is no warehouse, and a missing one is not readable`() throws {
    #expect(throws: WarehouseError.cannotOpen(path: folder.path, reason: "not a regular file")) {
      try Warehouse.open(folder.path)
    }
    #expect(throws: WarehouseError.self) { try Warehouse.openReadOnly(path("none")) }
  }

  private func expectRefused(_ path: String, _ error: WarehouseError) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: error) { try Warehouse.open(path) }
    #expect(throws: error) { try Warehouse.openReadOnly(path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }
}

@Suite struct CalendarTests {
  @Test func `runs from 2004 to 2040 with Indonesian names`() throws {
    let warehouse = try Warehouse.inMemory()
    #expect(try warehouse.scalar("SELECT count(*) FROM dim_date") == 13_516)
    let row = try warehouse.rows(
      "SELECT date, quarter, month, month_name, weekday_name, iso_week, is_weekend, holiday FROM dim_date WHERE date_key IN (20250817, 20251031) ORDER BY 1"
    )
    #expect(
      row == [
        ["2025-08-17", 3, "2025-08", "Agustus", "Minggu", 33, 1, "Hari Proklamasi Kemerdekaan"],
        ["2025-10-31", 4, "2025-10", "Oktober", "Jumat", 44, 0, nil],
      ])
    #expect(try warehouse.scalar("SELECT count(*) FROM dim_date WHERE date IS NULL") == 1)
  }
}
