public import Warehouse

/// The reports of a quarter or a year, made from its marts.
public struct RecapReport {
  private let data: RecapData
  private let words: Wording

  /// Reads what the recap's reports need.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, period: Period, language: Language = .indonesian) throws {
    data = try RecapData(warehouse, period)
    words = Wording(language: language)
  }

  /// Every report of the recap, as the file's name and its text.
  ///
  /// The same marts give the same bytes.
  public var files: [(name: String, text: String)] {
    [
      ("rekap.txt", RecapText(data, words).text),
      ("rekap-indeks.csv", recapIndexTable(data)),
      ("rekap-platform.csv", recapPlatformTable(data)),
      ("rekap-kategori.csv", recapCategoryTable(data)),
    ]
  }

  /// Writes every report into a folder, which is made where it is not there.
  ///
  /// - Returns: the paths, in the order of `files`.
  /// - Throws: `OutputError`; a file is there whole or as it was.
  @discardableResult
  public func write(to folder: String) throws -> [String] { try OutputFile.write(files, into: folder) }

  /// What a person at the terminal sees.
  public var text: String { RecapText(data, words).text }
}
