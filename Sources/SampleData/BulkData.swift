/// Exports of many years up to the end of 2025, one for each of some offices, made piece by piece.
public struct BulkData {
  /// How many rows the exports have together.
  public let rows: Int
  private let years: Int
  private let seed: UInt64
  private let offices: [Office]
  private let accounts: [Account]

  /// Exports of `rows` rows together, shared out evenly; `nil` for fewer than none and more than a thousand million, for
  /// years beyond 20 and for more offices than there are.
  public init?(rows: Int, years: Int = 20, offices: Int = 1, seed: UInt64 = SampleData.defaultSeed) {
    let dinkes = Office.all.filter { $0.code == "DINKES" }
    let known = dinkes + Office.all.filter { $0.code != "DINKES" && !$0.pageNames.isEmpty }
    guard (0...Self.limit).contains(rows), (1...20).contains(years), (1...known.count).contains(offices)
    else { return nil }
    (self.rows, self.years, self.seed) = (rows, years, seed)
    self.offices = Array(known.prefix(offices))
    let all = Registration.accounts(self.offices, seed: seed)
    accounts = self.offices.compactMap { office in all.first { $0.officeCode == office.code } }
  }

  /// The most rows: a hundred times what anybody will ask for, and every id keeps its 15 digits.
  private static let limit = 1_000_000_000

  /// One export for each office.
  public var exports: [Export] {
    var random = SplitMix64(seed: seed, stream: "bulk name")
    let (first, last) = (CivilDay.number(2026 - years, 1, 1), CivilDay.number(2025, 12, 31))
    return zip(offices, accounts).enumerated().map { place, pair in
      let name = "\(FileName.day(first))_\(FileName.day(last))_\(FileName.digits(&random)).csv"
      let own = rows / offices.count + (place < rows % offices.count ? 1 : 0)
      return Export(
        path: "inbox/\(pair.0.code)/facebook/\(name)", rows: own, years: years, seed: seed, office: pair.0,
        account: pair.1)
    }
  }

  /// The small files beside the exports: settings and manifest.
  public var companions: [SampleData.File] {
    let times = exports.map { (String($0.path.dropFirst("inbox/".count)), "2026-01-03T09:15:00+08:00") }
    return Registration.files(offices, accounts)
      + [("inbox/manifest.csv", Registration.manifest(times))]
  }

  /// One office's export.
  public struct Export {
    /// Below the folder.
    public let path: String
    let rows: Int
    let years: Int
    let seed: UInt64
    let office: Office
    let account: Account

    /// Makes the export's bytes and hands them over in pieces of about a mebibyte.
    ///
    /// - Parameter emit: takes each piece, in order.
    /// - Throws: what `emit` throws.
    public func write(_ emit: ([UInt8]) throws -> Void) throws {
      let size = 1 << 20
      let style = CSVStyle.native
      let columns = Column.left + Column.tail
      var source = BulkPosts(office: office, account: account, rows: rows, years: years, seed: seed)
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
}

/// The posts of the bulk export: captions come from a pool, for speed, with a number that keeps them apart.
private struct BulkPosts {
  private var maker: PostMaker
  private let captions: [String]
  private let start: Int
  private let minutes: Int
  private let rows: Int

  init(office: Office, account: Account, rows: Int, years: Int, seed: UInt64) {
    let first = CivilDay.number(2026 - years, 1, 1)
    start = first * 1440 + 480
    minutes = (CivilDay.number(2026, 1, 1) - first) * 1440
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
