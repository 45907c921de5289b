import Foundation
import Testing

@testable import Warehouse

@Suite struct CivilDateTests {
  @Test(arguments: [
    // day number, ISO text, weekday, ISO week: from Python's datetime.date.
    (0, "1970-01-01", 4, 1970, 1),
    (12_418, "2004-01-01", 4, 2004, 1),
    (16_075, "2014-01-05", 7, 2014, 1),
    (18_321, "2020-02-29", 6, 2020, 9),
    (18_628, "2021-01-01", 5, 2020, 53),
    (20_392, "2025-10-31", 5, 2025, 44),
    (25_932, "2040-12-31", 1, 2041, 1),
  ])
  func `agrees with the proleptic Gregorian calendar`(
    number: Int, text: String, weekday: Int, isoYear: Int, isoWeek: Int
  ) throws {
    let date = CivilDate(dayNumber: number)
    let parts = date.parts
    #expect(date.description == text)
    #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
    #expect(date.isoWeekday == weekday)
    #expect(date.isoWeek == (isoYear, isoWeek))
  }

  @Test func `round-trips every day of two centuries`() throws {
    for number in -25_000...50_000 {
      let parts = CivilDate(dayNumber: number).parts
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day)?.dayNumber == number)
    }
  }

  @Test(arguments: [(2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 4, 31), (1900, 2, 29), (2025, 1, 0)])
  func `refuses days that do not exist`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }
}
