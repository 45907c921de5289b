public import Warehouse

/// The reports of one month, made from its marts.
public struct MonthReport {
  private let data: MonthData
  private let words: Wording
  private let package: DataPackage

  /// Reads what the month's reports need.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, month: Month, language: Language = .indonesian) throws {
    data = try MonthData(warehouse, month)
    words = Wording(language: language)
    package = try DataPackage(warehouse)
  }

  /// Every report of the month, as the file's name and its text.
  ///
  /// The same marts give the same bytes.
  /// - Throws: never in practice; encoding JSON may, in theory.
  public func files(_ dialect: CSVDialect = .standard) throws -> [(name: String, text: String)] {
    let title = words(.title, ["month": data.month.name(in: words.language)])
    let report = TextReport(data, words)
    let pages = [
      ("laporan.txt", report.text), ("lampiran.txt", report.appendix),
      ("laporan.html", MonthPage(data: data, words: words).html),
    ]
    let cards = data.offices.flatMap { office in
      let card = OfficeReport(data, words, office)
      let name = "rapor/\(card.fileName)"
      return [("\(name).txt", card.content.text), ("\(name).html", OfficePage(report: card).html)]
    }
    let package = try package.text(name: "medsos-\(data.month)", title: title, tables, dialect)
    return pages + tables.map { ($0.name, $0.text(dialect)) } + [("datapackage.json", package)] + cards
  }

  private var tables: [ReportTable] {
    [
      indexTable(data), rankingTable(data), officePlatformTable(data), categoryTable(data),
      platformCategoryTable(data), officeCategoryTable(data), postTable(data), dutyTable(data),
      signalTable(data), completenessTable(data), data.leftOut.table(),
    ]
  }

  /// Writes every report into a folder, which is made where it is not there.
  ///
  /// - Returns: the paths, in the order of `files`.
  /// - Throws: `OutputError`; a file is there whole or as it was.
  @discardableResult
  public func write(to folder: String, _ dialect: CSVDialect = .standard) throws -> [String] {
    try OutputFile.write(files(dialect), into: folder)
  }

  /// Who sent what, and what is missing.
  public var completeness: String { TextReport(data, words).completeness }

  /// Office by platform: received, in part, missing.
  public var status: String { TextReport(data, words).status }

  /// What a person at the terminal wants to see first: completeness and the rankings.
  public var digest: String { TextReport(data, words).digest }
}
