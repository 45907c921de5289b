import Foundation
import Testing

@testable import Ingest

/// The whole of a source, read in pieces of `piece` bytes.
private func all(_ source: any ByteSource, piece: Int = 1 << 16) throws -> [UInt8] {
  var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: piece))
  while true {
    let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

private func text(_ source: any ByteSource) throws -> String {
  String(decoding: try all(source), as: UTF8.self)
}

private func crc(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var crc = CRC32()
  Array(bytes).withUnsafeBytes { crc.update($0) }
  return crc.value
}

/// A ZIP archive of which every field can be made to lie.
struct ZipWriter {
  struct Member {
    var name: String
    var data: [UInt8]
    var method = 0
    /// What is stored instead of `data`.
    var packed: [UInt8]?
    var flags = 0
    var date = 0x5C98
    var size: Int?
    var packedSize: Int?
    var crc: Int?
    var offset: Int?
    var localName: String?
    var localMethod: Int?
    var localSize: Int?
    /// Stands in the directory only.
    var isGhost = false

    init(_ name: String, _ text: String = "", _ change: (inout Member) -> Void = { _ in }) {
      (self.name, data) = (name, Array(text.utf8))
      change(&self)
    }
  }

  var members: [Member]
  var prefix: [UInt8] = []
  var note: [UInt8] = []
  var volume = 0
  var count: Int?

  init(_ members: Member...) { self.members = members }

  var bytes: [UInt8] {
    var (file, directory) = (prefix, [UInt8]())
    for member in members {
      let packed = member.packed ?? member.data
      let packedSize = member.packedSize ?? packed.count
      let (size, crc) = (member.size ?? member.data.count, member.crc ?? Int(crc(member.data)))
      let (name, localName) = (Array(member.name.utf8), Array((member.localName ?? member.name).utf8))
      let offset = member.offset ?? file.count
      let method = member.localMethod ?? member.method
      let hasDescriptor = member.flags & 8 != 0
      if !member.isGhost {
        file += word(0x0403_4B50) + halves(20, member.flags, method, 0, member.date)
        file += hasDescriptor ? word(0) + word(0) + word(0) : word(crc) + word(packedSize)
        if !hasDescriptor { file += word(member.localSize ?? size) }
        file += halves(localName.count, 0) + localName + packed
        if hasDescriptor { file += word(0x0807_4B50) + word(crc) + word(packedSize) + word(size) }
      }
      directory += word(0x0201_4B50) + halves(20, 20, member.flags, member.method, 0, member.date)
      directory += word(crc) + word(packedSize) + word(size)
      directory += halves(name.count, 0, 0, 0, 0, 0, 0) + word(offset) + name
    }
    let count = count ?? members.count
    return file + directory + word(0x0605_4B50) + halves(volume, volume, count, count)
      + word(directory.count) + word(file.count) + halves(note.count) + note
  }

  private func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
  private func halves(_ values: Int...) -> [UInt8] { values.flatMap { word($0).prefix(2) } }
}

@Suite struct InflateTests {
  /// Streams that zlib made, with the size and CRC-32 of what went in.
  static let streams: [(kind: String, base64: String, size: Int, crc: UInt32)] = [
    ("stored", "ASgA1/8wLFVuZ2dhaGFuIGtlLTAsMjAyNi0wNS0wMQoxLFVuZ2dhaGFuIGtl", 40, 0xBB9E_1B52),
    (
      "fixed codes", "M9AJzUtPT8xIzFPITtU10DEyMDLTNTDVNTDkMkSRsjS0REgacRmhSFoYWyAkjbmMQZIA", 90, 0x732D_5B36
    ),
    (
      "own codes",
      "VdCxDcMwDATA/qfIABbAJ0VRHCQDuAgcIID3L5MqBOvrTo7nfV3n+7wfn9eQQ0XXEB9CsFEyCxXacNsuNFjD8CicmA1XrEKHN/T0woXVkbMwEA2nWeHGbmiuhYlsqME/UkBpyqwi/or6EaWOqPgC",
      348, 0x34F4_7865
    ),
    (
      "runs",
      """
      7cExAQAAAMIg+6deDQ9gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwK0A
      """, 100_000, 0xD411_957D
    ),
    ("nothing", "AwA=", 0, 0),
  ]

  static func bytes(_ index: Int) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: streams[index].base64)))
  }

  @Test(arguments: streams.indices, [1, 7, 1 << 16])
  func `gives what zlib packed, however the bytes are divided`(index: Int, piece: Int) throws {
    let stream = Self.streams[index]
    let source = InflateSource(MemorySource(try Self.bytes(index), piece: piece), size: stream.size)
    let output = try all(source, piece: piece)
    #expect(output.count == stream.size)
    #expect(crc(output) == stream.crc)
  }

  @Test(arguments: streams.indices)
  func `a stream that is cut off anywhere is refused`(index: Int) throws {
    let bytes = try Self.bytes(index)
    for count in 0..<bytes.count {
      let source = InflateSource(MemorySource(Array(bytes[..<count])), size: Self.streams[index].size)
      #expect(throws: InflateFault.truncated) { try all(source) }
    }
  }

  @Test(arguments: streams.indices)
  func `a byte more is refused, in or out`(index: Int) throws {
    let (bytes, size) = (try Self.bytes(index), Self.streams[index].size)
    #expect(throws: InflateFault.trailingBytes) {
      try all(InflateSource(MemorySource(bytes + [0]), size: size))
    }
    guard size > 0 else { return }
    #expect(throws: InflateFault.tooLong) { try all(InflateSource(MemorySource(bytes), size: size - 1)) }
  }

  static let damaged: [([UInt8], InflateFault)] = [
    ([0x07], .badBlockType), ([0x01, 0x05, 0x00, 0xFB, 0xFF], .badStoredLength),
    ([0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .badCode), ([0x1B, 0x07, 0, 0, 0, 0], .badSymbol),
    ([0x03, 0x02, 0, 0, 0, 0], .distanceTooFar),
  ]

  @Test(arguments: damaged)
  func `a damaged stream is refused with what is wrong`(bytes: [UInt8], fault: InflateFault) {
    #expect(throws: fault) { try all(InflateSource(MemorySource(bytes), size: 1000)) }
  }

  @Test func `CRC-32 has its published check value, however the bytes are divided`() {
    let digits = Array("123456789".utf8)
    for cut in 0...9 {
      var crc = CRC32()
      digits[..<cut].withUnsafeBytes { crc.update($0) }
      digits[cut...].withUnsafeBytes { crc.update($0) }
      #expect(crc.value == 0xCBF4_3926)
    }
  }
}

@Suite struct ZipArchiveTests {
  @Test func `lists the entries and gives their bytes`() throws {
    var zip = ZipWriter(
      .init("laporan/juni.csv", "a,b\n"), .init("ünï.csv", "streamed") { $0.flags = 8 }, .init("d/"),
      .init("__MACOSX/._juni.csv", "x"), .init("q/.DS_Store", "y"))
    zip.note = Array("PK\u{5}\u{6} a note that looks like an end".utf8)
    let archive = try ZipArchive(bytes: zip.bytes)
    #expect(archive.entries.map(\.name) == zip.members.map(\.name))
    #expect(archive.entries.map(\.isNoise) == [false, false, true, true, true])
    #expect(try archive.entries.map { try text(archive.source($0)) } == ["a,b\n", "streamed", "", "x", "y"])
    #expect(try archive.bytes(archive.entries[1]) == Array("streamed".utf8))
  }

  @Test func `a file is read as needed, and only a regular one`() throws {
    let workspace = try Workspace()
    let path = workspace.path + "/a.zip"
    try Data(ZipWriter(.init("a", "isi")).bytes).write(to: URL(fileURLWithPath: path))
    let archive = try ZipArchive(path: path)
    #expect(try text(archive.source(archive.entries[0])) == "isi")
    try FileManager.default.createSymbolicLink(atPath: path + "2", withDestinationPath: path)
    #expect(throws: ContainerError.notRegular) { try ZipArchive(path: path + "2") }
    #expect(throws: ContainerError.notRegular) { try ZipArchive(path: workspace.path) }
    #expect(throws: ContainerError.tooLarge(bytes: Int64(ZipWriter(.init("a", "isi")).bytes.count), limit: 9))
    {
      try ZipArchive(path: path, limits: ZipArchive.Limits(fileBytes: 9))
    }
  }

  @Test func `names are UTF-8 or else code page 437, and the times of MS-DOS may be none`() throws {
    #expect(ZipArchive.text([0x81, 0x62, 0x9B]) == "üb¢")
    #expect(ZipArchive.text([0xFF, 0x80]) == "\u{A0}Ç")
    #expect(ZipArchive.CivilTime(date: 0, time: 0) == nil)
    #expect(ZipArchive.CivilTime(date: 46 << 9 | 2 << 5 | 29, time: 0) == nil)
    let time = try #require(ZipArchive.CivilTime(date: 44 << 9 | 2 << 5 | 29, time: 23 << 11 | 59 << 5 | 29))
    #expect(
      "\(time.year)-\(time.month)-\(time.day) \(time.hour):\(time.minute):\(time.second)"
        == "2024-2-29 23:59:58")
  }

  /// Archives that are refused as a whole.
  static var hostile: [(String, [UInt8], ContainerError)] {
    func zip(_ members: ZipWriter.Member..., change: (inout ZipWriter) -> Void = { _ in }) -> [UInt8] {
      var zip = ZipWriter()
      zip.members = members
      change(&zip)
      return zip.bytes
    }
    let plain = zip(.init("a", "isi"))
    return [
      ("text", Array("Post ID,Caption\n".utf8), .notZip),
      ("an old workbook", [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600), .compoundFile),
      ("without its end", Array(plain.dropLast()), .cutOff), ("junk behind", plain + [0], .cutOff),
      ("junk before", Array("MZ".utf8) + plain, .prefixed),
      ("junk before, places right", zip(.init("a", "isi")) { $0.prefix = [1, 2] }, .prefixed),
      ("volumes", zip(.init("a")) { $0.volume = 1 }, .multiVolume),
      ("zip64", zip(.init("a")) { $0.count = 0xFFFF }, .zip64),
      ("zip64 entry", zip(.init("a") { $0.size = 0xFFFF_FFFF }), .zip64),
      ("too few entries", zip(.init("a")) { $0.count = 2 }, .badDirectory),
      ("too many entries", zip(.init("a")) { $0.count = 1001 }, .tooManyEntries(count: 1001, limit: 1000)),
      (
        "the same bytes twice",
        zip(.init("a", "isi"), .init("a", "isi") { ($0.isGhost, $0.offset) = (true, 0) }),
        .overlap(entry: "a")
      ),
      ("into the directory", zip(.init("a", "isi") { $0.packedSize = 9 }), .overlap(entry: "a")),
      ("another name", zip(.init("a") { $0.localName = "b" }), .badLocalHeader(entry: "a")),
      ("another method", zip(.init("a") { $0.localMethod = 8 }), .badLocalHeader(entry: "a")),
      ("another size", zip(.init("a") { $0.localSize = 7 }), .badLocalHeader(entry: "a")),
      ("nowhere", zip(.init("a") { ($0.isGhost, $0.offset) = (true, 9000) }), .badLocalHeader(entry: "a")),
    ]
  }

  @Test(arguments: hostile.indices)
  func `an archive that lies is refused with the reason`(index: Int) {
    let (what, bytes, error) = Self.hostile[index]
    #expect(throws: error, "\(what)") { try ZipArchive(bytes: bytes) }
  }

  /// Entries that are refused when their bytes are asked for.
  static var hostileEntries: [(ZipWriter.Member, ContainerError)] {
    let zeros = [0x01] as [UInt8]
    return [
      (.init("a", "x") { $0.flags = 1 }, .encrypted(entry: "a")),
      (.init("a", "x") { $0.method = 9 }, .unsupportedMethod(entry: "a", method: 9)),
      (
        .init("a", "x") { $0.size = 257 << 20 },
        .entryTooLarge(entry: "a", bytes: 257 << 20, limit: 256 << 20)
      ),
      (.init("a", "x") { ($0.method, $0.size) = (8, 2 << 20) }, .ratioTooHigh(entry: "a", limit: 200)),
      (.init("a", "x") { $0.crc = 1 }, .wrongCRC(entry: "a")),
      (.init("a", "x") { $0.size = 2 }, .wrongSize(entry: "a")),
      (.init("a", "x") { ($0.method, $0.packed) = (8, zeros) }, .badDeflate(entry: "a", .truncated)),
      (.init("a", "x") { ($0.method, $0.packed, $0.size) = (8, [0x03, 0], 1) }, .wrongSize(entry: "a")),
    ]
  }

  @Test(arguments: hostileEntries.indices)
  func `an entry that lies is refused, and its neighbours are not`(index: Int) throws {
    let (member, error) = Self.hostileEntries[index]
    let archive = try ZipArchive(bytes: ZipWriter(member, .init("b", "good")).bytes)
    #expect(throws: error) { try all(archive.source(archive.entries[0])) }
    #expect(try text(archive.source(archive.entries[1])) == "good")
  }
}

@Suite struct XMLScannerTests {
  /// The events as one line: `<name attr=value` `text` `>`.
  private func events(_ xml: [UInt8], tagBytes: Int = 1 << 17) throws -> String {
    var scanner = XMLScanner(MemorySource(xml, piece: 3), limits: XMLScanner.Limits(tagBytes: tagBytes))
    var line = ""
    while true {
      switch try scanner.next() {
      case .start:
        line += "<" + String(decoding: scanner.text, as: UTF8.self)
        for name: StaticString in ["r", "t"] {
          if let value = scanner.attributeText(name) { line += " \(name)=\(value)" }
        }
      case .text: line += String(decoding: scanner.text, as: UTF8.self)
      case .end: line += ">"
      case .finish: return line
      }
    }
  }

  @Test(arguments: [64, 1 << 17])
  func `gives tags, attributes and text, references resolved`(tagBytes: Int) throws {
    let xml = """
      \u{FEFF}<?xml version="1.0" encoding="utf-8"?><!-- <x> --><x:a r='1' q:r='2' t="&lt;&#65;\t&#10;"><?p >?>\
      a&amp;&#x1F600;\r\n<b/><c  ><![CDATA[<&amp;]]]></c>\(String(repeating: "é", count: 99))</x:a>\n
      """
    let expected = "<a r=1 t=<A \na&😀\n<b><c<&amp;]>\(String(repeating: "é", count: 99))>"
    #expect(try events(Array(xml.utf8), tagBytes: tagBytes) == expected)
  }

  static let bad: [(String, XMLFault)] = [
    ("", .truncated), ("<a>", .truncated), ("<a", .truncated), ("<a/><b/>", .badNesting),
    ("<a></b>", .badNesting), ("</a>", .badNesting), ("x<a/>", .badNesting), ("<a b/>", .malformed),
    ("<a b=1/>", .malformed), ("<a b='1'c='2'/>", .malformed), ("<a>]]></a>", .malformed),
    ("<a><!-- -- --></a>", .malformed), ("<a>&nbsp;</a>", .badReference), ("<a>&#0;</a>", .badReference),
    ("<a>&#xD800;</a>", .badReference), ("<a>&amp</a>", .badReference), ("<a>\u{1}</a>", .badCharacter),
    ("<a>\u{FFFF}</a>", .badCharacter), ("<!DOCTYPE a><a/>", .declaration),
    ("<a><!ENTITY x 'y'></a>", .declaration),
    ("<?xml version='1.0' encoding='UTF-16'?><a/>", .encoding("UTF-16")),
    (String(repeating: "<a>", count: 65), .tooDeep(limit: 64)),
    ("<a" + String(repeating: " b=''", count: 257) + "/>", .tooManyAttributes(limit: 256)),
    ("<a b='" + String(repeating: "x", count: 1 << 17) + "'/>", .tagTooLarge(limit: 1 << 17)),
  ]

  @Test(arguments: bad)
  func `refuses what is not well-formed, and what hurts`(xml: String, fault: XMLFault) {
    #expect(throws: fault) { try events(Array(xml.utf8)) }
  }

  @Test func `refuses other encodings and bytes that are none`() {
    #expect(throws: XMLFault.encoding("UTF-16")) { try events([0xFF, 0xFE, 0x3C, 0, 0x61, 0]) }
    #expect(throws: XMLFault.encoding("UTF-16")) { try events([0, 0x3C, 0, 0x61]) }
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
    ] {
      #expect(throws: XMLFault.badCharacter) { try events(Array("<a>".utf8) + bytes + Array("</a>".utf8)) }
    }
  }
}

@Suite struct XLSXWorkbookTests {
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" \
    formatCode="&quot;day&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\
    <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="164"/>\
    <xf numFmtId="165"/></cellXfs></styleSheet>
    """

  /// A workbook of one sheet with these rows, or with other parts.
  static func book(_ rows: String = "", from1904: Bool = false, parts: [String: String] = [:]) -> ZipWriter {
    let usual = [
      "_rels/.rels":
        "<Relationships><Relationship Id='w' Type='o/officeDocument' Target='/xl/workbook.xml'/></Relationships>",
      "xl/workbook.xml": """
      <workbook xmlns:r="r"><workbookPr date1904="\(from1904)"/><sheets><sheet name="Isi &amp; lain" r:id="s"/>\
      <sheet name="Diagram" r:id="c"/><sheet name="Rahasia" state="veryHidden" r:id="s"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="s" Type="o/worksheet" Target="worksheets/s.xml"/>\
      <Relationship Id="c" Type="o/chartsheet" Target="c.xml"/></Relationships>
      """,
      "xl/styles.xml": styles,
      "xl/sharedStrings.xml":
        "<sst><si><t>a, \"b\"</t></si><si><r><t>Big</t></r><r><t> deal</t></r><rPh><t>x</t></rPh></si></sst>",
      "xl/worksheets/s.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ].merging(parts) { $1 }
    var zip = ZipWriter()
    zip.members = usual.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
    return zip
  }

  static func csv(_ zip: ZipWriter) throws -> String {
    let book = try XLSXWorkbook(ZipArchive(bytes: zip.bytes))
    return try book.sheets.first.map { try text(book.csv($0)) } ?? ""
  }

  @Test func `lists the sheets of cells with their visibility`() throws {
    let archive = try ZipArchive(bytes: Self.book().bytes)
    #expect(XLSXWorkbook.kind(of: archive) == .xlsx)
    let sheets = try XLSXWorkbook(archive).sheets
    #expect(sheets.map(\.name) == ["Isi & lain", "Rahasia"])
    #expect(sheets.map(\.visibility) == [.visible, .veryHidden])
  }

  @Test func `record n is row n, and nothing follows the last cell`() throws {
    let rows = """
      <row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="Z2" s="1"/></row><row/><row r="5"><c r="AA5"><v>3</v></c></row>\
      <row r="9"><c r="A9" s="1"/></row>
      """
    #expect(try Self.csv(Self.book(rows)) == "\n,1,2\n\n\n" + String(repeating: ",", count: 26) + "3\n")
  }

  static let cells: [(cell: String, field: String)] = [
    ("<c t='s'><v>0</v></c>", "\"a, \"\"b\"\"\""), ("<c t='s'><v>1</v></c>", "Big deal"),
    ("<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab"),
    ("<c t='str'><f>A1</f><v>x_x000D_&#10;_x005F_x000D_</v></c>", "\"x\r\n_x000D_\""),
    ("<c t='b'><v>1</v></c>", "TRUE"), ("<c t='e'><v>#N/A</v></c>", "#N/A"),
    ("<c t='d'><v>2026-05-01</v></c>", "2026-05-01"),
    ("<c><v>122167000000000012</v></c>", "122167000000000012"),
    ("<c><v>1.2216700000000001E+17</v></c>", "1.2216700000000001E+17"),
    ("<c><v>0.28999999999999998</v></c>", "0.29"),
    ("<c><v>1E3</v></c>", "1000"), ("<c><v>007</v></c>", "007"), ("<c s='5'><v>45123</v></c>", "45123"),
    ("<c s='2'><v>4.5600000000000002E-2</v></c>", "4.56%"), ("<c s='2'><v>1</v></c>", "100%"),
    ("<c s='2'><v>-1E-5</v></c>", "-0.001%"), ("<c s='1'><v>46143</v></c>", "2026-05-01"),
    ("<c s='1'><v>46143.9999999</v></c>", "2026-05-02T00:00:00"), ("<c s='1'><v>1</v></c>", "1900-01-01"),
    ("<c s='1'><v>59</v></c>", "1900-02-28"), ("<c s='1'><v>60</v></c>", "1900-02-29"),
    ("<c s='1'><v>61</v></c>", "1900-03-01"), ("<c s='1'><v>2958465</v></c>", "9999-12-31"),
    ("<c s='1'><v>2958466</v></c>", "2958466"), ("<c s='1'><v>-1</v></c>", "-1"),
    ("<c s='3'><v>0.5</v></c>", "12:00:00"), ("<c s='3'><v>46143.5</v></c>", "2026-05-01T12:00:00"),
    ("<c s='4'><v>1.5</v></c>", "36:00:00"),
  ]

  @Test(arguments: cells)
  func `a cell comes as its value, without the look of its format`(cell: String, field: String) throws {
    #expect(try Self.csv(Self.book("<row>\(cell)</row>")) == field + "\n")
  }

  @Test func `days count from 1904 where the workbook says so`() throws {
    let rows = "<row><c s='1'><v>0</v></c><c s='1'><v>44681</v></c></row>"
    #expect(try Self.csv(Self.book(rows, from1904: true)) == "1904-01-01,2026-05-01\n")
  }

  static let codes: [(String, NumberFormat)] = [
    ("yyyy\\-mm\\-dd", .date), ("[$-409]h:mm AM/PM;@", .time), ("mm:ss.0", .time), ("m/d/yy h:mm", .date),
    ("[mm]:ss", .elapsed), ("0.0%", .percent), ("General", .plain), ("\"day\" 0", .plain), ("\\d0", .plain),
    ("_d0", .plain), ("[Red]#,##0", .plain), ("0.00E+00", .plain), ("mmm", .date), ("hh:mm\\ \\m", .time),
    ("@", .plain),
  ]

  @Test(arguments: codes)
  func `a format's letters tell dates from numbers`(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code.utf8) == format)
  }

  static let badSheets: [(String, ContainerError)] = [
    ("<row r='2'/><row r='2'/>", .badReference(sheet: "Isi & lain", row: 2)),
    ("<row r='1'><c r='B1'/><c r='A1'/></row>", .badReference(sheet: "Isi & lain", row: 1)),
    ("<row r='1'><c r='A2'/></row>", .badReference(sheet: "Isi & lain", row: 1)),
    ("<row r='1048577'/>", .tooManyRows(sheet: "Isi & lain", limit: 1_048_576)),
    ("<row r='1'><c r='BXY1'><v>1</v></c></row>", .tooManyColumns(sheet: "Isi & lain", row: 1, limit: 2000)),
    ("<row><c t='s'><v>2</v></c></row>", .unknownString(sheet: "Isi & lain", row: 1)),
    ("<row><c><v>1</v><v>2</v></c></row>", .badCell(sheet: "Isi & lain", row: 1)),
    ("<row>", .badXML(part: "xl/worksheets/s.xml", .badNesting)),
  ]

  @Test(arguments: badSheets)
  func `a sheet that contradicts itself is refused`(rows: String, error: ContainerError) {
    #expect(throws: error) { try Self.csv(Self.book(rows)) }
  }

  static let others: [(ZipWriter, ContainerError)] = [
    (ZipWriter(.init("a.csv", "1")), .notWorkbook),
    (ZipWriter(.init("xl/workbook.bin")), .binaryWorkbook),
    (ZipWriter(.init("mimetype"), .init("content.xml")), .openDocument),
    (book(parts: ["XL/workbook.xml": ""]), .duplicatePart("xl/workbook.xml")),
    (book(parts: ["xl/_rels/workbook.xml.rels": "<a/>"]), .missingPart("Isi & lain")),
    (book(parts: ["xl/styles.xml": "<a>"]), .badXML(part: "xl/styles.xml", .truncated)),
  ]

  @Test(arguments: others.indices)
  func `what is no workbook is refused with what it is`(index: Int) {
    let (zip, error) = Self.others[index]
    #expect(throws: error) { try Self.csv(zip) }
  }
}

@Suite struct ContainerFuzzTests {
  /// SplitMix64, so that a failure can be repeated.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(max(1, sides)))
    }

    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0...roll(3) where !bytes.isEmpty {
        let place = roll(bytes.count)
        switch roll(6) {
        case 0: bytes.removeLast(roll(min(bytes.count, 40)))
        case 1: bytes.insert(UInt8(roll(256)), at: place)
        case 2: bytes[place] = [0, 255, 0x3C, 0x26][roll(4)]
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + roll(4)))
        default: bytes[place] ^= 1 << UInt8(roll(8))
        }
      }
      return bytes
    }
  }

  private static let seed = UInt64(20_260_501)

  @Test func `10,000 mutated streams give bytes or a fault`() throws {
    let streams = try InflateTests.streams.indices.map(InflateTests.bytes)
    var dice = Dice(state: Self.seed)
    let inputs = 10_000
    defer { print("reliability inputs \(inputs)") }
    for i in 0..<inputs {
      let bytes = dice.mutate(streams[i % streams.count])
      do {
        #expect(try all(InflateSource(MemorySource(bytes), size: 3000)).count <= 3000)
      } catch { #expect(error is InflateFault, "\(error)") }
    }
  }

  @Test func `6,000 mutated archives give their entries or an error`() {
    let bytes = ZipWriter(
      .init("a.csv", "a,b\n1,2\n"), .init("b") { ($0.method, $0.packed) = (8, [3, 0]) },
      .init("c", "x") { $0.flags = 8 }
    ).bytes
    var dice = Dice(state: Self.seed)
    let inputs = 6000
    defer { print("reliability inputs \(inputs)") }
    for _ in 0..<inputs {
      do {
        let archive = try ZipArchive(bytes: dice.mutate(bytes))
        for entry in archive.entries { _ = try all(archive.source(entry), piece: 100) }
      } catch { #expect(error is ContainerError, "\(error)") }
    }
  }

  @Test func `4,000 mutated workbooks give their cells or an error`() {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46143.5</v></c><c r="D1" s="2"><v>0.0456</v></c></row>\
      <row r="3"><c t="inlineStr"><is><r><t>a&amp;b_x000D_</t></r></is></c><c s="4"><v>1E2</v></c></row>
      """
    let zip = XLSXWorkbookTests.book(rows)
    var dice = Dice(state: Self.seed)
    let inputs = 4000
    defer { print("reliability inputs \(inputs)") }
    for i in 0..<inputs {
      var mutated = zip
      let victim = i % zip.members.count
      mutated.members[victim].data = dice.mutate(zip.members[victim].data)
      do {
        _ = try XLSXWorkbookTests.csv(mutated)
      } catch { #expect(error is ContainerError, "\(error)") }
    }
  }
}

/// Python's own readers, over inputs that `Tests/oracle/containers.py` makes.
@Suite struct ContainerOracleTests {
  private static func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : ""
  }

  private static let hasPython = (try? run("-c", "import zlib, zipfile; print(1)")) == "1\n"

  @Test(.enabled(if: hasPython, "python3 is not at hand"), arguments: [1, 2])
  func `streams, archives and workbooks are what Python says they are`(seed: Int) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("oracle/containers.py").path
    let lines = try Self.run(script, "\(seed)").split(separator: "\n")
    #expect(lines.count > 500)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      let bytes = Array(Data(base64Encoded: words[1]) ?? Data())
      switch words[0] {
      case "inflate":
        let output = try? all(InflateSource(MemorySource(bytes), size: try #require(Int(words[2]))))
        #expect(output.map { "\($0.count),\(crc($0))" } ?? "refused" == words[3], "\(line.prefix(400))")
      case "zip":
        let archive = try ZipArchive(bytes: bytes)
        let found = try archive.entries.map {
          "\(hex($0.name)):\($0.size):\(crc(try all(archive.source($0))))"
        }
        #expect(found == Array(words.dropFirst(2)))
      default:
        let book = try XLSXWorkbook(ZipArchive(bytes: bytes))
        for (sheet, expected) in zip(book.sheets, words.dropFirst(2)) {
          let parts = expected.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
          #expect([hex(sheet.name), sheet.visibility.rawValue] == Array(parts.prefix(2)))
          let theirs = Data(base64Encoded: parts[2]).map { String(decoding: $0, as: UTF8.self) }
          #expect(try text(book.csv(sheet)) == theirs)
        }
        #expect(book.sheets.count == words.count - 2)
      }
    }
  }

  private func hex(_ text: String) -> String {
    text.utf8.map { String(Int($0) | 256, radix: 16).dropFirst() }.joined()
  }
}
