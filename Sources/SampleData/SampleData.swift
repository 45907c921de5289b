/// Fictitious exports of a regency's Facebook pages, the same bytes for the same seed on every machine.
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
    return [("README.md", Readme.bytes(reports, seed: seed))]
      + Registration.files(offices, registered)
      + [("inbox/manifest.csv", Registration.manifest(deliveries.map { ($0.path, $0.exportedAt) }))]
      + deliveries.map { ("inbox/" + $0.path, $0.bytes) }
  }
}
