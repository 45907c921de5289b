/// The rows of `dim_date`, and Indonesian names of days and months.
public enum Calendar {
  /// The first day of `dim_date`.
  public static let firstDay = day(2004, 1, 1)
  /// The last day of `dim_date`.
  public static let lastDay = day(2040, 12, 31)

  /// Months in Indonesian, January first.
  public static let monthNames = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November",
    "Desember",
  ]

  /// Days of the week in Indonesian, Monday first.
  public static let weekdayNames = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

  /// The key of a day, or 0, the unknown day, where it lies outside the calendar.
  public static func key(of date: CivilDate) -> Int64 {
    (firstDay...lastDay).contains(date) ? date.key : 0
  }

  /// Writes the unknown day and every day from 2004 to 2040.
  static func fill(_ warehouse: Connection) throws(WarehouseError) {
    try warehouse.run("INSERT INTO dim_date (date_key) VALUES (0)")
    let insert = try warehouse.prepare(
      "INSERT INTO dim_date VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for number in firstDay.dayNumber...lastDay.dayNumber {
      try insert.run(row(CivilDate(dayNumber: number)))
    }
  }

  private static func row(_ date: CivilDate) -> [SQLValue] {
    let (year, month, dayOfMonth) = date.parts
    let (isoYear, isoWeek) = date.isoWeek
    return [
      .integer(date.key), .text("\(date)"), .integer(Int64(year)), .integer(Int64((month + 2) / 3)),
      .text(String("\(date)".prefix(7))), .text(monthNames[month - 1]), .integer(Int64(dayOfMonth)),
      .integer(Int64(date.isoWeekday)), .text(weekdayNames[date.isoWeekday - 1]), .integer(Int64(isoYear)),
      .integer(Int64(isoWeek)), .integer(date.isoWeekday > 5 ? 1 : 0), .optional(holiday(date)),
    ]
  }

  private static func holiday(_ date: CivilDate) -> String? {
    let (year, month, dayOfMonth) = date.parts
    return everyYear[month * 100 + dayOfMonth] ?? movable[year * 10_000 + month * 100 + dayOfMonth]
  }

  private static let everyYear = [
    101: "Tahun Baru Masehi", 501: "Hari Buruh Internasional", 601: "Hari Lahir Pancasila",
    817: "Hari Proklamasi Kemerdekaan", 1225: "Hari Raya Natal",
  ]

  /// Movable national holidays by the joint ministerial decrees (SKB Tiga Menteri) for 2025 and 2026.
  ///
  /// Other years: not known here, so `holiday` is NULL on such days.
  private static let movable = [
    2025_0127: "Isra Mikraj", 2025_0129: "Tahun Baru Imlek", 2025_0329: "Hari Suci Nyepi",
    2025_0331: "Idulfitri", 2025_0401: "Idulfitri", 2025_0418: "Wafat Yesus Kristus",
    2025_0420: "Paskah", 2025_0512: "Hari Raya Waisak", 2025_0529: "Kenaikan Yesus Kristus",
    2025_0606: "Iduladha", 2025_0627: "Tahun Baru Islam", 2025_0905: "Maulid Nabi Muhammad",
    2026_0116: "Isra Mikraj", 2026_0217: "Tahun Baru Imlek", 2026_0319: "Hari Suci Nyepi",
    2026_0321: "Idulfitri", 2026_0322: "Idulfitri", 2026_0403: "Wafat Yesus Kristus",
    2026_0405: "Paskah", 2026_0514: "Kenaikan Yesus Kristus", 2026_0527: "Iduladha",
    2026_0531: "Hari Raya Waisak", 2026_0616: "Tahun Baru Islam", 2026_0825: "Maulid Nabi Muhammad",
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }
}
