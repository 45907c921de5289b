import Warehouse

extension TextReport {
  /// Against the month before, only between months that are both complete.
  mutating func writeComparison() {
    guard data.platforms.contains(where: { $0.integer("posts") != nil }) else { return }
    heading(.comparison, ["month": data.month.previous.name(in: words.language).uppercased()])
    for platform in data.platforms where platform.integer("posts") != nil { compare(platform) }
  }

  private mutating func compare(_ platform: Record) {
    let name = platform.text("platform_name")
    guard platform.count("compared_offices") > 0 else {
      item(words(.comparisonNone, ["platform": name]))
      return
    }
    paragraph(
      words(
        .comparisonIntro,
        ["offices": words.count(platform.count("compared_offices")), "platform": name]))
    for (phrase, column) in [(Phrase.comparedPosts, "posts"), (.comparedReach, "exposure_sum_post")] {
      guard let now = platform.integer("compared_" + column),
        let before = platform.integer("previous_" + column)
      else { continue }
      let name = Measure.sum(platform.basis, words)
      let measure = name.prefix(1).uppercased() + name.dropFirst()
      item(words(phrase, ["change": words.change(now, before), "measure": measure]))
    }
    if let now = platform.real("compared_er_ratio_of_sums"),
      let before = platform.real("previous_er_ratio_of_sums")
    {
      item(words(.comparedRate, ["change": words.change(rate: now, before)]))
    }
    compareOffices(data.lines(on: platform.text("platform")).filter { $0.count("is_ranked") == 1 })
  }

  private mutating func compareOffices(_ lines: [Record]) {
    let changes = lines.map { (line: $0, change: Change(line: $0)) }
    for (phrase, wanted) in [(Phrase.improved, Change.up), (.declined, .down)] {
      let names = changes.filter { $0.change == wanted }.map {
        "\($0.line.text("short_name")) (\(words.rateChange($0.line)))"
      }
      if !names.isEmpty { item(words(phrase, ["names": words.list(names)])) }
    }
    item(words(.unchangedOffices, ["count": words.count(changes.count { $0.change == .same })]))
    let unknown = changes.count { $0.change == .unknown }
    if unknown > 0 { item(words(.notComparable, ["count": words.count(unknown)])) }
  }
}
