public import Warehouse

/// The rules that give a text its category, as `kategori.csv` has them, checked.
public struct CategoryRules: Sendable {
  /// What is wrong with a row, in both languages.
  public struct Fault: Error, Equatable {
    /// Of the file.
    public let line: Int
    /// The sentence in Indonesian.
    public let indonesian: String
    /// The sentence in English.
    public let english: String
  }

  /// What a weighted pattern says: how much it speaks for a category; a family counts once in each.
  struct Evidence: Equatable {
    let category: Int
    let family: String
    let weight: Double
  }

  /// The four categories and none, in the order in which ties fall.
  static let categories = ["none", "layanan", "edukasi", "positif", "kegiatan"]
  /// Kinds of public information by UU 14/2008.
  static let information = ["berkala", "serta-merta", "setiap saat"]
  private static let axes = categories + information
  private static let kinds = ["pola", "bobot", "kelas", "tagar", "label", "setelan", "acara", "sasaran"]

  /// Of each family, what its patterns speak for where their rows give no weight.
  private var familyWeights: [String: [Evidence]] = [:]
  /// Patterns by their text, each with everything it speaks for.
  private(set) var patterns: [String: [Evidence]] = [:]
  /// Members of each class, literals and stems.
  private(set) var classes: [String: [String]] = [:]
  /// Hashtags that decide, with their category.
  private(set) var hashtags: [String: String] = [:]
  /// The platform's own labels that decide, folded, with their category.
  private(set) var labels: [String: String] = [:]
  /// Hashtags of events, literals and stems.
  private(set) var events: [String] = []
  private var settings: [String: Double] = [
    "ambang": 1.6, "pangkat": 0.35, "awal_kata": 14, "awal_faktor": 1.5, "margin": 0.3, "ambang_informasi": 1,
  ]

  /// Checks the rows.
  ///
  /// - Throws: `Fault` at the first that makes no sense.
  public init(_ rows: [CategoryRow]) throws(Fault) {
    for row in rows where row.kind == "bobot" { try takeWeight(row) }
    for row in rows where row.kind != "bobot" { try take(row) }
    try checkClasses(rows)
  }

  /// Every class that a pattern names must have members.
  private func checkClasses(_ rows: [CategoryRow]) throws(Fault) {
    let used = patterns.keys.flatMap { Pattern($0).elements }
    for element in used where element.isClass && !Pattern.builtIn.contains(element.text) {
      let name = String(element.text.dropFirst().dropLast())
      guard classes[name] == nil else { continue }
      let row = rows.first { $0.kind == "pola" && $0.pattern.contains(element.text) }
      throw Fault(
        line: row?.line ?? 0, indonesian: "pola: kelas <\(name)> tidak ada (baris berjenis kelas)",
        english: "pola: there is no class <\(name)> (rows of jenis kelas)")
    }
  }

  /// A parameter of the score.
  func setting(_ name: String) -> Double { settings[name] ?? 0 }

  /// Whether there is any rule at all.
  public var isEmpty: Bool { patterns.isEmpty && hashtags.isEmpty && labels.isEmpty }

  private mutating func take(_ row: CategoryRow) throws(Fault) {
    func fault(_ indonesian: String, _ english: String) -> Fault {
      Fault(line: row.line, indonesian: indonesian, english: english)
    }
    let texts = Self.alternatives(row.pattern)
    if ["tagar", "label", "sasaran"].contains(row.kind) { _ = try Self.axis(row) }
    if ["pola", "kelas", "tagar", "label", "acara"].contains(row.kind), texts.isEmpty {
      throw fault("pola kosong", "pola is empty")
    }
    switch row.kind {
    case "pola": for text in texts { try takePattern(row, text) }
    case "kelas": classes[NFKC.folded(row.family), default: []] += texts
    case "tagar": for text in texts { hashtags[Self.hashtag(text)] = row.category }
    case "label": for text in texts { labels[text] = row.category }
    case "acara": events += texts.map(Self.hashtag)
    case "sasaran":
      guard let share = row.weight, (0...1).contains(share) else {
        throw fault("bobot sasaran: diharapkan porsi 0–1", "bobot of a target: expected a share 0–1")
      }
    case "setelan":
      guard settings[row.family] != nil, let value = row.weight, value >= 0, value.isFinite else {
        let list = settings.keys.sorted().joined(separator: ", ")
        throw fault(
          "setelan \"\(row.family)\": tidak dikenal atau nilainya bukan bilangan; pilihannya: \(list)",
          "setting \"\(row.family)\": unknown, or no number; one of: \(list)")
      }
      settings[row.family] = value
    default:
      let list = Self.kinds.joined(separator: ", ")
      throw fault(
        "jenis \"\(row.kind)\" tidak dikenal; pilihannya: \(list)",
        "jenis \"\(row.kind)\" is unknown; one of: \(list)")
    }
  }

  private mutating func takeWeight(_ row: CategoryRow) throws(Fault) {
    let evidence = Evidence(category: try Self.axis(row), family: row.family, weight: try Self.weight(row))
    familyWeights[row.family, default: []].append(evidence)
  }

  private mutating func takePattern(_ row: CategoryRow, _ text: String) throws(Fault) {
    if let reason = Pattern(text).fault {
      throw Fault(line: row.line, indonesian: reason.indonesian, english: reason.english)
    }
    let shared = row.weight == nil ? familyWeights[row.family] : nil
    if let shared {
      patterns[text, default: []] += shared
    } else {
      patterns[text, default: []].append(
        Evidence(category: try Self.axis(row), family: row.family, weight: try Self.weight(row)))
    }
  }

  /// A cell may hold several patterns, apart by `|`; blanks count once.
  private static func alternatives(_ text: String) -> [String] {
    text.split(separator: "|").map {
      NFKC.folded(String($0)).split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private static func hashtag(_ text: String) -> String { text.hasPrefix("#") ? text : "#" + text }

  private static func axis(_ row: CategoryRow) throws(Fault) -> Int {
    if let axis = axes.firstIndex(of: row.category) { return axis }
    let list = axes.joined(separator: ", ")
    throw Fault(
      line: row.line, indonesian: "kategori \"\(row.category)\" tidak dikenal; pilihannya: \(list)",
      english: "kategori \"\(row.category)\" is unknown; one of: \(list)")
  }

  private static func weight(_ row: CategoryRow) throws(Fault) -> Double {
    if let weight = row.weight, weight.isFinite, abs(weight) <= 1000 { return weight }
    throw Fault(
      line: row.line,
      indonesian:
        "bobot: diharapkan bilangan seperti 2,5 atau -1 (atau baris berjenis bobot bagi keluarganya)",
      english: "bobot: expected a number such as 2.5 or -1 (or rows of jenis bobot for its family)")
  }
}

/// A pattern over tokens, read from its text: words, stems (`daftar*`), classes (`<jam>`), gaps (`..`), `^` in front.
struct Pattern {
  struct Element: Equatable {
    let text: String

    var isGap: Bool { text == ".." }
    var isClass: Bool { text.count > 2 && text.hasPrefix("<") && text.hasSuffix(">") }
    var isStem: Bool { text.hasSuffix("*") }
  }

  /// Patterns that speak of the text's length.
  static let lengths: [String: ClosedRange<Int>] = [
    "<pendek>": 0...4, "<sedang>": 5...12, "<panjang>": 41...Int.max,
  ]
  /// Classes that are no lists.
  static let builtIn: Set<String> = Set(lengths.keys).union([
    "<jam>", "<angka>", "<telepon>", "<web>", "<akun>", "<opd>", "<tagar>", "<simbol>",
  ])
  /// How many tokens a gap may hold at most.
  static let longestGap = 4

  let isAnchored: Bool
  let elements: [Element]

  init(_ text: String) {
    isAnchored = text.hasPrefix("^")
    let rest = isAnchored ? text.dropFirst() : text[...]
    elements = rest.split(separator: " ").map { Element(text: String($0)) }
  }

  /// What is wrong with it; `nil`: nothing.
  var fault: (indonesian: String, english: String)? {
    guard let first = elements.first, let last = elements.last else {
      return ("pola kosong", "pola is empty")
    }
    if first.isGap || last.isGap {
      return ("pola tidak boleh diawali atau diakhiri ..", "pola must not begin or end with ..")
    }
    if elements.contains(where: { $0.isStem && $0.text.count < 4 }) {
      return ("pola: sebelum * sedikitnya 3 huruf", "pola: at least 3 letters before *")
    }
    if elements.count > 12 { return ("pola: paling banyak 12 bagian", "pola: at most 12 parts") }
    if elements.count > 1, elements.contains(where: { Self.lengths[$0.text] != nil }) {
      return ("pola panjang teks berdiri sendiri", "a pattern of the text's length stands alone")
    }
    return nil
  }
}
