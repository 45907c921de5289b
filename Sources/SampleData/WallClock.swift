/// A day and a time of day as a clock on the wall shows them.
struct WallTime {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int

  /// The wall's reading of minutes since 1970-01-01 00:00 on that same wall.
  init(minutes: Int) {
    (year, month, day) = CivilDay.date(minutes / 1440)
    (hour, minute) = (minutes % 1440 / 60, minutes % 60)
  }

  /// `MM/DD/YYYY HH:MM`, as Meta writes it in every language.
  var native: String { "\(nativeDay) \(two(hour)):\(two(minute))" }

  /// `MM/DD/YYYY`.
  var nativeDay: String { "\(two(month))/\(two(day))/\(year)" }
}

/// Days counted from 1970-01-01 in the Gregorian calendar; later days only.
enum CivilDay {
  /// The number of a date; Howard Hinnant's method, in whole numbers.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = (shifted / 400, shifted % 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let (era, dayOfEra) = (days / 146_097, days % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 0 for Sunday to 6 for Saturday.
  static func weekday(_ number: Int) -> Int { (number + 4) % 7 }

  /// The first Sunday on or after a day.
  static func sunday(from number: Int) -> Int { number + (7 - weekday(number)) % 7 }
}

/// The two walls that matter: Meta writes US Pacific time, Wajo lives in WITA.
enum TimeZones {
  static let witaMinutes = 8 * 60

  /// Minutes east of UTC in US Pacific time; the law of 2007 moved both ends of summer time.
  static func pacificMinutes(atUTC utc: Int) -> Int {
    let year = CivilDay.date((utc - 480) / 1440).year
    let start =
      year >= 2007
      ? CivilDay.sunday(from: CivilDay.number(year, 3, 8))
      : CivilDay.sunday(from: CivilDay.number(year, 4, 1))
    let end =
      year >= 2007
      ? CivilDay.sunday(from: CivilDay.number(year, 11, 1))
      : CivilDay.sunday(from: CivilDay.number(year, 10, 25))
    let isSummer = utc >= start * 1440 + 600 && utc < end * 1440 + 540
    return isSummer ? -420 : -480
  }

  static func pacific(_ utc: Int) -> WallTime { WallTime(minutes: utc + pacificMinutes(atUTC: utc)) }

  static func wita(_ utc: Int) -> WallTime { WallTime(minutes: utc + witaMinutes) }
}

/// Two digits at least, without a formatter.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
