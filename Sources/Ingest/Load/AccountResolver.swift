public import Warehouse

/// Decides for each page of one file whose account it is.
struct AccountResolver {
  /// What is known of a page.
  enum Decision: Equatable {
    case account(Int64, isOwn: Bool)
    case skip
    case quarantine(code: QuarantineCode, detail: String)
  }

  let platform: String
  let scope: FolderScope
  /// The day of the export, ISO 8601, on which names and owners are looked up.
  let day: String
  private(set) var assumptions: [Assumption] = []
  /// The office that the file is about: by its data, else by its folder.
  private(set) var homeOffice: String?
  private var decisions: [UInt64: Int64?] = [:]
  /// The page of the record before, mostly the next one's too.
  private var last: (key: UInt64?, account: Int64, isHome: Bool) = (nil, 0, false)
  private let directory: AccountDirectory
  /// Whether records of the format name their account; where not, all are of the one that their place tells.
  private let namesAccount: Bool

  /// Decides for every page of a file; `channel` is the account's name in the file's container.
  init(
    _ pages: PageTally, platform: String, scope: FolderScope, exportedAt: Int64, directory: AccountDirectory,
    namesAccount: Bool = true, channel: String? = nil
  ) {
    self.platform = platform
    self.namesAccount = namesAccount
    self.scope = scope
    self.directory = directory
    day = "\(WITA.day(of: exportedAt))"
    for page in pages.pages { decisions[page.key] = directory.account(of: page, platform: platform, on: day) }
    if !namesAccount, let channel, let page = pages.pages.first {
      decisions[page.key] = byChannel(channel)
    }
    let found = Set(decisions.values.compactMap { $0 })
    // The office that sent the file is at home in it where any of its pages is the office's: collaborators may have
    // more rows than the account itself.
    if let office = scope.office, found.contains(where: { directory.everOwned($0, by: office) }) {
      homeOffice = office
    } else if let page = pages.dominant ?? (namesAccount ? nil : pages.pages.first) {
      if let found = decisions[page.key] ?? nil {
        homeOffice = directory.nearestOwner(of: found, to: day)
      } else {
        decisions[page.key] = byFolder(page)
      }
    }
    homeOffice = homeOffice ?? scope.office
    giveNamelessRowsTheOnlyAccount(pages.pages)
  }

  /// Whether any page of the file is a registered account.
  var knowsAny: Bool { decisions.values.contains { $0 != nil } }

  /// The registered accounts of the file's own office, or the folder's one account where it holds no record.
  var coveredAccounts: [Int64] {
    let own = Set(decisions.values.compactMap { $0 }).filter { isHome($0) }
    if !own.isEmpty || !decisions.isEmpty { return own.sorted() }
    let candidates = folderCandidates
    return candidates.count == 1 ? candidates : []
  }

  /// What to do with a record.
  mutating func decision(for observation: borrowing Observation) -> Decision {
    let key = observation.pageKey
    if key != last.key, let account = decisions[key] ?? nil { last = (key, account, isHome(account)) }
    if key == last.key {
      return .account(last.account, isOwn: last.isHome || (scope.office == nil && observation[.reach] != nil))
    }
    let page = observation.string(.accountName) ?? observation.string(.accountHandle)
    guard let page = page ?? observation.string(.accountID) else {
      return namesAccount
        ? .quarantine(code: .accountMissing, detail: "")
        : .quarantine(code: .accountUndecided, detail: scope.office ?? "")
    }
    guard !knowsAny else { return .skip }
    let nearest = directory.nearest(to: page, platform: platform)
    return .quarantine(code: .accountUnknown, detail: page + (nearest.map { " ≈ \($0)" } ?? ""))
  }

  private func isHome(_ account: Int64) -> Bool {
    homeOffice.map { directory.everOwned(account, by: $0) } ?? false
  }

  /// The folder's account, unless the data contradict the registry's id or handle of it.
  private mutating func byFolder(_ page: Page) -> Int64? {
    guard !page.names.isEmpty || !namesAccount, let found = folderCandidates.first,
      folderCandidates.count == 1,
      !directory.contradicts(page, found)
    else { return nil }
    let shown = page.name ?? page.handle ?? page.id ?? ""
    let label = directory.labels[found] ?? ""
    guard namesAccount else {
      assumptions.append(
        .accountOfFolder(account: label, platform: platform, hasFolder: scope.platform != nil))
      return found
    }
    assumptions.append(
      scope.handle == nil
        ? .accountByOffice(account: label, page: shown) : .accountByFolder(account: label, page: shown))
    return found
  }

  /// The account that goes by the name in the container's name.
  private mutating func byChannel(_ channel: String) -> Int64? {
    let page = Page(key: 0, id: nil, name: channel, handle: nil)
    guard let found = directory.account(of: page, platform: platform, on: day) else { return nil }
    let label = directory.labels[found] ?? ""
    assumptions.append(.accountByFolder(account: label, page: channel))
    return found
  }

  private var folderCandidates: [Int64] {
    guard let office = scope.office else { return [] }
    return directory.accounts(of: office, platform: platform, handle: scope.handle, on: day)
  }

  /// Error rows name no account; in a file of one account it is that one.
  private mutating func giveNamelessRowsTheOnlyAccount(_ pages: [Page]) {
    let named = pages.filter { !$0.names.isEmpty }
    guard named.count == 1, let account = decisions[named[0].key] ?? nil else { return }
    for page in pages where page.names.isEmpty { decisions[page.key] = account }
  }
}

/// Why a record waits.
public enum QuarantineCode: String, CaseIterable, Sendable {
  /// Its account is nobody's in the registry.
  case accountUnknown = "account_unknown"
  /// It names no account, and its file holds several.
  case accountMissing = "account_missing"
  /// Its file names no platform, and its office has accounts on several.
  case platformUnknown = "platform_unknown"
  /// Its file names no account, and its folder leads to none or to several.
  case accountUndecided = "account_undecided"
  /// Nothing tells the span of days that its file counts.
  case periodUnknown = "period_unknown"

  /// What is missing and what to do.
  public func text(in language: Language) -> String {
    switch self {
    case .accountUnknown:
      language.choose(
        "akun belum terdaftar; tambahkan di akun.csv, lalu jalankan lagi",
        "account not registered; add it to akun.csv and run again")
    case .platformUnknown:
      language.choose(
        "berkas ini tidak menyebut platformnya; simpan di folder KODE_OPD/platform, misalnya KODE_OPD/facebook",
        "the file names no platform; keep it in a folder OFFICE/platform, such as OFFICE/facebook")
    case .accountUndecided:
      language.choose(
        "berkas ini tidak menyebut akunnya; simpan di folder KODE_OPD/platform, bila akunnya lebih dari satu KODE_OPD/platform/nama_pengguna",
        "the file names no account; keep it in a folder OFFICE/platform, or OFFICE/platform/handle where there are several"
      )
    case .periodUnknown:
      language.choose(
        "rentang tanggalnya tidak diketahui; letakkan berkas Totals dari ekspor yang sama di sampingnya, atau beri nama folder seperti 2025-10",
        "the span of days is not known; put the Totals file of the same export beside it, or name the folder like 2025-10"
      )
    case .accountMissing:
      language.choose(
        "baris galat tanpa akun di berkas dengan beberapa akun; ekspor lagi beberapa hari kemudian",
        "an error row without account in a file of several accounts; export again some days later"
      )
    }
  }
}
