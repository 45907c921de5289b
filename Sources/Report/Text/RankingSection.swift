import Warehouse

extension TextReport {
  /// One platform's order by engagement rate; offices without enough posts by name, never at the bottom as "last".
  mutating func writeRanking(_ platform: Record) {
    let name = platform.text("platform_name")
    let lines = data.lines(on: platform.text("platform"))
    heading(.ranking, ["platform": name.uppercased()])
    let minimum = words.count(data.meta?.integer("minimum_posts"))
    paragraph(
      words(
        .rankingIntro, ["platform": name, "minimum": minimum, "measure": Measure.name(platform.basis, words)])
    )
    blank()
    let ranked = lines.filter { $0.integer("er_rank") != nil }
    if ranked.isEmpty {
      paragraph(words(.rankingNone))
    } else {
      add(table(ranked, platform.basis))
      if ranked.contains(where: isPartial) { paragraph(words(.partialMark)) }
    }
    writeUnranked(lines, minimum)
    writeOutside(lines)
  }

  private func table(_ lines: [Record], _ basis: String) -> TextTable {
    var table = TextTable([
      .init(title: words(.columnRank), width: 4),
      .init(title: words(.columnOffice), width: 26, isNumber: false),
      .init(title: words(.columnPosts), width: 8), .init(title: Measure.column(basis, words), width: 12),
      .init(title: words(.columnInteractions), width: 9), .init(title: words(.columnRate), width: 8),
      .init(title: words(.columnRange), width: 10),
      .init(title: words(.columnChange), width: 16, isNumber: false),
    ])
    for line in lines {
      table.add([
        words.count(line.integer("er_rank")), line.text("short_name") + (isPartial(line) ? " *" : ""),
        words.count(line.integer("posts")), words.count(line.integer("exposure_sum_post")),
        words.count(line.integer("interactions")), words.percent(line.real("er_ratio_of_sums")),
        words.rateRange(line),
        words.rateChange(line),
      ])
    }
    return table
  }

  private func isPartial(_ line: Record) -> Bool { line.text("submission") != "complete" }

  private mutating func writeUnranked(_ lines: [Record], _ minimum: String) {
    let unranked = lines.filter {
      $0.integer("er_rank") == nil && $0.count("is_ranked") == 1
    }
    guard !unranked.isEmpty else { return }
    blank()
    paragraph(words(.unranked))
    for line in unranked { item("\(line.text("short_name")): \(reason(line, minimum))") }
  }

  private func reason(_ line: Record, _ minimum: String) -> String {
    // What is not complete may hold more: an office must not be told that it posted nothing.
    let incomplete = isPartial(line) ? " " + words(.unrankedIncomplete) : ""
    switch line.text("unranked_reason") {
    case "missing": return words(.unrankedMissing)
    case "no_posts": return words(isPartial(line) ? .unrankedNoneReceived : .unrankedNoPosts)
    default:
      let (posts, counted) = (line.count("posts"), line.count("index_posts"))
      return words(
        posts == counted ? .unrankedFewPosts : .unrankedFewOfPosts,
        ["count": words.count(counted), "posts": words.count(posts), "minimum": minimum]) + incomplete
    }
  }

  private mutating func writeOutside(_ lines: [Record]) {
    let outside = lines.filter { $0.count("is_ranked") == 0 && $0.integer("posts") != nil }
    guard !outside.isEmpty else { return }
    blank()
    paragraph(words(.outsideHeading))
    for line in outside {
      let figures = words(
        .outsideLine,
        [
          "posts": words.count(line.integer("posts")), "measure": Measure.sum(line.basis, words),
          "exposure": words.count(line.integer("exposure_sum_post")),
          "rate": words.percent(line.real("er_ratio_of_sums")),
        ])
      item("\(line.text("short_name")): \(figures)")
    }
  }
}

extension Wording {
  /// Where a rate may reasonably lie, in percent.
  func rateRange(_ line: Record) -> String {
    guard let low = line.real("er_low"), let high = line.real("er_high") else { return "–" }
    let places = Self.places(low)
    return "\(percent(low, places: places))–\(percent(high, places: places))"
  }

  /// How an office's rate on a platform stands against the month before.
  func rateChange(_ line: Record) -> String {
    guard let rate = line.real("er_ratio_of_sums"), let previous = line.real("previous_er_ratio_of_sums")
    else {
      return self(.changeUnknown)
    }
    let points = points(rate, previous)
    return switch Change(line: line) {
    case .up: self(.changeUp, ["points": points])
    case .down: self(.changeDown, ["points": points])
    case .same: self(.changeSame)
    case .unknown: self(line["definition_break"].text == nil ? .changeUnknown : .changeBroken)
    }
  }
}
