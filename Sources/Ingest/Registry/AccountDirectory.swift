import Warehouse

/// The registered accounts and offices as the warehouse holds them, ready to be asked by file after file.
struct AccountDirectory {
  /// A name that something goes by, and when.
  struct Claim: Equatable {
    let accountKey: Int64
    let from: String
    let to: String
  }

  private struct Name: Hashable {
    let platform: String
    let kind: String
    let value: String
  }

  private var claims: [Name: [Claim]] = [:]
  private var owners: [Int64: [(opdCode: String, from: String, to: String)]] = [:]
  private var platforms: [Int64: String] = [:]
  private(set) var labels: [Int64: String] = [:]
  private var offices: [String: Set<String>] = [:]
  private var handles: Set<String> = []

  init(_ warehouse: Connection) throws {
    let accounts =
      "SELECT account_key, platform, account FROM dim_account JOIN dim_platform USING (platform_key)"
    for row in try warehouse.rows(accounts) {
      guard let key = row[0].integer else { continue }
      platforms[key] = row[1].text
      labels[key] = row[2].text
    }
    let aliases = "SELECT account_key, kind, value, valid_from, valid_to FROM account_alias"
    for row in try warehouse.rows(aliases + " ORDER BY value, valid_from, account_key") {
      guard let key = row[0].integer, let kind = row[1].text, let value = row[2].text,
        let from = row[3].text, let to = row[4].text, let platform = platforms[key]
      else { continue }
      claims[Name(platform: platform, kind: kind, value: value), default: []]
        .append(Claim(accountKey: key, from: from, to: to))
      if kind == "handle" { handles.insert(value) }
    }
    let owning = "SELECT account_key, opd_code, valid_from, valid_to FROM account_owner ORDER BY 1, 3"
    for row in try warehouse.rows(owning) {
      guard let key = row[0].integer, let code = row[1].text, let from = row[2].text, let to = row[3].text
      else { continue }
      owners[key, default: []].append((code, from, to))
    }
    for row in try warehouse.rows("SELECT DISTINCT name, opd_code FROM opd_name") {
      guard let name = row[0].text, let code = row[1].text else { continue }
      offices[name, default: []].insert(code)
    }
  }

  /// The office that a folder's name stands for: its code, name, short name or alias.
  func office(named folder: String) -> String? {
    guard let codes = offices[HeaderCell.normalised(folder)], codes.count == 1 else { return nil }
    return codes.first
  }

  /// The office that owned an account on a day (ISO 8601).
  func owner(of accountKey: Int64, on day: String) -> String? {
    owners[accountKey]?.first { $0.from <= day && day <= $0.to }?.opdCode
  }

  /// The owner on a day, else the last one before it, else the first one after.
  func nearestOwner(of accountKey: Int64, to day: String) -> String? {
    let owners = owners[accountKey] ?? []
    return owner(of: accountKey, on: day) ?? owners.last { $0.to < day }?.opdCode ?? owners.first?.opdCode
  }

  /// Whether an office owned an account at any time.
  func everOwned(_ accountKey: Int64, by opdCode: String) -> Bool {
    owners[accountKey]?.contains { $0.opdCode == opdCode } ?? false
  }

  /// The accounts that an office owned on a platform, in order of their keys: on a day where it owned any then, else at
  /// any time.
  ///
  /// A handle that is one of theirs leaves that account alone; another one changes nothing.
  func accounts(
    of opdCode: String, platform: String, handle: String? = nil, on day: String? = nil
  ) -> [Int64] {
    let ever = owners.keys.filter { platforms[$0] == platform && everOwned($0, by: opdCode) }.sorted()
    let then = ever.filter { key in day.map { owner(of: key, on: $0) == opdCode } ?? true }
    let own = then.isEmpty ? ever : then
    let named = own.filter { key in
      handle.map { handle in
        claims[Name(platform: platform, kind: "handle", value: handle)]?.contains { $0.accountKey == key }
          ?? false
      } ?? false
    }
    return named.isEmpty ? own : named
  }

  /// Whether a handle is registered on any platform.
  func knowsHandle(_ handle: String) -> Bool { handles.contains(handle) }

  /// The account that a page is by what its file calls it.
  ///
  /// An id or a handle is proof; a name is, where neither contradicts it: any page may call itself anything.
  func account(of page: Page, platform: String, on day: String) -> Int64? {
    for (kind, value) in page.names {
      guard let found = account(kind, value, platform: platform, on: day) else { continue }
      let isDoubtful = kind == "name" && contradicts(page, found)
      if !isDoubtful { return found }
    }
    return nil
  }

  /// Whether an account is registered with another id or handle than the page has.
  func contradicts(_ page: Page, _ account: Int64) -> Bool {
    contradicts("id", page.id, account: account) || contradicts("handle", page.handle, account: account)
  }

  /// The platform of an account.
  func platform(of accountKey: Int64) -> String? { platforms[accountKey] }

  /// The account that goes by an id, handle or name on a platform; on a day, where several did.
  func account(_ kind: String, _ value: String, platform: String, on day: String) -> Int64? {
    let found = claims[Name(platform: platform, kind: kind, value: value)] ?? []
    if Set(found.map(\.accountKey)).count == 1 { return found[0].accountKey }
    return found.first { $0.from <= day && day <= $0.to }?.accountKey
  }

  /// Whether an account is registered with ids or handles at all, and with others than this one.
  func contradicts(_ kind: String, _ value: String?, account: Int64) -> Bool {
    guard let value else { return false }
    let own = claims.filter { $0.key.kind == kind && $0.value.contains { $0.accountKey == account } }
    return !own.isEmpty && !own.keys.contains { $0.value == value }
  }

  /// The registered handle or name on the platform that is most like a text, if any is.
  func nearest(to text: String, platform: String) -> String? {
    let text = HeaderCell.normalised(text)
    var best: (distance: Int, value: String)?
    for name in claims.keys where name.platform == platform && name.kind != "id" {
      let distance = editDistance(text, name.value)
      guard distance * 2 <= max(text.count, name.value.count) else { continue }
      if let best, (best.distance, best.value) <= (distance, name.value) { continue }
      best = (distance, name.value)
    }
    return best?.value
  }
}

/// How many letters must be inserted, deleted or replaced (Levenshtein); texts are cut at 100 letters.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.prefix(100))
  let right = Array(right.prefix(100))
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
