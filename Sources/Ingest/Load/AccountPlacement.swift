import Warehouse

/// Decides whose an account-level file is: it names no account, and its titles mostly no platform.
struct AccountPlacement {
  enum Decision: Equatable {
    case account(Int64)
    case quarantine(code: QuarantineCode, detail: String)
  }

  let scope: FolderScope
  private let platforms: [String]
  private let day: String
  private let directory: AccountDirectory
  private(set) var assumptions: [Assumption] = []
  private var decisions: [String?: Decision] = [:]

  /// Decides for each of the platforms that the file's titles name, or do not name (`nil`).
  init(
    named: Set<String?>, platforms: [String], scope: FolderScope, exportedAt: Int64,
    directory: AccountDirectory
  ) {
    self.scope = scope
    self.platforms = platforms
    self.directory = directory
    day = "\(WITA.day(of: exportedAt))"
    for platform in named.sorted(by: { ($0 ?? "") < ($1 ?? "") }) { decisions[platform] = decide(platform) }
  }

  /// Whose the figures are under a title that names the platform, or does not.
  func decision(for platform: String?) -> Decision {
    decisions[platform] ?? .quarantine(code: .platformUnknown, detail: "")
  }

  /// Whether figures under such a title have an account.
  func places(_ platform: String?) -> Bool {
    guard case .account = decision(for: platform) else { return false }
    return true
  }

  /// The accounts that the file is about.
  var accounts: [Int64] {
    Set(
      decisions.values.compactMap { decision -> Int64? in
        guard case .account(let account) = decision else { return nil }
        return account
      }
    ).sorted()
  }

  /// The one platform that the file is of; `nil` where it is of several or of none that is known.
  var platform: String? {
    let found = Set(accounts.compactMap(directory.platform))
    return found.count == 1 ? found.first : nil
  }

  /// The office that the figures are of: the folder's, else the account's owner.
  func homeOffice(on exportedAt: Int64) -> String? {
    guard let account = accounts.first else { return nil }
    return scope.office ?? directory.nearestOwner(of: account, to: "\(WITA.day(of: exportedAt))")
  }

  private mutating func decide(_ named: String?) -> Decision {
    guard let office = scope.office else {
      if let account = byHandle(named) { return place(account) }
      return .quarantine(code: .accountUndecided, detail: named ?? "")
    }
    let candidates = named.map { [$0] } ?? scope.platform.map { [$0] } ?? platforms
    let accounts = candidates.filter(platforms.contains).flatMap { platform in
      directory.accounts(of: office, platform: platform, handle: scope.handle, on: day)
    }
    let found = Set(accounts.compactMap(directory.platform))
    if named == nil, scope.platform == nil, found.count > 1 {
      return .quarantine(code: .platformUnknown, detail: found.sorted().joined(separator: ", "))
    }
    guard accounts.count == 1 else {
      let labels = accounts.compactMap { directory.labels[$0] }.joined(separator: ", ")
      return .quarantine(code: .accountUndecided, detail: labels.isEmpty ? office : labels)
    }
    return place(accounts[0])
  }

  /// The account that the file's or its archive's name tells, where no folder names an office.
  private func byHandle(_ named: String?) -> Int64? {
    guard let handle = scope.handle, let platform = named ?? scope.platform, platforms.contains(platform)
    else {
      return nil
    }
    return directory.account("handle", handle, platform: platform, on: day)
  }

  private mutating func place(_ account: Int64) -> Decision {
    let label = directory.labels[account] ?? ""
    let platform = directory.platform(of: account) ?? ""
    assumptions.append(.accountOfFolder(account: label, platform: platform, hasFolder: scope.platform != nil))
    return .account(account)
  }
}
