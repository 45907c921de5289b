/// Places of ranked offices in the county and in their peer groups.
struct Ranks {
  struct Place {
    let county: RankRange
    /// `nil`: it has no peer group.
    let group: RankRange?
  }

  private var places: [Int: Place] = [:]

  /// Ranks the offices that have a score and are to be ranked.
  init(_ index: EngagementIndex?, _ ranked: [Bool], _ groups: [Int?]) {
    guard let index else { return }
    let present = ranked.indices.filter { ranked[$0] && index.offices[$0] != nil }
    let county = Self.rank(present, index)
    var peers: [Int: RankRange] = [:]
    for (_, members) in Dictionary(grouping: present.filter { groups[$0] != nil }, by: { groups[$0] }) {
      peers.merge(Self.rank(members, index)) { first, _ in first }
    }
    for office in present {
      if let range = county[office] { places[office] = Place(county: range, group: peers[office]) }
    }
  }

  /// Where an office stands; `nil`: it is not ranked.
  func of(_ office: Int) -> Place? { places[office] }

  private static func rank(_ offices: [Int], _ index: EngagementIndex) -> [Int: RankRange] {
    let scores = offices.compactMap { office in
      index.offices[office].map { (office: office, score: $0.shrunk.score, variance: $0.shrunk.variance) }
    }
    let ranges = RankRange.rank(scores.map { (score: $0.score, variance: $0.variance) })
    return Dictionary(uniqueKeysWithValues: zip(scores.map(\.office), ranges))
  }
}
