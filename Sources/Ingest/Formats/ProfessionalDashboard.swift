// The files of a professional dashboard: one plain table each, days without a year, and no word of whose they are.
// The same headers come from Facebook's dashboard and from TikTok Studio.

extension AccountFormat {
  /// Followers at the end of each day.
  ///
  /// The column of differences is not read: real files count it from the day before
  /// or to the day after.
  static let dashboardFollowers = AccountFormat(
    name: "dashboard-followers",
    summary: "Dasbor profesional: riwayat pengikut (FollowerHistory.csv)",
    checkedAgainst: "satu berkas nyata Agustus–Oktober (60 hari, Inggris)",
    platforms: platformsWithDashboard, layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: nil, key: .monthDay,
        keyHeaders: [.english: ["Date"], .indonesian: ["Tanggal"]],
        values: [.init(metric: "followers", headers: [.english: ["Followers"], .indonesian: ["Pengikut"]])])
    ],
    unknownMarks: dashboardMarks, unconfirmedLanguages: [.indonesian])

  /// Viewers of each day, by whether they came for the first time.
  static let dashboardViewers = AccountFormat(
    name: "dashboard-viewers",
    summary: "Dasbor profesional: penonton harian (Viewers.csv)",
    checkedAgainst: "satu berkas nyata Agustus–Oktober (60 hari, Inggris)",
    platforms: platformsWithDashboard, layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: nil, key: .monthDay,
        keyHeaders: [.english: ["Date"], .indonesian: ["Tanggal"]],
        values: [
          .init(
            metric: "total_viewers", headers: [.english: ["Total Viewers"], .indonesian: ["Total penonton"]]),
          .init(metric: "new_viewers", headers: [.english: ["New Viewers"], .indonesian: ["Penonton baru"]]),
          .init(
            metric: "returning_viewers",
            headers: [.english: ["Returning Viewers"], .indonesian: ["Penonton kembali"]]),
        ])
    ],
    unknownMarks: dashboardMarks, unconfirmedLanguages: [.indonesian])

  /// Followers by gender, as shares.
  static let dashboardGender = AccountFormat(
    name: "dashboard-gender",
    summary: "Dasbor profesional: jenis kelamin pengikut (FollowerGender.csv)",
    checkedAgainst: "satu berkas nyata (Inggris)",
    platforms: platformsWithDashboard, layout: .plain,
    tables: [
      AccountTable(
        titles: [:], platform: nil, key: .member(dimension: "gender"),
        keyHeaders: [.english: ["Gender"], .indonesian: ["Jenis kelamin"]],
        values: [
          .init(metric: "follower_share", headers: [.english: ["Distribution"], .indonesian: ["Distribusi"]])
        ])
    ],
    unknownMarks: dashboardMarks, unconfirmedLanguages: [.indonesian])

  private static let platformsWithDashboard = ["facebook", "instagram", "tiktok"]
  private static let dashboardMarks: Set<String> = ["", "-", "undefined"]
}
