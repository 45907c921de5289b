/// One file that an office sends.
struct Delivery {
  let officeCode: String
  let account: Account
  let month: SampleMonth
  var name: String
  /// When it was exported, ISO 8601 with WITA's offset.
  var exportedAt: String
  var posts: [Post]
  var sheet: Sheet
  var style = CSVStyle.native

  /// Below the inbox.
  var path: String { "\(officeCode)/facebook/\(name)" }
  var bytes: [UInt8] { sheet.bytes(style) }
}

/// Makes the posts of an office's pages and the exports that list them.
struct OfficeWriter {
  let office: Office
  let accounts: [Account]
  /// The office's place in the list, which keeps ids apart.
  let index: Int
  let seed: UInt64

  /// The exports of both months, page after page, as they would be without trouble.
  func deliveries() -> [Delivery] {
    accounts.enumerated().flatMap { position, account in
      var maker = PostMaker(office: office, account: account, index: index * 2 + position, seed: seed)
      let posts = SampleMonth.allCases.flatMap { month in
        Schedule(month: month).minutes(share(of: month, position), &maker.random).map { maker.post(at: $0) }
      }
      return posts.isEmpty ? [] : SampleMonth.allCases.map { delivery($0, account, posts, &maker.random) }
    }
  }

  /// Where an office has two pages, the second gets two fifths of the posts.
  private func share(of month: SampleMonth, _ position: Int) -> Int {
    let volume = office.volume[month == .september ? 0 : 1]
    guard accounts.count > 1 else { return volume }
    return position == 0 ? volume - volume * 2 / 5 : volume * 2 / 5
  }

  private func delivery(
    _ month: SampleMonth, _ account: Account, _ posts: [Post], _ random: inout SplitMix64
  ) -> Delivery {
    var listed = posts.filter { month.lists($0.published) }.sorted {
      ($1.published, $1.id) < ($0.published, $0.id)
    }
    // Meta's order is by time but for a few rows.
    if listed.count > 3 { listed.swapAt(0, 2) }
    if month == .october {
      for row in listed.indices where SampleMonth.september.lists(listed[row].published) {
        listed[row].figures = listed[row].figures.grown(listed[row].growth)
      }
    }
    let tail = ["PUPRP", "DISNAKER"].contains(office.code) ? Column.otherTail : Column.tail
    let day = month == .september ? "2025-10-0\(random.within(2...4))" : "2025-11-0\(random.within(3...4))"
    let clock = "\(two(random.within(8...15))):\(two(random.below(60))):00"
    return Delivery(
      officeCode: office.code, account: account, month: month,
      name: month.fileName(FileName.digits(&random)), exportedAt: "\(day)T\(clock)+08:00", posts: listed,
      sheet: Sheet(listed, tail: tail))
  }
}

/// When an office posts: mostly in office hours in Wajo.
struct Schedule {
  let month: SampleMonth

  /// Minutes in UTC for `count` posts of the WITA month, and now and then for one in the hours around it that
  /// only the export's range reaches.
  func minutes(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    guard count > 0 else { return [] }
    var minutes = (0..<count).map { _ in minute(inMonth: true, &random) }
    if random.chance(min(900, count * 30)) { minutes.append(minute(inMonth: false, &random)) }
    return minutes
  }

  private func minute(inMonth: Bool, _ random: inout SplitMix64) -> Int {
    let days = month.days.filter { (CivilDay.date($0).month == month.rawValue) == inMonth }
    while true {
      let day = days[random.weighted(days.map(weight))]
      let minute = day * 1440 + hour(day, &random) * 60 + random.below(60) - TimeZones.witaMinutes
      if month.lists(minute) { return minute }
    }
  }

  private func weight(_ day: Int) -> Int {
    switch CivilDay.weekday(day) {
    case 0: 3
    case 6: 4
    default: 10
    }
  }

  private func hour(_ day: Int, _ random: inout SplitMix64) -> Int {
    guard (1...5).contains(CivilDay.weekday(day)), !random.chance(130) else { return random.within(9...20) }
    let noon = CivilDay.weekday(day) == 5 ? 3 : 8
    return 8 + random.weighted([9, 14, 14, 11, noon, noon, 10, 9, 6])
  }
}
