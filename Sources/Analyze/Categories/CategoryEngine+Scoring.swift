internal import Glibc

extension CategoryEngine {
  /// What the patterns of a caption add up to.
  struct Scores {
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
        for place in pattern.evidence {
          let slot = engine.slots[place]
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
      return patterns.map { engine.texts[$0] }
    }
  }

  /// What a caption shows besides its category.
  struct Signals {
    var events = 0
    var accounts: [String] = []
    let textKey: Int64?

    init(_ engine: CategoryEngine, _ scratch: Scratch) {
      let tokens = scratch.tokens
      var hash = WordTable.start
      for (index, token) in tokens.tokens.enumerated() {
        switch token.kind {
        case .hashtag:
          if scratch.matched.range(index).contains(where: {
            engine.eventElements.contains(scratch.matched.values[$0])
          }) {
            events += 1
          }
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
