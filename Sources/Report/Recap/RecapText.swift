import Warehouse

/// `rekap.txt`: a quarter or a year on paper.
struct RecapText {
  let data: RecapData
  let words: Wording
  private var page = Page()

  init(_ data: RecapData, _ words: Wording) {
    self.data = data
    self.words = words
  }

  var text: String {
    var report = self
    report.writeHead()
    report.writeSummary()
    report.writeIndex()
    report.writeMonths()
    report.writePlatforms()
    report.writeCategories()
    report.writeNotes()
    return report.page.text
  }

  private var name: String { data.period.name(in: words.language) }

  private mutating func writeHead() {
    page.centred(words(.government))
    page.centred(words(.office))
    page.rule()
    page.centred(words(.recapTitle, ["period": name]))
    if let mark = data.mark { page.centred("*** \(mark) ***") }
    guard let first = data.months.first, let last = data.months.last else { return }
    page.blank()
    page.paragraph(
      words(
        data.months.count == data.period.months.count ? .recapWhole : .recapSoFar,
        [
          "first": first.name(in: words.language), "last": last.name(in: words.language),
          "months": words.count(data.months.count), "all": words.count(data.period.months.count),
        ]))
  }

  private mutating func heading(_ topic: Phrase) { page.heading(topic, words(topic)) }

  private mutating func add(_ table: TextTable) { page.add(table) }

  /// Who sent how much, before any order.
  private mutating func writeSummary() {
    heading(.completeness)
    let ranked = data.offices.filter { $0.count("is_ranked") == 1 }
    let whole = ranked.count { $0.count("months_complete") == $0.count("months") }
    let silent = ranked.filter { $0.count("months_missing") == $0.count("months") }
    page.item(
      words(
        .recapReceived,
        [
          "offices": words.count(ranked.count), "whole": words.count(whole), "period": name,
          "part": words.count(ranked.count - whole - silent.count),
        ]))
    if !silent.isEmpty {
      page.item("\(words(.missing)): \(words.list(silent.map { $0.text("short_name") }))")
    }
  }

  private mutating func writeIndex() {
    heading(.index)
    guard let meta = data.meta, meta["reason"].text == nil else {
      let obstacle: Phrase =
        data.meta?.text("reason") == "no_interactions" ? .indexNoInteractions : .indexFewOffices
      page.paragraph(words(.indexNone, ["reason": words(obstacle)]))
      return
    }
    page.paragraph(words(.recapIndex, ["minimum": words.count(meta.integer("minimum_posts"))]))
    if let rho = meta.real("rho") {
      let values: KeyValuePairs = ["rho": words.decimal(rho, places: 2)]
      page.paragraph(words(rho < 0.5 ? .indexMostlyChance : .indexRankable, values))
    }
    let ranked = data.offices.filter { $0.integer("index_rank") != nil }
    for group in data.peerGroups {
      let members = ranked.filter { $0["peer_group"].text == group }
        .sorted { $0.count("group_rank") < $1.count("group_rank") }
      guard !members.isEmpty else { continue }
      page.blank()
      page.paragraph(words(.indexGroup, ["group": group ?? words(.indexNoGroup)]))
      add(indexTable(members, prefix: group == nil ? "rank" : "group_rank"))
    }
    let rest = data.offices.filter { $0.integer("index_rank") == nil && $0.count("is_ranked") == 1 }
    guard !rest.isEmpty else { return }
    page.blank()
    page.paragraph("\(words(.unranked)): \(words.list(rest.map { $0.text("short_name") }))")
  }

  private func indexTable(_ offices: [Record], prefix: String) -> TextTable {
    var table = TextTable([
      .init(title: words(.columnRank), width: 6),
      .init(title: words(.columnOffice), width: 24, isNumber: false),
      .init(title: words(.columnMonthsSent), width: 14), .init(title: words(.columnPosts), width: 9),
      .init(title: words(.columnRawIndex), width: 7), .init(title: words(.columnIndex), width: 7),
      .init(title: words(.columnIndexRange), width: 10),
      .init(title: words(.columnTier), width: 10, isNumber: false),
    ])
    for office in offices {
      table.add([
        words.places(office, prefix),
        office.text("short_name"),
        "\(words.count(office.count("months_complete")))/\(words.count(office.count("months")))",
        words.count(office.integer("index_posts")), figure(office, "raw_index"),
        figure(office, "engagement_index"), "\(figure(office, "index_low"))–\(figure(office, "index_high"))",
        words.tier(office),
      ])
    }
    return table
  }

  private func figure(_ record: Record?, _ column: String) -> String {
    record?.real(column).map { words.decimal($0, places: 0) } ?? "–"
  }

  /// Each office's index of each month: whether it lasts.
  private mutating func writeMonths() {
    let offices = data.offices.filter { office in
      data.monthly[office.text("opd_code")]?.values.contains { $0.integer("index_rank") != nil } ?? false
    }
    guard !offices.isEmpty else { return }
    heading(.recapMonths)
    var table = TextTable(
      [.init(title: words(.columnOffice), width: 24, isNumber: false)]
        + data.months.map { .init(title: String($0.name(in: words.language).prefix(3)), width: 5) })
    for office in offices {
      let own = data.monthly[office.text("opd_code")] ?? [:]
      table.add(
        [office.text("short_name")]
          + data.months.map { month in
            let row = own["\(month)"]
            return row?.integer("index_rank") == nil ? "–" : figure(row, "engagement_index")
          })
    }
    add(table)
  }

  /// Each platform month by month; platforms are never added up.
  private mutating func writePlatforms() {
    heading(.recapPlatforms)
    var table = TextTable([
      .init(title: words(.columnPlatform), width: 12, isNumber: false),
      .init(title: words(.columnMonth), width: 16, isNumber: false),
      .init(title: words(.columnPosts), width: 10), .init(title: words(.columnMeasure), width: 16),
      .init(title: words(.columnExposure), width: 14), .init(title: words(.columnInteractions), width: 11),
      .init(title: words(.columnRate), width: 9),
    ])
    for line in data.platformMonths {
      guard let month = Month(line.text("month")), line.integer("posts") != nil else { continue }
      table.add([
        line.text("platform_name"), month.name(in: words.language), words.count(line.integer("posts")),
        Measure.sum(line.basis, words), words.count(line.integer("exposure_sum_post")),
        words.count(line.integer("interactions")), words.percent(line.real("er_ratio_of_sums")),
      ])
    }
    add(table)
  }

  private mutating func writeCategories() {
    guard data.categories.contains(where: { $0.count("posts") > 0 }) else { return }
    heading(.categories)
    var table = TextTable([
      .init(title: words(.columnCategory), width: 24, isNumber: false),
      .init(title: words(.columnPosts), width: 10), .init(title: words(.columnShare), width: 8),
      .init(title: words(.columnEffect), width: 10), .init(title: words(.columnIndexRange), width: 12),
      .init(title: words(.columnCrude), width: 8), .init(title: words(.columnAccounts), width: 6),
    ])
    for line in data.categories {
      table.add([
        line.text("category_name"), words.count(line.integer("posts")),
        words.percent(line.real("share_of_posts"), places: 0), words.index(of: line, "adjusted_ratio"),
        line.real("adjusted_low") == nil
          ? "–" : "\(words.index(of: line, "adjusted_low"))–\(words.index(of: line, "adjusted_high"))",
        words.index(of: line, "crude_ratio"), words.count(line.integer("accounts")),
      ])
    }
    add(table)
    for line in data.categories { if let reading = words.reading(ofCategory: line) { page.item(reading) } }
  }

  private mutating func writeNotes() {
    heading(.notes)
    for phrase in [Phrase.recapNote, .noteIndex, .noteIndexRange, .noteCategory, .noteReach, .noteMissing] {
      page.item(words(phrase))
    }
    for line in data.lines {
      guard let day = line["definition_break"].text.flatMap({ CivilDate(iso: $0) }) else { continue }
      page.item(
        words(
          .recapBreak,
          [
            "office": line.text("short_name"), "platform": line.text("platform_name"), "day": words.day(day),
          ]))
    }
  }
}
