/// One page's export of twenty years in any number of rows, made piece by piece.
public struct BulkData {
  /// How many rows the export has.
  public let rows: Int
  private let seed: UInt64
  private let office: Office
  private let account: Account

  /// An export of `rows` rows; `nil` for fewer than none and more than a thousand million.
  public init?(rows: Int, seed: UInt64 = SampleData.defaultSeed) {
    guard (0...Self.limit).contains(rows), let office = Office.all.first(where: { $0.code == "DINKES" })
    else { return nil }
    (self.rows, self.seed, self.office) = (rows, seed, office)
    account = Registration.accounts([office], seed: seed)[0]
  }

  /// The most rows: a hundred times what anybody will ask for, and every id keeps its 15 digits.
  private static let limit = 1_000_000_000

  /// The export's path below the folder.
  public var path: String { "inbox/\(manifestPath)" }

  private var manifestPath: String {
    var random = SplitMix64(seed: seed, stream: "bulk name")
    let (first, last) = (CivilDay.number(2006, 1, 1), CivilDay.number(2025, 12, 31))
    let name = "\(FileName.day(first))_\(FileName.day(last))_\(FileName.digits(&random)).csv"
    return "\(office.code)/facebook/\(name)"
  }

  /// The small files beside the export: settings and manifest.
  public var companions: [SampleData.File] {
    Registration.files([office], [account])
      + [("inbox/manifest.csv", Registration.manifest([(manifestPath, "2026-01-03T09:15:00+08:00")]))]
  }

  /// Makes the export's bytes and hands them over in pieces of about a mebibyte.
  ///
  /// - Parameter emit: takes each piece, in order.
  /// - Throws: what `emit` throws.
  public func write(_ emit: ([UInt8]) throws -> Void) throws {
    let size = 1 << 20
    let style = CSVStyle.native
    let columns = Column.left + Column.tail
    var source = BulkPosts(office: office, account: account, rows: rows, seed: seed)
    var bytes = style.mark
    bytes.reserveCapacity(size + 16_384)
    style.append(columns.map(\.rawValue), to: &bytes)
    for row in 0..<rows {
      let post = source.post(row)
      style.append(columns.map(post.cell), to: &bytes)
      guard bytes.count >= size else { continue }
      try emit(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if !bytes.isEmpty { try emit(bytes) }
  }
}

/// The posts of the bulk export: captions come from a pool, for speed, with a number that keeps them apart.
private struct BulkPosts {
  private var maker: PostMaker
  private let captions: [String]
  private let start = CivilDay.number(2006, 1, 1) * 1440 + 480
  private let minutes = (CivilDay.number(2026, 1, 1) - CivilDay.number(2006, 1, 1)) * 1440
  private let rows: Int

  init(office: Office, account: Account, rows: Int, seed: UInt64) {
    var maker = PostMaker(office: office, account: account, index: 0, seed: seed)
    self.rows = rows
    let day = WallTime(minutes: start)
    let writer = CaptionWriter(slots: Slots(office: office, topics: Topics.of(office), day: day))
    captions = (0..<2048).map { number in
      writer.caption(CaptionKind.allCases[number % CaptionKind.allCases.count], &maker.random)
    }
    self.maker = maker
  }

  /// The post of a row; times rise evenly over the range.
  mutating func post(_ row: Int) -> Post {
    // Ids of 15 digits that rise in uneven steps; never 0 at the end, which would look like a rounded id.
    let stride = 800_000_000_000_000 / rows / 10
    let id =
      122_000_000_000_000 + (row * stride + maker.random.below(stride)) * 10 + maker.random.within(1...9)
    let published = start + row * minutes / rows
    let caption = maker.random.pick(captions)
    let more = maker.random.chance(500) ? " " + maker.random.pick(captions) : ""
    let title = caption.isEmpty ? "" : "\(caption)\(more) (\(row + 1))"
    return maker.bulkPost(at: published, id: id, title: title)
  }
}
