internal import Glibc

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
    var matched: [[Int32]] = []
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

  private struct Compiled: Sendable {
    let text: String
    let isAnchored: Bool
    /// It speaks of the text's length, not of a place in it.
    let isLength: Bool
    /// Numbers of elements; −1: a gap.
    let elements: [Int32]
    let evidence: [Slot]
  }

  /// A family in a category.
  private struct Slot: Sendable {
    let number: Int
    let axis: Int
    let weight: Double
  }

  private struct Lengths: Sendable {
    let range: ClosedRange<Int>
    let pattern: Int
  }

  private let rules: CategoryRules
  private var table = WordTable()
  private var patterns: [Compiled] = []
  private var lengths: [Lengths] = []
  /// By element, the patterns that begin with it.
  private var starts: [[Int32]] = []
  /// By element, the classes that it belongs to.
  private var memberships: [[Int32]] = []
  private var stemLengths: [Int] = []
  /// By element, the longer masks first.
  private var masks: [Int32: [[Int32]]] = [:]
  private var eventElements: Set<Int32> = []
  private var slotCount = 0
  private let classes: BuiltInClasses
  // The parameters of the score, read once.
  private let threshold: Double
  private let power: Double
  private let early: Double
  private let earlyFactor: Double
  private let leastMargin: Double
  private let leastInformation: Double

  /// The numbers of the classes that are no lists.
  private struct BuiltInClasses: Sendable {
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
    compileClasses()
    compileMasks(names)
    eventElements = Set(rules.events.map { intern($0) })
    starts += Array(repeating: [], count: self.table.count - starts.count)
    memberships += Array(repeating: [], count: self.table.count - memberships.count)
    for (number, pattern) in patterns.enumerated() where lengths.allSatisfy({ $0.pattern != number }) {
      starts[Int(pattern.elements[0])].append(Int32(number))
    }
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
    var slots: [String: Int] = [:]
    for (text, evidence) in rules.patterns.sorted(by: {
      Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8)
    }) {
      let pattern = Pattern(text)
      if let range = Pattern.lengths[text] { lengths.append(Lengths(range: range, pattern: patterns.count)) }
      let numbered = evidence.map { row in
        let key = "\(row.category) \(row.family)"
        let number = slots[key] ?? slots.count
        slots[key] = number
        return Slot(number: number, axis: row.category, weight: row.weight)
      }
      patterns.append(
        Compiled(
          text: text, isAnchored: pattern.isAnchored, isLength: Pattern.lengths[text] != nil,
          elements: pattern.elements.map { $0.isGap ? -1 : intern($0.text) }, evidence: numbered))
    }
    slotCount = slots.count
  }

  private mutating func compileClasses() {
    for (name, members) in rules.classes {
      let number = intern("<\(name)>")
      for member in members {
        let element = Int(intern(member))
        memberships += Array(repeating: [], count: max(0, element + 1 - memberships.count))
        memberships[element].append(number)
      }
    }
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
    if let label, let category = rules.labels[NFKC.folded(label)] {
      return decision(category, .label, [label], scores, signals)
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

// MARK: - Matching

extension CategoryEngine {
  private func mask(_ scratch: inout Scratch) {
    var index = 0
    var hasMasked = false
    while index < scratch.tokens.tokens.count {
      if let length = maskLength(scratch.tokens, index) {
        scratch.tokens.mask(index..<index + length)
        hasMasked = true
      }
      index += 1
    }
    if hasMasked { scratch.tokens.number() }
  }

  private func maskLength(_ tokens: CaptionTokens, _ start: Int) -> Int? {
    guard let first = element(tokens, start), let candidates = masks[first] else { return nil }
    return candidates.first { words in
      start + words.count <= tokens.tokens.count
        && words.indices.allSatisfy { element(tokens, start + $0) == words[$0] }
    }?.count
  }

  /// The element that a word, number or hashtag is itself.
  private func element(_ tokens: CaptionTokens, _ index: Int) -> Int32? {
    let token = tokens.tokens[index]
    guard token.kind == .word || token.kind == .number || token.kind == .hashtag else { return nil }
    return tokens.text.withUnsafeBufferPointer { text in
      let word = UnsafeBufferPointer(rebasing: text[token.range])
      return table.find(word, WordTable.hash(word)).map(Int32.init)
    }
  }

  /// Finds of every token the elements that match it.
  private func matchElements(_ scratch: inout Scratch) {
    let count = scratch.tokens.tokens.count
    while scratch.matched.count < count { scratch.matched.append([]) }
    scratch.tokens.text.withUnsafeBufferPointer { text in
      for index in 0..<count {
        scratch.matched[index].removeAll(keepingCapacity: true)
        match(scratch.tokens.tokens[index], text, &scratch.matched[index])
      }
    }
  }

  private func match(
    _ token: CaptionTokens.Token, _ text: UnsafeBufferPointer<UInt8>, _ elements: inout [Int32]
  ) {
    let word = UnsafeBufferPointer(rebasing: text[token.range])
    switch token.kind {
    case .web: elements.append(classes.web)
    case .account: elements.append(classes.account)
    case .office: elements.append(classes.office)
    case .mark: add(word, WordTable.hash(word), &elements)
    case .symbol:
      elements.append(classes.symbol)
      add(word, WordTable.hash(word), &elements)
    case .hashtag:
      elements.append(classes.hashtag)
      addWord(word, &elements)
    case .number:
      elements.append(classes.number)
      if NumberShape.isClock(word) { elements.append(classes.clock) }
      if NumberShape.isTelephone(word) { elements.append(classes.telephone) }
      add(word, WordTable.hash(word), &elements)
    case .word:
      // The sign for percent reads as the word.
      if word.count == 1, word[0] == UInt8(ascii: "%") {
        Self.percent.withUnsafeBufferPointer { addWord($0, &elements) }
      } else {
        addWord(word, &elements)
      }
    }
  }

  private static let percent = Array("persen".utf8)
  private static let clitics = ["nya", "lah", "kah", "pun"].map { Array($0.utf8) }

  /// A word itself, its stems, and itself without a clitic.
  private func addWord(_ word: UnsafeBufferPointer<UInt8>, _ elements: inout [Int32]) {
    var hash = WordTable.start
    var next = 0
    for (index, byte) in word.enumerated() {
      if next < stemLengths.count, stemLengths[next] == index {
        addStem(word, index, hash, &elements)
        next += 1
      }
      hash = WordTable.step(hash, byte)
    }
    if next < stemLengths.count, stemLengths[next] == word.count {
      addStem(word, word.count, hash, &elements)
    }
    add(word, hash, &elements)
    let length = word.count - 3
    guard length >= 3, word[0] != UInt8(ascii: "#") else { return }
    if Self.clitics.contains(where: { word[length...].elementsEqual($0) }) {
      let rest = UnsafeBufferPointer(rebasing: word[..<length])
      add(rest, WordTable.hash(rest), &elements)
    }
  }

  private func addStem(
    _ word: UnsafeBufferPointer<UInt8>, _ length: Int, _ hash: UInt64, _ elements: inout [Int32]
  ) {
    let star = UInt8(ascii: "*")
    let stem = UnsafeBufferPointer(rebasing: word[..<length])
    guard let number = table.find(stem, WordTable.step(hash, star), ending: star) else { return }
    elements.append(Int32(number))
    elements += memberships[number]
  }

  private func add(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ elements: inout [Int32]) {
    guard let number = table.find(word, hash) else { return }
    elements.append(Int32(number))
    elements += memberships[number]
  }

  /// Finds the patterns, each where it stands first.
  private func findPatterns(_ scratch: inout Scratch) {
    scratch.hits.removeAll(keepingCapacity: true)
    scratch.serial += 1
    while scratch.found.count < patterns.count { scratch.found.append(0) }
    let first = scratch.tokens.tokens.firstIndex { $0.kind.isCounted }
    for index in scratch.tokens.tokens.indices {
      for element in scratch.matched[index] {
        for pattern in starts[Int(element)] where scratch.found[Int(pattern)] != scratch.serial {
          let compiled = patterns[Int(pattern)]
          if compiled.isAnchored, index != first { continue }
          guard matches(compiled.elements, 1, index + 1, scratch) else { continue }
          scratch.found[Int(pattern)] = scratch.serial
          scratch.hits.append(
            Hit(pattern: Int(pattern), position: scratch.tokens.tokens[index].position))
        }
      }
    }
    for length in lengths where length.range.contains(scratch.tokens.count) {
      scratch.hits.append(Hit(pattern: length.pattern, position: 0))
    }
    scratch.hits.sort { ($0.position, $0.pattern) < ($1.position, $1.pattern) }
  }

  /// Whether a pattern's elements from `part` on match the tokens from `start` on.
  private func matches(_ elements: [Int32], _ part: Int, _ start: Int, _ scratch: borrowing Scratch) -> Bool {
    var index = start
    for part in part..<elements.count {
      let element = elements[part]
      if element < 0 {
        let last = min(index + Pattern.longestGap, scratch.tokens.tokens.count - 1)
        guard index <= last else { return false }
        return (index...last).contains { matches(elements, part + 1, $0, scratch) }
      }
      guard index < scratch.tokens.tokens.count, scratch.matched[index].contains(element) else {
        return false
      }
      index += 1
    }
    return true
  }
}

// MARK: - Scoring

extension CategoryEngine {
  /// What the patterns of a caption add up to.
  private struct Scores {
    /// Of every axis, divided by the length.
    var values: [Double]
    /// Of every family found, its strongest hit.
    private var best: [(axis: Int, value: Double, pattern: Int)] = []

    init(_ engine: CategoryEngine, _ scratch: inout Scratch) {
      if scratch.places.count < engine.slotCount {
        scratch.places = [(serial: Int, place: Int)](repeating: (0, 0), count: engine.slotCount)
      }
      values = [Double](
        repeating: 0, count: CategoryRules.categories.count + CategoryRules.information.count)
      for hit in scratch.hits {
        let pattern = engine.patterns[hit.pattern]
        let weighting = !pattern.isLength && Double(hit.position) < engine.early ? engine.earlyFactor : 1
        for slot in pattern.evidence {
          let value = slot.weight * weighting
          let known = scratch.places[slot.number]
          if known.serial != scratch.serial {
            scratch.places[slot.number] = (scratch.serial, best.count)
            best.append((slot.axis, value, hit.pattern))
          } else if abs(value) > abs(best[known.place].value) + 1e-12 {
            best[known.place] = (slot.axis, value, hit.pattern)
          }
        }
      }
      for hit in best { values[hit.axis] += hit.value }
      let length = pow(Double(max(scratch.tokens.count, 1)), engine.power)
      for axis in values.indices { values[axis] /= length }
      values[0] += engine.threshold
    }

    /// What spoke for an axis, the strongest first.
    func words(for axis: Int, _ engine: CategoryEngine) -> [String] {
      let hits = best.filter { $0.axis == axis && $0.value > 0 }
        .sorted { ($1.value, $0.pattern) < ($0.value, $1.pattern) }
      var patterns: [Int] = []
      for hit in hits where !patterns.contains(hit.pattern) { patterns.append(hit.pattern) }
      return patterns.map { engine.patterns[$0].text }
    }
  }

  /// What a caption shows besides its category.
  private struct Signals {
    var events = 0
    var accounts: [String] = []
    let textKey: Int64?

    init(_ engine: CategoryEngine, _ scratch: Scratch) {
      let tokens = scratch.tokens
      var hash = WordTable.start
      for (index, token) in tokens.tokens.enumerated() {
        switch token.kind {
        case .hashtag:
          if scratch.matched[index].contains(where: engine.eventElements.contains) { events += 1 }
        case .account:
          let name = tokens.text[token.range].dropFirst().prefix { byte in
            byte >= 0x80 || byte == 0x5F || byte == 0x2E || byte &- 0x30 < 10 || byte &- 0x61 < 26
          }
          accounts.append(String(decoding: name, as: UTF8.self).trimmingDots)
        case .word, .number, .web, .office:
          for byte in tokens.text[token.range] { hash = WordTable.step(hash, byte) }
          hash = WordTable.step(hash, 0x20)
        case .mark, .symbol: break
        }
      }
      textKey = tokens.count > 0 ? Int64(bitPattern: hash) : nil
    }
  }
}

extension String {
  fileprivate var trimmingDots: String {
    var text = self[...]
    while text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }
}

/// What a number looks like.
enum NumberShape {
  /// `8.30`, `08:00`.
  static func isClock(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 4 || text.count == 5 else { return false }
    let mark = text.count - 3
    guard text[mark] == 0x2E || text[mark] == 0x3A else { return false }
    let digits = text.indices.filter { $0 != mark }.map { Int(text[$0]) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let hour = digits.count == 4 ? digits[0] * 10 + digits[1] : digits[0]
    return hour < 24 && digits[digits.count - 2] < 6
  }

  /// Digits alone, nine or more, or from four on where they begin with 08.
  static func isTelephone(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return text.count >= 9 || (text.count >= 4 && text[0] == 0x30 && text[1] == 0x38)
  }
}
