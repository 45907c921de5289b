extension Trouble {
  static let exportTroubles = [
    Trouble(
      "DINKES",
      "Oktober dikirim dua kali, 1 dan 4 November; angka dan sebagian permalink berbeda",
      expected:
        "Angka ekspor terbaru yang dipakai, tiap unggahan dihitung sekali; satu angka yang turun disebut"
    ) { deliveries, tools in reexport(&deliveries, &tools) },
    Trouble(
      "BPBD",
      "Selain ekspor Oktober yang baik, ada rincian harian: satu baris per unggahan per hari, tanpa Views",
      expected: "Rincian harian ditolak dengan penjelasan; ekspor yang baik tetap masuk"
    ) { deliveries, tools in addDaily(&deliveries, &tools) },
    Trouble(
      "DISKOMINFOTIK", "Ada kolom jangkauan organik dan berbayar; dua unggahan Oktober diiklankan",
      expected: "Dibaca; unggahan yang diiklankan dikenali dari jangkauan berbayarnya"
    ) { deliveries, _ in
      for index in deliveries.indices { deliveries[index].splitReach() }
      return deliveries.map(\.name)
    },
    Trouble.october(
      "KEC-PITUMPANUA", "Rentang ekspor baru mulai 10 Oktober", expected: "Oktober dinyatakan tidak lengkap"
    ) { delivery, tools in delivery.beginLate(&tools) },
  ]

  private static func reexport(_ deliveries: inout [Delivery], _ tools: inout TroubleTools) -> [String] {
    guard let index = deliveries.firstIndex(where: { $0.month == .october }) else { return [] }
    deliveries[index].exportedAt = "2025-11-01T20:00:00+08:00"
    var again = deliveries[index]
    again.exportedAt =
      "2025-11-04T\(two(tools.random.within(8...15))):\(two(tools.random.below(60))):00+08:00"
    again.name = SampleMonth.october.fileName(FileName.digits(&tools.random))
    var fallen = false
    for row in again.posts.indices {
      let before = again.posts[row].figures
      again.posts[row].figures = before.grown(tools.random.within(20...110))
      if !fallen, row > 5, before.reactions > 4 {
        again.posts[row].figures.reactions = before.reactions - 2
        fallen = true
      }
      if row % 2 == 1, again.posts[row].permalink.contains("/pfbid") {
        again.posts[row].permalink = Permalink.post(again.account.handle, &tools.random)
      }
    }
    again.sheet = Sheet(again.posts)
    deliveries.append(again)
    return [deliveries[index].name, again.name]
  }

  private static func addDaily(_ deliveries: inout [Delivery], _ tools: inout TroubleTools) -> [String] {
    guard var daily = deliveries.first(where: { $0.month == .october }) else { return [] }
    let first = CivilDay.number(2025, 10, 1)
    daily.name = SampleMonth.october.fileName(FileName.digits(&tools.random), first: first)
    let columns = daily.sheet.columns.filter { $0 != .views && $0 != .secondsViewed && $0 != .averageSeconds }
    var rows: [[String]] = []
    for post in daily.posts {
      let day = (post.published + TimeZones.pacificMinutes(atUTC: post.published)) / 1440
      guard day >= first else { continue }
      for later in 0..<tools.random.within(2...4) where day + later <= SampleMonth.october.exported.last {
        rows += Sheet([post.onDay(later)], columns: columns).rows
        rows[rows.count - 1][16] = WallTime(minutes: (day + later) * 1440).nativeDay
      }
    }
    daily.sheet = Sheet([], columns: columns)
    daily.sheet.rows = rows
    deliveries.append(daily)
    return [daily.name]
  }
}

extension Post {
  /// The part of the figures that fell on a day after publication: half of what is left, day by day.
  fileprivate func onDay(_ later: Int) -> Post {
    var post = self
    func part(_ count: Int) -> Int { count >> (later + 1) }
    post.figures = Figures(
      reach: part(figures.reach), reactions: part(figures.reactions), comments: part(figures.comments),
      shares: part(figures.shares), otherClicks: part(figures.otherClicks))
    return post
  }
}

extension Delivery {
  /// Adds the two columns that tell boosted reach, and boosts two posts of October.
  fileprivate mutating func splitReach() {
    var tail = Column.tail
    tail.insert(contentsOf: [.organicReach, .boostedReach], at: 2)
    sheet = Sheet(posts, tail: tail)
    guard month == .october else { return }
    for row in sheet.ownRows(.october).dropFirst(3).prefix(2) {
      let organic = posts[row].figures.reach
      let boosted = organic * 3 + 218
      sheet[row, .reach] = "\(organic + boosted)"
      sheet[row, .boostedReach] = "\(boosted)"
      if let views = posts[row].figures.views { sheet[row, .views] = "\(views + boosted * 5 / 4)" }
    }
  }

  /// Cuts the export's range at its beginning.
  fileprivate mutating func beginLate(_ tools: inout TroubleTools) {
    let first = CivilDay.number(2025, 10, 10)
    name = month.fileName(FileName.digits(&tools.random), first: first)
    posts.removeAll { ($0.published + TimeZones.pacificMinutes(atUTC: $0.published)) / 1440 < first }
    sheet = Sheet(posts)
  }
}
