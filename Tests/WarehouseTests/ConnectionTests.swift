import Testing

@testable import Warehouse

@Suite struct ConnectionTests {
  let warehouse: Connection

  init() throws {
    warehouse = try Connection(path: ":memory:")
    try warehouse.execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT CHECK (v <> 'bad')) STRICT")
  }

  @Test func `keeps NUL bytes, empty text and NULL apart`() throws {
    for value in [SQLValue.text("a\0b"), .text(""), .null] {
      try warehouse.run("INSERT INTO t (v) VALUES (?)", [value])
    }
    #expect(try warehouse.rows("SELECT v FROM t ORDER BY k") == [[.text("a\0b")], [.text("")], [.null]])
  }

  @Test func `an error names the statement and never the bound value`() throws {
    let sql = "INSERT INTO t (v) VALUES (?)"
    let error = #expect(throws: WarehouseError.self) { try warehouse.run(sql, ["bad"]) }
    #expect(
      error == .sqlite(code: 275, message: "CHECK constraint failed: v <> 'bad'", sql: sql))
  }

  @Test func `a failing transaction leaves nothing behind`() throws {
    #expect(throws: WarehouseError.self) {
      try warehouse.transaction {
        try warehouse.run("INSERT INTO t (v) VALUES ('good')")
        try warehouse.run("INSERT INTO t (v) VALUES ('bad')")
      }
    }
    #expect(try warehouse.scalar("SELECT count(*) FROM t") == 0)
  }

  @Test func `foreign keys are on and the schema is not trusted`() throws {
    #expect(try warehouse.scalar("PRAGMA foreign_keys") == 1)
    #expect(try warehouse.scalar("PRAGMA trusted_schema") == 0)
  }
}
