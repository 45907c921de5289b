import Testing

@testable import Warehouse

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Dinkes 🎉👨‍👩‍👧 Wajo", "Dinkes 🎉👨‍👩‍👧 Wajo"),
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"),
    ("a\r\nb\tc\0", "a\\u{D}\\u{A}b\\u{9}c\\u{0}"),
    ("x\u{202E}y\u{9B}z", "x\\u{202E}y\\u{9B}z"),
  ])
  func `shows what would act on a terminal`(text: String, expected: String) {
    #expect(visible(text) == expected)
  }

  @Test func `cuts long text and stacked marks`() {
    #expect(visible(String(repeating: "a", count: 100)).count == 81)
    #expect(visible("a" + String(repeating: "\u{301}", count: 100)).unicodeScalars.count == 12)
  }
}
