import Foundation
import Testing
import Warehouse

@testable import Report

@Suite struct HTMLTests {
  @Test func `text is text, whatever it holds`() {
    #expect(
      HTML.text("<script>alert('1')</script> & \"x\"")
        == "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;")
    for hidden in ["\u{1B}[31m", "\u{202E}", "\u{200F}", "\u{0}", "\u{2028}"] {
      #expect(
        !HTML.text("a\(hidden)b").unicodeScalars.contains {
          hidden.unicodeScalars.contains($0) && $0 != "[" && !$0.properties.isAlphabetic
            && !("0"..."9").contains($0)
        })
    }
  }

  @Test(arguments: [
    "https://a.b/c", "https://facebook.com.jahat.id/x", "https://jahatfacebook.com/x",
    "https://facebook.com@a.b/c",
    "https://facebook.com", "http://www.facebook.com/x", "javascript:alert(1)", "data:text/html,x",
    " https://a.b", "vbscript:x", "//a.b", "file:///etc/passwd",
    "",
  ])
  func `only addresses of the platforms become links`(address: String) {
    #expect(!HTML.link(address).contains("<a "))
  }

  @Test func `an address cannot leave its attribute`() {
    #expect(
      HTML.link("https://x.com/\"onclick=x'<")
        == "<a href=\"https://x.com/&quot;onclick=x&#39;&lt;\" rel=\"noopener noreferrer\">https://x.com/&quot;onclick=x&#39;&lt;</a>"
    )
  }

  @Test(arguments: [
    ([83.0, 137], [80.0, 90, 100, 110, 120, 130, 140]),
    ([0.0, 255_143], [0.0, 50_000, 100_000, 150_000, 200_000, 250_000, 300_000]),
    ([100.0], [100.0, 100.2]), ([], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ([.nan, .infinity, 5, 6], [5.0, 5.2, 5.4, 5.6, 5.8, 6.0]),
  ])
  func `axes go from round figure to round figure`(values: [Double], ticks: [Double]) {
    let axis = Axis(values, start: 10, length: 100)
    #expect(axis.ticks.count == ticks.count)
    for (found, wanted) in zip(axis.ticks, ticks) { #expect(abs(found - wanted) < 1e-9) }
    #expect(axis.place(axis.low) == 10 && axis.place(axis.high) == 110)
    #expect(axis.place(-1e300) == 10 && axis.place(1e300) == 110)
  }

  /// The colours of a block of the style sheet, by name.
  private func colours(_ start: String) throws -> [String: String] {
    let begin = try #require(HTML.style.range(of: start))
    let block = HTML.style[begin.upperBound...].prefix { $0 != "}" }
    let pairs = block.split(whereSeparator: { $0 == ";" || $0.isNewline }).compactMap {
      part -> (String, String)? in
      let words = part.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      return words.count == 2 && words[0].hasPrefix("--") ? (words[0], words[1]) : nil
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// WCAG 2: the lighter's luminance over the darker's, each with 0.05 added.
  private func contrast(_ one: String, _ other: String) -> Double {
    let lights = [one, other].map { colour -> Double in
      let digits = colour.dropFirst().map(String.init)
      let pairs =
        digits.count == 3
        ? digits.map { $0 + $0 } : stride(from: 0, to: 6, by: 2).map { digits[$0] + digits[$0 + 1] }
      let parts = pairs.map { pair -> Double in
        let value = Double(Int(pair, radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test(arguments: [":root{color-scheme:light dark;", "dark){:root{", ":root{color-scheme:light;"])
  func `contrast is enough by day, by night and on paper`(start: String) throws {
    let colours = try colours(start)
    let paper = try #require(colours["--paper"])
    for name in ["--ink", "--soft", "--above", "--around", "--below", "--accent"] {
      #expect(contrast(try #require(colours[name]), paper) >= 4.5, "\(name) in \(start)")
    }
    for name in ["--full", "--part", "--none"] {
      #expect(
        contrast(try #require(colours["--ink"]), try #require(colours[name])) >= 4.5, "\(name) in \(start)")
    }
  }

  @Test func `a page says the same as lines and as HTML`() {
    var page = Page()
    page.heading(.summary, "JUDUL <b>")
    page.item("satu & dua")
    page.link("https://a.b/c")
    page.item("tiga")
    var table = TextTable([.init(title: "Nama", width: 8, isNumber: false), .init(title: "Nilai", width: 6)])
    table.addGroup("Kelompok")
    table.add(["a<b", "1"])
    page.add(table)
    let html = page.html(prefix: "x")
    #expect(
      html.hasPrefix(
        "<section aria-labelledby=\"x1\">\n<h2 id=\"x1\">1. JUDUL &lt;b&gt;</h2>\n<ul>\n<li>satu &amp; dua</li>"
      ))
    #expect(html.contains("<li>tiga</li>\n</ul>\n<div class=\"scroll\""))
    #expect(html.contains("<td>a&lt;b</td><td class=\"n\">1</td>"))
    #expect(html.hasSuffix("</section>\n"))
    #expect(
      page.text.contains("1. JUDUL <b>\n") && page.text.contains("- satu & dua\n  https://a.b/c\n- tiga\n"))
  }
}
