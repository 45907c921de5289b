import Warehouse

extension TextReport {
  /// The order over all platforms, by peer group; offices without enough posts by name, never at the bottom as "last".
  mutating func writeIndex() {
    heading(.index)
    let minimum = words.count(data.meta?.integer("minimum_posts"))
    guard let fit = data.indexMonth, fit["reason"].text == nil else {
      paragraph(words(.indexNone, ["reason": indexObstacle]))
      return
    }
    paragraph(words(.indexIntro, ["minimum": minimum]))
    if let rho = fit.real("rho") {
      paragraph(
        words(rho < 0.5 ? .indexMostlyChance : .indexRankable, ["rho": words.decimal(rho, places: 2)]))
    }
    let ranked = data.offices.filter { $0.integer("index_rank") != nil }
    if !ranked.isEmpty { add(indexTable(ranked)) }
    if ranked.isEmpty { paragraph(words(.rankingNone)) }
    if ranked.contains(where: { $0.text("submission") != "complete" }) { paragraph(words(.partialMark)) }
    writeIndexUnranked(minimum)
  }

  /// Why there is no index, as the rest of a sentence.
  private var indexObstacle: String {
    switch data.indexMonth?.text("reason") {
    case "no_interactions": words(.indexNoInteractions)
    default: words(.indexFewOffices)
    }
  }

  private func indexTable(_ ranked: [Record]) -> TextTable {
    var table = TextTable([
      .init(title: words(.columnRank), width: 6),
      .init(title: words(.columnOffice), width: 22, isNumber: false),
      .init(title: words(.columnPostsShort), width: 5), .init(title: words(.columnRawIndex), width: 6),
      .init(title: words(.columnIndex), width: 6), .init(title: words(.columnIndexRange), width: 9),
      .init(title: words(.columnTier), width: 9, isNumber: false),
      .init(title: words(.columnThreeMonths), width: 7), .init(title: words(.columnReachScore), width: 6),
      .init(title: words(.columnChange), width: 15, isNumber: false),
    ])
    for group in data.peerGroups {
      let members = ranked.filter { $0["peer_group"].text == group }
        .sorted { $0.count("group_rank") < $1.count("group_rank") }
      guard !members.isEmpty else { continue }
      table.addGroup(words(.indexGroup, ["group": group ?? words(.indexNoGroup)]))
      for office in members { table.add(cells(office, prefix: group == nil ? "rank" : "group_rank")) }
    }
    return table
  }

  private func cells(_ office: Record, prefix: String) -> [String] {
    [
      words.places(office, prefix),
      office.text("short_name") + (office.text("submission") == "complete" ? "" : " *"),
      words.count(office.integer("index_posts")), words.whole(office, "raw_index"),
      words.whole(office, "engagement_index"),
      "\(words.whole(office, "index_low"))–\(words.whole(office, "index_high"))",
      words.tier(office), words.whole(office, "index_3m"), words.whole(office, "reach_score"),
      words.indexChange(office),
    ]
  }

  /// The table of the ranking as HTML.
  var indexTableHTML: String {
    let ranked = data.offices.filter { $0.integer("index_rank") != nil }
    return ranked.isEmpty ? "<p>\(HTML.text(words(.rankingNone)))</p>\n" : indexTable(ranked).html
  }

  private mutating func writeIndexUnranked(_ minimum: String) {
    let unranked = data.offices.filter { $0.integer("index_rank") == nil && $0.count("is_ranked") == 1 }
    guard !unranked.isEmpty else { return }
    blank()
    let sentences = unranked.map { "\($0.text("short_name")): \(indexReason($0, minimum))" }
    paragraph("\(words(.unranked)). \(sentences.joined(separator: " "))")
  }

  /// Why an office has no rank, as the rest of a sentence.
  func indexReason(_ office: Record, _ minimum: String) -> String {
    let isWhole = office.text("submission") == "complete"
    let incomplete = isWhole ? "" : " " + words(.unrankedIncomplete)
    switch office.text("unranked_reason") {
    case "missing":
      return words(office.text("submission") == "unregistered" ? .unrankedUnregistered : .unrankedMissing)
    case "no_posts": return words(isWhole ? .unrankedNoPosts : .unrankedNoneReceived)
    case "no_rate": return words(.unrankedNoRate)
    default:
      let (posts, counted) = (office.count("posts"), office.count("index_posts"))
      return words(
        posts == counted ? .unrankedFewPosts : .unrankedFewOfPosts,
        ["count": words.count(counted), "posts": words.count(posts), "minimum": minimum]) + incomplete
    }
  }
}

extension Wording {
  /// The places that an office may have; `prefix` names the columns: rank or group_rank.
  func places(_ office: Record, _ prefix: String) -> String {
    let (low, high) = (office.count("\(prefix)_low"), office.count("\(prefix)_high"))
    return low == high ? count(low) : "\(count(low))–\(count(high))"
  }

  /// How an office's index stands against the month before.
  func indexChange(_ office: Record) -> String {
    switch office.text("index_change") {
    case "up": self(.indexUp, ["before": whole(office, "previous_index")])
    case "down": self(.indexDown, ["before": whole(office, "previous_index")])
    case "same": self(.changeSame)
    default: self(office.text("index_change_reason") == "definition" ? .changeBroken : .changeUnknown)
    }
  }

  /// Where the whole interval lies.
  func tier(_ office: Record) -> String {
    switch office.text("tier") {
    case "above": self(.tierAbove)
    case "below": self(.tierBelow)
    default: self(.tierAround)
    }
  }
}
