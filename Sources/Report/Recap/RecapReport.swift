public import Warehouse

/// The reports of a quarter or a year, made from its marts.
public struct RecapReport {
  private let data: RecapData
  private let words: Wording
  private let package: DataPackage

  /// Reads what the recap's reports need.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, period: Period, language: Language = .indonesian) throws {
    data = try RecapData(warehouse, period)
    words = Wording(language: language)
    package = try DataPackage(warehouse)
  }

  /// Every report of the recap, as the file's name and its text.
  ///
  /// The same marts give the same bytes.
  /// - Throws: never in practice; encoding JSON may, in theory.
  public func files(_ dialect: CSVDialect = .standard) throws -> [(name: String, text: String)] {
    let tables = [recapIndexTable(data), recapPlatformTable(data), recapCategoryTable(data)]
    let title = words(.recapTitle, ["period": data.period.name(in: words.language)])
    return [("rekap.txt", text)] + tables.map { ($0.name, $0.text(dialect)) } + [
      ("datapackage.json", try package.text(name: "medsos-\(data.period)", title: title, tables, dialect))
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

  /// What a person at the terminal sees.
  public var text: String { RecapText(data, words).text }
}
