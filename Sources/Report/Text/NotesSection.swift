import Warehouse

extension TextReport {
  /// How each figure is made, in a sentence each, and what the month's figures do not hold.
  mutating func writeNotes() {
    heading(.notes)
    for phrase in [
      Phrase.shortRate, .shortIndex, .shortRange, .shortCategory, .shortReachScore, .noteReach, .noteMissing,
    ] {
      item(words(phrase))
    }
    let excluded: [(Phrase, Int64)] = [
      (.excludedPaid, sum("excluded_paid")), (.excludedShares, sum("excluded_format")),
      (.excludedOther, sum("other_posts")),
    ]
    let parts = excluded.filter { $0.1 > 0 }.map { words($0.0, ["count": words.count($0.1)]) }
    if !parts.isEmpty { item(words(.shortExcluded, ["parts": parts.joined(separator: "; ")])) }
    writeBreaks()
    item(words(.noteAppendix))
  }

  private func sum(_ column: String) -> Int64 { data.lines.reduce(0) { $0 + $1.count(column) } }

  /// Everything that a reader who doubts a figure asks for.
  mutating func writeLongNotes() {
    heading(.notes)
    for phrase in [
      Phrase.noteRate, .noteRange, .noteIndex, .noteIndexRange, .noteThreeMonths, .noteReachScore,
      .noteCategory, .noteRank, .noteReach, .noteMonth, .noteClocks, .noteMissing,
    ] {
      item(words(phrase))
    }
    for platform in data.platforms { noteExclusions(platform) }
    for (phrase, count) in [
      (Phrase.noteOther, sum("other_posts")), (.noteOwner, data.meta?.count("posts_without_owner") ?? 0),
      (.noteDate, data.meta?.count("posts_without_date") ?? 0),
    ] where count > 0 {
      item(words(phrase, ["count": words.count(count)]))
    }
    writeBreaks()
    item(words(.noteSource))
  }

  private mutating func writeBreaks() {
    for change in data.breaks {
      let day = CivilDate(iso: change.text("broken_on")).map(words.day) ?? ""
      item(
        words(
          .noteBreak, ["platform": change.text("name"), "day": day, "change": change.text("change")]))
    }
  }

  private mutating func noteExclusions(_ platform: Record) {
    let lines = data.lines(on: platform.text("platform"))
    var reasons: [String] = []
    var total: Int64 = 0
    for (phrase, column) in [
      (Phrase.excludedShares, "excluded_format"), (.excludedPaid, "excluded_paid"),
      (.excludedBasis, "excluded_basis"), (.excludedExposure, "excluded_exposure"),
      (.excludedInteractions, "excluded_interactions"),
    ] {
      let count = lines.reduce(0) { $0 + $1.count(column) }
      guard count > 0 else { continue }
      total += count
      let measure = Measure.name(platform.basis, words)
      reasons.append(words(phrase, ["count": words.count(count), "measure": measure]))
    }
    guard total > 0 else { return }
    let posts = lines.reduce(0) { $0 + $1.count("posts") }
    item(
      words(
        .noteExcluded,
        [
          "platform": platform.text("platform_name"), "count": words.count(total),
          "posts": words.count(posts),
          "reasons": reasons.joined(separator: "; "),
        ]))
  }

  /// What to do next, from what is missing; at most five, each with who does it.
  mutating func writeFollowUp() {
    heading(.followUp)
    let missing = data.offices(ofSubmission: "missing")
    let asks: [(Phrase, [String])] = [
      (.askMissing, missing), (.askRefused, data.offices(with: "refused_files")),
      (.askRegister, data.offices(with: "waiting_records")),
      (.askRejected, data.offices(with: "rejected_records")),
      (.askPartial, data.lines(ofSubmission: "partial")),
      (.askUndated, data.lines(ofSubmission: "undated")),
    ]
    let open = asks.filter { !$0.1.isEmpty }.prefix(5)
    if open.isEmpty { item(words(.followUpNone)) }
    let first = CivilDate(dayNumber: data.month.firstDay.dayNumber - 1)
    for (phrase, names) in open {
      let ask = words(
        phrase,
        [
          "names": words.list(names), "month": data.month.name(in: words.language), "first": words.day(first),
          "last": words.day(data.month.lastDay),
        ])
      let who =
        phrase == .askRegister ? "Diskominfotik" : words.language.choose("admin kantor", "the office's admin")
      item("\(ask) \(words(.responsible, ["who": who]))")
    }
  }
}

extension MonthData {
  /// The ranked offices that sent nothing.
  fileprivate func offices(ofSubmission status: String) -> [String] {
    offices.filter { $0.count("is_ranked") == 1 && $0.text("submission") == status }.map {
      $0.text("short_name")
    }
  }

  /// The offices of which something in a column is left out.
  fileprivate func offices(with column: String) -> [String] {
    offices.filter { $0.count(column) > 0 }.map { $0.text("short_name") }
  }

  /// The offices whose files of a platform are not whole.
  fileprivate func lines(ofSubmission status: String) -> [String] {
    // A top list is all that the platform gives: nothing can be asked for.
    lines.filter { $0.text("submission") == status && $0.count("top_lists") == 0 }.map {
      "\($0.text("short_name")) (\($0.text("platform_name")))"
    }
  }
}
