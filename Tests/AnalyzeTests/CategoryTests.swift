import Foundation
import Testing
import Warehouse

@testable import Analyze

/// The engine on rules and texts whose outcome is worked out by hand.
@Suite struct CategoryTests {
  static func row(
    _ kind: String, _ category: String, _ family: String, _ weight: Double?, _ pattern: String
  ) -> CategoryRow {
    .init(line: 2, category: category, family: family, weight: weight, pattern: pattern, kind: kind)
  }

  private static let rules = [
    row("setelan", "", "ambang", 1, ""), row("setelan", "", "pangkat", 0, ""),
    row("setelan", "", "awal_faktor", 1, ""), row("setelan", "", "margin", 0.5, ""),
    row("pola", "layanan", "loket", 2, "loket | jam <jam>"), row("pola", "kegiatan", "rapat", 3, "rapat*"),
    row("pola", "positif", "juara", 4, "raih .. juara"), row("pola", "edukasi", "ayo", 2, "^ayo"),
    row("pola", "none", "ucapan", 5, "selamat hari"), row("bobot", "layanan", "bersama", 1.5, ""),
    row("bobot", "kegiatan", "bersama", -1, ""), row("pola", "", "bersama", nil, "syarat"),
    row("kelas", "", "hari", nil, "senin | sel*"), row("pola", "kegiatan", "jadwal", 2, "<hari> malam"),
    row("tagar", "edukasi", "", nil, "#EdukasiMasyarakat"),
    row("label", "layanan", "", nil, "Layanan Publik"),
    row("acara", "", "", nil, "#festival*"), row("pola", "serta-merta", "banjir", 2, "banjir"),
  ]

  private func decide(_ text: String, label: String? = nil, masks: [String] = []) throws -> CategoryDecision {
    var scratch = CategoryEngine.Scratch()
    return try CategoryEngine(CategoryRules(Self.rules), masks: masks).decide(
      text, label: label, &scratch)
  }

  @Test(
    arguments: [
      ("Loket dibuka", "layanan", 2.0, 1.0), ("Loketnya pindah", "layanan", 2, 1),
      ("jam 08.00 tiba", "layanan", 2, 1), ("jam 28.00 tiba", "none", 1, 1),
      ("𝗥𝗔𝗣𝗔𝗧𝗡𝗬𝗔 selesai", "kegiatan", 3, 2), ("raih lima kali lagi juara", "positif", 4, 3),
      ("raih satu dua tiga empat lima juara", "none", 1, 1), ("mari, ayo", "none", 1, 1),
      ("🙏 Ayo!", "edukasi", 2, 1), ("Selamat hari rapat", "none", 6, 3), ("syarat", "layanan", 1.5, 0.5),
      ("selasa malam", "kegiatan", 2, 1), ("selasa 🌙 malam", "none", 1, 1), ("", "none", 1, 1),
    ])
  func `scores are what the rules add up to`(
    text: String, category: String, score: Double, margin: Double
  ) throws {
    let decision = try decide(text)
    #expect(decision.category == category && decision.method == .rule)
    #expect(decision.score == score && decision.margin == margin)
  }

  @Test func `a label wins over a hashtag, a hashtag over patterns`() throws {
    let text = "rapat #edukasimasyarakat"
    #expect(try decide(text).category == "edukasi" && decide(text).method == .hashtag)
    #expect(try decide(text, label: "LAYANAN PUBLIK").category == "layanan")
    #expect(try decide(text, label: "lain").method == .hashtag)
  }

  @Test func `names of offices are no evidence`() throws {
    #expect(try decide("Loket Rapat Bersama").category == "kegiatan")
    #expect(try decide("Loket Rapat Bersama", masks: ["Loket Rapat"]).category == "none")
  }

  @Test func `a small margin or no evidence asks for a look`() throws {
    #expect(try decide("syarat rapat loket").needsLook == false)
    #expect(try decide("mengapa begitu").needsLook)
    #expect(try !decide("").needsLook)
  }

  @Test func `events, accounts and the second axis`() throws {
    let decision = try decide("Banjir! @dinkes.wajo. #FestivalDanau #lain")
    #expect(decision.eventTags == 1 && decision.accounts == ["dinkes.wajo"])
    #expect(decision.information == "serta-merta")
    #expect(try decide("Loket A!").textKey == decide("loket a 🙏").textKey)
    #expect(try decide("🙏").textKey == nil)
  }

  @Test(
    arguments: [
      row("pola", "lain", "x", 1, "kata"), row("pola", "layanan", "x", nil, "kata"),
      row("pola", "layanan", "x", 1, ".. kata"), row("pola", "layanan", "x", 1, "ab*"),
      row("pola", "layanan", "x", 1, "<tiada>"), row("apa", "layanan", "x", 1, "kata"),
      row("setelan", "", "lain", 1, ""), row("sasaran", "layanan", "", 2, ""),
    ])
  func `rules that make no sense are refused with their line`(row: CategoryRow) {
    #expect { try CategoryRules([row]) } throws: { ($0 as? CategoryRules.Fault)?.line == 2 }
  }
}
