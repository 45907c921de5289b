internal import FoundationEssentials
internal import Glibc
import Warehouse

/// Writes each record of one load where it belongs, and counts.
struct RecordWriter {
  private(set) var report: FileReport
  private(set) var otherPages = Occurrences()
  private(set) var otherPageExample = ""
  private let loadKey: Int64
  private let insertReject: Statement
  private let insertSkip: Statement
  private let insertQuarantine: Statement
  private var posts: PostWriter
  /// How many rejects and skips a report lists; all of them are in the ledger.
  private static let listed = 10_000

  init(
    _ warehouse: Connection, loadKey: Int64, platform: String, report: FileReport, language: Language
  ) throws {
    self.loadKey = loadKey
    self.report = report
    posts = try PostWriter(warehouse, loadKey: loadKey, platform: platform)
    insertReject = try warehouse.prepare("INSERT INTO ingest_reject VALUES (?, ?, ?, ?, ?, ?, ?)")
    insertSkip = try warehouse.prepare("INSERT INTO ingest_skip VALUES (?, ?, ?, ?, ?)")
    insertQuarantine = try warehouse.prepare(
      "INSERT INTO ingest_quarantine VALUES (?, ?, ?, ?, ?, ?, ?, NULL)")
  }

  var touchedDays: Set<Int64> { posts.touchedDays }
  var fallen: Occurrences { posts.fallen }

  /// Loads, skips or keeps back a record, as its account decides.
  mutating func take(_ observation: Observation, _ decision: AccountResolver.Decision) throws {
    switch decision {
    case .account(let account, let isOwn):
      try posts.write(observation, account: account, isOwn: isOwn)
      report.loaded += 1
      report.unchanged = posts.unchanged
    case .skip:
      let page = observation.string(.accountName) ?? observation.string(.accountID)
      if otherPages.count == 0 { otherPageExample = page ?? "?" }
      otherPages.note(observation.line)
      try skip(.otherAccount, observation, detail: page)
    case .quarantine(let code, let detail):
      try quarantine(observation, code, detail)
    }
  }

  mutating func reject(_ reject: Reject, _ observation: Observation) throws {
    report.rejected += 1
    if report.rejects.count < Self.listed {
      report.rejects.append(.init(row: observation.row, line: observation.line, reject: reject))
    }
    try insertReject.run([
      .integer(loadKey), .integer(Int64(observation.line)), .integer(Int64(observation.row)),
      .text(reject.column), .text(reject.code.rawValue), .text(reject.value),
      .text(reject.message(in: .indonesian)),
    ])
  }

  mutating func skip(_ code: SkipCode, _ observation: Observation, detail: String? = nil) throws {
    report.skipped += 1
    if report.skips.count < Self.listed {
      report.skips.append(.init(line: observation.line, code: code))
    }
    try insertSkip.run([
      .integer(loadKey), .integer(Int64(observation.line)), .integer(Int64(observation.row)),
      .text(code.rawValue), .optional(detail),
    ])
  }

  private mutating func quarantine(
    _ observation: Observation, _ code: QuarantineCode, _ detail: String
  ) throws {
    report.quarantined += 1
    let stored = String(decoding: try JSONEncoder().encode(observation), as: UTF8.self)
    try insertQuarantine.run([
      .integer(loadKey), .integer(Int64(observation.line)), .integer(Int64(observation.row)),
      .text(code.rawValue), .text(detail), .text(code.text(in: .indonesian)), .text(stored),
    ])
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
