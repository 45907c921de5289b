/// Something that a check found wrong: what it is, and what to do.
public struct Finding: Equatable, Sendable {
  private let indonesian: String
  private let english: String

  /// One sentence in each language.
  public init(_ indonesian: String, _ english: String) {
    (self.indonesian, self.english) = (indonesian, english)
  }

  /// The sentence.
  public func text(in language: Language) -> String { language.choose(indonesian, english) }
}

extension Connection {
  /// What SQLite itself finds wrong with the file: damaged pages and rows that refer to nothing.
  ///
  /// - Throws: `WarehouseError` where the checks cannot run.
  public func integrityFindings() throws(WarehouseError) -> [Finding] {
    var findings: [Finding] = []
    for row in try rows("PRAGMA quick_check(20)") {
      guard let text = row[0].text, text != "ok" else { continue }
      findings.append(
        Finding(
          "basis data rusak: \(visible(text)); pulihkan cadangan terakhir (medsos backup)",
          "the database is damaged: \(visible(text)); restore the last backup (medsos backup)"))
    }
    for row in try rows("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2") {
      let (table, parent, count) = (row[0].text ?? "", row[1].text ?? "", row[2].integer ?? 0)
      findings.append(
        Finding(
          "\(count) baris \(table) merujuk \(parent) yang tidak ada; pulihkan cadangan terakhir",
          "\(count) rows of \(table) refer to a \(parent) that is not there; restore the last backup"))
    }
    return findings
  }
}
