internal import FoundationEssentials

/// One page that a file's records name, and how many do.
struct Page {
  let key: UInt64
  var id: String?
  var name: String?
  var handle: String?
  var count = 0
  var firstLine = 0

  /// What the registry may know the page by, the surest first.
  var names: [(kind: String, value: String)] {
    var names: [(kind: String, value: String)] = []
    if let id { names.append(("id", id)) }
    if let handle { names.append(("handle", handle)) }
    if let name { names.append(("name", HeaderCell.normalised(name))) }
    return names
  }

  /// How the ledger notes a page whose rows it passes over: id, handle, name.
  static func note(id: String?, handle: String?, name: String?) -> String {
    [id, handle, name].map { $0 ?? "-" }.joined(separator: " · ")
  }

  /// A page as the ledger noted it.
  init?(note: String) {
    let parts = note.components(separatedBy: " · ").map { $0 == "-" ? nil : $0 }
    guard parts.count >= 3 else { return nil }
    let name = parts[2] == nil ? nil : parts[2...].map { $0 ?? "-" }.joined(separator: " · ")
    self.init(key: 0, id: parts[0], name: name, handle: parts[1])
  }

  init(key: UInt64, id: String?, name: String?, handle: String?, count: Int = 0, firstLine: Int = 0) {
    (self.key, self.id, self.name, self.handle) = (key, id, name, handle)
    (self.count, self.firstLine) = (count, firstLine)
  }
}

/// The pages of a file, in the order of their first records.
struct PageTally {
  private(set) var pages: [Page] = []
  private var index: [UInt64: Int] = [:]
  /// Records of one page mostly follow each other.
  private var lastKey: UInt64?
  private var lastPlace = 0

  init() {}

  /// The pages of records that are all at hand.
  init(_ observations: [Observation]) {
    for observation in observations { note(observation) }
  }

  /// The page that most records are of.
  var dominant: Page? {
    pages.filter { !$0.names.isEmpty }.max { ($0.count, $1.firstLine) < ($1.count, $0.firstLine) }
  }

  mutating func note(_ observation: Observation) {
    let key = observation.pageKey
    if key == lastKey, pages[lastPlace].handle != nil {
      pages[lastPlace].count += 1
      return
    }
    if let place = index[key] {
      (lastKey, lastPlace) = (key, place)
      pages[place].count += 1
      if pages[place].handle == nil { pages[place].handle = observation.string(.accountHandle) }
      return
    }
    index[key] = pages.count
    pages.append(
      Page(
        key: key, id: observation.string(.accountID), name: observation.string(.accountName),
        handle: observation.string(.accountHandle), count: 1, firstLine: observation.line))
  }
}

extension Observation {
  /// A number for the page that the record names: by id, else by handle, else by name.
  var pageKey: UInt64 {
    let text = [Text.accountID, .accountHandle, .accountName].first(where: has)
    var hasher = Hasher()
    hasher.combine(text)
    if let text { withBytes(text) { hasher.combine(bytes: $0) } }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
