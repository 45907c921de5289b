import Warehouse

/// Finds the span that a table of YouTube Studio counts: what files of days beside it tell, else what names tell.
///
/// Every folder, archive and workbook is looked through once, however many tables it holds.
final class SpanFinder {
  /// A file of days: its span, and what its figures add up to.
  private struct Days {
    let period: ReportPeriod
    let sums: [String: Int64]
  }

  /// What a folder, an archive or a workbook holds.
  private struct Place {
    var days: [Days] = []
    var tables = 0
  }

  private var known: [String: Place] = [:]

  /// The span; `nil` where nothing tells it, or files beside it tell different ones.
  ///
  /// Where several tables or several spans lie together, days belong to the table whose `total` they add up to.
  func period(of entry: Inbox.Entry, total: Observation?) -> ReportPeriod? {
    let place = place(of: entry)
    let proven = place.days.filter { days in total.map { Self.addUp(days.sums, to: $0) } ?? false }
    let candidates = proven.isEmpty && place.tables < 2 ? place.days : proven
    let names = ReportPeriod(path: entry.fullPath)
    guard let first = candidates.first?.period else { return names }
    let agree = candidates.allSatisfy { $0.period.first == first.first && $0.period.last == first.last }
    return agree ? first : names
  }

  /// Whether the sums of some metrics are the total's, as far as it has them, and at least one says anything.
  static func addUp(_ sums: [String: Int64], to total: Observation) -> Bool {
    let pairs = TotalWriter.metrics.compactMap { metric, code -> (sum: Int64, total: Int64)? in
      guard let sum = sums[code], let figure = total[metric] else { return nil }
      return (sum, figure)
    }
    return pairs.allSatisfy { $0.sum == $0.total } && pairs.contains { $0.total > 0 }
  }

  private func place(of entry: Inbox.Entry) -> Place {
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
      return sheets.days.isEmpty ? beside(entry.path) : sheets
    }
  }

  /// The files of the folder that a file lies in, workbooks among them by their sheets.
  private func beside(_ path: String) -> Place {
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

  private func lookUp(_ name: String, _ entries: () -> [Inbox.Entry]) -> Place {
    if let found = known[name] { return found }
    var place = Place()
    for entry in entries() {
      guard let text = try? TextFile(entry.content) else { continue }
      if (try? DelimitedFile(text, formats: [.youTubeTable])) != nil {
        place.tables += 1
      } else if let days = Self.days(of: text, name: PathText.base(of: entry.name)) {
        place.days.append(days)
      }
    }
    known[name] = place
    return place
  }

  /// A file that has every day of a span.
  private static func days(of text: TextFile, name: String) -> Days? {
    guard let file = try? AccountFile(text, formats: [.youTubeDays, .youTubeChart]) else { return nil }
    let cells = file.sections[0].records.map { $0.cells.first ?? "" }
    let days = Set(WrittenDay.column(cells).days.compactMap { $0 })
    guard let first = days.min(), let last = days.max(), last.dayNumber - first.dayNumber + 1 == days.count
    else { return nil }
    var sums: [String: Int64] = [:]
    for figure in AccountSurvey(file, lastDay: last).rows.flatMap(\.figures) where abs(figure.value) < 1e15 {
      sums[figure.metric, default: 0] += Int64(figure.value)
    }
    return Days(period: ReportPeriod(first: first, last: last, basis: .neighbour(name)), sums: sums)
  }
}
