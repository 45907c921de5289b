import Report
import Warehouse

extension Command {
  /// Who sent what, and what is missing.
  static let status = Command(
    name: "status", indonesian: "siapa sudah mengirim apa, dan apa yang belum",
    english: "who sent what, and what is missing", options: [.month, .warehouse]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.monthOrLast()
    let warehouse = try Warehouse.openReadOnly(session.warehousePath)
    let report = try session.report(of: month, warehouse)
    guard !arguments.has("--json") else {
      for row in try submissions(month, warehouse) { try console.json(row) }
      return ExitCode.done
    }
    console.out(month.name(in: console.language) + "\n\n" + report.status + "\n" + report.completeness)
    return ExitCode.done
  }

  private static func submissions(_ month: Month, _ warehouse: Connection) throws -> [SubmissionJSON] {
    try warehouse.rows(
      """
      SELECT office.opd_code, account.platform, account.account, COALESCE(account.status, office.submission),
        COALESCE(account.loads, 0), account.last_export
      FROM mart_opd_month AS office
      LEFT JOIN mart_submission AS account
        ON account.month = office.month AND account.opd_code = office.opd_code
      WHERE office.month = ? ORDER BY 1, 2, 3
      """, [.text("\(month)")]
    ).map {
      SubmissionJSON(
        month: "\(month)", opd: $0[0].text ?? "", platform: $0[1].text, account: $0[2].text,
        status: $0[3].text ?? "",
        files: $0[4].integer ?? 0, lastExport: $0[5].text)
    }
  }
}

private struct SubmissionJSON: Encodable {
  let month, opd: String
  let platform, account: String?
  let status: String
  let files: Int64
  let lastExport: String?
}
