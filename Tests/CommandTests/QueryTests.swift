import Foundation
import Testing

/// `medsos sql`: a question that reads, in three shapes, and nothing that writes.
@Suite struct QueryTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.prepare()
    _ = try Program.medsos("run", "inbox", "--month", "2025-10", in: desk.path)
  }

  private func sql(_ words: String...) throws -> Program.Result {
    try Program.run(Program.path, ["sql"] + words, in: desk.path)
  }

  @Test func `a table, CSV and JSON of the same rows`() throws {
    let question =
      "SELECT opd_code, posts, er_ratio_of_sums AS rate, NULL AS empty FROM mart_opd_platform_month "
      + "WHERE month = '2025-10' ORDER BY opd_code"
    #expect(
      try sql(question).output
        == "opd_code posts  rate empty\n-------- ----- ----- -----\nDINKES       6 0.045     –\nDISHUB       1  0.08     –\n"
    )
    #expect(
      try sql(question, "--csv").output
        == "opd_code,posts,rate,empty\n\"DINKES\",6,0.045,\n\"DISHUB\",1,0.08,\n")
    #expect(
      try sql(question, "--csv-dialect", "excel-id").output.hasPrefix(
        "opd_code;posts;rate;empty\r\n\"DINKES\";6;0,045;\r\n"))
    #expect(
      try sql(question, "--json").output
        == "{\"opd_code\":\"DINKES\",\"posts\":6,\"rate\":0.045,\"empty\":null}\n{\"opd_code\":\"DISHUB\",\"posts\":1,\"rate\":0.08,\"empty\":null}\n"
    )
    #expect(try sql("SELECT count(*) AS n FROM dictionary WHERE description = ''").output.hasSuffix("0\n"))
  }

  @Test(arguments: [
    "DELETE FROM dim_post", "UPDATE dim_opd SET name = 'x'", "DROP TABLE dim_post",
    "VACUUM INTO 'lain.sqlite'",
    "ATTACH 'lain.sqlite' AS lain", "CREATE TEMP TABLE t AS SELECT 1", "PRAGMA journal_mode = WAL",
    "PRAGMA user_version",
    "SELECT load_extension('x')", "SELEC 1", "SELECT * FROM tidak_ada", "SELECT 1; DELETE FROM dim_post", "",
  ])
  func `what is no question is refused, and nothing changes`(text: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite"))
    let result = try sql(text)
    #expect(result.code == 64, "\(result)")
    #expect(!desk.exists("lain.sqlite"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/medsos.sqlite")) == before)
  }

  @Test func `without a database nothing is made`() throws {
    let empty = try Desk()
    #expect(try Program.run(Program.path, ["sql", "SELECT 1"], in: empty.path).code == 3)
    #expect(!empty.exists("medsos.sqlite"))
  }

  @Test func `the version names SQLite's and the schema's`() throws {
    let version = try Program.medsos("--version", in: desk.path).output
    #expect(version.contains("SQLite 3.") && version.contains("skema 2"))
  }
}
