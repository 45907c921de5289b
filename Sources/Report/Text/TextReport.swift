import Warehouse

/// `laporan.txt`, the two pages that are printed for the meeting, and `lampiran.txt`, all that stands behind them.
struct TextReport {
  /// Lines of a hundred columns on an A4 page in a type that fits them.
  static let pageLines = 84

  let data: MonthData
  let words: Wording
  private(set) var page = Page()

  init(_ data: MonthData, _ words: Wording) {
    self.data = data
    self.words = words
  }

  var text: String { main.text }

  /// The two pages, piece by piece.
  var main: Page {
    var report = self
    report.writeHead(.title)
    report.writeSummary()
    report.writeCompleteness(withNames: false)
    report.writeIndex()
    report.writeCategories()
    report.writeExamples()
    report.writeSignals(limit: 3)
    report.writeNotes()
    report.writeFollowUp()
    report.page.blank()
    report.page.line(words(.signature))
    return report.page
  }

  /// Every platform by itself, who sent what by name, and the longer notes.
  var appendix: String { annex.text }

  /// The annex, piece by piece.
  var annex: Page {
    var report = self
    report.writeHead(.appendixTitle)
    report.writeCompleteness(withNames: true)
    for platform in data.platforms { report.writeRanking(platform) }
    report.writeComparison()
    report.writeSignals(limit: .max)
    report.writeCorrections()
    report.writeLongNotes()
    report.writeGlossary()
    return report.page
  }

  var completeness: String {
    var report = self
    report.writeCompleteness(withNames: true)
    return report.page.text
  }

  var digest: String {
    var report = self
    report.writeCompleteness(withNames: false)
    report.writeIndex()
    // Without an index, the platforms by themselves are the only order there is.
    if !data.offices.contains(where: { $0.integer("index_rank") != nil }) {
      for platform in data.platforms { report.writeRanking(platform) }
    }
    return report.page.text
  }

  private mutating func writeHead(_ title: Phrase) {
    page.centred(words(.government))
    page.centred(words(.office))
    page.rule()
    page.centred(words(title, ["month": data.month.name(in: words.language)]))
    if let mark = data.mark { page.centred("*** \(mark) ***") }
    guard let meta = data.meta, let first = meta["first_export"].text, let last = meta["last_export"].text
    else {
      page.paragraph(words(.noData))
      return
    }
    let (firstDay, lastDay) = (words.day(instant: first), words.day(instant: last))
    page.paragraph(
      words(
        firstDay == lastDay ? .dataAsOf : .dataAsOfRange,
        ["day": lastDay, "first": firstDay, "age": words.count(age(of: last))]))
  }

  /// Days from the end of the month to an export: how long its youngest posts had to gather figures.
  private func age(of instant: String) -> Int {
    let day = CivilDate(iso: instant.prefix(10)) ?? data.month.lastDay
    return max(0, day.dayNumber - data.month.lastDay.dayNumber)
  }

  mutating func heading(_ topic: Phrase, _ values: KeyValuePairs<String, String> = [:]) {
    page.heading(topic, words(topic, values))
  }

  mutating func item(_ text: String) { page.item(text) }
  mutating func paragraph(_ text: String) { page.paragraph(text) }
  mutating func link(_ text: String) { page.link(text) }
  mutating func blank() { page.blank() }
  mutating func add(_ table: TextTable) { page.add(table) }
}
