import Foundation
import Testing

/// The pages of the samples' month: sizes, structure, and that nothing is fetched or run; in a real browser where one is.
@Suite struct PagesTests {
  private static let desk: Desk? = {
    guard let desk = try? Desk() else { return nil }
    _ = try? Program.medsos("run", Program.checkout + "/samples/inbox", "--month", "2025-10", in: desk.path)
    return desk
  }()

  private func folder() throws -> String { try #require(Self.desk).path + "/laporan/2025-10" }

  private func page(_ name: String) throws -> String {
    try String(contentsOfFile: try folder() + "/" + name, encoding: .utf8)
  }

  static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test func `the printed report fits two pages`() throws {
    let lines = try page("laporan.txt").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 2 * 84)
  }

  @Test func `each office has its page, of one sheet`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: try folder() + "/rapor")
    #expect(names.count == 84)
    for name in names where name.hasSuffix(".txt") {
      let lines = try page("rapor/" + name).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 84, "\(name)")
      #expect(lines.allSatisfy { $0.count <= 100 }, "\(name)")
    }
  }

  @Test(arguments: ["laporan.html", "rapor/DINKES.html", "rapor/SETWAN.html"])
  func `a page stands alone and is built as a reader of the screen needs it`(name: String) throws {
    let html = try page(name)
    #expect(html.utf8.count < 1_500_000)
    #expect(html.contains("<html lang=\"id\">") && html.contains("default-src 'none'"))
    for word in [
      "<script", "<img", "<iframe", "<object", "<link rel=\"stylesheet", "@import", "url(", "onclick",
      "onload",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.components(separatedBy: "<h1>").count - 1 >= 1)
    #expect(html.components(separatedBy: "<main").count == 2)
    // Every picture has a name, every section its heading, and no id stands twice.
    let pictures = html.components(separatedBy: "<svg ").dropFirst()
    #expect(pictures.allSatisfy { $0.prefix(200).contains("role=\"img\" aria-labelledby=") })
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(Set(ids).count == ids.count)
    for label in html.components(separatedBy: "aria-labelledby=\"").dropFirst() {
      #expect(ids.contains(String(label.prefix { $0 != "\"" })))
    }
    // Tags that open also close.
    for tag in ["section", "table", "tr", "ul", "li", "svg", "g", "figure", "div", "td", "th", "p", "main"] {
      let opened =
        html.components(separatedBy: "<\(tag)>").count + html.components(separatedBy: "<\(tag) ").count - 2
      #expect(opened == html.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
    }
  }

  @Test(
    .enabled(if: chromium != nil, "NO CHROMIUM ON THIS MACHINE: the pages were not opened in a browser"),
    arguments: [
      ("laporan.html", 2), ("rapor/DINKES.html", 1),
    ])
  func `a browser shows the page without complaint or request, and prints it as promised`(
    name: String, sheets: Int
  ) throws {
    let desk = try Desk()
    // Without the annex, to count the sheets of the two pages.
    var html = try page(name)
    if let annex = html.range(of: "<div class=\"annex\">"), let end = html.range(of: "</div>\n</main>") {
      html.removeSubrange(annex.lowerBound..<end.upperBound)
      html += "</main>"
    }
    try desk.write("page.html", html)
    let browser = try #require(Self.chromium)
    let address = "file://" + desk.path + "/page.html"
    let common = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
      "--user-data-dir=" + desk.path + "/profile", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--no-pdf-header-footer",
    ]
    let printed = try Program.run(browser, common + ["--print-to-pdf=page.pdf", address], in: desk.path)
    #expect(printed.code == 0)
    #expect(!printed.errors.contains("CONSOLE"), "\(printed.errors)")
    let pdf = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: desk.path + "/page.pdf")), as: UTF8.self)
    let count = pdf.components(separatedBy: "/Type /Page\n").count - 1
    #expect(count == sheets, "\(count) sheets")
    for (width, height) in [(500, 900), (1280, 900)] {
      let shot = try Program.run(
        browser,
        common + [
          "--window-size=\(width),\(height)", "--screenshot=page.png", "--log-net-log=net.json", address,
        ],
        in: desk.path)
      #expect(shot.code == 0)
      let picture = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/page.png"))
      #expect(picture.count > 20_000)
      // What the page itself asks for; the browser's own start may ask for more.
      let net = try desk.read("net.json")
      #expect(!net.contains("facebook.com") && !net.contains("contoh"))
    }
  }
}
