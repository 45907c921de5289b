import Foundation
import Testing

/// Names and captions made to harm whoever reads a report: they come out as text, everywhere.
@Suite struct HostileReportTests {
  private static let poison =
    "=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script><img src=x onerror=alert(1)>\u{1B}[31m\u{202E}\u{200F}'--"

  @Test func `no report, page, table or message lets them through`() throws {
    let desk = try Desk()
    try desk.prepare()
    try desk.write(
      "config/opd.csv",
      "kode,nama,singkatan,kelompok\nDINKES,\"\(Self.poison)\",\"\(Self.poison)\",\"\(Self.poison)\"\nDISHUB,B,B,B\nX3,C,C,C\n"
    )
    try desk.write(
      "config/akun.csv",
      "kode_opd,platform,id\nDINKES,facebook,615500000000001\nDISHUB,facebook,615500000000002\nX3,facebook,615500000000003\n"
    )
    let rows = (1...9).map { number in
      Desk.row(number).replacing(
        "61550000000000\(number < 7 ? 1 : 2)", with: "61550000000000\((number - 1) / 3 + 1)"
      )
      .replacing("Halo, \"\"Wajo\"\" \(number)", with: "\(Self.poison) \(number)")
    }
    try desk.write("inbox/" + Desk.good, Desk.header + rows.joined())
    try desk.write("inbox/" + Desk.bad, "\(Self.poison),b\n1,2\n")
    let run = try Program.medsos("run", "inbox", "--month", "2025-10", in: desk.path)
    var texts = [("terminal", run.output), ("errors", run.errors)]
    for name in try FileManager.default.subpathsOfDirectory(atPath: desk.path + "/laporan/2025-10")
    where name.contains(".") {
      texts.append((name, try desk.read("laporan/2025-10/" + name)))
    }
    for words in [
      ["rejects"], ["status", "--month", "2025-10"], ["sql", "SELECT caption FROM dim_post"],
      ["explain", "DINKES", "--month", "2025-10"],
    ] {
      texts.append((words[0], try Program.run(Program.path, words, in: desk.path).output))
    }
    #expect(texts.count > 20)
    #expect(texts.contains { $0.0.hasSuffix(".html") && $0.1.contains("&lt;script&gt;alert(1)") })
    for (name, text) in texts {
      #expect(!text.unicodeScalars.contains { [0x1B, 0x202E, 0x200F, 0].contains($0.value) }, "\(name)")
      if name.hasSuffix(".html") {
        #expect(!text.contains("<script") && !text.contains("<img"), "\(name)")
      }
      if name.hasSuffix(".csv") {
        #expect(!text.contains("\"=HYPERLINK") && !text.contains(",=") && !text.contains("\n="), "\(name)")
      }
    }
  }
}
