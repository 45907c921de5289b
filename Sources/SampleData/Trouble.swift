/// Something that is wrong or unusual in what one office sends, as it happens with real exports.
struct Trouble: Sendable {
  let officeCode: String
  /// What is odd, and what the reader of the files should make of it; Indonesian, for the description.
  let oddity: String
  let expected: String
  /// Brings it about in the office's deliveries; the names of the files concerned.
  let apply: @Sendable (inout [Delivery], inout TroubleTools) -> [String]

  init(
    _ officeCode: String, _ oddity: String, expected: String,
    apply: @escaping @Sendable (inout [Delivery], inout TroubleTools) -> [String]
  ) {
    (self.officeCode, self.oddity, self.expected, self.apply) = (officeCode, oddity, expected, apply)
  }

  /// A trouble of the October file alone.
  static func october(
    _ officeCode: String, _ oddity: String, expected: String,
    change: @escaping @Sendable (inout Delivery, inout TroubleTools) -> Void
  ) -> Trouble {
    Trouble(officeCode, oddity, expected: expected) { deliveries, tools in
      deliveries.indices.filter { deliveries[$0].month == .october }.map { index in
        change(&deliveries[index], &tools)
        return deliveries[index].name
      }
    }
  }

  /// The files that bear it, as the description names them.
  struct Report {
    let trouble: Trouble
    let files: [String]
  }
}

/// What troubles draw upon beside the office's own files.
struct TroubleTools {
  var random: SplitMix64
  /// Ids above every page's range.
  private var nextID = 2_900_000_000_000_000
  private let offset: Int

  init(officeCode: String, index: Int, seed: UInt64) {
    random = SplitMix64(seed: seed, stream: "trouble/\(officeCode)")
    offset = index * 1_000_000_000
  }

  mutating func newID() -> Int {
    nextID += 1_000_000
    return nextID + offset + random.within(1...999_999)
  }
}

extension Sheet {
  /// Rows of the WITA month that no other export lists, with figures of their own to edit.
  func ownRows(_ month: SampleMonth) -> [Int] {
    let prefix = two(month.rawValue) + "/"
    return rows.indices.filter { self[$0, .publishTime].hasPrefix(prefix) && !self[$0, .reach].isEmpty }
  }
}
