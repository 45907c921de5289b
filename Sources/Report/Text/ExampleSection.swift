import Warehouse

extension TextReport {
  /// The post of each category that did best against what its exposure lets one expect.
  mutating func writeExamples() {
    let examples = data.categories.compactMap { category in
      data.posts.first {
        $0.integer("category_place") == 1 && $0.text("category") == category.text("category")
          && category.text("category") != "none" && ($0.real("post_index") ?? 0) > 100
      }
    }
    guard !examples.isEmpty else { return }
    heading(.examples)
    for post in examples {
      item(words(.example, words.example(post)))
      link(words.link(post))
    }
  }

  /// Posts whose comments lie far outside their account's own history: for a look, never scored.
  mutating func writeSignals(limit: Int) {
    var seen: Set<String> = []
    let lines = data.signals.filter { line in
      seen.insert("\(line.text("platform")) \(line.text("native_id"))").inserted
    }
    guard !lines.isEmpty else { return }
    heading(.signals)
    paragraph(words(.signalsIntro))
    for line in lines.prefix(limit) {
      item(
        words(
          .signal,
          [
            "office": line.text("short_name"), "platform": line.text("platform_name"),
            "comments": words.count(line.integer("comments")), "usual": usual(line), "link": words.link(line),
          ]))
    }
    if lines.count > limit { item(words(.more, ["count": words.count(lines.count - limit)])) }
  }

  private func usual(_ line: Record) -> String {
    let places = line.text("signal") == "comments_per_like" ? 2 : 4
    let values: KeyValuePairs = [
      "value": line.real("value").map { words.decimal($0, places: places) } ?? "–",
      "usual": line.real("usual").map { words.decimal($0, places: places) } ?? "–",
    ]
    return words(line.text("signal") == "comments_per_like" ? .signalPerLike : .signalPerExposure, values)
  }

  /// Categories that a person set.
  mutating func writeCorrections() {
    let posts = data.posts.filter { $0.text("method") == "manual" }
    guard !posts.isEmpty else { return }
    heading(.corrections)
    for post in posts {
      item(
        words(
          .correction,
          [
            "office": post.text("short_name"), "platform": post.text("platform_name"),
            "category": post.text("category_name"), "reason": post.text("reason"), "link": words.link(post),
          ]))
    }
  }

  /// The words of the report, for whoever reads one for the first time.
  mutating func writeGlossary() {
    heading(.glossary)
    for phrase in [
      Phrase.glossaryRate, .glossaryReach, .glossaryIndex, .glossaryRange, .glossaryTier,
      .glossaryEffectiveness, .glossaryUnknown,
    ] {
      item(words(phrase))
    }
  }
}

extension Wording {
  /// A post's address; its id where the export tells none.
  func link(_ post: Record) -> String {
    post["permalink"].text == nil ? post.text("native_id") : post.text("permalink")
  }

  /// What is said of a post worth imitating.
  func example(_ post: Record) -> KeyValuePairs<String, String> {
    let title = post.line("caption", limit: 48) ?? ""
    return [
      "category": post.text("category_name"),
      "office": post["short_name"].text == nil ? post.text("opd_code") : post.text("short_name"),
      "platform": post.text("platform_name"), "title": title.isEmpty ? self(.untitled) : title,
      "interactions": count(post.integer("interactions")),
      "measure": Measure.name(post.text("exposure_basis"), self),
      "exposure": count(post.integer("exposure")),
      "expected": post.real("expected").map { decimal($0, places: 0) } ?? "–",
    ]
  }
}
