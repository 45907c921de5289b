/// The first of two readings of a file: everything that must be known of the whole before a row of it is written.
struct Survey {
  /// What becomes of a record that is not the only one of its post.
  enum Duplicate { case identical, conflicting }

  private(set) var records = 0
  private(set) var pages = PageTally()
  private(set) var remarks = Remarks()
  private(set) var strayQuotes = 0
  /// How many posts were published in each minute that occurs.
  private var published: [Int64: Int] = [:]
  /// By row number.
  private(set) var duplicates: [Int: Duplicate] = [:]

  private struct Sighting {
    let identity: UInt64
    let digest: Int
    let row: Int
  }

  private var sightings: [Sighting] = []
  private var firstRoundedLine = 0
  private var roundedIDs = 0

  /// Reads the whole file once.
  ///
  /// - Throws: `FileRefusal` or `IntakeError` where the file as a whole is unusable.
  init(_ file: DelimitedFile, progress: (Int) -> Void = { _ in }) throws {
    var parser = RowParser(file)
    var observation = Observation()
    let reader = try file.records()
    while try reader.next() {
      if reader.isBlank { continue }
      records += 1
      if records % 8192 == 0 { progress(reader.bytesRead) }
      guard try parser.parse(reader, into: &observation) == .observation else { continue }
      observation.row = records
      note(observation)
    }
    remarks = parser.remarks
    strayQuotes = reader.strayQuotes
    findDuplicates()
    if roundedIDs == sightings.count, roundedIDs > 1 {
      let position = parser.columns.first { $0.field == .nativeID }?.positions[0] ?? 0
      throw FileRefusal.roundedIDs(column: file.header[position], line: firstRoundedLine)
    }
    sightings = []
  }

  /// How many posts have a publication instant of the kind.
  func publishedCount(where predicate: (Int64) -> Bool) -> Int {
    published.reduce(0) { $0 + (predicate($1.key) ? $1.value : 0) }
  }

  private mutating func note(_ observation: Observation) {
    let identity = observation.identity
    sightings.append(Sighting(identity: identity, digest: observation.digest, row: observation.row))
    if observation.withBytes(.nativeID, { $0.count >= 15 && $0.suffix(3).elementsEqual("000".utf8) }) {
      if roundedIDs == 0 { firstRoundedLine = observation.line }
      roundedIDs += 1
    }
    if let instant = observation.publishedAt { published[instant, default: 0] += 1 }
    pages.note(observation)
  }

  /// Of records with one identity the first stays if all are equal; if any differs, none does.
  private mutating func findDuplicates() {
    sightings.sort { ($0.identity, $0.row) < ($1.identity, $1.row) }
    var start = 0
    while start < sightings.count {
      var end = start + 1
      while end < sightings.count, sightings[end].identity == sightings[start].identity { end += 1 }
      if end - start > 1 {
        let group = sightings[start..<end]
        let agree = group.allSatisfy { $0.digest == sightings[start].digest }
        for sighting in agree ? group.dropFirst() : group {
          duplicates[sighting.row] = agree ? .identical : .conflicting
        }
      }
      start = end
    }
  }
}
