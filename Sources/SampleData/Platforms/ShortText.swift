/// The one-line texts of X, YouTube and TikTok, made of the sentences that the captions use.
struct ShortText {
  let office: Office
  /// The post's minute in UTC, which decides the commemoration that is near.
  let published: Int

  /// A sentence or two without line breaks, of at most `limit` characters.
  func sentence(_ random: inout SplitMix64, limit: Int) -> String {
    let slots = Slots(office: office, topics: Topics.of(office), day: TimeZones.wita(published))
    var words: [String] = []
    // Cut only where luck brings no sentence that is short enough.
    for _ in 0..<12 {
      let kind = CaptionKind.allCases[random.weighted(office.mix)]
      let text = slots.fill(random.pick(Templates.of(kind)), &random)
      words = text.split { $0 == "\n" || $0 == " " }.map(String.init)
      if words.joined(separator: " ").count <= limit { break }
    }
    return Self.cut(words, limit)
  }

  /// The office's own tag and perhaps one for the whole regency.
  func tags(_ random: inout SplitMix64) -> String {
    let own = "#" + office.shortName.filter { $0 != " " } + "Wajo"
    return random.chance(500) ? own : own + " " + random.pick(["#WajoMaradeka", "#InfoWajo", "#WartaWajo"])
  }

  private static func cut(_ words: [String], _ limit: Int) -> String {
    var text = ""
    for word in words {
      let longer = text.isEmpty ? word : text + " " + word
      guard longer.count <= limit else { break }
      text = longer
    }
    return text
  }
}
