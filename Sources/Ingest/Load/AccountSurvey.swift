import Warehouse

/// Every row of an account-level file, judged: a figure, no data, or wrong.
struct AccountSurvey {
  enum Item: Equatable {
    case row(AccountRow)
    case skip(SkipCode, RecordPlace)
    case reject(Reject, RecordPlace)
  }

  private(set) var items: [Item] = []
  /// The day of the last row whose year was concluded from the export's time.
  private(set) var inferredLastDay: CivilDate?
  /// What was concluded of the cells.
  private(set) var assumptions: [Assumption] = []

  /// Reads the file's rows; days without a year end at the latest on `lastDay`.
  init(_ file: AccountFile, lastDay: CivilDate) {
    var number = 0
    for section in file.sections {
      var parser = AccountRowParser(section, format: file.format, firstRow: number + 1)
      number += section.records.count
      let judged = parser.items(lastDay: lastDay)
      assumptions += parser.assumptions.filter { !assumptions.contains($0) }
      if let last = parser.inferredLast {
        // The last that has a figure; hours have no day of their own.
        inferredLastDay = judged.compactMap(\.day).max() ?? last
      }
      items += judged
    }
  }

  /// Rows that an earlier run had read.
  init(_ rows: [AccountRow]) { items = rows.map(Item.row) }

  var rows: [AccountRow] {
    items.compactMap { item in
      guard case .row(let row) = item else { return nil }
      return row
    }
  }

  /// The first and the last day that the file has figures of.
  var days: (first: CivilDate, last: CivilDate)? {
    let days = items.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return (first, last)
  }

  /// Of rows about the same of the same account, the first stays if all are equal; if any differs, none does.
  ///
  /// Only the placement knows: `Reach` and `Facebook reach` are two titles and may be one series.
  mutating func settleDuplicates(_ placement: AccountPlacement) {
    var places: [[String]: [(item: Int, row: AccountRow)]] = [:]
    for (index, item) in items.enumerated() {
      guard case .row(let row) = item else { continue }
      let owner = "\(placement.decision(for: row.platform)) "
      places[row.key(owner: owner), default: []].append((index, row))
    }
    for group in places.values where group.count > 1 {
      let agree = group.allSatisfy { $0.row.figures == group[0].row.figures }
      for (index, row) in group.dropFirst(agree ? 1 : 0) {
        let conflict = Reject(code: .conflictingDuplicate, column: "", value: visible(row.label))
        items[index] = agree ? .skip(.identicalDuplicate, row.place) : .reject(conflict, row.place)
      }
    }
  }
}

extension AccountSurvey.Item {
  /// Where the row stands in its file.
  var place: RecordPlace {
    switch self {
    case .row(let row): row.place
    case .skip(_, let place), .reject(_, let place): place
    }
  }

  fileprivate var day: CivilDate? {
    guard case .row(let row) = self, case .day(let text) = row.subject else { return nil }
    return CivilDate(iso: text)
  }
}

extension AccountRow {
  /// How a message names the row.
  fileprivate var label: String {
    switch subject {
    case .day(let day): day
    case .member(_, let name): name
    case .level: ""
    }
  }
}
