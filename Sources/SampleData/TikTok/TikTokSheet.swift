/// The tables of TikTok Studio: every field in quotes, days without a year, no line end at the end.
struct TikTokSheet {
  /// The language of the days; the headers stay English.
  let isIndonesian: Bool

  /// The bytes of a table.
  ///
  /// A quote inside a field stays as it is, which makes the line no proper CSV.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { row in row.map { "\"\($0)\"" }.joined(separator: ",") }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\n").utf8)
  }

  /// `October 1` or `1 Oktober`.
  func day(_ number: Int) -> String {
    let date = CivilDay.date(number)
    let name = (isIndonesian ? Self.indonesian : Self.english)[date.month - 1]
    return isIndonesian ? "\(date.day) \(name)" : "\(name) \(date.day)"
  }

  /// The list of posts, all counts since they were posted.
  func content(
    _ videos: [(video: TikTokVideo, counts: TikTokCounts)], handle: String, exported: Int
  ) -> [[String]] {
    let header = [
      "Time", "Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares",
      "Total views",
    ]
    return [header]
      + videos.map { video, counts in
        let link = "https://www.tiktok.com/@\(handle)/\(video.isPhoto ? "photo" : "video")/\(video.id)"
        return [day(exported), video.caption, link, day(video.posted / 86_400)]
          + [counts.likes, counts.comments, counts.shares, counts.views].map(String.init)
      }
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let indonesian = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
  ]
}
