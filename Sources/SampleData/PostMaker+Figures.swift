extension PostMaker {
  /// Counts that follow from the page's size, the kind of caption and luck.
  mutating func figures(_ kind: CaptionKind, _ type: PostType) -> Figures {
    let lucky = random.spread() * Self.typeEffect(type) / 1000
    let reached = max(3, office.followers * reach / 1000 * lucky / 1000)
    let permille = rate * Self.kindEffect(kind) / 1000 * random.narrowSpread() / 1000
    let total = min(reached, random.thousandths(of: reached * permille))
    let parts = split(total, kind)
    var figures = Figures(reach: reached, reactions: parts[0], comments: parts[1], shares: parts[2])
    let hasViews = type != .text || !random.chance(250)
    if hasViews { figures.views = reached * random.within(type.isVideo ? 1150...2100 : 960...1750) / 1000 }
    figures.otherClicks = random.thousandths(of: reached * random.within(4...35))
    figures.photoClicks = sparse(
      type == .photos ? random.thousandths(of: reached * random.within(0...60)) : 0)
    figures.linkClicks = sparse(type == .links ? random.thousandths(of: reached * random.within(5...40)) : 0)
    if type.isVideo { figures.averageMilliseconds = random.within(2600...11_900) }
    return figures
  }

  /// Reactions, comments and shares that add up to `total`.
  private mutating func split(_ total: Int, _ kind: CaptionKind) -> [Int] {
    var (comments, shares) = (random.within(30...110), random.within(40...130))
    switch kind {
    case .service: (comments, shares) = (comments * 2, shares * 16 / 10)
    case .education: shares = shares * 15 / 10
    case .greeting: comments /= 2
    case .event, .achievement: break
    }
    let commented = min(total, random.thousandths(of: total * comments))
    let shared = min(total - commented, random.thousandths(of: total * shares))
    return [total - commented - shared, commented, shared]
  }

  /// Meta never writes a zero into its sparse columns.
  private func sparse(_ count: Int) -> Int? { count == 0 ? nil : count }

  private static func typeEffect(_ type: PostType) -> Int {
    switch type {
    case .photos: 1000
    case .videos: 1100
    case .reels: 1400
    case .text: 800
    case .links: 700
    case .live: 850
    }
  }

  private static func kindEffect(_ kind: CaptionKind) -> Int {
    switch kind {
    case .service: 1050
    case .event: 850
    case .achievement: 1250
    case .education: 1000
    case .greeting: 900
    }
  }
}
