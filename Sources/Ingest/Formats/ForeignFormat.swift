import Warehouse

/// A file that is known and not read: it lacks what the warehouse needs, and another export has it.
struct ForeignFormat: Sendable, Equatable {
  /// Headers, all of which such a file has.
  let headers: [String]
  let indonesian: String
  let english: String

  /// What it is and what to download instead.
  func text(in language: Language) -> String { language.choose(indonesian, english) }

  /// The one whose headers all stand among the cells.
  static func recognise(_ cells: [String]) -> ForeignFormat? {
    let cells = Set(cells.map(HeaderCell.normalised))
    return known.first { cells.isSuperset(of: $0.headers.map(HeaderCell.normalised)) }
  }

  private static let studio = (
    "ekspor dari YouTube Studio: Analytics, Mode lanjutan, tab Konten, Ekspor tampilan saat ini",
    "export from YouTube Studio: Analytics, Advanced mode, tab Content, Export current view"
  )

  static let known: [ForeignFormat] = [
    takeout("Privacy"), takeout("Approx Duration (ms)"),
    ForeignFormat(
      headers: ["date", "channel_id", "video_id", "views"],
      indonesian: "berkas YouTube Reporting API; \(studio.0)",
      english: "a file of the YouTube Reporting API; \(studio.1)"),
    advertisements("Campaign name"), advertisements("Ad group name"), advertisements("Ad name"),
    dimension("Geography"), dimension("Cities"), dimension("Traffic source"), dimension("Viewer age"),
    dimension("Viewer gender"), dimension("Subscription status"),
  ]

  private static func takeout(_ header: String) -> ForeignFormat {
    ForeignFormat(
      headers: ["Video ID", header],
      indonesian: "berkas Google Takeout, tanpa angka tayangan; \(studio.0)",
      english: "a Google Takeout file, without any views; \(studio.1)")
  }

  /// Headers that only reports about advertisements have.
  static let advertising = [
    "Ad name", "Ad group name", "Campaign name", "Cost", "Clicks (destination)",
  ]

  private static func advertisements(_ header: String) -> ForeignFormat {
    ForeignFormat(
      headers: [header],
      indonesian:
        "laporan iklan (TikTok Ads Manager), bukan unggahan; unduh Content dan Overview dari TikTok Studio",
      english:
        "a report about advertisements (TikTok Ads Manager), not posts; download Content and Overview from TikTok Studio"
    )
  }

  private static func dimension(_ name: String) -> ForeignFormat {
    ForeignFormat(
      headers: name.hasPrefix("Viewer") ? [name, "Views (%)"] : [name, "Views"],
      indonesian: "tabel YouTube Studio menurut \(name), tanpa video; pilih tab Konten, lalu ekspor lagi",
      english: "a YouTube Studio table by \(name), without videos; choose the tab Content and export again")
  }
}
