import Testing
import Warehouse

@testable import Report

@Suite struct WordingTests {
  /// The blanks of a phrase, in order of the alphabet.
  private func blanks(_ text: String) -> Set<String> {
    Set(text.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) })
  }

  @Test(arguments: Phrase.allCases)
  func `both languages say everything, with the same blanks`(phrase: Phrase) throws {
    let texts = try Language.allCases.map { try #require(Wording.catalogue($0)[phrase]) }
    #expect(texts.allSatisfy { !$0.isEmpty })
    #expect(blanks(texts[0]) == blanks(texts[1]))
  }

  @Test func `a value with braces is not filled again`() {
    let words = Wording(language: .indonesian)
    #expect(words(.filesOf, ["name": "{count}", "count": "2"]) == "{count} (2 berkas)")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1234, "1.234"), (-1234567, "-1.234.567"),
    (Int64.min, "-9.223.372.036.854.775.808"),
  ])
  func `whole numbers have their thousands apart`(number: Int64, text: String) {
    #expect(Wording(language: .indonesian).count(number) == text)
  }

  @Test(arguments: [
    (0.041, "4,1"), (0.0412, "4,1"), (0.04151, "4,2"), (0.0042, "0,42"), (0, "0,0"), (0.00995, "1,0"),
    (1.5, "150,0"),
    (12.3456, "1.234,6"), (-0.0401, "-4,0"), (Double.nan, "–"), (Double.infinity, "–"),
  ])
  func `percentages have a decimal comma`(share: Double, text: String) {
    #expect(Wording(language: .indonesian).percent(share) == text)
  }

  @Test func `what is not known is a dash`() {
    let words = Wording(language: .english)
    #expect(words.count(nil as Int64?) == "–")
    #expect(words.percent(nil) == "–")
    #expect(words.count(1234567) == "1,234,567")
    #expect(words.percent(0.0415, places: 2) == "4.15")
  }

  @Test(arguments: [
    ("2025-10-31T15:59:00Z", "31 Oktober 2025"), ("2025-10-31T16:00:00Z", "1 November 2025"),
    ("2025-12-31T23:00:00Z", "1 Januari 2026"),
  ])
  func `instants are days in WITA`(instant: String, day: String) {
    #expect(Wording(language: .indonesian).day(instant: instant) == day)
  }

  @Test func `counts change by their percentage, rates by percentage points`() {
    let words = Wording(language: .indonesian)
    #expect(words.change(14_600, 12_400) == "naik 18 persen (dari 12.400 menjadi 14.600)")
    #expect(words.change(80, 100) == "turun 20 persen (dari 100 menjadi 80)")
    #expect(words.change(104, 100) == "relatif sama (dari 100 menjadi 104; selisih di bawah 5 persen)")
    #expect(words.change(105, 100) == "naik 5 persen (dari 100 menjadi 105)")
    #expect(words.change(3, 0) == "3; bulan lalu 0, sehingga persentase perubahan tidak dihitung")
    #expect(
      words.change(rate: 0.038, 0.032) == "3,8 persen, 0,6 poin persentase di atas bulan lalu (3,2 persen)")
    #expect(words.change(rate: 0.0321, 0.0319) == "3,2 persen, sama dengan bulan lalu")
  }
}
