internal import FoundationEssentials
import Warehouse

/// What holds of every record about a post on X.
enum XPost {
  /// The first instant that ids tell: 4 November 2010; earlier ids were counted up.
  private static let firstSnowflake: Int64 = 29_700_859_247

  /// When the post with this id was made, in seconds since 1970 UTC, by X's own arithmetic: the id's high bits count
  /// milliseconds since 1288834974657.
  static func instant(ofID id: Int64) -> Int64? {
    guard id >= firstSnowflake else { return nil }
    return (id >> 22 + 1_288_834_974_657) / 1000
  }

  /// The handle and the id in `https://x.com/<handle>/status/<id>`.
  static func address(_ link: String) -> (handle: String, id: String)? {
    let hosts = ["x.com", "twitter.com", "www.x.com", "www.twitter.com", "mobile.twitter.com"]
    let parts = link.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 5, parts[0] == "https:" || parts[0] == "http:",
      hosts.contains(parts[1].lowercased()), parts[3] == "status" || parts[3] == "statuses"
    else { return nil }
    let id = parts[4].prefix { $0 != "?" && $0 != "#" }
    return (String(parts[2]), String(id))
  }

  /// Whether seventeen cells are a record of the content export, whatever the header says.
  @Sendable static func isRecord(_ cells: [String]) -> Bool {
    guard cells.count == 17, let address = address(cells[3]) else { return false }
    let isJunk = address.id == "undefined" && cells[0].isEmpty
    return (isJunk || isID(cells[0])) && cells[4...].allSatisfy { $0 == "-" || isNumber($0) }
  }

  /// Settles identity, instant and kind; a row of a post that X could not find is no data.
  @Sendable static func judge(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    let address = observation.string(.permalink).flatMap(address)
    if let address, address.id == "undefined", !observation.has(.nativeID) { return .skip(.emptyPost) }
    let written = observation.string(.nativeID)
    let linked = (address?.id).flatMap { isID($0) ? $0 : nil }
    if let written, let linked, written != linked, isID(written), !isRounded(written, of: linked) {
      return .reject(Reject(code: .badID, column: "", value: "\(written) ≠ \(linked)"))
    }
    guard let id = linked ?? written.flatMap({ isID($0) ? $0 : nil }), let number = Int64(id) else {
      return .reject(Reject(code: .badID, column: "", value: visible(written ?? "")))
    }
    if written != id { remarks.idsFromLink.note(observation.line) }
    observation.set(.nativeID, id)
    if let handle = address?.handle, handle != "i" {
      observation.set(.accountHandle, Registry.normalisedHandle(handle))
    }
    if let instant = instant(ofID: number) { observation.publishedAt = instant }
    return settleKind(&observation, &remarks)
  }

  private static func settleKind(
    _ observation: inout Observation, _ remarks: inout Remarks
  ) -> RowParser.Outcome? {
    if observation.publishedAt != nil { observation.publishedDay = nil }
    if observation.publishedAt == nil, observation.publishedDay == nil {
      remarks.withoutTime.note(observation.line)
    }
    let text = (observation.string(.caption) ?? "").drop { $0 == " " }
    if text.hasPrefix("@") {
      observation.postFormat = .reply
    } else if text.hasPrefix("RT @") {
      observation.postFormat = .share
    }
    return nil
  }

  private static func isID(_ text: String) -> Bool {
    (1...19).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether an id is what a spreadsheet leaves of another: fifteen digits of it, then zeros.
  private static func isRounded(_ text: String, of id: String) -> Bool {
    guard text.utf8.count == id.utf8.count, id.utf8.count > 15, let own = Int64(text), let whole = Int64(id)
    else { return false }
    let unit = (0..<(id.utf8.count - 15)).reduce(Int64(1)) { unit, _ in unit * 10 }
    return own % unit == 0 && abs(own - whole) <= unit
  }
}
