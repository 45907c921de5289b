/// The source of every choice: the same numbers on every machine, which no system generator promises.
///
/// Each subject draws from a stream of its own, so that a change to one office leaves others' files alone.
struct SplitMix64 {
  private var state: UInt64

  /// A stream named after its subject; FNV-1a spreads the name over the seed's bits.
  init(seed: UInt64, stream: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `limit`, exclusive.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True this many times in a thousand.
  mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// An index into `weights`, each as likely as its weight.
  mutating func weighted(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  /// `value` thousandths, rounded up as often as its remainder asks: small pages keep their mean.
  mutating func thousandths(of value: Int) -> Int { (value + below(1000)) / 1000 }

  /// A factor in permille, spread about 1000 like a log-normal one: many below, few far above.
  mutating func spread() -> Int {
    let step = below(Self.quantiles.count - 1)
    let (low, high) = (Self.quantiles[step], Self.quantiles[step + 1])
    return low + below(high - low + 1)
  }

  /// The same shape drawn together, for rates, which differ less than reach.
  mutating func narrowSpread() -> Int { (spread() + 2000) / 3 }

  /// Quantiles of a log-normal distribution; a table, because `exp` may differ in its last bit.
  private static let quantiles = [
    300, 400, 480, 560, 640, 720, 800, 890, 990, 1100, 1230, 1390, 1600, 1900, 2400, 3500,
  ]
}
