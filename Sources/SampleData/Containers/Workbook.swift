/// A workbook of one sheet in SheetJS' form: every cell a string in its own place, no table of shared strings.
///
/// Theme and styles, which say nothing about the figures, are left out.
struct Workbook {
  let sheetName: String
  let rows: [[String]]

  var bytes: [UInt8] {
    let parts: [(name: String, text: String)] = [
      ("xl/_rels/workbook.xml.rels", Self.relationship("worksheet", "worksheets/sheet1.xml")),
      ("xl/worksheets/sheet1.xml", sheet),
      ("xl/workbook.xml", workbook),
      ("_rels/.rels", Self.relationship("officeDocument", "xl/workbook.xml")),
      ("[Content_Types].xml", Self.contentTypes),
    ]
    return ZipArchive(parts.map { ($0.name, Array((Self.declaration + $0.text).utf8)) }).bytes
  }

  private var workbook: String {
    "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relationships)\">"
      + "<workbookPr codeName=\"ThisWorkbook\"/><sheets>"
      + "<sheet name=\"\(Self.escaped(sheetName))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
  }

  private var sheet: String {
    let width = rows.map(\.count).max() ?? 1
    let lines = rows.enumerated().map { index, cells in
      let written = cells.enumerated().map { column, text in
        "<c r=\"\(Self.letter(column))\(index + 1)\" t=\"str\"><v>\(Self.escaped(text))</v></c>"
      }
      return "<row r=\"\(index + 1)\">\(written.joined())</row>"
    }
    return "<worksheet xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relationships)\">"
      + "<dimension ref=\"A1:\(Self.letter(width - 1))\(rows.count)\"/>"
      + "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
      + "<sheetData>\(lines.joined())</sheetData></worksheet>"
  }

  /// A column's letter; no table here is wider than the alphabet.
  private static func letter(_ column: Int) -> String {
    String(decoding: [UInt8(ascii: "A") + UInt8(column)], as: UTF8.self)
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  private static func relationship(_ kind: String, _ target: String) -> String {
    "<Relationships xmlns=\"\(packages)/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(relationships)/\(kind)\" Target=\"\(target)\"/></Relationships>"
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let contentTypes =
    "<Types xmlns=\"\(packages)/content-types\">"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(contentType).sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(contentType).worksheet+xml\"/></Types>"
}
