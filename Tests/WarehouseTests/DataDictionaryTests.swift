import Testing
import Warehouse

@Suite struct DataDictionaryTests {
  let warehouse: Connection

  init() throws { warehouse = try Warehouse.inMemory() }

  @Test func `every table, view and column is described, and nothing else`() throws {
    let objects = """
      SELECT object.name AS object_name, info.name AS column_name, info.type
      FROM sqlite_schema AS object, pragma_table_info(object.name) AS info
      WHERE object.type IN ('table', 'view') AND object.name NOT LIKE 'sqlite%' AND object.name <> 'schema_object'
      """
    let described = "SELECT object_name, column_name, type FROM dictionary WHERE position > 0"
    #expect(try warehouse.rows("\(objects) EXCEPT \(described)").isEmpty)
    #expect(try warehouse.rows("\(described) EXCEPT \(objects)").isEmpty)
    #expect(
      try warehouse.rows("SELECT object_name, column_name FROM dictionary WHERE description = ''").isEmpty)
  }

  @Test func `a column's own comment goes before the general one`() throws {
    let rows = try warehouse.rows(
      """
      SELECT description FROM dictionary WHERE (object_name, column_name) IN (
        VALUES ('mart_opd_platform_month', 'interactions'), ('fact_post_snapshot', 'reach'), ('mart_month', ''))
      ORDER BY object_name
      """)
    #expect(
      rows.map { $0[0] } == [
        "people reached, as the platform estimates them for one post",
        "Which months have marts, and what they were made from.", "of index posts, as are the next four",
      ])
  }
}
