/// An account on X, YouTube or TikTok: what the register says of it.
struct Profile {
  let office: Office
  let platform: String
  /// Empty where the platform's files never show one.
  let id: String
  /// Empty for channels, which go by their names.
  let handle: String
  let name: String

  /// Its line in `akun.csv`.
  var cells: [String] { [office.code, platform, id, handle, name, "", ""] }
}

extension Profile {
  /// The three platforms' accounts of the offices that have one.
  static func all(_ offices: [Office], seed: UInt64) -> [Profile] {
    x(offices) + youtube(offices, seed: seed) + tiktok(offices)
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

  private static func youtube(_ offices: [Office], seed: UInt64) -> [Profile] {
    var random = SplitMix64(seed: seed, stream: "youtube channels")
    return named(
      [
        ("PEMKAB", ""), ("RSUDL", ""), ("DINKES", ""), ("DISDIKBUD", ""), ("DISKOMINFOTIK", ""),
        ("PORAPAR", ""),
      ],
      in: offices
    ).map { office, _ in
      Profile(
        office: office, platform: "youtube", id: "UC" + random.key(22), handle: "", name: name(of: office))
    }
  }

  private static func tiktok(_ offices: [Office]) -> [Profile] {
    named(
      [
        ("PEMKAB", "contoh.pemkab.wajo"), ("DINKES", "contoh.dinkes.wajo"),
        ("DISDIKBUD", "contoh.disdikbud.wajo"),
        ("SATPOLPP", "contoh.damkar.wajo"), ("DISKOMINFOTIK", "contoh.kominfo.wajo"),
        ("PORAPAR", "contoh.porapar.wajo"),
      ], in: offices
    ).map { office, handle in
      Profile(office: office, platform: "tiktok", id: "", handle: handle, name: name(of: office))
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

  /// Letters as in the platforms' keys; the first and the last are neither dash nor underscore, so that no key looks
  /// like a formula unless it is meant to.
  mutating func key(_ length: Int) -> String { letters(1) + letters(length - 2, of: 64) + letters(1) }

  /// Letters and digits; of all 64 also dash and underscore.
  mutating func letters(_ length: Int, of choice: Int = 62) -> String {
    String(decoding: (0..<length).map { _ in Self.letters[below(choice)] }, as: UTF8.self)
  }
}
