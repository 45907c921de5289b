/// The first of two readings of a file: everything that must be known of the whole before a row of it is written.
struct Survey {
  /// What becomes of a record that is not the only one of its post.
  enum Duplicate { case identical, conflicting }

  /// The instants that decide what a publication time means for the load.
  struct Bounds {
    /// Which posts the file's name claims to list.
    var window: (from: Int64, to: Int64)?
    var exportedAt: Int64
  }

  private(set) var records = 0
  private(set) var pages = PageTally()
  private(set) var remarks = Remarks()
  /// The row with the account's own totals.
  private(set) var total: Observation?
  private(set) var strayQuotes = 0
  /// Posts that were published outside the range in the file's name.
  private(set) var outsideWindow = 0
  /// Posts whose instant of publication is known.
  private(set) var dated = 0
  /// Posts that were published after the export.
  private(set) var afterExport = 0
  /// By row number.
  private(set) var duplicates: [Int: Duplicate] = [:]

  private let bounds: Bounds
  /// A number for each record's post, and the record's row: sixteen bytes a record are all that a long file costs.
  private var sightings: [(identity: UInt64, row: Int)] = []
  private var firstRoundedLine = 0
  private var roundedIDs = 0

  /// Reads the whole file once, and once more where posts occur twice in it.
  ///
  /// - Throws: `FileRefusal` or `IntakeError` where the file as a whole is unusable.
  init(_ file: DelimitedFile, bounds: Bounds, progress: (Int) -> Void = { _ in }) throws {
    self.bounds = bounds
    var parser = RowParser(file)
    var observation = Observation()
    var reader = try file.records()
    while try reader.next() {
      if reader.isBlank { continue }
      records += 1
      if records % 8192 == 0 { progress(reader.bytesRead) }
      switch try parser.parse(reader, into: &observation) {
      case .observation: note(observation, row: records)
      case .total:
        guard total == nil else { throw FileRefusal.severalChannels }
        total = observation
        pages.note(observation)
      case .skip, .reject: continue
      }
    }
    remarks = parser.remarks
    strayQuotes = reader.strayQuotes
    if roundedIDs == sightings.count, roundedIDs > 1 {
      let position = parser.columns.first { $0.field == .nativeID }?.position ?? 0
      throw FileRefusal.roundedIDs(column: file.header[position], line: firstRoundedLine)
    }
    try findDuplicates(file)
    sightings = []
  }

  private mutating func note(_ observation: Observation, row: Int) {
    sightings.append((observation.identity, row))
    if observation.withBytes(.nativeID, { $0.count >= 15 && $0.suffix(3).elementsEqual("000".utf8) }) {
      if roundedIDs == 0 { firstRoundedLine = observation.line }
      roundedIDs += 1
    }
    if let instant = observation.publishedAt {
      dated += 1
      if let window = bounds.window, instant < window.from || instant >= window.to { outsideWindow += 1 }
      if instant > bounds.exportedAt { afterExport += 1 }
    }
    pages.note(observation)
  }

  /// Of records with one identity the first stays if all are equal; if any differs, none does.
  private mutating func findDuplicates(_ file: DelimitedFile) throws {
    sightings.sort { ($0.identity, $0.row) < ($1.identity, $1.row) }
    var groups: [[Int]] = []
    var start = 0
    while start < sightings.count {
      var end = start + 1
      while end < sightings.count, sightings[end].identity == sightings[start].identity { end += 1 }
      if end - start > 1 { groups.append(sightings[start..<end].map(\.row)) }
      start = end
    }
    guard !groups.isEmpty else { return }
    let digests = try Self.digests(of: Set(groups.joined()), in: file)
    for group in groups {
      let agree = Set(group.map { digests[$0] }).count == 1
      for row in group.dropFirst(agree ? 1 : 0) { duplicates[row] = agree ? .identical : .conflicting }
    }
  }

  /// Reads the file again for the contents of some rows.
  private static func digests(of rows: Set<Int>, in file: DelimitedFile) throws -> [Int: Int] {
    var parser = RowParser(file)
    var observation = Observation()
    var reader = try file.records()
    var digests: [Int: Int] = [:]
    var row = 0
    while digests.count < rows.count, try reader.next() {
      if reader.isBlank { continue }
      row += 1
      guard rows.contains(row), try parser.parse(reader, into: &observation) == .observation else { continue }
      digests[row] = observation.digest
    }
    return digests
  }
}
