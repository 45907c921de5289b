/// The groups in which offices are compared, and what is usual for their pages.
enum OfficeGroup: String {
  case humas = "Pemkab/Humas"
  case large = "Dinas Layanan Besar"
  case regular = "Dinas/Badan"
  case district = "Kecamatan"

  /// Reach of a post in permille of the followers, before the spread.
  var reach: ClosedRange<Int> {
    switch self {
    case .humas: 80...130
    case .large: 90...160
    case .regular: 80...180
    case .district: 110...210
    }
  }

  /// Interactions in permille of the reach.
  var rate: ClosedRange<Int> {
    switch self {
    case .humas: 20...32
    case .large: 25...50
    case .regular: 24...58
    case .district: 38...78
    }
  }
}

/// An office of the regency and how it uses its page.
struct Office {
  let code: String
  let name: String
  let shortName: String
  let aliases: [String]
  let group: OfficeGroup
  /// Whom its releases quote: an office, never a person.
  let head: String
  let followers: Int
  /// Posts in September and October.
  let volume: [Int]

  init(
    _ code: String, _ name: String, _ shortName: String, _ aliases: [String], _ group: OfficeGroup,
    head: String,
    _ followers: Int, _ volume: [Int]
  ) {
    (self.code, self.name, self.shortName, self.aliases) = (code, name, shortName, aliases)
    (self.group, self.head, self.followers, self.volume) = (group, head, followers, volume)
  }

  /// How likely each kind of caption is, in the order of `CaptionKind`.
  var mix: [Int] {
    switch code {
    case "DISDUKCAPIL", "RSUDL", "RSUDS", "DPMPTSP": [430, 270, 90, 110, 100]
    case "DINKES", "DLH", "BPBD", "SATPOLPP": [140, 350, 90, 320, 100]
    default: group == .district ? [120, 600, 60, 60, 160] : [170, 520, 110, 90, 110]
    }
  }

  /// Whether the page's rank is compared with others'.
  var isRanked: Bool { group != .humas }

  /// Whether its page stands in the register; one office's is still missing.
  var isRegistered: Bool { code != "SETWAN" }

  /// The names of the pages that it runs; the fire brigade has one beside its office's.
  var pageNames: [(handle: String, name: String)] {
    let handle = code.lowercased().filter { $0 != "-" }
    let own = (handle: handle, name: shortName)
    return code == "SATPOLPP" ? [own, (handle: "damkar", name: "Damkar")] : [own]
  }
}

extension Office {
  /// A district, all of which are built alike.
  init(district name: String, also variants: [String] = [], _ followers: Int, _ volume: [Int]) {
    self.init(
      "KEC-\(name.uppercased())", "Kecamatan \(name)", "Kecamatan \(name)",
      ["Kec. \(name)"] + variants.map { "Kecamatan \($0)" }, .district, head: "Camat \(name)", followers,
      volume)
  }
}
