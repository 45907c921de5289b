import Warehouse

extension OfficeReport {
  /// At most so many rejected records stand on the page; all are in ditolak.csv.
  private static let mostRejects = 12

  /// What was missing or rejected, and exactly how to put it right.
  mutating func writeRepairs() {
    addHeading(.officeRepairs)
    var asks: [String] = []
    let own = data.submissions.filter { $0.text("opd_code") == code }
    if own.isEmpty { asks.append(words(.repairRegister)) }
    for account in own where account.text("status") != "complete" { asks.append(ask(account)) }
    let left = alike
    asks += left.prefix(Self.mostRejects).map(ask)
    if left.count > Self.mostRejects {
      asks.append(words(.more, ["count": words.count(left.count - Self.mostRejects)]) + " (ditolak.csv)")
    }
    addItems(asks.isEmpty ? [words(.followUpNone)] : asks)
  }

  private func ask(_ account: Record) -> String {
    let platform = account.text("platform")
    // Days of Meta and X are not those of WITA, so that their range begins one day early.
    let isEarly = ["facebook", "instagram", "x"].contains(platform)
    let first = CivilDate(dayNumber: data.month.firstDay.dayNumber - (isEarly ? 1 : 0))
    let values: KeyValuePairs = [
      "account": account.text("account"), "platform": data.platformName(platform),
      "first": words.day(first), "last": words.day(data.month.lastDay),
      "folder": "inbox/\(code)/\(platform)/",
    ]
    switch account.text("status") {
    case "missing": return words(.repairMissing, values)
    case "undated": return words(.repairUndated, values)
    default: return words(account.count("top_lists") > 0 ? .repairTopList : .repairPartial, values)
    }
  }

  /// What is left out of the office's files; records of one file with one reason together.
  private var alike: [[LeftOut.Row]] {
    var groups: [[LeftOut.Row]] = []
    for row in data.leftOut.rows where row.opdCode == code {
      if let last = groups.last?.first, last.path == row.path, last.message == row.message,
        last.column == row.column
      {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  private func ask(_ rows: [LeftOut.Row]) -> String {
    let row = rows[0]
    let count = rows.count > 1 ? " (" + words(.rowsFrom, ["count": words.count(rows.count)]) + ")" : ""
    let place = [visible(row.path, limit: 200), row.line.map { "\($0)" }].compactMap(\.self).joined(
      separator: ":")
    // A rejected cell's message names its column itself.
    let column =
      row.kind == "rejected"
      ? "" : row.column.map { "\(words.language.choose("kolom", "column")) \"\(visible($0))\": " } ?? ""
    return "\(place)\(count): \(column)\(visible(row.message, limit: 400))"
  }
}

extension MonthData {
  /// A platform as people write it.
  func platformName(_ platform: String) -> String {
    platforms.first { $0.text("platform") == platform }?.text("platform_name") ?? platform
  }
}
