/// Writes captions as offices do: plain, with emoji and tags, as press releases, or not at all.
struct CaptionWriter {
  let slots: Slots

  func caption(_ kind: CaptionKind, _ random: inout SplitMix64) -> String {
    if random.chance(20) { return "" }
    var text = slots.fill(random.pick(Templates.of(kind)), &random)
    let isRelease = (kind == .event || kind == .achievement) && random.chance(300)
    if isRelease { text = release(text, &random) }
    if !isRelease, random.chance(330) { text += " " + random.pick(Self.emoji[kind.rawValue]) }
    if !isRelease, random.chance(40) { text = Self.bold(Self.headings[kind.rawValue]) + "\n\n" + text }
    if random.chance(420) { text += (random.chance(400) ? " " : "\n\n") + tags(kind, &random) }
    return text
  }

  /// Dateline, body, quote, closing and source, as in the press.
  private func release(_ body: String, _ random: inout SplitMix64) -> String {
    let quote = slots.fill(random.pick(Templates.quotes), &random)
    let place = random.chance(700) ? "SENGKANG" : "WAJO"
    let said = random.chance(750) ? "\"\(quote),\"" : "“\(quote),”"
    return "\(place) – \(body)\n\n\(said) ujar \(slots.office.head).\n\n"
      + "\(random.pick(Templates.closings)) (Hms \(slots.office.shortName))"
  }

  private func tags(_ kind: CaptionKind, _ random: inout SplitMix64) -> String {
    let own = slots.office.shortName.filter { $0 != " " } + "Wajo"
    let pool = [
      "WajoMaradeka", "PemkabWajo", "InfoWajo", "BanggaJadiOrangWajo", Self.kindTags[kind.rawValue],
    ]
    let first = random.below(pool.count)
    let chosen = (0..<random.within(1...3)).map { pool[(first + $0) % pool.count] }
    return (chosen + [own]).map { "#" + $0 }.joined(separator: " ")
  }

  /// The letters of mathematics that some admins take for bold type.
  private static func bold(_ text: String) -> String {
    var styled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isCapital = ("A"..."Z").contains(scalar)
      styled.append(isCapital ? Unicode.Scalar(scalar.value + 0x1D5D4 - 0x41) ?? scalar : scalar)
    }
    return String(styled)
  }

  private static let headings = ["INFO LAYANAN", "AGENDA", "KABAR BAIK", "TAHUKAH KAMU", "UCAPAN"]
  private static let kindTags = [
    "LayananPublik", "WajoBergerak", "WajoBerprestasi", "EdukasiWarga", "BumiLamaddukelleng",
  ]
  private static let emoji = [
    ["📄", "🏢", "✅", "📍", "🙏"], ["📸", "🤝", "🇮🇩", "🚜"], ["🏆", "🎉", "👏"], ["💡", "🩺", "⚠️", "🌱"],
    ["🙏", "🤲"],
  ]
}
