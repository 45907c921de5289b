import Warehouse

/// The span of Pacific days that a file of YouTube Studio counts; the file itself never says it.
struct ReportPeriod: Equatable {
  /// What tells the span.
  enum Basis: Equatable {
    /// The days of a file beside it.
    case neighbour(String)
    /// The two days in its own name or its container's.
    case name(String)
    /// A folder named by a month.
    case folder(String)
  }

  let first: CivilDate
  let last: CivilDate
  let basis: Basis

  /// From the beginning of the first day to the end of the last, in seconds since 1970 UTC.
  var instants: (from: Int64, to: Int64) {
    let end = CivilDate(dayNumber: last.dayNumber + 1)
    return (
      PacificTime.instant(of: first, minuteOfDay: 0).epoch, PacificTime.instant(of: end, minuteOfDay: 0).epoch
    )
  }

  /// What the names on a path say, the innermost first: two days, the second exclusive as Studio names its archives, else
  /// a month.
  init?(path: String) {
    let parts = path.split(separator: "/").reversed()
    for part in parts {
      guard let (first, end) = Self.days(in: part), first < end else { continue }
      self.init(first: first, last: CivilDate(dayNumber: end.dayNumber - 1), basis: .name(String(part)))
      return
    }
    for part in parts.dropFirst() {
      guard let month = Month(String(part.prefix(7))), part.dropFirst(7).first.map({ $0 == " " }) ?? true
      else { continue }
      self.init(first: month.firstDay, last: month.lastDay, basis: .folder(String(part)))
      return
    }
    return nil
  }

  init(first: CivilDate, last: CivilDate, basis: Basis) {
    (self.first, self.last, self.basis) = (first, last, basis)
  }

  /// `2025-10-01_2025-11-01` anywhere in a name.
  static func days(in name: some StringProtocol) -> (first: CivilDate, end: CivilDate)? {
    let letters = Array(name)
    for start in letters.indices where start + 21 <= letters.count && letters[start + 10] == "_" {
      guard let first = CivilDate(iso: String(letters[start..<start + 10])),
        let end = CivilDate(iso: String(letters[start + 11..<start + 21]))
      else { continue }
      return (first, end)
    }
    return nil
  }

  /// The name of the channel behind the two days in an archive's or a folder's name.
  static func channel(path: String) -> String? {
    for part in path.split(separator: "/").reversed() {
      guard let (first, end) = days(in: part), let range = String(part).firstRange(of: "\(first)_\(end)")
      else { continue }
      let name = String(part)[range.upperBound...]
      let channel = (name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : String(name)).trimmed
      return channel.isEmpty ? nil : channel
    }
    return nil
  }

  /// What was concluded, as one sentence.
  func text(in language: Language) -> String {
    let span = "\(first)–\(last)"
    return switch basis {
    case .neighbour(let name):
      language.choose(
        "rentang \(span) menurut berkas \(visible(name))", "span \(span) by file \(visible(name))")
    case .name(let name):
      language.choose(
        "rentang \(span) menurut nama \"\(visible(name))\", yang tanggal akhirnya tidak termasuk",
        "span \(span) by the name \"\(visible(name))\", whose last day is exclusive")
    case .folder(let name):
      language.choose(
        "rentang \(span) menurut nama folder \"\(visible(name))\"",
        "span \(span) by the folder's name \"\(visible(name))\"")
    }
  }
}
