/// When an office downloads a month's files, by Wajo's clock.
struct ExportMoment {
  /// The day, counted from 1970.
  let day: Int
  let hour: Int
  let minute: Int

  /// ISO 8601 with WITA's offset.
  var text: String {
    let date = CivilDay.date(day)
    return "\(date.year)-\(two(date.month))-\(two(date.day))T\(two(hour)):\(two(minute)):00+08:00"
  }
}

extension SampleMonth {
  /// The month's own days.
  var calendarDays: ClosedRange<Int> {
    CivilDay.number(2025, rawValue, 1)...(CivilDay.number(2025, rawValue + 1, 1) - 1)
  }

  /// `2025-10`, as offices name a folder for it.
  var folder: String { "2025-\(two(rawValue))" }

  /// A working day early in the next month, in office hours.
  func moment(_ random: inout SplitMix64) -> ExportMoment {
    let day = self == .september ? random.within(2...3) : random.within(3...4)
    return ExportMoment(
      day: calendarDays.upperBound + day, hour: random.within(8...15), minute: random.below(60))
  }
}

extension CivilDay {
  /// `2025-10-01`.
  static func iso(_ number: Int) -> String {
    let date = date(number)
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
