import Testing
import Warehouse

@testable import Ingest

@Suite struct PacificTimeTests {
  /// The digest is what Tests/oracle/pacific_time.py prints from Python's zone database.
  @Test func `agrees with the zone database in every hour from 2007 to 2040`() throws {
    let first = try #require(CivilDate(year: 2007, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2040, month: 12, day: 31))
    var hash = SHA256()
    for number in first.dayNumber...last.dayNumber {
      let day = CivilDate(dayNumber: number)
      for hour in 0..<24 {
        let reading = PacificTime.instant(of: day, minuteOfDay: hour * 60)
        let clock = hour < 10 ? "0\(hour)" : "\(hour)"
        let flags = "\(reading.isAmbiguous ? 1 : 0) \(reading.isSkipped ? 1 : 0)"
        Array("\(day) \(clock) \(reading.epoch) \(flags)\n".utf8).withUnsafeBytes { hash.update($0) }
      }
    }
    #expect(hash.finish() == "c37958e10fc27532b25a2f1a0bef0c737fbf77011171d0393ea73eacc98f4137")
  }

  @Test(arguments: [
    // Wall clock in Pacific time, and the day in WITA: +15 h in summer, +16 h in winter.
    (2025, 9, 30, 8 * 60 + 59, "2025-09-30"),
    (2025, 9, 30, 9 * 60, "2025-10-01"),
    (2025, 12, 31, 7 * 60 + 59, "2025-12-31"),
    (2025, 12, 31, 8 * 60, "2026-01-01"),
  ])
  func `gives the day in WITA`(year: Int, month: Int, day: Int, minute: Int, expected: String) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(WITA.day(of: PacificTime.instant(of: date, minuteOfDay: minute).epoch).description == expected)
  }
}
