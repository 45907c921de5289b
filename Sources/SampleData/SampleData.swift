/// Fictitious exports of a regency's accounts on five platforms, the same bytes for the same seed on every machine.
///
/// Nothing here touches the disk, so that a test can compare the files with those that were committed.
public enum SampleData {
  /// The seed of the committed samples.
  public static let defaultSeed: UInt64 = 20_251_001

  /// A file by its path below the samples' folder.
  public typealias File = (path: String, bytes: [UInt8])

  /// All files of the samples: description, settings and inbox.
  ///
  /// - Parameter seed: decides every choice.
  /// - Returns: the files in a fixed order, each once.
  public static func files(seed: UInt64 = defaultSeed) -> [File] {
    let offices = Office.all
    let accounts = Registration.accounts(offices, seed: seed)
    var deliveries: [Delivery] = []
    var reports: [Trouble.Report] = []
    for (index, office) in offices.enumerated() {
      let own = accounts.filter { $0.officeCode == office.code }
      var sent = OfficeWriter(office: office, accounts: own, index: index, seed: seed).deliveries()
      var tools = TroubleTools(officeCode: office.code, index: index, seed: seed)
      for trouble in Trouble.all where trouble.officeCode == office.code {
        let names = trouble.apply(&sent, &tools)
        reports.append(Trouble.Report(trouble: trouble, files: names))
      }
      deliveries += sent
    }
    let registered = offices.filter(\.isRegistered).flatMap { office in
      accounts.filter { $0.officeCode == office.code }
    }
    let instagram = Registration.instagram(offices, seed: seed)
    let profiles = Profile.all(offices, seed: seed)
    let others = others(offices, instagram, seed: seed) + Platforms.deliveries(profiles, seed: seed)
    let exports = deliveries.map { ($0.path, $0.exportedAt) } + others.map { ($0.path, $0.exportedAt) }
    return [("README.md", Readme.bytes(reports, seed: seed))]
      + Registration.files(offices, registered + instagram, profiles)
      + [("inbox/manifest.csv", Registration.manifest(exports))]
      + deliveries.map { ("inbox/" + $0.path, $0.bytes) } + others.map { ("inbox/" + $0.path, $0.bytes) }
  }

  /// What offices send beside their Facebook content.
  private static func others(
    _ offices: [Office], _ accounts: [Account], seed: UInt64
  ) -> [OtherDelivery] {
    let posts = accounts.flatMap { account -> [OtherDelivery] in
      guard let office = offices.first(where: { $0.code == account.officeCode }) else { return [] }
      var writer = InstagramWriter(office: office, account: account, regency: accounts[0], seed: seed)
      return writer.deliveries()
    }
    var figures = AccountFigures(seed: seed)
    return posts + figures.deliveries()
  }
}
