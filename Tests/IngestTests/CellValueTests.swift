import Testing
import Warehouse

@testable import Ingest

@Suite struct CellValueTests {
  private func bytes<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Array(text.utf8).withUnsafeBytes(body)
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("007", 7), ("999999999999", 999_999_999_999),
      ("", nil), ("12x", nil), ("1.234", nil), ("1,234", nil), ("+5", nil), ("-5", nil), (" 5", nil),
      ("5 ", nil),
      ("1e3", nil), ("0x1F", nil), ("nan", nil), ("٣", nil), ("9999999999999", nil),
    ] as [(String, Int64?)])
  func `a count is digits and nothing else`(text: String, expected: Int64?) {
    #expect(bytes(text) { CellValue.count($0) } == expected)
  }

  @Test func `a count may be negative where the platform nets it`() {
    #expect(bytes("-5") { CellValue.count($0, allowsNegative: true) } == -5)
    #expect(bytes("-") { CellValue.count($0, allowsNegative: true) } == nil)
  }

  @Test(
    arguments: [
      ("4395.683", 4395.683), ("5", 5), ("0.5", 0.5), ("5.189", 5.189),
      ("0.1234567890123456789", 0.12345678901234),
      ("", nil), (".", nil), (".5", nil), ("5.", nil), ("1.2.3", nil), ("1,5", nil), ("nan", nil),
      ("inf", nil),
      ("1e9", nil), ("-1", nil),
    ] as [(String, Double?)])
  func `a decimal has a point`(text: String, expected: Double?) {
    #expect(bytes(text) { CellValue.decimal($0) } == expected)
  }

  @Test(arguments: [
    ("10/31/2025 23:59", "2025-10-31", 1439), ("02/29/2024 00:00", "2024-02-29", 0),
  ])
  func `a time is month first and padded`(text: String, day: String, minute: Int) throws {
    let value = try #require(bytes(text) { CellValue.monthDayYearMinute($0) })
    #expect(value.day.description == day)
    #expect(value.minuteOfDay == minute)
  }

  @Test(arguments: [
    "31/10/2025 10:00", "2/1/2026 3:07", "02/30/2025 10:00", "10/31/2025 24:00", "10/31/2025 10:60",
    "2025-10-31",
    "10/31/25 10:00   ", "10-31-2025 10:00", "", "45231",
  ])
  func `no other time is taken`(text: String) {
    #expect(bytes(text) { CellValue.monthDayYearMinute($0) } == nil)
  }

  @Test(arguments: [
    ("1.22167E+17", true), ("1,22167E+17", true), ("6.15729e+13", true), ("122167000000000.0", true),
    ("1168834171933140", false), ("pfbid02abc", false), ("", false), ("Total", false),
  ])
  func `a spreadsheet's number is no id`(text: String, expected: Bool) {
    #expect(bytes(text) { CellValue.isDestroyedID($0) } == expected)
  }
}
