import Warehouse

/// The clock of Meta's exports: US Pacific time with daylight saving, by rule instead of a zone database, which a
/// static binary does not carry.
///
/// Since 2007 daylight time runs from the second Sunday of March, 02:00 standard time, to the first Sunday of
/// November, 02:00 daylight time (US Energy Policy Act of 2005, §110). Earlier years follow the same rule here; no
/// export reaches back that far.
enum PacificTime {
  /// What a wall-clock reading means.
  struct Reading: Equatable {
    /// Seconds since 1970-01-01 00:00 UTC.
    let epoch: Int64
    /// The reading occurs twice (first Sunday of November, 01:00–01:59); the earlier instant is given.
    let isAmbiguous: Bool
    /// The reading does not occur (second Sunday of March, 02:00–02:59); it is taken as standard time.
    let isSkipped: Bool
  }

  /// The instant of a wall-clock reading; `minuteOfDay` counts from 0 to 1439.
  static func instant(of day: CivilDate, minuteOfDay: Int) -> Reading {
    let year = day.parts.year
    let start = sunday(2, of: 3, in: year)
    let end = sunday(1, of: 11, in: year)
    let hour = minuteOfDay / 60
    let skipped = day == start && hour == 2
    let ambiguous = day == end && hour == 1
    let afterStart = day > start || (day == start && hour >= 3)
    let beforeEnd = day < end || (day == end && hour < 2)
    let offset: Int64 = afterStart && beforeEnd ? 7 : 8
    let epoch = Int64(day.dayNumber) * 86_400 + Int64(minuteOfDay) * 60 + offset * 3600
    return Reading(epoch: epoch, isAmbiguous: ambiguous, isSkipped: skipped)
  }

  /// The calendar day of an instant in seconds since 1970 UTC.
  static func day(of epoch: Int64) -> CivilDate {
    let guess = CivilDate(dayNumber: Int((epoch - 8 * 3600) / 86_400))
    let next = CivilDate(dayNumber: guess.dayNumber + 1)
    return instant(of: next, minuteOfDay: 0).epoch <= epoch ? next : guess
  }

  private static func sunday(_ ordinal: Int, of month: Int, in year: Int) -> CivilDate {
    let first = CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
    return CivilDate(dayNumber: first.dayNumber + 7 - first.isoWeekday + 7 * (ordinal - 1))
  }
}

/// Central Indonesian Time (Asia/Makassar), the clock of Wajo: UTC+8 without daylight saving.
enum WITA {
  /// The calendar day in WITA of an instant in seconds since 1970-01-01 00:00 UTC.
  static func day(of epoch: Int64) -> CivilDate {
    let local = epoch + 8 * 3600
    return CivilDate(dayNumber: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }
}
