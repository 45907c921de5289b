/// The whole-number metrics, in the order of their columns in `fact_post_snapshot`.
enum Metric: Int, CaseIterable {
  case impressions, views, engagedViews, reach, reachPaid, viewers
  case likes, comments, shares, reposts, saves
  case clicks, linkClicks, follows, profileVisits, replies, navigation, stickerTaps, engagements

  /// The metric that a field of a format delivers.
  init?(_ field: Field) {
    switch field {
    case .impressions: self = .impressions
    case .views: self = .views
    case .engagedViews: self = .engagedViews
    case .reposts: self = .reposts
    case .engagements: self = .engagements
    case .reach: self = .reach
    case .reachPaid: self = .reachPaid
    case .viewers: self = .viewers
    case .likes: self = .likes
    case .comments: self = .comments
    case .shares: self = .shares
    case .saves: self = .saves
    case .clicks: self = .clicks
    case .linkClicks: self = .linkClicks
    case .follows: self = .follows
    case .profileVisits: self = .profileVisits
    case .replies: self = .replies
    case .navigation: self = .navigation
    case .stickerTaps: self = .stickerTaps
    default: return nil
    }
  }

  /// The column of `fact_post_snapshot`.
  var column: String {
    switch self {
    case .engagedViews: "engaged_views"
    case .reachPaid: "reach_paid"
    case .linkClicks: "link_clicks"
    case .profileVisits: "profile_visits"
    case .stickerTaps: "sticker_taps"
    default: "\(self)"
    }
  }
}

/// What kind of post it is; the rows of `dim_post_format`.
enum PostFormat: String, CaseIterable {
  case photo, carousel, video, reel, short, story, text, link, live, share, reply, other
}
