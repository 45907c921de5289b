/// Studio's export of one month: the table of videos, the chart of the first of them, the channel's days.
struct YouTubeExport {
  private let videos: [Video]
  private let days: ClosedRange<Int>
  private let rows: [YouTubeRow]

  /// What the channel's videos did on these days; deleted ones count for the channel alone.
  init(_ videos: [Video], days: ClosedRange<Int>, _ random: inout SplitMix64) {
    self.days = days
    self.videos = videos.filter { $0.views(days) > 0 }.sorted {
      ($1.views(days), $1.id) < ($0.views(days), $0.id)
    }
    var total = VideoFigures()
    var listed: [YouTubeRow] = []
    for video in self.videos {
      let figures = VideoFigures(video, views: video.views(days), &random)
      total = total + figures
      guard !video.isDeleted else { continue }
      listed.append(
        YouTubeRow(
          id: Self.guarded(video.id), title: video.title, published: video.published,
          duration: video.duration, figures: figures))
    }
    rows = [YouTubeRow(id: "Total", figures: total)] + listed
  }

  func table(_ form: YouTubeForm) -> [UInt8] { form.table(rows) }

  /// Every day of the three videos most watched, one video after another.
  var chart: [UInt8] {
    let header = ["Date", "Content", "Video title", "Video publish time", "Duration", "Views"]
    let records = videos.filter { !$0.isDeleted }.prefix(3).flatMap { video in
      days.map { day in
        [
          CivilDay.iso(day), Self.guarded(video.id), video.title, video.published.map(YouTubeForm.day) ?? "",
          String(video.duration), String(video.daily[day] ?? 0),
        ]
      }
    }
    return CSVStyle.settings.file([header] + records)
  }

  /// The whole channel's views by day.
  func totals(_ header: [String]) -> [UInt8] {
    let records = days.map { day in
      [CivilDay.iso(day), String(videos.reduce(0) { $0 + ($1.daily[day] ?? 0) })]
    }
    return CSVStyle.settings.file([header] + records)
  }

  /// Studio puts a blank before a dash and a letter, lest a spreadsheet take the id for a formula.
  private static func guarded(_ id: String) -> String {
    let start = id.prefix(2)
    return start.first == "-" && !(start.last?.isNumber ?? true) ? " " + id : id
  }
}
