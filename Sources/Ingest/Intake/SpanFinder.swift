import Warehouse

/// Finds the span that a table of YouTube Studio counts: what files of days beside it tell, else what names tell.
///
/// Every folder, archive and workbook is looked through once, however many tables it holds.
final class SpanFinder {
  private var known: [String: [ReportPeriod]] = [:]

  /// The span; `nil` where nothing tells it, or files beside it tell different ones.
  func period(of entry: Inbox.Entry) -> ReportPeriod? {
    let spans = spans(around: entry)
    guard let first = spans.first else { return ReportPeriod(path: entry.fullPath) }
    let agree = spans.allSatisfy { $0.first == first.first && $0.last == first.last }
    return agree ? first : ReportPeriod(path: entry.fullPath)
  }

  private func spans(around entry: Inbox.Entry) -> [ReportPeriod] {
    let file = Inbox.Entry(
      path: entry.path, name: entry.fileName, folders: entry.folders, root: entry.root,
      fileName: entry.fileName)
    switch entry.place {
    case .file: return beside(entry.path)
    case .member, .sheet(_, _, .some):
      let folder = PathText.parent(of: entry.name)
      return lookUp("\(entry.path)#\(folder)") {
        parts(of: file).filter { PathText.parent(of: $0.name) == folder }
      }
    case .sheet(_, _, nil):
      // The other sheets of its workbook, else the files beside that.
      let sheets = lookUp("\(entry.path)#") { parts(of: file) }
      return sheets.isEmpty ? beside(entry.path) : sheets
    }
  }

  /// The files of the folder that a file lies in, workbooks among them by their sheets.
  private func beside(_ path: String) -> [ReportPeriod] {
    let folder = PathText.parent(of: PathText.absolute(path))
    return lookUp(folder) {
      let entries = ((try? Inbox([folder]))?.entries ?? []).filter {
        !$0.name.contains("/") && !$0.hasBadName
      }
      return entries.flatMap { entry in
        entry.name.lowercased().hasSuffix(".xlsx") ? parts(of: entry) : [entry]
      }
    }
  }

  private func parts(of file: Inbox.Entry) -> [Inbox.Entry] { (try? Container.parts(of: file)) ?? [] }

  private func lookUp(_ place: String, _ entries: () -> [Inbox.Entry]) -> [ReportPeriod] {
    if let found = known[place] { return found }
    let spans = entries().compactMap { entry -> ReportPeriod? in
      guard let days = Self.days(of: entry) else { return nil }
      return ReportPeriod(
        first: days.first, last: days.last, basis: .neighbour(PathText.base(of: entry.name)))
    }
    known[place] = spans
    return spans
  }

  /// The days of a file that has every one of a span.
  private static func days(of entry: Inbox.Entry) -> (first: CivilDate, last: CivilDate)? {
    guard let text = try? TextFile(entry.content),
      let file = try? AccountFile(text, formats: [.youTubeDays, .youTubeChart])
    else { return nil }
    let cells = file.sections[0].records.map { $0.cells.first ?? "" }
    let days = Set(WrittenDay.column(cells).days.compactMap { $0 })
    guard let first = days.min(), let last = days.max(), last.dayNumber - first.dayNumber + 1 == days.count
    else { return nil }
    return (first, last)
  }
}
