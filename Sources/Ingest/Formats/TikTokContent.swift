internal import FoundationEssentials
import Warehouse

extension FormatDescriptor {
  /// `Content.csv` of TikTok Studio: the best few videos, of any age, with lifetime figures at the export.
  ///
  /// Quotes inside captions are not doubled, so that records are cut at the video's address. The days have no year; the
  /// id tells the instant of the upload.
  static let tikTokContent = FormatDescriptor(
    name: "tiktok-content",
    platform: "tiktok",
    summary: "TikTok Studio: daftar teratas video (Content.csv; bukan semua unggahan)",
    checkedAgainst: "ekspor nyata Maret 2026 (Yunani)",
    content: .posts,
    columns: [
      .required(.ignored1, .text, [.english: ["Time"], .indonesian: ["Waktu"]]),
      .required(.caption, .text, [.english: ["Video title"], .indonesian: ["Judul video"]]),
      .required(.permalink, .text, [.english: ["Video link"], .indonesian: ["Tautan video"]]),
      .optional(.ignored2, .text, [.english: ["Post time"], .indonesian: ["Waktu posting"]]),
      .optional(.likes, .count, [.english: ["Total likes"], .indonesian: ["Total suka"]]),
      .optional(.comments, .count, [.english: ["Total comments"], .indonesian: ["Total komentar"]]),
      .optional(.shares, .count, [.english: ["Total shares"], .indonesian: ["Total dibagikan"]]),
      .required(
        .views, .count,
        [.english: ["Total views"], .indonesian: ["Total tayangan", "Total penayangan"]]),
    ],
    essentialMetrics: [.views, .likes, .comments, .shares],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .video, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .unknownLifetime,
    unconfirmedLanguages: [.indonesian],
    unknownMarks: ["undefined", "NaN", "-"],
    listing: .top,
    isRectangular: true,
    rule: TikTokVideo.judge,
    repair: { AnchoredRecords($0) })

  /// The video list of TikTok's Business Suite.
  ///
  /// Its favourites are kept and not summed: Studio's files lack them.
  static let tikTokBusinessVideos = FormatDescriptor(
    name: "tiktok-business-videos",
    platform: "tiktok",
    summary: "TikTok Business Suite: daftar video",
    checkedAgainst: "belum pernah dicocokkan dengan berkas nyata",
    content: .posts,
    columns: [
      .required(
        .caption, .text,
        [.english: ["Video title"], .swedish: ["Videotitel"], .indonesian: ["Judul video"]]),
      .required(
        .permalink, .text,
        [.english: ["Video link"], .swedish: ["Videolänk"], .indonesian: ["Tautan video"]]),
      .optional(
        .ignored1, .text,
        [.english: ["Post time"], .swedish: ["Publiceringstid"], .indonesian: ["Waktu posting"]]),
      .required(
        .views, .count,
        [
          .english: ["Video views"], .swedish: ["Videovisningar"],
          .indonesian: ["Tayangan video", "Penayangan video"],
        ]),
      .optional(
        .likes, .count, [.english: ["Likes"], .swedish: ["Gilla-markeringar"], .indonesian: ["Suka"]]),
      .optional(
        .comments, .count, [.english: ["Comments"], .swedish: ["Kommentarer"], .indonesian: ["Komentar"]]),
      .optional(
        .shares, .count,
        [.english: ["Shares"], .swedish: ["Delningar"], .indonesian: ["Dibagikan", "Berbagi"]]),
      .optional(
        .saves, .count,
        [
          .english: ["Add to Favorites"], .swedish: ["Lägg till i Favoriter"],
          .indonesian: ["Tambahkan ke favorit"],
        ]),
    ],
    essentialMetrics: [.views, .likes, .comments, .shares],
    lifetimeMarks: [], postFormats: [:], unlabelledPostFormat: .video, permalinkFormats: [],
    permalinkHost: nil, permalinkFolders: [],
    window: .unknownLifetime,
    unconfirmedLanguages: [.english, .swedish, .indonesian],
    foreignHeaders: Set(["Time", "Waktu"].map(HeaderCell.normalised)),
    unknownMarks: ["NaN", "undefined", "-"],
    interactions: [.likes, .comments, .shares],
    isRectangular: true,
    rule: TikTokVideo.judge)
}

/// What holds of every record about a video on TikTok.
enum TikTokVideo {
  /// When a video with this id was uploaded, in seconds since 1970 UTC: the id's upper half; `nil` before TikTok was.
  static func instant(ofID id: UInt64) -> Int64? {
    let seconds = Int64(id >> 32)
    return seconds >= 1_400_000_000 ? seconds : nil
  }

  /// The handle and the id in `https://www.tiktok.com/@<handle>/video/<id>`.
  static func address(_ link: String) -> (handle: String, id: String)? {
    let parts = link.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 5, parts[0] == "https:" || parts[0] == "http:",
      ["www.tiktok.com", "tiktok.com", "m.tiktok.com"].contains(parts[1].lowercased()),
      parts[2].hasPrefix("@"), parts[3] == "video" || parts[3] == "photo"
    else { return nil }
    let id = parts[4].prefix { $0 != "?" && $0 != "#" }
    guard (15...20).contains(id.utf8.count), id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return (String(parts[2].dropFirst()), String(id))
  }

  /// Settles identity and instant from the address.
  @Sendable static func judge(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    let link = observation.string(.permalink) ?? ""
    guard let address = address(link), let number = UInt64(address.id) else {
      return .reject(Reject(code: .badLink, column: "", value: visible(link)))
    }
    observation.set(.nativeID, address.id)
    observation.set(.accountHandle, Registry.normalisedHandle(address.handle))
    if link.contains("/photo/") { observation.postFormat = .photo }
    observation.publishedAt = instant(ofID: number)
    if observation.publishedAt == nil { remarks.withoutTime.note(observation.line) }
    return nil
  }
}
