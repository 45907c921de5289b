import Warehouse

/// One parsed record: a post, its account, and what the platform counted of it.
///
/// One value is used for many records, one after another: its texts lie in one array of bytes and everything else in
/// place, so that a record costs no allocation once the array has grown.
struct Observation {
  /// The texts of a record.
  enum Text: Int, CaseIterable {
    case nativeID, accountID, accountName, accountHandle, permalink, title, caption, customLabel
    /// What stands in an id's place where it is none.
    case rowLabel
  }

  /// Where a text lies in `bytes`; a negative start: it is not given.
  private struct Place {
    var start: Int32 = -1
    var count: Int32 = 0
  }

  /// The physical line where the record starts.
  var line = 0
  /// The record's number below the header, from 1.
  var row = 0
  /// Seconds since 1970-01-01 00:00 UTC; `nil` where the file does not say.
  var publishedAt: Int64?
  /// The platform's own day, where that is all the file says.
  var publishedDay: CivilDate?
  var postFormat = PostFormat.other
  /// It is no post but the total of them all.
  var isTotal = false
  var durationSeconds: Int64?
  var watchSeconds: Double?
  private var values = InlineArray<19, Int64>(repeating: 0)
  /// One bit a metric: whether it is known.
  private var known: UInt32 = 0
  private var bytes: [UInt8] = []
  private var places = InlineArray<9, Place>(repeating: Place())

  var place: RecordPlace { RecordPlace(line: line, row: row) }

  /// Forgets everything but the memory it has.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    places = InlineArray(repeating: Place())
    known = 0
    (publishedAt, publishedDay, isTotal) = (nil, nil, false)
    (postFormat, durationSeconds, watchSeconds) = (.other, nil, nil)
  }

  subscript(metric: Metric) -> Int64? {
    get { known & 1 << UInt32(metric.rawValue) == 0 ? nil : values[metric.rawValue] }
    set {
      let bit: UInt32 = 1 << UInt32(metric.rawValue)
      values[metric.rawValue] = newValue ?? 0
      known = newValue == nil ? known & ~bit : known | bit
    }
  }

  /// Every metric in the order of its column.
  var metrics: [Int64?] { Metric.allCases.map { self[$0] } }

  /// Keeps a text; a blank one counts as not given.
  mutating func set(_ text: Text, _ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    let place = Place(start: Int32(bytes.count), count: Int32(value.count))
    bytes.append(contentsOf: value)
    places[text.rawValue] = place
  }

  mutating func set(_ text: Text, _ value: String) {
    var value = value
    value.withUTF8 { set(text, UnsafeRawBufferPointer($0)) }
  }

  /// Lets the longer of title and caption be the caption: platforms put the text in either.
  mutating func mergeTitle() {
    let title = places[Text.title.rawValue]
    if title.count > places[Text.caption.rawValue].count { places[Text.caption.rawValue] = title }
    places[Text.title.rawValue] = Place()
  }

  func has(_ text: Text) -> Bool { places[text.rawValue].start >= 0 }

  /// The bytes of a text; empty where it is not given.
  func withBytes<Result>(
    _ text: Text, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let place = places[text.rawValue]
    guard place.start >= 0 else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return try bytes.withUnsafeBytes {
      let start = Int(place.start)
      return try body(UnsafeRawBufferPointer(rebasing: $0[start..<start + Int(place.count)]))
    }
  }

  /// The bytes of several texts, `nil` for one that is not given; valid until the observation changes.
  ///
  /// One look at the array for all of them: asking for each apart costs more than binding it.
  func withTexts(_ body: (_ text: (Text) -> UnsafeRawBufferPointer?) -> Void) {
    bytes.withUnsafeBytes { bytes in
      body { text in
        let place = places[text.rawValue]
        guard place.start >= 0 else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[Int(place.start)..<Int(place.start + place.count)])
      }
    }
  }

  /// A text; `nil` where it is not given.
  func string(_ text: Text) -> String? {
    guard has(text) else { return nil }
    return withBytes(text) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the platform reported anything at all.
  var hasMetrics: Bool { watchSeconds != nil || known != 0 }

  /// A number that differs where any fact of the record differs; the same within one run of the program only.
  ///
  /// The account's handle is no fact of the post: it is read from an address where no column names it.
  var digest: Int {
    var hasher = Hasher()
    hasher.combine(publishedAt)
    hasher.combine(publishedDay)
    hasher.combine(postFormat)
    hasher.combine(durationSeconds)
    hasher.combine(watchSeconds)
    hasher.combine(metrics)
    for text in Text.allCases where text != .accountHandle {
      withBytes(text) { hasher.combine(bytes: $0) }
      hasher.combine(text.rawValue)
    }
    return hasher.finalize()
  }

  /// A number for the post's id: the id itself where it is one of at most 18 digits, else a hash of it.
  var identity: UInt64 {
    withBytes(.nativeID) { bytes in
      if bytes.count <= 18, bytes.first != UInt8(ascii: "0"), let number = CellValue.wholeNumber(bytes) {
        return UInt64(number)
      }
      var hasher = Hasher()
      hasher.combine(bytes: bytes)
      return UInt64(bitPattern: Int64(hasher.finalize())) | 1 << 63
    }
  }
}

extension Observation: Codable {
  /// How a quarantined record is kept.
  private struct Stored: Codable {
    var line: Int
    var row: Int
    var publishedAt: Int64?
    var publishedDay: String?
    var isTotal: Bool?
    var postFormat: String
    var durationSeconds: Int64?
    var watchSeconds: Double?
    var metrics: [Int64?]
    var texts: [String?]
  }

  init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    (line, row) = (stored.line, stored.row)
    (publishedAt, postFormat) = (stored.publishedAt, PostFormat(rawValue: stored.postFormat) ?? .other)
    (publishedDay, isTotal) = (stored.publishedDay.flatMap { CivilDate(iso: $0) }, stored.isTotal ?? false)
    (durationSeconds, watchSeconds) = (stored.durationSeconds, stored.watchSeconds)
    for (metric, value) in zip(Metric.allCases, stored.metrics) { self[metric] = value }
    for (text, value) in zip(Text.allCases, stored.texts) {
      if let value { set(text, value) }
    }
  }

  func encode(to encoder: any Encoder) throws {
    try Stored(
      line: line, row: row, publishedAt: publishedAt, publishedDay: publishedDay.map { "\($0)" },
      isTotal: isTotal ? true : nil, postFormat: postFormat.rawValue,
      durationSeconds: durationSeconds, watchSeconds: watchSeconds, metrics: metrics,
      texts: Text.allCases.map(string)
    ).encode(to: encoder)
  }
}
