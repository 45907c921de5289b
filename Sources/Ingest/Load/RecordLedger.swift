internal import FoundationEssentials
import Warehouse

/// Where a record stands in its file.
struct RecordPlace: Equatable {
  /// The physical line on which it starts.
  let line: Int
  /// Its number among the file's records, from 1.
  let row: Int
}

/// Writes the records of one load that are not in the facts, each with the reason, and counts all of them.
struct RecordLedger {
  var report: FileReport
  private let loadKey: Int64
  private let insertReject: Statement
  private let insertSkip: Statement
  private let insertQuarantine: Statement
  /// How many rejects and skips a report lists; all of them are in the ledger.
  private static let listed = 10_000

  init(_ warehouse: Connection, loadKey: Int64, report: FileReport) throws {
    self.loadKey = loadKey
    self.report = report
    insertReject = try warehouse.prepare("INSERT INTO ingest_reject VALUES (?, ?, ?, ?, ?, ?, ?)")
    insertSkip = try warehouse.prepare("INSERT INTO ingest_skip VALUES (?, ?, ?, ?, ?)")
    insertQuarantine = try warehouse.prepare(
      "INSERT INTO ingest_quarantine VALUES (?, ?, ?, ?, ?, ?, ?, NULL)")
  }

  mutating func reject(_ reject: Reject, _ place: RecordPlace) throws {
    report.rejected += 1
    if report.rejects.count < Self.listed {
      report.rejects.append(.init(row: place.row, line: place.line, reject: reject))
    }
    try insertReject.run(
      key(place) + [
        .text(reject.column), .text(reject.code.rawValue), .text(reject.value),
        .text(reject.message(in: .indonesian)),
      ])
  }

  mutating func skip(_ code: SkipCode, _ place: RecordPlace, detail: String? = nil) throws {
    report.skipped += 1
    if report.skips.count < Self.listed { report.skips.append(.init(line: place.line, code: code)) }
    try insertSkip.run(key(place) + [.text(code.rawValue), .optional(detail)])
  }

  /// Keeps a parsed record until it can be placed.
  mutating func quarantine(
    _ code: QuarantineCode, _ detail: String, _ record: some Encodable, _ place: RecordPlace
  ) throws {
    report.quarantined += 1
    let stored = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    try insertQuarantine.run(
      key(place) + [
        .text(code.rawValue), .text(detail), .text(code.text(in: .indonesian)), .text(stored),
      ])
  }

  private func key(_ place: RecordPlace) -> [SQLValue] {
    [.integer(loadKey), .integer(Int64(place.line)), .integer(Int64(place.row))]
  }
}

extension FileReport {
  /// Decides the outcome from the counts.
  mutating func settle() {
    if quarantined > 0, loaded == 0, rejected == 0 {
      status = .quarantined
    } else if rejected > 0, loaded == 0, quarantined == 0 {
      status = .refused
    } else {
      status = rejected + quarantined > 0 ? .partial : .loaded
    }
  }
}
