import Warehouse

/// The whole-number metrics, in the order of their columns in `fact_post_snapshot`.
enum Metric: Int, CaseIterable {
  case impressions, views, engagedViews, reach, reachPaid, viewers
  case likes, comments, shares, reposts, saves
  case clicks, linkClicks, follows, profileVisits, replies, navigation, stickerTaps

  /// The metric that a field of a format delivers.
  init?(_ field: Field) {
    switch field {
    case .impressions: self = .impressions
    case .views: self = .views
    case .reach: self = .reach
    case .reachPaid: self = .reachPaid
    case .viewers: self = .viewers
    case .likes: self = .likes
    case .comments: self = .comments
    case .shares: self = .shares
    case .saves: self = .saves
    case .clicks: self = .clicks
    case .linkClicks: self = .linkClicks
    case .follows: self = .follows
    case .profileVisits: self = .profileVisits
    case .replies: self = .replies
    case .navigation: self = .navigation
    case .stickerTaps: self = .stickerTaps
    default: return nil
    }
  }
}

/// One parsed record: a post, its account, and what the platform counted of it.
///
/// One value is used for all records of a file; its texts lie in one array of bytes, so that a record costs no
/// allocation once the array has grown.
struct Observation {
  /// The texts of a record.
  enum Text: Int, CaseIterable {
    case nativeID, accountID, accountName, accountHandle, permalink, title, caption, customLabel
  }

  /// The physical line where the record starts.
  var line = 0
  /// The record's number below the header, from 1.
  var row = 0
  /// Seconds since 1970-01-01 00:00 UTC; `nil` where the file does not say.
  var publishedAt: Int64?
  var postFormat = "other"
  var durationSeconds: Int64?
  var watchSeconds: Double?
  private(set) var metrics = [Int64?](repeating: nil, count: Metric.allCases.count)
  private var bytes: [UInt8] = []
  private var ranges = [Range<Int>?](repeating: nil, count: Text.allCases.count)

  var place: RecordPlace { RecordPlace(line: line, row: row) }

  /// Forgets everything but the memory it has.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    for index in ranges.indices { ranges[index] = nil }
    for index in metrics.indices { metrics[index] = nil }
    (publishedAt, postFormat, durationSeconds, watchSeconds) = (nil, "other", nil, nil)
  }

  subscript(metric: Metric) -> Int64? {
    get { metrics[metric.rawValue] }
    set { metrics[metric.rawValue] = newValue }
  }

  /// Keeps a text; a blank one counts as not given.
  mutating func set(_ text: Text, _ value: UnsafeRawBufferPointer) {
    guard !value.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: value)
    ranges[text.rawValue] = start..<bytes.count
  }

  mutating func set(_ text: Text, _ value: String) {
    var value = value
    value.withUTF8 { set(text, UnsafeRawBufferPointer($0)) }
  }

  /// Lets the longer of title and caption be the caption: platforms put the text in either.
  mutating func mergeTitle() {
    let title = ranges[Text.title.rawValue]
    let caption = ranges[Text.caption.rawValue]
    if (title?.count ?? 0) > (caption?.count ?? 0) { ranges[Text.caption.rawValue] = title }
    ranges[Text.title.rawValue] = nil
  }

  func has(_ text: Text) -> Bool { ranges[text.rawValue] != nil }

  /// The bytes of a text; empty where it is not given.
  func withBytes<Result>(
    _ text: Text, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    guard let range = ranges[text.rawValue] else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// A text; `nil` where it is not given.
  func string(_ text: Text) -> String? {
    guard let range = ranges[text.rawValue] else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether the platform reported anything at all.
  var hasMetrics: Bool { watchSeconds != nil || metrics.contains { $0 != nil } }

  /// A number that differs where any fact of the record differs; the same within one run of the program only.
  var digest: Int {
    var hasher = Hasher()
    hasher.combine(publishedAt)
    hasher.combine(postFormat)
    hasher.combine(durationSeconds)
    hasher.combine(watchSeconds)
    hasher.combine(metrics)
    for text in Text.allCases {
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

  /// The day of publication in WITA.
  var publishedDay: CivilDate? { publishedAt.map(WITA.day) }
}

extension Observation: Codable {
  /// How a quarantined record is kept.
  private struct Stored: Codable {
    var line: Int
    var row: Int
    var publishedAt: Int64?
    var postFormat: String
    var durationSeconds: Int64?
    var watchSeconds: Double?
    var metrics: [Int64?]
    var texts: [String?]
  }

  init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    (line, row) = (stored.line, stored.row)
    (publishedAt, postFormat) = (stored.publishedAt, stored.postFormat)
    (durationSeconds, watchSeconds) = (stored.durationSeconds, stored.watchSeconds)
    for (metric, value) in zip(Metric.allCases, stored.metrics) { self[metric] = value }
    for (text, value) in zip(Text.allCases, stored.texts) {
      if let value { set(text, value) }
    }
  }

  func encode(to encoder: any Encoder) throws {
    try Stored(
      line: line, row: row, publishedAt: publishedAt, postFormat: postFormat,
      durationSeconds: durationSeconds, watchSeconds: watchSeconds, metrics: metrics,
      texts: Text.allCases.map(string)
    ).encode(to: encoder)
  }
}
