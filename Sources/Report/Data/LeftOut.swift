public import Warehouse

/// What is not in the facts: refused files, rejected and waiting records, each with the reason.
public struct LeftOut {
  /// One file or record; grain of `v_left_out`.
  public struct Row {
    /// `refused`, `rejected` or `waiting`.
    public let kind: String
    /// The office by data or folder, where one is known.
    public let opdCode: String?
    /// Below the inbox.
    public let path: String
    /// The record's number below the header, from 1.
    public let row: Int64?
    /// The physical line on which it starts.
    public let line: Int64?
    /// The header of the column, as in the file.
    public let column: String?
    /// The reason's code.
    public let code: String
    /// What stood in the cell, or the account that is not known.
    public let value: String?
    /// The reason in Indonesian, as the ledger keeps it.
    public let message: String

    init(_ record: Record) {
      (kind, opdCode, path) = (record.text("kind"), record["opd_code"].text, record["path"].text ?? "")
      (row, line, column) = (record.integer("row"), record.integer("line"), record["column_name"].text)
      (code, value, message) = (record.text("code"), record["value"].text, record["message"].text ?? "")
    }
  }

  /// In the order of office, path and line.
  public let rows: [Row]

  /// Reads what is left out of loads that may be about a month; of all loads where none is given.
  ///
  /// - Throws: `WarehouseError` where the database fails.
  public init(_ warehouse: Connection, month: Month? = nil) throws {
    let order =
      "ORDER BY opd_code IS NULL, opd_code, path, kind, COALESCE(line, 0), COALESCE(row, 0), code, message"
    guard let month else {
      rows = try warehouse.records("SELECT * FROM v_left_out \(order)").map(Row.init)
      return
    }
    rows = try warehouse.records(
      """
      SELECT * FROM v_left_out
      WHERE (span_from < ?2 AND span_to > ?1)
         OR (span_from IS NULL AND exported_at > ?1 AND exported_at < ?3)
         OR (span_from IS NULL AND exported_at IS NULL)
      \(order)
      """, Self.span(month)
    ).map(Row.init)
  }

  /// The instants where the month begins and ends in WITA, and the next one ends.
  private static func span(_ month: Month) -> [SQLValue] {
    [month, month.next, month.next.next].map { start in
      .text("\(CivilDate(dayNumber: start.firstDay.dayNumber - 1))T16:00:00Z")
    }
  }

  /// The rows as a table, each with the sentence that `message` gives for it.
  func table(message: (Row) -> String = { $0.message }) -> ReportTable {
    var table = ReportTable(
      "ditolak.csv", "Satu baris per berkas atau rekaman yang tidak dimuat, dengan sebabnya.",
      codes: [
        .officeCode, .code("berkas", "jalur di bawah inbox"),
        .code("keadaan", "berkas_ditolak, baris_ditolak, menunggu"),
        .number("rekaman", "nomor rekaman di bawah judul kolom, mulai 1"),
        .number("baris", "baris berkas tempat rekaman itu mulai"), .code("kolom", "judul kolom"),
        .code("kode", "kode sebab"), .code("nilai", "isi sel, atau akun yang belum dikenal"),
        .code("sebab", "sebab, dan apa yang perlu dilakukan"),
      ], mart: "v_left_out")
    let kinds = ["refused": "berkas_ditolak", "rejected": "baris_ditolak", "waiting": "menunggu"]
    for row in rows {
      table.add([
        .optional(row.opdCode), .text(row.path), .text(kinds[row.kind] ?? row.kind), .optional(row.row),
        .optional(row.line), .optional(row.column), .text(row.code), .optional(row.value),
        .text(message(row)),
      ])
    }
    return table
  }

  /// Writes the rows as CSV.
  ///
  /// - Throws: `OutputError`.
  public func writeCSV(to path: String, message: (Row) -> String) throws {
    try OutputFile.write(table(message: message).text(.standard), to: path)
  }
}
