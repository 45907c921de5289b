internal import FoundationEssentials
internal import Glibc
import Warehouse

/// What becomes of bytes that were seen before.
extension Ingestor {
  /// Loads a file unless its bytes are known; again where another program loaded it meanwhile.
  func take(_ input: InputFile, _ report: FileReport) throws -> FileReport {
    var input = input
    do {
      switch try judgeEarlier(&input, report) {
      case .done(let report): return report
      case .contradicts(let other):
        let refusal = FileRefusal.otherOffice(path: other.copy.path, office: other.copy.folder.office ?? "")
        return try refuse(input, record(of: input), report, refusal)
      case .new: return try load(input, report)
      case .replaces(let loads): return try replace(loads, input, report)
      case .mayRelease(let loads, let unchanged):
        return try replace(loads, input, report, otherwise: unchanged)
      }
    } catch is LoadedMeanwhile {
      var report = report
      report.sha256 = try input.hash.value()
      return try take(input, report)
    }
  }

  /// What the ledger says of the same bytes.
  private enum Judgement {
    case new
    case done(FileReport)
    /// The same records stand under another office.
    case contradicts(EarlierLoad)
    /// These loads give way to the copy at hand.
    case replaces([EarlierLoad])
    /// These loads only wait, in another office's place: they give way if the copy at hand brings rows into the facts.
    case mayRelease([EarlierLoad], otherwise: FileReport)
  }

  private func judgeEarlier(_ input: inout InputFile, _ report: FileReport) throws -> Judgement {
    guard !input.hash.isUnderway else { return .new }
    let earlier = try ledger.earlier(sha256: try input.hash.value()).map { load in
      var load = load
      load.isGone = isGone(load.copy.path, input.entry)
      return load
    }
    input.judged = earlier.map(\.key)
    let copy = try copy(input, isKnown: !earlier.isEmpty)
    let isAtHome = earlier.contains { $0.copy.folder.office == copy.folder.office }
    if !isAtHome, let other = earlier.first(where: { $0.contradicts(copy) }) { return .contradicts(other) }
    let same = earlier.filter { !$0.isOtherThan(copy) }
    guard let last = same.last else { return .new }
    if try same.allSatisfy({ try $0.givesWay(to: copy) || knowsMore(than: $0, input) }) {
      return .replaces(same)
    }
    var report = report
    report.status = .unchanged
    report.message = known(last)
    return same.allSatisfy { $0.onlyWaits && $0.isElsewhere(copy) }
      ? .mayRelease(same, otherwise: report) : .done(report)
  }

  /// What is said of bytes that are known already.
  private func known(_ load: EarlierLoad) -> String {
    let path = visible(load.copy.path)
    return load.onlyWaits
      ? options.language.choose(
        "sudah diterima \(load.loadedAt) dari \(path) dan masih menunggu",
        "already received \(load.loadedAt) from \(path) and still waiting")
      : options.language.choose(
        "sudah dimuat \(load.loadedAt) dari \(path)", "already loaded \(load.loadedAt) from \(path)")
  }

  private func copy(_ input: InputFile, isKnown: Bool) throws -> FileCopy {
    let known = isKnown ? try knownReading(of: input.entry) : (mapping: nil, window: nil)
    let window = known.window ?? FileName.window(input.entry.name)
    return FileCopy(
      path: input.entry.name, folder: input.scope,
      window: window.map { "\(Instant.text($0.from))/\(Instant.text($0.to))" }, exported: input.exported,
      mapping: known.mapping, sheet: input.entry.sheet)
  }

  /// Whether a file that was loaded from the inbox at hand is no longer there.
  private func isGone(_ path: String, _ entry: Inbox.Entry) -> Bool {
    guard !entry.root.isEmpty, path != entry.name else { return false }
    // A member is there as long as its archive is.
    var path = path
    while !path.isEmpty {
      if access("\(entry.root)/\(path)", F_OK) == 0 { return false }
      path = PathText.parent(of: path)
      if !path.lowercased().hasSuffix(".zip"), !path.lowercased().hasSuffix(".xlsx") { return true }
    }
    return true
  }

  /// Whether the registry has come to know what a load passed over: a page whose rows it skipped, or the account that
  /// an empty file is the report of.
  ///
  /// By the very rules of loading, so that loading again settles it.
  private func knowsMore(than load: EarlierLoad, _ input: InputFile) throws -> Bool {
    guard load.copy.path == input.entry.name, let platform = load.platform, load.content != "account" else {
      return false
    }
    let day = "\(WITA.day(of: input.exported.epoch))"
    if load.records == 0, !load.hasAccounts, let office = input.scope.office {
      return directory.accounts(of: office, platform: platform, handle: input.scope.handle, on: day).count
        == 1
    }
    return try ledger.skippedPages(load.key).compactMap(Page.init(note:)).contains {
      directory.account(of: $0, platform: platform, on: day) != nil
    }
  }

  /// Takes earlier loads back and loads this copy, both or neither; with `otherwise`, only if that brings rows into the
  /// facts, and that is the answer if not.
  private func replace(
    _ loads: [EarlierLoad], _ input: InputFile, _ report: FileReport, otherwise: FileReport? = nil
  ) throws -> FileReport {
    struct Refused: Error { let report: FileReport }
    do {
      return try warehouse.transaction {
        var input = input
        try checkJudgement(input)
        let undo = Undo(warehouse)
        for load in loads { _ = try undo.undo(try undo.targets(named: "\(load.key)")) }
        input.judged.removeAll { key in loads.contains { $0.key == key } }
        var report = try load(input, report)
        guard report.status != .refused else { throw Refused(report: otherwise ?? report) }
        if let otherwise, report.loaded == 0 { throw Refused(report: otherwise) }
        let path = visible(loads[0].copy.path)
        report.warnings.append(
          options.language.choose(
            "menggantikan muatan sebelumnya: \(path)", "takes the place of an earlier load: \(path)"))
        return report
      }
    } catch let refused as Refused {
      return refused.report
    }
  }

  /// Within the load's transaction, nobody may have loaded the same bytes since they were judged.
  func checkJudgement(_ input: InputFile) throws {
    guard !input.hash.isUnderway else { return }
    let now = try ledger.earlier(sha256: try input.hash.value()).map(\.key)
    guard now == input.judged else { throw LoadedMeanwhile() }
  }

  /// What `kolom.csv` tells of a file's header today, as the ledger writes it, and what lies around the file of the span
  /// that it counts.
  private func knownReading(
    of entry: Inbox.Entry
  ) throws -> (mapping: String?, window: (from: Int64, to: Int64)?) {
    let text = try TextFile(entry.content)
    var record = LoadRecord()
    if let file = try? DelimitedFile(text, mapping: options.mapping) {
      record.describe(file.dialect, language: file.match.language, mapped: file.mapped)
      if file.format.window == .youTubePeriod {
        return (record.mapping, spans.period(of: entry, total: nil)?.instants)
      }
    } else if !options.mapping.isEmpty, let file = try AccountFile(text, mapping: options.mapping) {
      record.describe(file.dialect, language: file.language, mapped: file.mapped)
    }
    return (record.mapping, nil)
  }
}
