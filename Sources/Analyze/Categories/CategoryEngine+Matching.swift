extension CategoryEngine {
  /// Puts one token in the place of each office's name.
  func mask(_ scratch: inout Scratch) {
    var masked: [Range<Int>] = []
    var index = 0
    while index < scratch.tokens.tokens.count {
      let length = maskLength(scratch.tokens, index) ?? 0
      if length > 0 { masked.append(index..<index + length) }
      index += max(1, length)
    }
    scratch.tokens.mask(masked)
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
  func matchElements(_ scratch: inout Scratch) {
    scratch.matched.removeAll()
    scratch.tokens.text.withUnsafeBufferPointer { text in
      for token in scratch.tokens.tokens {
        match(token, text, &scratch.matched)
        scratch.matched.endList()
      }
    }
  }

  private func match(
    _ token: CaptionTokens.Token, _ text: UnsafeBufferPointer<UInt8>, _ elements: inout PackedLists
  ) {
    let word = UnsafeBufferPointer(rebasing: text[token.range])
    switch token.kind {
    case .web: elements.add(classes.web)
    case .account: elements.add(classes.account)
    case .office: elements.add(classes.office)
    case .mark: add(word, WordTable.hash(word), &elements)
    case .symbol:
      elements.add(classes.symbol)
      add(word, WordTable.hash(word), &elements)
    case .hashtag:
      elements.add(classes.hashtag)
      addWord(word, &elements)
    case .number:
      elements.add(classes.number)
      if NumberShape.isClock(word) { elements.add(classes.clock) }
      if NumberShape.isTelephone(word) { elements.add(classes.telephone) }
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
  private func addWord(_ word: UnsafeBufferPointer<UInt8>, _ elements: inout PackedLists) {
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
    _ word: UnsafeBufferPointer<UInt8>, _ length: Int, _ hash: UInt64, _ elements: inout PackedLists
  ) {
    let star = UInt8(ascii: "*")
    let stem = UnsafeBufferPointer(rebasing: word[..<length])
    guard let number = table.find(stem, WordTable.step(hash, star), ending: star) else { return }
    elements.add(Int32(number))
    elements.add(number, of: memberships)
  }

  private func add(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ elements: inout PackedLists) {
    guard let number = table.find(word, hash) else { return }
    elements.add(Int32(number))
    elements.add(number, of: memberships)
  }

  /// Finds the patterns, each where it stands first.
  func findPatterns(_ scratch: inout Scratch) {
    scratch.hits.removeAll(keepingCapacity: true)
    scratch.serial += 1
    while scratch.found.count < patterns.count { scratch.found.append(0) }
    let first = scratch.tokens.tokens.firstIndex { $0.kind.isCounted }
    for index in scratch.tokens.tokens.indices {
      for place in scratch.matched.range(index) {
        let begun = starts.range(Int(scratch.matched.values[place]))
        for start in begun { find(Int(starts.values[start]), index, isFirst: index == first, &scratch) }
      }
    }
    for length in lengths where length.range.contains(scratch.tokens.count) {
      scratch.hits.append(Hit(pattern: length.pattern, position: 0))
    }
    scratch.hits.sort { ($0.position, $0.pattern) < ($1.position, $1.pattern) }
  }

  /// Notes a pattern whose first element matches a token, where the rest does too and it was not found before.
  private func find(_ pattern: Int, _ index: Int, isFirst: Bool, _ scratch: inout Scratch) {
    guard scratch.found[pattern] != scratch.serial, isFirst || !patterns[pattern].isAnchored else { return }
    let parts = elements.range(pattern)
    guard parts.count == 1 || matches(parts.dropFirst(), index + 1, scratch) else { return }
    scratch.found[pattern] = scratch.serial
    scratch.hits.append(Hit(pattern: pattern, position: scratch.tokens.tokens[index].position))
  }

  /// Whether a pattern's elements match the tokens from `start` on.
  private func matches(_ parts: Range<Int>, _ start: Int, _ scratch: borrowing Scratch) -> Bool {
    var index = start
    for part in parts {
      let element = elements.values[part]
      if element < 0 {
        let last = min(index + Pattern.longestGap, scratch.matched.count - 1)
        guard index <= last else { return false }
        return (index...last).contains { matches(part + 1..<parts.upperBound, $0, scratch) }
      }
      guard index < scratch.matched.count, scratch.matched.contains(element, in: index) else { return false }
      index += 1
    }
    return true
  }
}
