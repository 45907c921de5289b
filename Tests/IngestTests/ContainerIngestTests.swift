import Testing
import Warehouse

@testable import Ingest

/// Archives and workbooks as inputs: the same facts in any wrapping, and the reason where one cannot be opened.
@Suite struct ContainerIngestTests {
  private static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,,Contoh Dinkes
    DINKES,x,,contoh_dinkes,
    DINKES,youtube,,,Contoh Dinkes
    DINKES,tiktok,,contoh.dinkes,
    """

  /// One native file of each platform.
  private static let natives: [(folder: String, name: String, text: String)] = [
    (
      "facebook", "Sep-30-2025_Oct-31-2025_1234567890.csv",
      Export.file(
        Export.row("122000000000001", title: "Halo, \"\"semua\"\" 😀"),
        Export.row("122000000000002", time: "10/31/2025 23:59", figures: "1200,,9,5,3,1"))
    ),
    (
      "x", "account_analytics_content_2025-09-30_2025-10-31.csv",
      [
        XTests.english, XTests.row("1975394400000000001", "@warga halo"),
        XTests.row("1976394400000000002", "kabar; baru"),
      ]
      .joined(separator: "\n")
    ),
    (
      "youtube/2025-10", "Table data.csv",
      [
        YouTubeTests.header, YouTubeTests.total, YouTubeTests.row,
        "-6UJPIo1uW0,b,\"Oct 8, 2025\",61,1234,1,1.2345,0,1,1,1,1,",
      ]
      .joined(separator: "\n") + "\n"
    ),
    (
      "tiktok", "Content.csv",
      [
        TikTokTests.header,
        #""5 November","Satu, dua","https://www.tiktok.com/@contoh.dinkes/video/7558310000000000000","7 Oktober","9","2","1","120""#,
      ]
      .joined(separator: "\n")
    ),
    (
      "tiktok/2025-10", "Overview.csv",
      "\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n\"October 1\",\"10\",\"1\",\"2\",\"-1\",\"0\"\n\"October 2\",\"11\",\"1\",\"2\",\"0\",\"0\""
    ),
  ]

  private static func cells(_ text: String) throws -> [[String]] {
    var reader = CSVReader(MemorySource(Array(text.utf8)), delimiter: comma)
    var rows: [[String]] = []
    while try reader.next() { rows.append(reader.lenientTexts()) }
    rows[0][0] = rows[0][0].replacing("\u{FEFF}", with: "")
    return rows
  }

  /// As an Indonesian Excel saves it: semicolons, decimal commas, CRLF, a mark, padded rows.
  private static func resaved(_ text: String) throws -> String {
    let rows = try cells(text)
    let lines = rows.map { row in
      row.map { cell -> String in
        let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
        let isDecimal = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
        let shown = isDecimal ? parts.joined(separator: ",") : cell
        return shown.contains(where: { ";\"\n".contains($0) })
          ? "\"\(shown.replacing("\"", with: "\"\""))\"" : shown
      }.joined(separator: ";") + ";;"
    }
    return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n;;;\r\n"
  }

  /// As a workbook: numbers as numbers, as far as a spreadsheet keeps all their digits.
  private static func workbook(_ text: String) throws -> [UInt8] {
    let rows = try cells(text).map { row in
      let cells = row.map { cell -> String in
        if cell.isEmpty { return "<c/>" }
        let digits = cell.utf8.filter { $0 != 0x2E && $0 != 0x2D }
        let isNumber =
          digits.count <= 15 && digits.allSatisfy { (0x30...0x39).contains($0) } && Double(cell) != nil
        let escaped = cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return isNumber ? "<c><v>\(cell)</v></c>" : "<c t='inlineStr'><is><t>\(escaped)</t></is></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    return XLSXWorkbookTests.book(rows.joined()).bytes
  }

  private func facts(_ files: [(name: String, bytes: [UInt8])]) throws -> [[SQLValue]] {
    let office = try Office(akun: Self.akun)
    for file in files { try office.send(bytes: file.bytes, as: file.name) }
    let reports = try office.ingest()
    #expect(reports.allSatisfy { $0.status == .loaded }, "\(reports)")
    #expect(try LedgerAudit(office.warehouse).findings().findings.isEmpty)
    let posts = try office.warehouse.rows(
      """
      SELECT platform, native_id, account, permalink, caption, published_at, published_date, published_precision, post_format,
        impressions, views, engaged_views, reach, likes, comments, shares, reposts, saves, link_clicks, follows,
        profile_visits, watch_seconds, interactions, interaction_basis, exposure, perspective, engagements
      FROM v_post_latest ORDER BY 1, 2
      """)
    return posts
      + (try office.warehouse.rows("SELECT platform, date, metric, value FROM v_account_day ORDER BY 1, 2, 3"))
      + (try office.warehouse.rows(
        "SELECT platform, period_from, metric, value FROM v_account_period ORDER BY 1, 3"))
  }

  @Test func `the same facts in every dialect and container give the same content`() throws {
    func named(
      _ make: (String) throws -> [UInt8], _ rename: (String) -> String = { $0 }
    ) throws -> [[SQLValue]] {
      try facts(Self.natives.map { ("DINKES/\($0.folder)/\(rename($0.name))", try make($0.text)) })
    }
    let native = try named { Array($0.utf8) }
    #expect(native.count > 20)
    #expect(try named { Array(try Self.resaved($0).utf8) } == native)
    #expect(try named(Self.workbook) { $0.replacing(".csv", with: ".xlsx") } == native)
    let zips = Self.natives.map { file -> (String, [UInt8]) in
      ("DINKES/\(file.folder)/\(file.name).zip", ZipWriter(.init(file.name, file.text)).bytes)
    }
    #expect(try facts(zips) == native)
    let all = ZipWriter()
    var one = all
    for file in Self.natives { one.members.append(.init("\(file.folder)/\(file.name)", file.text)) }
    #expect(try facts([("DINKES/semua.zip", one.bytes)]) == native)
    let book = Self.natives[0]
    let nested = ZipWriter(.init("facebook/a.xlsx") { $0.data = (try? Self.workbook(book.text)) ?? [] })
    let facebook = native.filter { $0[0] == "facebook" }
    #expect(
      try facts([("DINKES/buku.zip", nested.bytes)]).map { $0.dropFirst(6) }
        == facebook.map { $0.dropFirst(6) })
  }

  @Test func `a member is a file of its own: its name, its bytes, its line`() throws {
    let office = try Office(akun: Self.akun)
    let zip = ZipWriter(
      .init("__MACOSX/x", "x"), .init("a/", ""), .init("a/\(Self.natives[0].name)", Self.natives[0].text))
    try office.send(bytes: zip.bytes, as: "DINKES/kiriman.zip")
    let report = try #require(try office.ingest().first)
    #expect(report.file == "DINKES/kiriman.zip/a/\(Self.natives[0].name)")
    #expect(report.sha256 == Array(Self.natives[0].text.utf8).withUnsafeBytes(SHA256.hex))
    #expect(
      try office.warehouse.rows("SELECT DISTINCT file FROM v_post_latest") == [[.text(Self.natives[0].name)]])
    #expect(try office.ingest().map(\.status) == [.unchanged])
    let audit = FileAudit(office.warehouse, options: Ingestor.Options(now: 1_762_300_000))
    let outcome = try audit.compare([office.inbox])
    #expect(outcome.compared == 1 && outcome.findings.isEmpty)
    // By the archive at hand, and by its path in the ledger.
    let targets = try Undo(office.warehouse).targets(named: office.inbox + "/DINKES/kiriman.zip")
    #expect(targets.count == 1)
    #expect(targets[0].archive == "DINKES/kiriman.zip")
    #expect(try Undo(office.warehouse).targets(named: "DINKES/kiriman.zip") == targets)
    #expect(try Undo(office.warehouse).undo(targets).posts == 2)
  }

  @Test func `every sheet with anything in it is an input, hidden ones are named`() throws {
    let office = try Office(akun: Self.akun)
    let text = Self.natives[4].text
    let rows = try Self.cells(text).map { row in
      "<row>" + row.map { "<c t='str'><v>\($0)</v></c>" }.joined() + "</row>"
    }.joined()
    let sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
    let book = XLSXWorkbookTests.book(
      parts: [
        "xl/workbook.xml": """
        <workbook xmlns:r="r"><sheets><sheet name="Overview" r:id="s"/><sheet name="Catatan" r:id="n"/>\
        <sheet name="Kosong" r:id="e"/><sheet name="Simpan" state="hidden" r:id="s"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships><Relationship Id="s" Type="o/worksheet" Target="worksheets/s.xml"/>\
        <Relationship Id="n" Type="o/worksheet" Target="worksheets/n.xml"/>\
        <Relationship Id="e" Type="o/worksheet" Target="worksheets/e.xml"/></Relationships>
        """,
        "xl/worksheets/s.xml": sheet,
        "xl/worksheets/n.xml":
          "<worksheet><sheetData><row><c t='str'><v>catatan</v></c></row></sheetData></worksheet>",
        "xl/worksheets/e.xml": "<worksheet><sheetData><row><c/></row></sheetData></worksheet>",
      ])
    try office.send(bytes: book.bytes, as: "DINKES/tiktok/2025-10/Overview.xlsx")
    let reports = try office.ingest()
    #expect(
      reports.map(\.file) == ["Overview", "Catatan"].map { "DINKES/tiktok/2025-10/Overview.xlsx/\($0)" })
    #expect(reports.map(\.status) == [.loaded, .refused])
    #expect(
      reports[0].assumptions.contains("read from sheet \"Overview\"; line numbers are the sheet's rows"))
    #expect(reports[0].warnings.contains("hidden sheets are not read: Simpan"), "\(reports[0].warnings)")
    #expect(try office.ingest().map(\.status) == [.unchanged, .refused])
  }

  @Test func `a sheet of days tells the span of the table beside it in one workbook`() throws {
    func sheet(_ text: String) throws -> String {
      let rows = try Self.cells(text).map { row in
        "<row>" + row.map { $0.isEmpty ? "<c/>" : "<c t='str'><v>\($0)</v></c>" }.joined() + "</row>"
      }
      return "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"
    }
    let days = (1...31).map { "2025-10-\($0 < 10 ? "0" : "")\($0),1" }.joined(separator: "\n")
    let book = XLSXWorkbookTests.book(
      parts: [
        "xl/workbook.xml": """
        <workbook xmlns:r="r"><sheets><sheet name="Data tabel" r:id="s"/><sheet name="Total" r:id="n"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships><Relationship Id="s" Type="o/worksheet" Target="worksheets/s.xml"/>\
        <Relationship Id="n" Type="o/worksheet" Target="worksheets/n.xml"/></Relationships>
        """,
        "xl/worksheets/s.xml": try sheet(Self.natives[2].text),
        "xl/worksheets/n.xml": try sheet("Tanggal,Penayangan\n" + days),
      ])
    let office = try Office(akun: Self.akun)
    try office.send(bytes: book.bytes, as: "DINKES/youtube/Kanal.xlsx")
    let reports = try office.ingest()
    #expect(reports.map(\.status) == [.loaded, .loaded], "\(reports)")
    #expect(
      reports[0].assumptions.contains("span 2025-10-01–2025-10-31 by file Total"), "\(reports[0].assumptions)"
    )
  }

  @Test(
    arguments: [
      ("x.zip", ZipWriter().bytes, "no file or sheet with anything in it"),
      ("x.zip", ZipWriter(.init("a.csv", "x") { $0.flags = 1 }).bytes, "\"a.csv\" is encrypted"),
      ("x.zip", ZipWriter(.init("a.csv", "x") { $0.crc = 1 }).bytes, "the archive is damaged at \"a.csv\""),
      ("x.zip", Array(ZipWriter(.init("a.csv", "x")).bytes.dropLast(10)), "the archive is cut off"),
      (
        "x.zip", ZipWriter(.init("b.zip") { $0.data = ZipWriter(.init("a.csv", "x")).bytes }).bytes,
        "not a text file (ZIP/XLSX)"
      ),
      ("x.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook (.xls)"),
      ("x.gz", [0x1F, 0x8B, 8, 0], "a gzip file"),
      ("x.xlsb", ZipWriter(.init("xl/workbook.bin", "x")).bytes, "a binary workbook (.xlsb)"),
      (
        "x.ods",
        ZipWriter(
          .init("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), .init("content.xml", "<a/>")
        ).bytes, "an OpenDocument sheet (.ods)"
      ),
      (
        "x.xlsx", XLSXWorkbookTests.book(parts: ["xl/worksheets/s.xml": "<!DOCTYPE x><worksheet/>"]).bytes,
        "the workbook is damaged at \"xl/worksheets/s.xml\""
      ),
    ] as [(String, [UInt8], String)])
  func `what cannot be opened is refused with the reason, in the ledger too`(
    name: String, bytes: [UInt8], words: String
  ) throws {
    let office = try Office(akun: Self.akun)
    try office.send(bytes: bytes, as: "DINKES/\(name)")
    let report = try #require(try office.ingest().first)
    #expect(report.status == .refused)
    #expect(report.message?.contains(words) == true, "\(report.message ?? "")")
    #expect(try office.one("SELECT count(*) FROM ingest_load WHERE status = 'refused'") == 1)
  }

  @Test func `one damaged member keeps no other out`() throws {
    let office = try Office(akun: Self.akun)
    let zip = ZipWriter(
      .init("facebook/a.csv", Self.natives[0].text) { $0.crc = 1 },
      .init("tiktok/Content.csv", Self.natives[3].text))
    try office.send(bytes: zip.bytes, as: "DINKES/x.zip")
    #expect(try office.ingest().map(\.status) == [.refused, .loaded])
  }
}
