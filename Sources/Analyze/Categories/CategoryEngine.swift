/// Gives texts their categories: weighted patterns over words, offices' names masked.
///
/// A family of patterns counts once for a category, with its strongest row, more in the first words; the sum is divided
/// by a power of the text's length, and the highest category wins over a threshold for none. One caption takes a few
/// microseconds; `Scratch` holds the buffers between captions.
public struct CategoryEngine: Sendable {
  /// Buffers that serve many captions.
  public struct Scratch {
    var tokens = CaptionTokens()
    /// Of every token, the elements that match it.
    var matched = PackedLists()
    var hits: [Hit] = []
    /// By pattern, the caption in which it was last found.
    var found: [Int] = []
    /// By family and category, where it stands among the hits of a caption.
    var places: [(serial: Int, place: Int)] = []
    var serial = 0

    /// Empty buffers.
    public init() {}
  }

  struct Hit {
    let pattern: Int
    let position: Int
  }

  /// A pattern; its parts are no arrays, so that copying one counts no references.
  struct Compiled: Sendable {
    let isAnchored: Bool
    /// It speaks of the text's length, not of a place in it.
    let isLength: Bool
    /// In `slots`.
    let evidence: Range<Int>
  }

  /// A family in a category.
  struct Slot: Sendable {
    let number: Int
    let axis: Int
    let weight: Double
  }

  struct Lengths: Sendable {
    let range: ClosedRange<Int>
    let pattern: Int
  }

  private let rules: CategoryRules
  private(set) var table = WordTable()
  private(set) var patterns: [Compiled] = []
  /// The patterns as `kategori.csv` writes them.
  private(set) var texts: [String] = []
  /// By pattern, the numbers of its elements; −1: a gap.
  private(set) var elements = PackedLists()
  private(set) var slots: [Slot] = []
  private(set) var lengths: [Lengths] = []
  /// By element, the patterns that begin with it.
  private(set) var starts = PackedLists()
  /// By element, the classes that it belongs to.
  private(set) var memberships = PackedLists()
  private(set) var stemLengths: [Int] = []
  /// By element, the longer masks first.
  private(set) var masks: [Int32: [[Int32]]] = [:]
  private(set) var eventElements: Set<Int32> = []
  private(set) var slotCount = 0
  let classes: BuiltInClasses
  // The parameters of the score, read once.
  let threshold: Double
  let power: Double
  let early: Double
  let earlyFactor: Double
  let leastMargin: Double
  let leastInformation: Double

  /// The numbers of the classes that are no lists.
  struct BuiltInClasses: Sendable {
    let web, account, office, symbol, hashtag, number, clock, telephone: Int32

    init(_ table: inout WordTable) {
      func number(_ name: String) -> Int32 { Int32(table.insert(name)) }
      (web, account, office, symbol) = (
        number("<web>"), number("<akun>"), number("<opd>"), number("<simbol>")
      )
      (hashtag, self.number) = (number("<tagar>"), number("<angka>"))
      (clock, telephone) = (number("<jam>"), number("<telepon>"))
    }
  }

  /// Compiles rules.
  ///
  /// - Parameters:
  ///   - rules: checked.
  ///   - names: of offices, and hashtags of accounts, which are no evidence.
  public init(_ rules: CategoryRules, masks names: [String] = []) {
    self.rules = rules
    var table = WordTable()
    classes = BuiltInClasses(&table)
    self.table = table
    (threshold, power) = (rules.setting("ambang"), rules.setting("pangkat"))
    (early, earlyFactor) = (rules.setting("awal_kata"), rules.setting("awal_faktor"))
    (leastMargin, leastInformation) = (rules.setting("margin"), rules.setting("ambang_informasi"))
    compilePatterns()
    let memberClasses = compileClasses()
    compileMasks(names)
    eventElements = Set(rules.events.map { intern($0) })
    compileStarts(memberClasses)
  }

  // MARK: - Compiling

  private mutating func intern(_ text: String) -> Int32 {
    if text.hasSuffix("*") {
      let length = text.utf8.count - 1
      if !stemLengths.contains(length) {
        stemLengths.append(length)
        stemLengths.sort()
      }
    }
    return Int32(table.insert(text))
  }

  private mutating func compilePatterns() {
    var numbers: [String: Int] = [:]
    for (text, evidence) in rules.patterns.sorted(by: {
      Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8)
    }) {
      let pattern = Pattern(text)
      if let range = Pattern.lengths[text] { lengths.append(Lengths(range: range, pattern: patterns.count)) }
      let first = slots.count
      for row in evidence {
        let key = "\(row.category) \(row.family)"
        let number = numbers[key] ?? numbers.count
        numbers[key] = number
        slots.append(Slot(number: number, axis: row.category, weight: row.weight))
      }
      texts.append(text)
      elements.append(pattern.elements.map { $0.isGap ? -1 : intern($0.text) })
      patterns.append(
        Compiled(
          isAnchored: pattern.isAnchored, isLength: Pattern.lengths[text] != nil,
          evidence: first..<slots.count))
    }
    slotCount = numbers.count
  }

  private mutating func compileClasses() -> [Int: [Int32]] {
    var classes: [Int: [Int32]] = [:]
    for (name, members) in rules.classes {
      let number = intern("<\(name)>")
      for member in members { classes[Int(intern(member)), default: []].append(number) }
    }
    return classes
  }

  private mutating func compileStarts(_ classes: [Int: [Int32]]) {
    var lists = [[Int32]](repeating: [], count: table.count)
    for (number, pattern) in patterns.enumerated() where !pattern.isLength {
      lists[Int(elements.values[elements.range(number).lowerBound])].append(Int32(number))
    }
    starts = PackedLists(lists)
    memberships = PackedLists((0..<table.count).map { classes[$0] ?? [] })
  }

  private mutating func compileMasks(_ names: [String]) {
    var reader = CaptionTokens()
    for name in Set(names) {
      let bytes = Array(name.utf8)
      bytes.withUnsafeBufferPointer { reader.read($0) }
      let words = reader.tokens.map { token in
        intern(String(decoding: reader.text[token.range], as: UTF8.self))
      }
      if let first = words.first { masks[first, default: []].append(words) }
    }
    for first in masks.keys { masks[first]?.sort { $0.count > $1.count } }
  }

  // MARK: - Deciding

  /// Decides what a caption is about.
  ///
  /// - Parameters:
  ///   - caption: UTF-8; may be empty.
  ///   - label: the label that the admin gave on the platform.
  ///   - scratch: buffers that serve many captions.
  /// - Returns: the category and the reason.
  public func decide(
    _ caption: UnsafeBufferPointer<UInt8>, label: String? = nil, _ scratch: inout Scratch
  ) -> CategoryDecision {
    scratch.tokens.read(caption)
    if !masks.isEmpty { mask(&scratch) }
    matchElements(&scratch)
    findPatterns(&scratch)
    let scores = Scores(self, &scratch)
    let signals = Signals(self, scratch)
    if let (name, category) = Self.firstKnown(label, rules.labels) {
      return decision(category, .label, [name], scores, signals)
    }
    for token in scratch.tokens.tokens where token.kind == .hashtag {
      let text = String(decoding: scratch.tokens.text[token.range], as: UTF8.self)
      if let category = rules.hashtags[text] { return decision(category, .hashtag, [text], scores, signals) }
    }
    return byPatterns(scores, signals, hasWords: scratch.tokens.count > 0)
  }

  /// Decides what a text is about.
  public func decide(_ caption: String, label: String? = nil, _ scratch: inout Scratch) -> CategoryDecision {
    var caption = caption
    return caption.withUTF8 { decide($0, label: label, &scratch) }
  }

  /// The first of an admin's labels that decides; the platform joins several by commas.
  private static func firstKnown(
    _ label: String?, _ known: [String: String]
  ) -> (name: String, category: String)? {
    for part in (label ?? "").split(separator: ",") {
      let name = NFKC.folded(String(part)).split(separator: " ").joined(separator: " ")
      if let category = known[name] { return (name, category) }
    }
    return nil
  }

  private func decision(
    _ category: String, _ method: CategoryDecision.Method, _ words: [String], _ scores: Scores,
    _ signals: Signals
  ) -> CategoryDecision {
    CategoryDecision(
      category: category, method: method, words: words, score: nil, margin: nil, needsLook: false,
      information: information(scores), eventTags: signals.events, accounts: signals.accounts,
      textKey: signals.textKey)
  }

  private func byPatterns(_ scores: Scores, _ signals: Signals, hasWords: Bool) -> CategoryDecision {
    let axes = CategoryRules.categories.indices
    // The first of equals wins, as the order of categories says.
    let best = hasWords ? axes.reduce(0) { scores.values[$1] > scores.values[$0] ? $1 : $0 } : 0
    let next = axes.filter { $0 != best }.map { scores.values[$0] }.max() ?? 0
    let words = scores.words(for: best, self)
    let margin = scores.values[best] - next
    return CategoryDecision(
      category: CategoryRules.categories[best], method: .rule, words: words, score: scores.values[best],
      margin: margin, needsLook: hasWords && (margin < leastMargin || (best == 0 && words.isEmpty)),
      information: information(scores), eventTags: signals.events, accounts: signals.accounts,
      textKey: signals.textKey)
  }

  private func information(_ scores: Scores) -> String? {
    let first = CategoryRules.categories.count
    let axes = first..<first + CategoryRules.information.count
    let best = axes.reduce(first) { scores.values[$1] > scores.values[$0] ? $1 : $0 }
    return scores.values[best] >= leastInformation ? CategoryRules.information[best - first] : nil
  }
}
