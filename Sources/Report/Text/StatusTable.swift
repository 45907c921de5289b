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
    let isWide = platforms.count < 3
    var table = TextTable(
      [.init(title: words(.columnOffice), width: isWide ? 26 : 24, isNumber: false)]
        + platforms.map {
          .init(title: $0.text("platform_name"), width: isWide ? 34 : 14, isNumber: false)
        })
    for office in data.offices {
      table.add([office.text("short_name")] + platforms.map { isWide ? cell(office, $0) : brief(office, $0) })
    }
    add(table)
    if !isWide { writeDays() }
    blank()
    paragraph(words(.statusLegend))
  }

  /// The days that the table has no room for: of every account that is there in part.
  private mutating func writeDays() {
    let partial = data.submissions.filter {
      $0.text("status") == "partial" && $0["covered_from"] != .null
    }
    guard !partial.isEmpty else { return }
    blank()
    for line in partial {
      item(
        "\(line.text("short_name")), \(line.text("platform")) (\(visible(line.text("account")))): \(account(line))"
      )
    }
  }

  /// The worst of an office's accounts on a platform, in a word or two.
  private func brief(_ office: Record, _ platform: Record) -> String {
    let accounts = data.submissions.filter {
      $0.text("opd_code") == office.text("opd_code") && $0.text("platform") == platform.text("platform")
    }
    guard !accounts.isEmpty else { return "·" }
    let states = Set(accounts.map { $0.text("status") })
    if states.count > 1 { return words(.statusBriefPartial) }
    let count = words.count(accounts.reduce(0) { $0 + $1.count("loads") })
    switch states.first {
    case "complete": return words(.statusBriefComplete, ["count": count])
    case "missing": return words(.statusMissing)
    case "undated": return words(.statusBriefUndated)
    default:
      let isTop = accounts.allSatisfy { $0["covered_from"] == .null && $0.count("top_lists") > 0 }
      let hasGaps = accounts.contains { $0.count("gaps") > 0 }
      return words(isTop ? .statusTopList : hasGaps ? .statusBriefGaps : .statusBriefPartial)
    }
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
