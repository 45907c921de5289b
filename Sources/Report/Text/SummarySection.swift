import Warehouse

extension TextReport {
  /// What the head of office reads first: who sent, each platform in a line, who stands out, what does well.
  mutating func writeSummary() {
    heading(.summary)
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
    for (phrase, tier) in [(Phrase.standsAbove, "above"), (.standsBelow, "below")] {
      let names = ranked.filter { $0.text("tier") == tier && $0.integer("index_rank") != nil }
        .sorted { $0.count("index_rank") < $1.count("index_rank") }.map { $0.text("short_name") }
      if !names.isEmpty { item(words(phrase, ["names": words.list(names, limit: 12)])) }
    }
    for (phrase, change) in [(Phrase.indexRose, "up"), (.indexFell, "down")] {
      let names = ranked.filter { $0.text("index_change") == change && $0.integer("index_rank") != nil }
        .map { $0.text("short_name") }
      if !names.isEmpty { item(words(phrase, ["names": words.list(names, limit: 12)])) }
    }
    let found = data.categories.filter { ($0.real("p_adjusted") ?? 1) < 0.05 }
    for (phrase, isBetter) in [(Phrase.doBetter, true), (.doWorse, false)] {
      let names = found.filter { (($0.real("adjusted_ratio") ?? 1) > 1) == isBetter }
        .map { $0.text("category_name") }
      if !names.isEmpty { item(words(phrase, ["names": words.list(names)])) }
    }
    blank()
    add(platformTable)
    paragraph(words(.platformTableNote))
  }

  private var platformTable: TextTable {
    var table = TextTable([
      .init(title: words(.columnPlatform), width: 10, isNumber: false),
      .init(title: words(.columnPosts), width: 9),
      .init(title: words(.columnMeasure), width: 16, isNumber: false),
      .init(title: words(.columnExposure), width: 11),
      .init(title: words(.columnInteractions), width: 10), .init(title: words(.columnRate), width: 8),
      .init(title: words(.columnSameOffices), width: 28, isNumber: false),
    ])
    for platform in data.platforms where platform.integer("posts") != nil {
      table.add([
        platform.text("platform_name"), words.count(platform.integer("posts")),
        Measure.sum(platform.basis, words), words.count(platform.integer("exposure_sum_post")),
        words.count(platform.integer("interactions")), words.percent(platform.real("er_ratio_of_sums")),
        comparison(platform),
      ])
    }
    return table
  }

  /// The rate of the offices that were complete in both months, now and before.
  private func comparison(_ platform: Record) -> String {
    guard let now = platform.real("compared_er_ratio_of_sums"),
      let before = platform.real("previous_er_ratio_of_sums")
    else { return "–" }
    return words(
      .sameOffices,
      [
        "before": words.percent(before), "now": words.percent(now),
        "offices": words.count(platform.count("compared_offices")),
      ])
  }
}
