/// Something that happened in several records: how often, and where first.
struct Occurrences: Equatable {
  var count = 0
  var firstLine = 0

  mutating func note(_ line: Int) {
    if count == 0 { firstLine = line }
    count += 1
  }
}

/// What a whole file's records showed beside their figures.
struct Remarks: Equatable {
  var ambiguousHours = Occurrences()
  var skippedHours = Occurrences()
  var unequalTotals = Occurrences()
  var withoutTime = Occurrences()
  /// Records that end before any figure.
  var cutShort = Occurrences()
  /// Publication times before or after every calendar.
  var outsideCalendar = Occurrences()
  var unknownRowKind: String?
  var unknownPostFormats: Set<String> = []
  /// Records whose id was read from their address.
  var idsFromLink = Occurrences()
  /// Ids behind a spreadsheet's guard, such as `="123"`.
  var guards = Occurrences()
  /// Days that were numbers of a spreadsheet.
  var serialDays = Occurrences()
  /// The file says itself that it leaves some out.
  var isTruncated = false
  /// Cells that look like what a spreadsheet makes of the platform's: their file must be looked at as a whole.
  var damage = DamageSigns()
}

/// Meanings of a column's labels, which repeat from record to record: each spelling is looked up once.
struct LabelCache<Meaning> {
  private let meaning: (String) -> Meaning?
  private let isNormalised: Bool
  private var last: [UInt8] = []
  private var lastMeaning: Meaning?
  private var known: [[UInt8]: Meaning?] = [:]

  /// Uses `meaning` on the label, normalised where asked for.
  init(isNormalised: Bool = true, _ meaning: @escaping (String) -> Meaning?) {
    (self.isNormalised, self.meaning) = (isNormalised, meaning)
  }

  /// The meaning of a label as the file has it.
  mutating func value(_ bytes: UnsafeRawBufferPointer) -> Meaning? {
    if !last.isEmpty, bytes.elementsEqual(last) { return lastMeaning }
    last = Array(bytes)
    if let found = known[last] {
      lastMeaning = found
    } else {
      let label = String(decoding: last, as: UTF8.self)
      lastMeaning = meaning(isNormalised ? HeaderCell.normalised(label) : label)
      // A hostile file may hold a new label in every row; such a file gains nothing from the cache.
      if known.count < 1000 { known[last] = lastMeaning }
    }
    return lastMeaning
  }
}
