/// What the offices send from X, YouTube and TikTok.
///
/// Their streams of random numbers are their own, so that Facebook's and Instagram's files stay as they are.
enum Platforms {
  static func deliveries(_ profiles: [Profile], seed: UInt64) -> [OtherDelivery] {
    profiles.flatMap { profile -> [OtherDelivery] in
      switch profile.platform {
      case "x":
        var writer = XWriter(profile: profile, seed: seed)
        return writer.deliveries()
      case "youtube":
        var writer = YouTubeWriter(profile: profile, seed: seed)
        return writer.deliveries()
      default:
        var writer = TikTokWriter(profile: profile, seed: seed)
        return writer.deliveries()
      }
    }
  }

  /// What is odd about them, for the description.
  static let oddities = XWriter.oddities + YouTubeWriter.oddities + TikTokWriter.oddities
}
