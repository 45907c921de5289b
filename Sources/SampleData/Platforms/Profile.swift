/// An account on X: what the register says of it.
struct Profile {
  let office: Office
  let platform: String
  /// Empty where the platform's files never show one.
  let id: String
  let handle: String
  let name: String

  /// Its line in `akun.csv`.
  var cells: [String] { [office.code, platform, id, handle, name, "", ""] }
}

extension Profile {
  /// The accounts of the offices that have one.
  static func all(_ offices: [Office], seed: UInt64) -> [Profile] {
    x(offices)
  }

  /// Handles on X have at most fifteen characters, so they cannot follow the offices' codes.
  private static func x(_ offices: [Office]) -> [Profile] {
    named(
      [
        ("PEMKAB", "contohwajo"), ("DISDUKCAPIL", "contohdukcapil"), ("DINKES", "contohdinkes"),
        ("SATPOLPP", "contohsatpol"), ("BPBD", "contohbpbd"), ("DISHUB", "contohdishub"),
        ("DISKOMINFOTIK", "contohkominfo"), ("BKPSDM", "contohbkpsdm"),
      ], in: offices
    ).map { office, handle in
      Profile(office: office, platform: "x", id: "", handle: handle, name: name(of: office))
    }
  }

  private static func named(
    _ list: [(code: String, handle: String)], in offices: [Office]
  ) -> [(Office, String)] {
    list.compactMap { entry in offices.first { $0.code == entry.code }.map { ($0, entry.handle) } }
  }

  private static func name(of office: Office) -> String { "Contoh \(office.shortName) Wajo" }
}

extension SplitMix64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)

  /// Letters and digits; of all 64 also dash and underscore.
  mutating func letters(_ length: Int, of choice: Int = 62) -> String {
    String(decoding: (0..<length).map { _ in Self.letters[below(choice)] }, as: UTF8.self)
  }
}
