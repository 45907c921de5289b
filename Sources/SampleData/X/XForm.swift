/// The forms of X's content export: the columns are the same, their names and the bytes around them are not.
enum XForm {
  /// Since 2025, in English.
  case current
  /// The same with the names of X's own Indonesian language file.
  case indonesian
  /// Of 2024 and early 2025: CRLF, the browser's own day.
  case older

  private var header: String {
    switch self {
    case .current:
      "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,"
        + "Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
    case .indonesian:
      "ID postingan,Tanggal,Teks postingan,Tautan Postingan,Tayangan,Suka,Engagement,Markah,Sebaran,"
        + "Pengikut baru,Balasan,Posting ulang,Kunjungan profil,Detail Expands,URL Clicks,Hashtag Clicks,"
        + "Permalink Clicks"
    case .older:
      "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,"
        + "Reposts,Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks"
    }
  }

  /// The file of these posts; `junkAt` puts a row in that X made of nothing.
  func bytes(_ posts: [XPost], handle: String, junkAt: Int? = nil) -> [UInt8] {
    let link = "https://x.com/\(handle)/status/"
    var lines = posts.map { post in
      let counts = post.figures.values.map(String.init).joined(separator: ",")
      return "\(post.id),\(date(post)),\(quoted(post.text)),\(link)\(post.id),\(counts)"
    }
    if let junkAt {
      lines.insert(",,,\(link)undefined" + String(repeating: ",0", count: 13), at: min(junkAt, lines.count))
    }
    let text = ([header] + lines).joined(separator: self == .older ? "\r\n" : "\n")
    return Array((self == .older ? text + "\r\n" : text).utf8)
  }

  private func date(_ post: XPost) -> String {
    self == .older ? XDate.older(post.localDay) : "\"\(XDate.current(post.day))\""
  }

  /// Quoted for a comma or a quote; the older form quotes texts with a blank, too.
  private func quoted(_ text: String) -> String {
    let isQuoted = text.contains { $0 == "," || $0 == "\"" || (self == .older && $0 == " ") }
    guard isQuoted else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

/// X's days, English in every language.
enum XDate {
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// `Wed, Oct 15, 2025`.
  static func current(_ day: Int) -> String {
    let date = CivilDay.date(day)
    return
      "\(weekdays[CivilDay.weekday(day)]), \(EnglishMonth.short[date.month - 1]) \(date.day), \(date.year)"
  }

  /// `Wed Oct 15 2025`, with two digits for the day.
  static func older(_ day: Int) -> String {
    let date = CivilDay.date(day)
    return
      "\(weekdays[CivilDay.weekday(day)]) \(EnglishMonth.short[date.month - 1]) \(two(date.day)) \(date.year)"
  }
}

/// The names of months in English.
enum EnglishMonth {
  static let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
