import Foundation
import Testing

import SampleData

/// The files of X and YouTube: the bytes that each platform is known to write.
@Suite struct PlatformTests {
  /// A file below the inbox; those in archives under the archive's path and their own name.
  private struct Table {
    let path: String
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    var hasMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    /// Lines without the mark; no table of these platforms has a line break in a field.
    var lines: [Substring] {
      String(decoding: hasMark ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
  }

  private static func tables(_ platform: String) throws -> [Table] {
    try SampleData.files().filter { $0.path.contains("/\(platform)/") }.flatMap { file -> [Table] in
      guard file.path.hasSuffix(".zip") else { return [Table(path: file.path, bytes: file.bytes)] }
      return try StoredArchive(file.bytes).entries.map {
        Table(path: "\(file.path)/\($0.name)", bytes: $0.bytes)
      }
    }
  }

  private func day(_ seconds: Int, _ format: String, hoursEast: Int = 0) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: hoursEast * 3600)
    formatter.dateFormat = format
    return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }

  // MARK: X

  @Test func `an id on X tells the day that stands beside it`() throws {
    let tables = try Self.tables("x").filter { $0.name.hasPrefix("account_analytics_content_") }
    #expect(tables.count == 16)
    var ids: Set<Int> = []
    for table in tables {
      let isOlder = table.path.contains("/BPBD/")
      for line in table.lines.dropFirst() where !line.hasPrefix(",,,") && !line.isEmpty {
        let id = try #require(Int(line.prefix { $0 != "," }))
        let seconds = ((id >> 22) + 1_288_834_974_657) / 1000
        let written =
          isOlder
          ? day(seconds, "EEE MMM dd yyyy", hoursEast: 8) + ","
          : "\"" + day(seconds, "EEE, MMM d, yyyy") + "\","
        #expect(line.hasPrefix("\(id),\(written)"), "\(table.path)")
        #expect(line.contains("/status/\(id),"), "\(table.path)")
        ids.insert(id)
      }
    }
    #expect(ids.count == 220)
  }

  @Test func `X ends lines as each of its forms does, without a mark`() throws {
    for table in try Self.tables("x") {
      let isOlder = table.path.contains("/BPBD/")
      #expect(!table.hasMark)
      #expect(table.bytes.contains(0x0D) == isOlder, "\(table.path)")
      #expect((table.bytes.last == 0x0A) == isOlder, "\(table.path)")
    }
  }

  @Test func `one file of X has a row made of nothing, and every file has replies`() throws {
    let tables = try Self.tables("x").filter { $0.name.hasPrefix("account_analytics_content_") }
    #expect(
      tables.filter { $0.text.contains(",,,https://x.com/contohkominfo/status/undefined,0,") }.count == 1)
    for table in tables { #expect(table.text.contains("@contoh_"), "\(table.path)") }
  }

  // MARK: YouTube

  @Test func `YouTube's tables are plain and their ids eleven characters, one of them behind a blank`() throws
  {
    var guarded = 0
    let tables = try Self.tables("youtube")
    for table in tables where ["Table data.csv", "Data tabel.csv"].contains(where: table.name.hasSuffix) {
      #expect(!table.hasMark)
      #expect((table.bytes.last == 0x0A) == !table.path.contains("/PORAPAR/"), "\(table.path)")
      let rows = table.lines.dropFirst().filter { !$0.isEmpty }
      #expect(rows.first?.hasPrefix("Total,,,,") == true)
      for row in rows.dropFirst() {
        let id = row.prefix { $0 != "," }
        guarded += id.hasPrefix(" -") ? 1 : 0
        #expect(id.utf8.count == (id.hasPrefix(" ") ? 12 : 11))
      }
    }
    #expect(guarded == 1)
    #expect(tables.filter { $0.path.hasSuffix(".zip/Totals.csv") }.count == 7)
  }

  @Test func `a channel's total is the sum of its days, and of its rows unless a video is gone`() throws {
    let tables = try Self.tables("youtube")
    for totals in tables where ["Totals.csv", "Total.csv"].contains(totals.name) {
      let folder = totals.path.dropLast(totals.name.count)
      let table = try #require(
        tables.first { [folder + "Table data.csv", folder + "Data tabel.csv"].contains($0.path) })
      let days = totals.lines.dropFirst().compactMap { $0.split(separator: ",").last }.compactMap {
        Int($0)
      }
      let total = try #require(table.lines[1].split(separator: ",").dropFirst().first.flatMap { Int($0) })
      // Titles hold commas, so the count is the first number behind publish day and duration.
      let rows = try table.lines.dropFirst(2).filter { !$0.isEmpty }.map { line in
        let match = try #require(line.firstMatch(of: /(?:2024|2025)",\d+,(\d+),|siaran,,\d+,(\d+),/))
        return try #require(Int(match.1 ?? match.2 ?? ""))
      }
      #expect(days.count == (totals.path.contains("2025-09-01") || folder.contains("September") ? 30 : 31))
      #expect(days.reduce(0, +) == total, "\(totals.path)")
      #expect((rows.reduce(0, +) < total) == totals.path.contains("/PEMKAB/"), "\(totals.path)")
    }
  }

  // MARK: All

  @Test func `the same seed gives the same bytes`() {
    let (one, again) = (SampleData.files(), SampleData.files())
    #expect(one.map(\.path) == again.map(\.path))
    #expect(one.map(\.bytes) == again.map(\.bytes))
  }
}
