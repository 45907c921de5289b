import Testing
import Warehouse

@testable import Report

@Suite struct LayoutTests {
  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("貼文", 4), ("👍", 2), ("👩‍🚒", 2), ("☎️", 2), ("", 0)])
  func `a character takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `paragraphs break at blanks and inside words longer than a line`() {
    var page = Page()
    page.item(String(repeating: "kata ", count: 40) + String(repeating: "x", count: 250))
    #expect(page.lines.allSatisfy { displayWidth($0) <= Page.width })
    #expect(page.lines.count == 6)
    #expect(page.lines[0].hasPrefix("- kata"))
    #expect(page.lines[1].hasPrefix("  kata"))
    #expect(page.lines.joined().filter { $0 == "x" }.count == 250)
  }

  @Test func `a table keeps its columns, long and wide names included`() {
    var table = TextTable([
      .init(title: "Nama", width: 8, isNumber: false), .init(title: "Nilai", width: 6),
    ])
    table.add(["貼文編號貼文", "1"])
    table.add(["Dinas Kesehatan", "12"])
    #expect(table.lines == ["Nama      Nilai", "-------- ------", "貼文編…       1", "Dinas K…     12"])
  }

  @Test(arguments: [
    "=1+1", "+62", "-1", "@x", "\t=1", "\r", "\0", " =1", "\u{200B}=1", "＝1", "\u{FEFF}+1", "\n-",
  ])
  func `a cell that a spreadsheet would run is disarmed`(text: String) {
    var table = CSVText(["a"])
    table.add([.text(text)])
    #expect(table.text == "a\n\"'\(visible(text))\"\n")
  }

  @Test func `text is quoted, numbers are bare, unknown is empty`() {
    var table = CSVText(["a", "b", "c", "d", "e"])
    table.add([.text("kata \"x\", y"), .integer(-5), .real(0.1), .null, .text("")])
    #expect(table.text == "a,b,c,d,e\n\"kata \"\"x\"\", y\",-5,0.1,,\"\"\n")
  }
}
