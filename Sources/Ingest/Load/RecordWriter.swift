import Warehouse

/// Writes each post of one load where it belongs.
struct RecordWriter {
  private(set) var ledger: RecordLedger
  private(set) var otherPages = Occurrences()
  private(set) var otherPageExample = ""
  private var posts: PostWriter

  init(_ warehouse: Connection, loadKey: Int64, platform: String, report: FileReport) throws {
    ledger = try RecordLedger(warehouse, loadKey: loadKey, report: report)
    posts = try PostWriter(warehouse, loadKey: loadKey, platform: platform)
  }

  var report: FileReport { ledger.report }
  var touchedDays: Set<Int64> { posts.touchedDays }
  var fallen: Occurrences { posts.fallen }

  /// Loads, skips or keeps back a record, as its account decides.
  mutating func take(_ observation: Observation, _ decision: AccountResolver.Decision) throws {
    switch decision {
    case .account(let account, let isOwn):
      try posts.write(observation, account: account, isOwn: isOwn)
      ledger.report.loaded += 1
      ledger.report.unchanged = posts.unchanged
    case .skip:
      let page = observation.string(.accountName) ?? observation.string(.accountID)
      if otherPages.count == 0 { otherPageExample = page ?? "?" }
      otherPages.note(observation.line)
      try ledger.skip(.otherAccount, observation.place, detail: page)
    case .quarantine(let code, let detail):
      try ledger.quarantine(code, detail, observation, observation.place)
    }
  }

  mutating func reject(_ reject: Reject, _ observation: Observation) throws {
    try ledger.reject(reject, observation.place)
  }

  mutating func skip(_ code: SkipCode, _ observation: Observation) throws {
    try ledger.skip(code, observation.place)
  }
}
