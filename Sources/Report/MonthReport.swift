public import Warehouse

/// The reports of one month, made from its marts.
public struct MonthReport {
  private let data: MonthData
  private let words: Wording

  /// Reads what the month's reports need.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, month: Month, language: Language = .indonesian) throws {
    data = try MonthData(warehouse, month)
    words = Wording(language: language)
  }

  /// Every report of the month, as the file's name and its text.
  ///
  /// The same marts give the same bytes.
  public var files: [(name: String, text: String)] {
    [
      ("laporan.txt", TextReport(data, words).text),
      ("indeks.csv", indexTable(data)),
      ("peringkat.csv", rankingTable(data, words)),
      ("opd-platform.csv", officePlatformTable(data)),
      ("kategori.csv", categoryTable(data)),
      ("opd-kategori.csv", officeCategoryTable(data)),
      ("tugas.csv", dutyTable(data)),
      ("sinyal.csv", signalTable(data)),
      ("kelengkapan.csv", completenessTable(data)),
      ("ditolak.csv", data.leftOut.csv()),
    ]
  }

  /// Writes every report into a folder, which is made where it is not there.
  ///
  /// - Returns: the paths, in the order of `files`.
  /// - Throws: `OutputError`; a file is there whole or as it was.
  @discardableResult
  public func write(to folder: String) throws -> [String] { try OutputFile.write(files, into: folder) }

  /// Who sent what, and what is missing.
  public var completeness: String { TextReport(data, words).completeness }

  /// Office by platform: received, in part, missing.
  public var status: String { TextReport(data, words).status }

  /// What a person at the terminal wants to see first: completeness and the rankings.
  public var digest: String { TextReport(data, words).digest }
}
