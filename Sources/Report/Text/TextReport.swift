import Warehouse

/// `laporan.txt`: the report that is printed for the meeting.
struct TextReport {
  let data: MonthData
  let words: Wording
  private var section = 0
  private(set) var page = Page()

  init(_ data: MonthData, _ words: Wording) {
    self.data = data
    self.words = words
  }

  var text: String {
    var report = self
    report.writeHead()
    report.writeSummary()
    report.writeCompleteness()
    report.writeIndex()
    for platform in data.platforms { report.writeRanking(platform) }
    report.writeCategories()
    report.writeSignals()
    report.writeComparison()
    report.writeNotes()
    report.writeFollowUp()
    report.page.blank()
    report.page.line(words(.signature))
    return report.page.text
  }

  var completeness: String {
    var report = self
    report.writeCompleteness()
    return report.page.text
  }

  var digest: String {
    var report = self
    report.writeCompleteness()
    report.writeIndex()
    for platform in data.platforms { report.writeRanking(platform) }
    return report.page.text
  }

  private mutating func writeHead() {
    page.centred(words(.government))
    page.centred(words(.office))
    page.rule()
    page.centred(words(.title, ["month": data.month.name(in: words.language)]))
    if let mark = data.mark { page.centred("*** \(mark) ***") }
    page.blank()
    guard let meta = data.meta, let first = meta["first_export"].text, let last = meta["last_export"].text
    else {
      page.paragraph(words(.noData))
      return
    }
    let (firstDay, lastDay) = (words.day(instant: first), words.day(instant: last))
    page.paragraph(
      words(
        firstDay == lastDay ? .dataAsOf : .dataAsOfRange, ["day": lastDay, "first": firstDay]))
  }

  mutating func heading(_ text: String) {
    section += 1
    page.blank()
    page.line("\(section). \(text)")
    page.rule("-")
  }

  mutating func item(_ text: String) { page.item(text) }
  mutating func paragraph(_ text: String) { page.paragraph(text) }
  mutating func blank() { page.blank() }
  mutating func add(_ table: TextTable) { for line in table.lines { page.line(line) } }

  private mutating func writeSummary() {
    heading(words(.summary))
    let ranked = data.offices.filter { $0.count("is_ranked") == 1 }
    let complete = ranked.count { $0.text("submission") == "complete" }
    let partial = ranked.count { $0.text("submission") == "partial" }
    let month = data.month.name(in: words.language)
    guard complete + partial > 0 else {
      item(words(.receivedNone, ["month": month]))
      return
    }
    item(
      words(
        .received,
        [
          "month": month, "received": words.count(complete + partial), "offices": words.count(ranked.count),
          "complete": words.count(complete), "partial": words.count(partial),
        ]))
    for platform in data.platforms { summarise(platform) }
    if data.platforms.count > 1 { item(words(.perPlatform)) }
  }

  private mutating func summarise(_ platform: Record) {
    let name = platform.text("platform_name")
    guard platform.integer("posts") != nil else { return }
    item(
      words(
        platform.basis == "reach" ? .platformPosts : .platformPostsPlain,
        [
          "platform": name, "posts": words.count(platform.integer("posts")),
          "reach": words.count(platform.integer("reach_sum_post")),
          "measure": Measure.sum(platform.basis, words),
          "exposure": words.count(platform.integer("exposure_sum_post")),
        ]))
    guard let rate = platform.real("er_ratio_of_sums") else {
      item(words(.platformNoRate, ["platform": name]))
      return
    }
    item(
      words(
        .platformRate,
        [
          "platform": name, "rate": words.percent(rate),
          "interactions": words.count(platform.integer("interactions")),
          "measure": Measure.name(platform.basis, words),
          "exposure": words.count(platform.integer("exposure")),
          "posts": words.count(platform.integer("index_posts")),
        ]))
    guard let now = platform.real("compared_er_ratio_of_sums"),
      let before = platform.real("previous_er_ratio_of_sums")
    else { return }
    item(
      words(
        .platformCompared,
        [
          "offices": words.count(platform.count("compared_offices")), "platform": name,
          "change": words.change(rate: now, before),
        ]))
  }
}
