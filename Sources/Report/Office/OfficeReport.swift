import Warehouse

/// `rapor/<KODE>`: one page for an office's admin: how it went, what did well, what was missing and how to put it right.
struct OfficeReport {
  let data: MonthData
  let words: Wording
  /// The office's line of `mart_opd_month`.
  let office: Record
  private(set) var page = Page()

  /// A part of the day with fewer posts says too little to be shown.
  static let fewestPosts: Int64 = 5

  init(_ data: MonthData, _ words: Wording, _ office: Record) {
    (self.data, self.words, self.office) = (data, words, office)
  }

  var code: String { office.text("opd_code") }

  /// The code as a file's name; the registry allows letters, digits and hyphens alone, a foreign database anything.
  var fileName: String {
    String(code.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
  }

  var title: String {
    words(
      .officeTitle, ["office": office.text("short_name"), "month": data.month.name(in: words.language)])
  }

  /// The whole page, piece by piece.
  var content: Page {
    var report = self
    report.writeHead()
    report.writePlace()
    report.writeTrend()
    report.writeBest()
    report.writeCategories()
    report.writeHours()
    report.writeHabits()
    report.writeRepairs()
    return report.page
  }

  private mutating func heading(_ topic: Phrase) { page.heading(topic, words(topic)) }

  mutating func addHeading(_ topic: Phrase) { heading(topic) }

  mutating func addItems(_ texts: [String]) { texts.forEach { page.item($0) } }

  private mutating func writeHead() {
    page.centred(title)
    page.centred(office.text("name"))
    if let mark = data.mark { page.centred("*** \(mark) ***") }
    page.rule()
  }

  private mutating func writePlace() {
    heading(.officePlace)
    if office.integer("index_rank") == nil {
      page.item(
        words(
          .officeUnranked,
          [
            "reason": TextReport(data, words).indexReason(
              office, words.count(data.meta?.integer("minimum_posts")))
          ]))
    } else {
      let prefix = office["peer_group"].text == nil ? "rank" : "group_rank"
      page.item(
        words(
          .officeIndex,
          [
            "index": words.whole(office, "engagement_index"), "low": words.whole(office, "index_low"),
            "high": words.whole(office, "index_high"), "tier": words.tier(office),
            "places": words.places(office, prefix),
            "group": office["peer_group"].text == nil ? words(.indexNoGroup) : office.text("peer_group"),
            "change": words.indexChange(office),
          ]))
    }
    let lines = data.lines.filter { $0.text("opd_code") == code && $0.integer("posts") != nil }
    guard !lines.isEmpty else { return }
    var table = TextTable([
      .init(title: words(.columnPlatform), width: 12, isNumber: false),
      .init(title: words(.columnPosts), width: 9),
      .init(title: words(.columnMeasure), width: 16, isNumber: false),
      .init(title: words(.columnExposure), width: 12), .init(title: words(.columnInteractions), width: 10),
      .init(title: words(.columnRate), width: 8), .init(title: words(.columnRange), width: 11),
      .init(title: words(.columnChange), width: 15, isNumber: false),
    ])
    for line in lines {
      table.add([
        line.text("platform_name"), words.count(line.integer("posts")), Measure.sum(line.basis, words),
        words.count(line.integer("exposure_sum_post")), words.count(line.integer("interactions")),
        words.percent(line.real("er_ratio_of_sums")), words.rateRange(line), words.rateChange(line),
      ])
    }
    page.add(table)
  }

  private mutating func writeTrend() {
    guard let own = data.history[code], data.historyMonths.count > 1 else { return }
    heading(.officeTrend)
    var table = TextTable([
      .init(title: words(.columnMonth), width: 18, isNumber: false),
      .init(title: words(.columnIndex), width: 8), .init(title: words(.columnIndexRange), width: 11),
    ])
    for month in data.historyMonths {
      let row = own["\(month)"]
      let ends = row.map { "\(words.whole($0, "index_low"))–\(words.whole($0, "index_high"))" } ?? "–"
      table.add([
        month.name(in: words.language), row.map { words.whole($0, "engagement_index") } ?? "–", ends,
      ])
    }
    page.add(table)
  }

  private mutating func writeBest() {
    let best = data.posts.filter {
      $0.text("opd_code") == code && (1...3).contains($0.integer("opd_place") ?? 0)
    }
    .sorted { $0.count("opd_place") < $1.count("opd_place") }
    guard !best.isEmpty else { return }
    heading(.officeBest)
    for post in best {
      page.item(words(.example, words.example(post)))
      page.link(words.link(post))
    }
  }

  private mutating func writeCategories() {
    let lines = data.officeCategories.filter { $0.text("opd_code") == code }
    guard lines.contains(where: { $0.count("posts") > 0 }) else { return }
    heading(.categories)
    var table = TextTable([
      .init(title: words(.columnCategory), width: 22, isNumber: false),
      .init(title: words(.columnPosts), width: 9), .init(title: words(.columnShare), width: 8),
      .init(title: words(.columnComments), width: 12), .init(title: words(.columnShares), width: 12),
      .init(title: words(.columnEffect), width: 9), .init(title: words(.columnIndexRange), width: 10),
    ])
    for line in lines where line.count("posts") > 0 {
      table.add([
        line.text("category_name"), words.count(line.integer("posts")),
        words.percent(line.real("share_of_posts"), places: 0),
        line.real("comments_per_post").map { words.decimal($0, places: 1) } ?? "–",
        line.real("shares_per_post").map { words.decimal($0, places: 1) } ?? "–",
        words.whole(line, "category_effectiveness"),
        line.real("effectiveness_low") == nil
          ? "–" : "\(words.whole(line, "effectiveness_low"))–\(words.whole(line, "effectiveness_high"))",
      ])
    }
    page.add(table)
    page.paragraph(words(.officeCategoryNote))
  }

  private mutating func writeHours() {
    let parts = data.hours.filter { $0.text("opd_code") == code }
    guard !parts.isEmpty else { return }
    heading(.officeHours)
    var table = TextTable([
      .init(title: words(.columnHours), width: 16, isNumber: false),
      .init(title: words(.columnPosts), width: 9), .init(title: words(.columnIndex), width: 8),
      .init(title: words(.columnIndexRange), width: 11),
    ])
    for part in parts {
      let isTold = part.count("posts") >= Self.fewestPosts
      table.add([
        hours(part), words.count(part.integer("posts")), isTold ? words.whole(part, "hour_index") : "–",
        isTold ? "\(words.whole(part, "index_low"))–\(words.whole(part, "index_high"))" : "–",
      ])
    }
    page.add(table)
    // A part of the day stands out where its whole range lies beyond what the office's posts do at any hour.
    let better = parts.filter { part in
      part.count("posts") >= Self.fewestPosts
        && (part.real("index_low") ?? 0) > (part.real("own_index") ?? .infinity)
    }
    if better.isEmpty {
      page.item(words(.officeHoursSame))
    } else {
      page.item(words(.officeHoursBetter, ["hours": words.list(better.map(hours))]))
    }
  }

  private func hours(_ part: Record) -> String {
    let first = part.count("first_hour")
    return [first, first + 4].map { ($0 < 10 ? "0" : "") + "\($0)" + words.language.choose(".00", ":00") }
      .joined(separator: "–")
  }

  private mutating func writeHabits() {
    guard let duty = data.duties.first(where: { $0.text("opd_code") == code }), duty.integer("posts") != nil
    else { return }
    heading(.officeHabits)
    page.item(
      words(
        .officeRhythm,
        [
          "perWeek": duty.real("posts_per_week").map { words.decimal($0, places: 1) } ?? "–",
          "silence": words.count(duty.integer("longest_silence")),
          "hours": words.percent(duty.real("office_hours_share"), places: 0),
        ]))
    page.item(
      words(
        .officeTogether,
        [
          "collab": words.count(duty.integer("collab_posts")),
          "cross": words.count(duty.integer("crossposts")),
          "mentions": words.count(duty.integer("mention_posts")),
          "events": words.count(duty.integer("event_posts")),
          "comments": duty.real("comments_per_post").map { words.decimal($0, places: 1) } ?? "–",
        ]))
    page.paragraph(words(.officeNotScored))
  }
}
