/// Makes the posts of one page, one after another from its own stream.
struct PostMaker {
  let office: Office
  let account: Account
  private let topics: Topics
  let reach: Int
  let rate: Int
  private let firstID: Int
  private let idStep: Int
  private var count = 0
  var random: SplitMix64

  init(office: Office, account: Account, index: Int, seed: UInt64) {
    self.office = office
    self.account = account
    topics = Topics.of(office)
    random = SplitMix64(seed: seed, stream: "posts/\(account.handle)")
    reach = random.within(office.group.reach)
    rate = random.within(office.group.rate)
    // Ids of 15 digits for some pages, of 16 for others; a range of its own for each page keeps them apart.
    idStep = index % 3 == 0 ? 100_000_000 : 1_000_000_000
    firstID = (1_221_000 + index * 10_000) * idStep
  }

  /// A post id that no other post has.
  mutating func newID() -> Int {
    count += 1
    return firstID + count * idStep + random.below(idStep / 10) * 10 + random.within(1...9)
  }

  /// A post of that minute in UTC.
  mutating func post(at published: Int) -> Post {
    let kind = CaptionKind.allCases[random.weighted(office.mix)]
    let type = PostType.allCases[random.weighted([620, 100, 130, 70, 50, 30])]
    let slots = Slots(office: office, topics: topics, day: TimeZones.wita(published))
    let caption = CaptionWriter(slots: slots).caption(kind, &random)
    let (title, description) = placed(caption, type)
    let address = permalink(type)
    return Post(
      account: account, id: newID(), published: published, type: address.label,
      duration: type.isVideo ? random.within(type == .live ? 600...4800 : 12...95) : 0, title: title,
      description: description, permalink: address.link, figures: figures(kind, type),
      growth: random.within(15...90))
  }

  /// A post with a given id and text, without the cost of writing a caption.
  mutating func bulkPost(at published: Int, id: Int, title: String) -> Post {
    let kind = CaptionKind.allCases[random.below(CaptionKind.allCases.count)]
    let type = PostType.allCases[random.weighted([620, 100, 130, 70, 50, 30])]
    let address = permalink(type)
    return Post(
      account: account, id: id, published: published, type: address.label,
      duration: type.isVideo ? random.within(12...95) : 0, title: title, description: "",
      permalink: address.link, figures: figures(kind, type), growth: 0)
  }

  /// Most photos keep their text in the title; videos often repeat it in the description.
  private mutating func placed(_ caption: String, _ type: PostType) -> (title: String, description: String) {
    guard type.isVideo else { return random.chance(120) ? ("", caption) : (caption, "") }
    return random.chance(450) ? (caption, caption) : random.chance(500) ? ("", caption) : (caption, "")
  }

  /// Where the post is, and its label: some exports call a reel a video.
  private mutating func permalink(_ type: PostType) -> (link: String, label: PostType) {
    let number = random.within(1_000_000_000_000_000...1_999_999_999_999_999)
    switch type {
    case .reels: return ("https://www.facebook.com/reel/\(number)/", random.chance(300) ? .videos : .reels)
    case .videos, .live: return ("https://www.facebook.com/\(account.handle)/videos/\(number)/", type)
    default: return (Permalink.post(account.handle, &random), type)
    }
  }
}

/// Addresses of posts.
enum Permalink {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// An address with a fresh `pfbid`, as Meta makes them anew for every export.
  static func post(_ handle: String, _ random: inout SplitMix64) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(48)
    while key.count < 48 {
      var bits = random.next()
      for _ in 0..<8 {
        key.append(letters[Int(bits % 62)])
        bits /= 62
      }
    }
    return "https://www.facebook.com/\(handle)/posts/pfbid0\(String(decoding: key, as: UTF8.self))"
  }
}
