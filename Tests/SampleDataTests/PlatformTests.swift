import Foundation
import Testing

import SampleData

/// The files of X, YouTube and TikTok: the bytes that each platform is known to write.
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

  // MARK: TikTok

  @Test func `TikTok's tables carry a mark, quote every field and do not end their last line`() throws {
    for table in try Self.tables("tiktok") where table.name != "Overview.xlsx" {
      #expect(table.hasMark)
      #expect(!table.bytes.contains(0x0D))
      for line in table.lines {
        #expect(line.hasPrefix("\"") && line.hasSuffix("\"") && line.contains("\",\""), "\(table.path)")
      }
    }
  }

  @Test func `a TikTok id is the second of its upload, and only one post waited for days`() throws {
    var scheduled: [String] = []
    var unescaped = 0
    for table in try Self.tables("tiktok") where table.name == "Content.csv" {
      #expect(table.lines.count <= 16)
      for line in table.lines.dropFirst() {
        let match = try #require(line.firstMatch(of: /","https:[^"]*\/(\d{19})","([^"]+)",/))
        let seconds = try #require(Int(match.1)) >> 32
        let isIndonesian = table.path.contains("/PORAPAR/")
        let written = day(seconds, isIndonesian ? "d" : "MMMM d")
        if !(isIndonesian ? match.2.hasPrefix(written + " ") : match.2 == written) {
          scheduled.append(table.path)
        }
        unescaped += line.contains("kader: \"cuci tangan dulu\", lalu") ? 1 : 0
      }
    }
    #expect(scheduled.count == 1 && scheduled.allSatisfy { $0.contains("/DINKES/tiktok/2025-10/") })
    #expect(unescaped == 1)
  }

  @Test func `the workbook has one sheet of strings in their own places`() throws {
    let books = try Self.tables("tiktok").filter { $0.name == "Overview.xlsx" }
    #expect(books.count == 2)
    for book in books {
      let parts = try StoredArchive(book.bytes).entries
      #expect(parts.map(\.name).contains("[Content_Types].xml"))
      #expect(!parts.map(\.name).contains("xl/sharedStrings.xml"))
      let sheet = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" })
      let text = String(decoding: sheet.bytes, as: UTF8.self)
      #expect(text.contains("<c r=\"A1\" t=\"str\"><v>Date</v></c>"))
      #expect(text.matches(of: /<c\ /).count == text.matches(of: /t="str">/).count)
    }
  }

  // MARK: All

  @Test func `the same seed gives the same bytes`() {
    let (one, again) = (SampleData.files(), SampleData.files())
    #expect(one.map(\.path) == again.map(\.path))
    #expect(one.map(\.bytes) == again.map(\.bytes))
  }

  private static let checkout = SampleDataTests.samples + "/.."

  private static func oracle() throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", checkout + "/Tests/oracle/sample_platforms.py", SampleDataTests.samples]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private static let hasPython = (try? oracle().code).map { $0 != 127 } ?? false

  @Test(.enabled(if: hasPython, "python3 is not at hand"))
  func `the recorded figures are what the oracle says today`() throws {
    let (code, output) = try Self.oracle()
    #expect(code == 0)
    let golden = Self.checkout + "/Tests/Golden/sample_platforms.golden.jsonl"
    #expect(output == (try String(contentsOfFile: golden, encoding: .utf8)))
  }
}
