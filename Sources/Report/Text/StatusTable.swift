import Warehouse

extension TextReport {
  /// Office by platform: what was received, what of the month it covers, what is missing.
  var status: String {
    var report = self
    report.writeStatus()
    return report.page.text
  }

  private mutating func writeStatus() {
    let platforms = data.platforms
    var table = TextTable(
      [.init(title: words(.columnOffice), width: 26, isNumber: false)]
        + platforms.map {
          .init(title: $0.text("platform_name"), width: platforms.count < 3 ? 34 : 17, isNumber: false)
        })
    for office in data.offices {
      table.add([office.text("short_name")] + platforms.map { cell(office, $0) })
    }
    add(table)
    blank()
    paragraph(words(.statusLegend))
  }

  private func cell(_ office: Record, _ platform: Record) -> String {
    let accounts = data.submissions.filter {
      $0.text("opd_code") == office.text("opd_code") && $0.text("platform") == platform.text("platform")
    }
    guard !accounts.isEmpty else { return "·" }
    if accounts.allSatisfy({ $0.text("status") == "complete" }) {
      return words(.statusComplete, ["count": words.count(accounts.reduce(0) { $0 + $1.count("loads") })])
    }
    return accounts.map(account).joined(separator: "; ")
  }

  private func account(_ account: Record) -> String {
    switch account.text("status") {
    case "complete": words(.statusComplete, ["count": words.count(account.count("loads"))])
    case "undated": words(.statusUndated)
    case "missing": words(.statusMissing)
    default:
      if account["covered_from"] == .null, account.count("top_lists") > 0 {
        words(.statusTopList)
      } else {
        words(account.count("gaps") > 0 ? .statusGaps : .statusPartial, ["days": days(account)])
      }
    }
  }

  /// From when to when the files cover the month, in WITA.
  private func days(_ account: Record) -> String {
    let from = account["covered_from"].text.flatMap { words.witaMoment($0) } ?? "?"
    let to = account["covered_to"].text.flatMap { words.witaMoment($0, isEnd: true) } ?? "?"
    return "\(from)–\(to)"
  }
}
