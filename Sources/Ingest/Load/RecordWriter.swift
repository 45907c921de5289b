import Warehouse

/// Writes each post of one load where it belongs.
struct RecordWriter {
  private(set) var ledger: RecordLedger
  private(set) var otherPages = Occurrences()
  private(set) var otherPageExample = ""
  private var posts: PostWriter
  private let totals: TotalWriter

  init(
    _ warehouse: Connection, loadKey: Int64, platform: String, metrics: [Metric], report: FileReport
  ) throws {
    ledger = try RecordLedger(warehouse, loadKey: loadKey, report: report)
    posts = try PostWriter(warehouse, loadKey: loadKey, platform: platform, metrics: metrics)
    totals = try TotalWriter(warehouse, loadKey: loadKey)
  }

  var report: FileReport { ledger.report }
  var touchedDays: Set<Int64> { posts.touchedDays }
  var fallen: Occurrences { posts.fallen }

  /// Loads, skips or keeps back a record, as its account decides; what is loaded is written by `flush`.
  mutating func take(
    _ index: Int, of observations: Observations, _ decision: AccountResolver.Decision
  ) throws {
    switch decision {
    case .account(let account, _) where observations[index].isTotal:
      try totals.write(observations[index], account: account)
      try ledger.skip(.totalRow, observations[index].place)
    case .account(let account, let isOwn):
      try posts.add(index, of: observations, account: account, isOwn: isOwn)
      ledger.report.loaded += 1
    case .skip:
      let observation = observations[index]
      let (id, name) = (observation.string(.accountID), observation.string(.accountName))
      let handle = observation.string(.accountHandle)
      if otherPages.count == 0 { otherPageExample = name ?? handle ?? id ?? "?" }
      otherPages.note(observation.line)
      // By the note the rows are found again once somebody registers the page.
      try ledger.skip(.otherAccount, observation.place, detail: Page.note(id: id, handle: handle, name: name))
    case .quarantine(let code, let detail):
      try ledger.quarantine(code, detail, observations[index], observations[index].place)
    }
  }

  /// Writes the records taken since the last time.
  mutating func flush(_ observations: Observations) throws {
    try posts.flush(observations)
    ledger.report.unchanged = posts.unchanged
  }

  mutating func reject(_ reject: Reject, _ place: RecordPlace) throws { try ledger.reject(reject, place) }

  mutating func skip(_ code: SkipCode, _ place: RecordPlace) throws { try ledger.skip(code, place) }
}
