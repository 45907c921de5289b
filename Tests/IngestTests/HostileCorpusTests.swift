import Foundation
import Testing
import Warehouse

@testable import Ingest

/// Exports that were damaged, drawn anew each day: every figure that is in the facts is the true one of its post, and what is
/// not there is accounted for.
@Suite struct HostileCorpusTests {
  /// SplitMix64, so that a day's files can be made again.
  struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
    mutating func pick<Element>(_ values: [Element]) -> Element { values[roll(values.count)] }
  }

  /// A post as it truly is.
  struct Post {
    var id: String
    var caption: String
    var figures: [Int]
  }

  /// A file on its way to the inbox: cells, and how they are written.
  struct Sheet {
    var header = [
      "Post ID", "Page ID", "Page name", "Title", "Publish time", "Permalink", "Post type", "Date", "Views",
      "Reach",
      "Reactions, Comments and Shares", "Reactions", "Comments", "Shares",
    ]
    var rows: [[String]] = []
    var delimiter = ","
    var lineEnd = "\n"
    var quotesAll = false
    var mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var before = ""
    var after = ""

    var text: String {
      let lines = ([header] + rows).map { $0.map(quoted).joined(separator: delimiter) }
      return before + lines.joined(separator: lineEnd) + lineEnd + after
    }

    var bytes: [UInt8] { mark + Array(text.utf8) }

    private func quoted(_ cell: String) -> String {
      let needs = quotesAll || cell.contains { "\",;\t\n\r".contains($0) } || cell.contains(delimiter)
      return needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// Every column by its place, in another order.
    mutating func shuffle(_ dice: inout Dice) {
      var order = Array(header.indices)
      for place in order.indices.reversed() { order.swapAt(place, dice.roll(place + 1)) }
      header = order.map { header[$0] }
      rows = rows.map { row in order.map { row[$0] } }
    }
  }

  /// What must become of a file.
  enum Fate {
    /// Everything is loaded.
    case whole
    /// Everything but the rows of these numbers.
    case without(Set<Int>)
    /// Everything; of the row of this number no figure, and that is said.
    case unknown(Int)
    /// Nothing, with a reason.
    case refused
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let make: @Sendable (inout Sheet, inout Dice) -> (bytes: [UInt8], fate: Fate)
    var testDescription: String { name }
  }

  private static func posts(_ dice: inout Dice) -> [Post] {
    let captions = [
      "Halo, \"Wajo\"", "baris satu\nbaris dua", "", "titik; koma\tdan tab", "emoji 🇮🇩👍🏽", "=1+1", "  spasi  ",
      "'kutip'",
      String(repeating: "panjang ", count: 400), "𝗧𝗲𝗸𝘀 tebal", "tanda \\ miring",
    ]
    return (1...(5 + dice.roll(20))).map { number in
      let (likes, comments, shares) = (dice.roll(5000), dice.roll(90), dice.roll(60))
      let reach = 1 + dice.roll(2_000_000)
      return Post(
        id: "1221000\(10_000_000 + number * 37 + dice.roll(30))", caption: dice.pick(captions),
        figures: [reach + dice.roll(999), reach, likes, comments, shares])
    }
  }

  private static func sheet(_ posts: [Post]) -> Sheet {
    var sheet = Sheet()
    sheet.rows = posts.enumerated().map { number, post in
      [
        post.id, "615500000000001", "Contoh Dinkes", post.caption, "10/\(padded(number % 28 + 1))/2025 03:07",
        "https://www.facebook.com/contoh.dinkes/posts/pfbid\(post.id)", "Photos", "Lifetime",
        "\(post.figures[0])",
        "\(post.figures[1])", "\(post.figures[2] + post.figures[3] + post.figures[4])", "\(post.figures[2])",
        "\(post.figures[3])", "\(post.figures[4])",
      ]
    }
    return sheet
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func plain(
    _ name: String, _ change: @escaping @Sendable (inout Sheet, inout Dice) -> Void
  ) -> Case {
    Case(name: name) { sheet, dice in
      change(&sheet, &dice)
      return (sheet.bytes, .whole)
    }
  }

  /// One cell of a row is spoilt: the row is rejected, the others stand.
  private static func spoilt(_ name: String, _ column: String, _ values: [String]) -> Case {
    Case(name: name) { sheet, dice in
      let row = dice.roll(sheet.rows.count)
      guard let place = sheet.header.firstIndex(of: column) else { return (sheet.bytes, .whole) }
      sheet.rows[row][place] = dice.pick(values)
      return (sheet.bytes, .without([row]))
    }
  }

  private static func refused(
    _ name: String, _ bytes: @escaping @Sendable (Sheet, inout Dice) -> [UInt8]
  ) -> Case {
    Case(name: name) { sheet, dice in (bytes(sheet, &dice), .refused) }
  }

  static let cases: [Case] = [
    plain("as it comes") { _, _ in },
    plain("no mark") { sheet, _ in sheet.mark = [] },
    plain("carriage returns") { sheet, _ in sheet.lineEnd = "\r\n" },
    plain("semicolons") { sheet, _ in sheet.delimiter = ";" },
    plain("tabs") { sheet, _ in sheet.delimiter = "\t" },
    plain("everything quoted") { sheet, _ in sheet.quotesAll = true },
    plain("columns in another order") { sheet, dice in sheet.shuffle(&dice) },
    plain("more columns than known") { sheet, dice in
      sheet.header += ["Kolom \(dice.roll(9))", "Other"]
      sheet.rows = sheet.rows.map { $0 + ["x,\"y\"", "12"] }
    },
    plain("header in capitals") { sheet, _ in sheet.header = sheet.header.map { $0.uppercased() } },
    plain("blanks around the header") { sheet, _ in sheet.header = sheet.header.map { " \($0) " } },
    plain("empty lines at the end") { sheet, dice in
      sheet.after = String(repeating: "\n", count: 1 + dice.roll(5))
    },
    plain("a hint of the separator") { sheet, _ in (sheet.before, sheet.delimiter) = ("sep=;\n", ";") },
    plain("a line above the header") { sheet, _ in sheet.before = "Diunduh oleh admin\n" },
    Case(name: "UTF-16, little end first") { sheet, _ in
      ([0xFF, 0xFE] + sheet.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .whole)
    },
    Case(name: "UTF-16, big end first") { sheet, _ in
      ([0xFE, 0xFF] + sheet.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, .whole)
    },
    Case(name: "a row twice") { sheet, dice in
      sheet.rows.append(sheet.rows[dice.roll(sheet.rows.count)])
      return (sheet.bytes, .whole)
    },
    Case(name: "no line end at the end") { sheet, _ in (Array(sheet.bytes.dropLast()), .whole) },
    spoilt("reach is no number", "Reach", ["12x", "1,2 rb", "1e5x", "--", "٣٤", "1 2", "12%", "0x10", "½"]),
    spoilt("likes are no number", "Reactions", ["banyak", "12x", "1.2.3", "∞", "9999999999999999999999"]),
    spoilt("shares are no number", "Shares", ["NaN?", "12x", "-", "1/2"]),
    spoilt("the id is damaged", "Post ID", ["122100000000XXX", "", "-5", "12 21"]),
    spoilt(
      "the time is none", "Publish time", ["32/13/2025 03:07", "kemarin", "10/07/2025 25:61", "2025-13-45"]),
    Case(name: "a row cut short") { sheet, dice in
      // Meta's own rows may be shorter than the header: the post is there, its figures are not known, and it is said.
      let row = dice.roll(sheet.rows.count)
      sheet.rows[row] = Array(sheet.rows[row].prefix(6 + dice.roll(2)))
      return (sheet.bytes, .unknown(row))
    },
    Case(name: "the same post with other figures") { sheet, dice in
      let row = dice.roll(sheet.rows.count)
      var other = sheet.rows[row]
      other[9] = "\((Int(other[9]) ?? 0) + 1 + dice.roll(99))"
      sheet.rows.append(other)
      return (sheet.bytes, .without([row]))
    },
    Case(name: "a NUL in a figure") { sheet, dice in
      let row = dice.roll(sheet.rows.count)
      sheet.rows[row][11] = "1\u{0}2"
      return (sheet.bytes, .without([row]))
    },
    Case(name: "a page that nobody registered") { sheet, dice in
      let row = dice.roll(sheet.rows.count)
      (sheet.rows[row][1], sheet.rows[row][2]) = ("615599999999999", "Halaman Lain")
      sheet.rows[row][5] = "https://www.facebook.com/halaman.lain/posts/pfbid9"
      return (sheet.bytes, .without([row]))
    },
    refused("no id column") { sheet, _ in
      var sheet = sheet
      sheet.header[0] = "Nomor"
      return sheet.bytes
    },
    refused("an id that a spreadsheet made a number") { sheet, dice in
      var sheet = sheet
      sheet.rows[dice.roll(sheet.rows.count)][0] = dice.pick(["1.22E+14", "1,22E+14"])
      return sheet.bytes
    },
    refused("a column twice") { sheet, _ in
      var sheet = sheet
      sheet.header += ["Reach"]
      sheet.rows = sheet.rows.map { $0 + ["1"] }
      return sheet.bytes
    },
    refused("no header") { sheet, _ in
      Array(sheet.text.split(separator: "\n").dropFirst().joined(separator: "\n").utf8)
    },
    refused("nothing") { _, _ in [] },
    refused("blanks") { _, dice in
      [UInt8](repeating: dice.pick([0x20, 0x0A, 0x09]), count: 1 + dice.roll(2000))
    },
    refused("a picture") { _, dice in
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<500).map { _ in UInt8(dice.roll(256)) }
    },
    refused("a document") { _, dice in Array("%PDF-1.7\n".utf8) + (0..<500).map { _ in UInt8(dice.roll(256)) }
    },
    refused("noise") { _, dice in (0..<(50 + dice.roll(3000))).map { _ in UInt8(dice.roll(256)) } },
    refused("zeros") { _, dice in [UInt8](repeating: 0, count: 10 + dice.roll(5000)) },
    refused("a page of the web") { _, _ in Array("<!doctype html><html><body>Masuk</body></html>".utf8) },
    refused("JSON") { sheet, _ in Array("[{\"Post ID\": \"\(sheet.rows[0][0])\", \"Reach\": 5}]".utf8) },
    refused("an archive that is none") { _, dice in
      Array("PK\u{3}\u{4}".utf8) + (0..<300).map { _ in UInt8(dice.roll(256)) }
    },
    refused("a compressed file") { _, dice in
      [0x1F, 0x8B, 8, 0] + (0..<200).map { _ in UInt8(dice.roll(256)) }
    },
    refused("an old workbook") { _, _ in
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    },
  ]

  /// New files each day; `MEDSOS_SEED` makes a day's again.
  static let seed =
    ProcessInfo.processInfo.environment["MEDSOS_SEED"].flatMap { UInt64($0) }
    ?? UInt64(Date().timeIntervalSince1970 / 86_400)

  @Test(arguments: cases)
  func `figures are true or not there, and nothing is lost`(hostile: Case) throws {
    let draws = ProcessInfo.processInfo.environment["MEDSOS_LONG"] == nil ? 6 : 30
    for draw in 0..<draws {
      var dice = Dice(state: Self.seed &* 1_000 &+ UInt64(draw))
      let posts = Self.posts(&dice)
      var sheet = Self.sheet(posts)
      let (bytes, fate) = hostile.make(&sheet, &dice)
      let office = try Office()
      try office.send(bytes: bytes, as: "DINKES/facebook/Sep-30-2025_Oct-31-2025_1000000000000001.csv")
      let report = try #require(try office.ingest().first)
      let place = "seed \(Self.seed), draw \(draw): \(report)"
      #expect(
        report.records == report.loaded + report.rejected + report.quarantined + report.skipped, "\(place)")
      let found = try office.warehouse.rows(
        """
        SELECT native_id, views, reach, likes, comments, shares, COALESCE(caption, '') FROM fact_post_snapshot
        JOIN dim_post USING (post_key)
        """)
      for row in found {
        let post = try #require(posts.first { .text($0.id) == row[0] }, "\(place)")
        if case .unknown(let number) = fate, posts[number].id == post.id {
          #expect(row[1...5].allSatisfy { $0 == .null } && !report.warnings.isEmpty, "\(place)")
          continue
        }
        #expect(row[1...5].map(\.self) == post.figures.map { .integer(Int64($0)) }, "\(post) \(place)")
      }
      let expected: Set<Int> =
        switch fate {
        case .whole, .unknown: Set(posts.indices)
        case .without(let rows): Set(posts.indices).subtracting(rows)
        case .refused: []
        }
      let loaded = Set(posts.indices.filter { index in found.contains { $0[0] == .text(posts[index].id) } })
      #expect(loaded == expected, "\(place)")
      if loaded.count < posts.count {
        #expect(
          report.status == .refused || report.rejected + report.quarantined + report.skipped > 0, "\(place)")
      }
      print("reliability file \(report.status == .refused ? "refused" : "loaded") \(loaded == expected)")
      if case .refused = fate {
        #expect(report.status == .refused && !(report.message ?? "").isEmpty, "\(place)")
      }
    }
  }
}
