import Foundation
import Testing

import SampleData

/// The files of X: the bytes that it is known to write.
@Suite struct PlatformTests {
  /// A file below the inbox.
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

  private static func tables(_ platform: String) -> [Table] {
    SampleData.files().filter { $0.path.contains("/\(platform)/") }.map {
      Table(path: $0.path, bytes: $0.bytes)
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
    let tables = Self.tables("x").filter { $0.name.hasPrefix("account_analytics_content_") }
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
    for table in Self.tables("x") {
      let isOlder = table.path.contains("/BPBD/")
      #expect(!table.hasMark)
      #expect(table.bytes.contains(0x0D) == isOlder, "\(table.path)")
      #expect((table.bytes.last == 0x0A) == isOlder, "\(table.path)")
    }
  }

  @Test func `one file of X has a row made of nothing, and every file has replies`() throws {
    let tables = Self.tables("x").filter { $0.name.hasPrefix("account_analytics_content_") }
    #expect(
      tables.filter { $0.text.contains(",,,https://x.com/contohkominfo/status/undefined,0,") }.count == 1)
    for table in tables { #expect(table.text.contains("@contoh_"), "\(table.path)") }
  }

  // MARK: All

  @Test func `the same seed gives the same bytes`() {
    let (one, again) = (SampleData.files(), SampleData.files())
    #expect(one.map(\.path) == again.map(\.path))
    #expect(one.map(\.bytes) == again.map(\.bytes))
  }
}
