import Foundation
import Testing
import Warehouse

/// What the guides say, against the program and the samples.
@Suite struct GuideTests {
  private let desk: Desk
  private let warehouse: Connection

  init() throws {
    desk = try Desk()
    _ = try Program.medsos("run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: desk.path)
    warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
  }

  private func guide(_ name: String) throws -> String {
    try String(contentsOfFile: Program.checkout + "/docs/" + name, encoding: .utf8)
  }

  @Test func `every worked query answers, and what should be zero is`() throws {
    let sections = try guide("kueri.md").components(separatedBy: "\n## ").dropFirst()
    #expect(sections.count >= 12)
    for section in sections {
      let title = section.prefix { $0 != "\n" }
      let sql = try #require(
        section.components(separatedBy: "```sql\n").dropFirst().first?.components(separatedBy: "```").first)
      let statement = try warehouse.prepare(sql)
      let rows = try statement.rows()
      #expect(!rows.isEmpty || title.contains("berubah sesudah diterbitkan"), "\(title)")
      if let place = statement.columnNames.firstIndex(of: "difference") {
        #expect(rows.allSatisfy { $0[place].real == 0 }, "\(title)")
      }
      let asked = try Program.medsos("sql", sql, in: desk.path)
      #expect(asked.code == 0, "\(title): \(asked.errors)")
    }
  }

  @Test func `the method's worked example holds the samples' numbers`() throws {
    let text = try guide("metode.md")
    let row = try #require(
      try warehouse.rows(
        """
        SELECT raw_index, index_observed, index_expected, index_log_ratio, index_log_variance, index_prior_mean,
          index_shrinkage, score, score_variance, engagement_index, index_low, index_high, index_rank, group_rank
        FROM mart_opd_month WHERE month = '2025-10' AND opd_code = 'KEC-SABBANGPARU'
        """
      ).first)
    let places = [4, 4, 4, 6, 7, 7, 7, 7, 7, 4, 4, 4]
    for (value, places) in zip(row, places) {
      let shown = String(format: "%.\(places)f", value.real ?? .nan).replacing(".", with: ",")
      #expect(text.contains(shown), "\(shown)")
    }
    #expect(row[12] == 11 && row[13] == 5)
    let parameters = try #require(
      try warehouse.rows(
        """
        SELECT kappa2, rho, (SELECT index_rate FROM mart_platform_month WHERE month = '2025-10' AND platform = 'facebook')
        FROM mart_index_month WHERE month = '2025-10'
        """
      ).first)
    for (value, places) in zip(parameters, [10, 3, 10]) {
      let shown = String(format: "%.\(places)f", value.real ?? .nan).replacing(".", with: ",")
      #expect(text.contains(shown), "\(shown)")
    }
    // The posts of its table, as explain prints them.
    let explained = try Program.medsos("explain", "KEC-SABBANGPARU", "--month", "2025-10", in: desk.path)
      .output
    for (likes, reach) in [(11, 188), (9, 185), (7, 181), (5, 61), (10, 245), (4, 93)] {
      #expect(text.contains("| \(likes) | \(reach) |"))
      #expect(explained.contains("I=\(likes) q=\(reach)"), "\(explained)")
    }
  }

  @Test func `commands that guides name exist, and their options too`() throws {
    let help = try Program.medsos("--help", in: desk.path).lines.filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let pattern = #/medsos ([a-z]+)((?: [^`\n|&;]*)?)/#
    for name in [
      "README.md", "docs/panduan-admin.md", "docs/panduan-bulanan.md", "docs/metode.md", "docs/kueri.md",
      "docs/registri.md",
    ] {
      let text = try String(contentsOfFile: Program.checkout + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n")
      where line.contains("medsos ") && (line.hasPrefix("medsos ") || line.contains("`medsos ")) {
        for match in line.matches(of: pattern) where help.contains(String(match.1)) {
          let options = try Program.medsos(String(match.1), "--help", in: desk.path).output
          for word in match.2.split(separator: " ") where word.hasPrefix("--") {
            let option = word.prefix { $0 == "-" || $0.isLetter }
            #expect(options.contains(option), "\(name): medsos \(match.1) \(option)")
          }
        }
        for match in line.matches(of: #/`medsos ([a-z]+)/#) {
          #expect(help.contains(String(match.1)) || match.1 == "sql", "\(name): medsos \(match.1)")
        }
      }
    }
  }

  @Test func `the tests that SECURITY.md names exist`() throws {
    let root = Program.checkout + "/Tests"
    let sources = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: root + "/" + $0, encoding: .utf8) }.joined()
    let text = try String(contentsOfFile: Program.checkout + "/SECURITY.md", encoding: .utf8)
    let names = text.matches(of: #/`([A-Za-z]+Tests)`/#).map { String($0.1) }
    #expect(names.count > 15)
    for name in names { #expect(sources.contains("struct \(name)"), "\(name)") }
  }
}
