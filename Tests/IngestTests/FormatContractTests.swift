import Testing
import Warehouse

@testable import Ingest

/// What every format must satisfy, whatever its platform.
@Suite struct FormatContractTests {
  static let formats = FormatDescriptor.known.map(\.name)

  private func format(_ name: String) throws -> FormatDescriptor {
    try #require(FormatDescriptor.known.first { $0.name == name })
  }

  @Test func `there are formats, each with a name of its own`() {
    #expect(!Self.formats.isEmpty)
    #expect(Set(Self.formats).count == Self.formats.count)
  }

  @Test(arguments: formats)
  func `no header stands for two fields, in any language`(name: String) throws {
    var owner: [String: Field] = [:]
    for spec in try format(name).columns {
      for alias in Set(spec.aliases.values.joined().map(HeaderCell.normalised)) {
        #expect(owner.updateValue(spec.field, forKey: alias) == nil, "\(alias)")
      }
    }
  }

  @Test(arguments: formats)
  func `no field has two columns`(name: String) throws {
    let fields = try format(name).columns.map(\.field)
    #expect(Set(fields).count == fields.count)
  }

  @Test(arguments: formats)
  func `required columns have a header in each language the format has at all`(name: String) throws {
    let format = try format(name)
    let languages = Set(format.columns.flatMap(\.aliases.keys))
    for spec in format.columns where spec.isRequired {
      #expect(Set(spec.aliases.keys) == languages, "\(spec.field)")
    }
  }

  @Test(arguments: formats)
  func `its own header in each language is recognised as it and no other`(name: String) throws {
    let format = try format(name)
    for language in Set(format.columns.flatMap(\.aliases.keys)) {
      let header = format.columns.compactMap { $0.aliases[language]?.first }
      let matching = FormatDescriptor.known.filter { $0.match(header: header) != nil }.map(\.name)
      #expect(matching == [name], "\(language)")
      #expect(format.match(header: header)?.language == language)
    }
  }

  @Test func `an unknown header names the nearest format and what is missing`() {
    #expect(
      throws: UnknownHeader(
        found: ["Post ID", "Page ID", "Permalink", "Post type", "Likes"], nearest: "facebook-content",
        missing: ["Publish time", "Date"])
    ) {
      try FormatDescriptor.recognise(["Post ID", "Page ID", "Permalink", "Post type", "Likes"])
    }
  }

  @Test func `a header is compared without what nobody sees`() {
    #expect(HeaderCell.normalised("\u{FEFF} Post\u{A0}ID ") == "post id")
    #expect(HeaderCell.normalised("Ver\u{AD}öffentlicht") == HeaderCell.normalised("vero\u{308}ffentlicht"))
  }

  @Test func `two languages in one header are one column in two places`() throws {
    let header = [
      "Publicerings-id", "Sid-id", "Publiceringstid", "Permalänk", "Inläggstyp", "Datum", "Visningar",
      "Views",
    ]
    let format = FormatDescriptor.facebookContent
    let match = try #require(format.match(header: header))
    let views = try #require(format.columns.firstIndex { $0.field == .views })
    #expect(match.positions[views] == [6, 7])
    #expect(match.language == .swedish)
  }

  // MARK: Account-level formats

  static let accountFormats = AccountFormat.known.map(\.name)

  @Test func `every format has a name of its own, and there is a listing of each`() {
    let names = Self.formats + Self.accountFormats
    #expect(Set(names).count == names.count)
    #expect(FormatListing.all.map(\.name) == names)
  }

  @Test(arguments: accountFormats)
  func `a title and a header tell one table of one format`(name: String) throws {
    let format = try #require(AccountFormat.known.first { $0.name == name })
    var owner: [String: Int] = [:]
    for (index, table) in format.tables.enumerated() {
      for title in Set(table.titles.values.joined().map(HeaderCell.normalised)) {
        #expect(owner.updateValue(index, forKey: title) == nil, "\(title)")
      }
      if let platform = table.platform { #expect(format.platforms.contains(platform)) }
    }
  }

  @Test(arguments: accountFormats)
  func `its metrics are in the warehouse's list`(name: String) throws {
    let format = try #require(AccountFormat.known.first { $0.name == name })
    let warehouse = try Warehouse.inMemory()
    for metric in format.tables.flatMap(\.values).filter(\.isKept).map(\.metric) {
      #expect(try warehouse.scalar("SELECT count(*) FROM dim_metric WHERE metric = ?", [.text(metric)]) == 1)
    }
  }

  @Test(arguments: AccountFormat.known.filter { $0.layout == .plain }.map(\.name))
  func `a plain header fits one format and no format of posts`(name: String) throws {
    let format = try #require(AccountFormat.known.first { $0.name == name })
    let table = format.tables[0]
    let header =
      [table.keyHeaders[.english]?[0] ?? ""] + table.companions.prefix(1)
      + table.values.compactMap { $0.headers[.english]?[0] }
    let matching = AccountFormat.known.filter {
      $0.layout == .plain && $0.tables.contains { $0.fits(header) }
    }
    #expect(matching.map(\.name) == [name])
    #expect(!FormatDescriptor.known.contains { $0.match(header: header) != nil })
  }
}
