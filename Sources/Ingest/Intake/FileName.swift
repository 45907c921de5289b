internal import FoundationEssentials
internal import Glibc
import Warehouse

/// What a file's name says of its contents; a help, never a proof.
enum FileName {
  /// The range of Pacific days in Meta's own names, `Sep-01-2025_Sep-30-2025_2855862537940540.csv`, as the instants
  /// from which and up to which (exclusive) posts are listed.
  static func metaWindow(_ name: String) -> (from: Int64, to: Int64)? {
    let base = PathText.base(of: name)
    let parts = base.split(separator: "_", maxSplits: 2)
    guard parts.count == 3, let first = monthDayYear(parts[0]), let last = monthDayYear(parts[1]),
      first <= last, parts[2].first?.isNumber == true
    else { return nil }
    let end = CivilDate(dayNumber: last.dayNumber + 1)
    return (
      PacificTime.instant(of: first, minuteOfDay: 0).epoch, PacificTime.instant(of: end, minuteOfDay: 0).epoch
    )
  }

  /// The range of days in a name, whichever platform wrote it.
  static func window(_ name: String) -> (from: Int64, to: Int64)? { metaWindow(name) ?? xWindow(name) }

  /// The range of UTC days in X's own names, `account_analytics_content_2026-08-10_2026-08-16.csv` with the last day
  /// inclusive, and `tweet_activity_metrics_<handle>_20210401_20210501_en.csv` with the last day exclusive.
  static func xWindow(_ name: String) -> (from: Int64, to: Int64)? {
    let base = PathText.base(of: name)
    if base.hasPrefix("account_analytics_content_"), let (first, last) = ReportPeriod.days(in: base) {
      guard first <= last else { return nil }
      return (Int64(first.dayNumber) * 86_400, Int64(last.dayNumber + 1) * 86_400)
    }
    guard base.hasPrefix("tweet_activity_metrics_") else { return nil }
    let days = base.split { $0 == "_" || $0 == "." }.compactMap(compactDay)
    guard days.count >= 2, days[days.count - 2] < days[days.count - 1] else { return nil }
    return (Int64(days[days.count - 2].dayNumber) * 86_400, Int64(days[days.count - 1].dayNumber) * 86_400)
  }

  /// `20210401`.
  private static func compactDay(_ text: Substring) -> CivilDate? {
    guard text.utf8.count == 8, let number = Int(text) else { return nil }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The handle in the names of X's old exports, `daily_tweet_activity_metrics_<handle>_20210301_20210401_en.csv`.
  static func xHandle(_ name: String) -> String? {
    guard let found = name.firstRange(of: "tweet_activity_metrics_") else { return nil }
    let parts = name[found.upperBound...].split(separator: "_", omittingEmptySubsequences: false)
    guard let day = parts.firstIndex(where: { compactDay($0) != nil }), day > 0 else { return nil }
    return parts[..<day].joined(separator: "_")
  }

  /// What TikTok Studio's own names tell, of an archive, a folder or a file:
  /// `Overview_2026-02-10_1773506459_<handle>.zip`, `Content_<handle>.zip`.
  static func tikTok(_ name: some StringProtocol) -> (handle: String, ended: Int64?)? {
    let name = String(name)
    for section in ["Overview_", "Content_", "Viewers_", "Followers_"] {
      guard let found = name.firstRange(of: section) else { continue }
      var rest = Substring(name[found.upperBound...])
      if let dot = rest.lastIndex(of: "."),
        ["zip", "csv", "xlsx"].contains(rest[dot...].dropFirst().lowercased())
      {
        rest = rest[..<dot]
      }
      if let copy = rest.firstRange(of: " (") { rest = rest[..<copy.lowerBound] }
      var ended: Int64?
      let parts = rest.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3, CivilDate(iso: parts[0]) != nil, parts[1].utf8.count == 10,
        let epoch = Int64(parts[1])
      {
        (ended, rest) = (epoch, parts[2])
      }
      return rest.isEmpty ? nil : (String(rest), ended)
    }
    return nil
  }

  /// The export instant in a name that says so: `…ekspor-2025-11-03T0915…` or `…exported_2025-11-03…`, in WITA, or of
  /// TikTok's own; the innermost name on the path that says one.
  static func exportInstant(_ path: String) -> Int64? {
    path.split(separator: "/").reversed().lazy.compactMap(instant).first
  }

  private static func instant(_ name: Substring) -> Int64? {
    if let ended = tikTok(name)?.ended { return ended }
    let base = name.lowercased()
    for word in ["ekspor", "exported", "export"] {
      guard let found = base.firstRange(of: word) else { continue }
      let rest = base[found.upperBound...].drop { "-_ ".contains($0) }
      let day = rest.prefix(10)
      guard CivilDate(iso: day) != nil else { continue }
      let clock = rest.dropFirst(10).drop { "t-_ ".contains($0) }.prefix { $0.isNumber || $0 == ":" }
      if Instant.clock(clock) != nil { return Instant.read("\(day)T\(clock)") }
      return Instant.read(String(day), endOfDay: true)
    }
    return nil
  }

  private static func monthDayYear(_ text: Substring) -> CivilDate? {
    let parts = text.split(separator: "-")
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard parts.count == 3, let month = months.firstIndex(of: parts[0].lowercased()), let day = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month + 1, day: day)
  }
}

/// `manifest.csv` in an inbox: when each file was exported.
struct Manifest {
  private let instants: [String: Int64]

  /// Reads the manifest of a folder; an empty one where there is none.
  ///
  /// - Throws: `RegistryError` with file and line where an instant cannot be read.
  init(folder: String) throws {
    var instants: [String: Int64] = [:]
    let table = try RegistryTable.readIfPresent(
      folder + "/manifest.csv", required: ["file", "exported_at"])
    for row in table?.rows ?? [] {
      guard let table, let instant = Instant.read(row["exported_at"], endOfDay: true) else {
        throw RegistryError(
          file: "manifest.csv", line: row.line,
          indonesian:
            "exported_at: diharapkan waktu seperti 2025-11-03T09:15:00+08:00, ditemukan \"\(visible(row["exported_at"]))\"",
          english:
            "exported_at: expected an instant such as 2025-11-03T09:15:00+08:00, found \"\(visible(row["exported_at"]))\""
        )
      }
      guard instants.updateValue(instant, forKey: row["file"]) == nil else {
        throw table.error(row, "berkas muncul dua kali", "the file occurs twice")
      }
    }
    self.instants = instants
  }

  /// A manifest that lists nothing.
  init() { instants = [:] }

  /// The instant for a file, by its path below the inbox or by its bare name.
  func instant(for name: String) -> Int64? {
    instants[name] ?? instants[PathText.base(of: name)]
  }
}
