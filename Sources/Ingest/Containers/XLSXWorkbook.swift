/// An Excel workbook (`.xlsx`, `.xlsm`; ECMA-376 part 1): its sheets, each as delimited text.
final class XLSXWorkbook {
  /// Sizes beyond which a workbook is no export; said in the message when met.
  struct Limits {
    /// Of each part other than the sheets and the shared strings.
    var partBytes = 32 << 20
    var sheets = 1000
    var strings = 5_000_000
    /// Of all shared strings together.
    var stringBytes = 256 << 20
    /// Of one cell.
    var cellBytes = 1 << 20
    /// Of a sheet as it comes out; a shared string may be used any number of times.
    var sheetBytes = 1 << 30
    /// Excel's own.
    var rows = 1_048_576
    /// Up to the last cell that holds something.
    var columns = 2000
  }

  enum Kind { case xlsx, xlsb, openDocument }

  enum Visibility: String { case visible, hidden, veryHidden }

  /// A sheet of cells, in the order of the tabs; sheets that are a chart are left out.
  struct Sheet: Equatable {
    let name: String
    let visibility: Visibility
    /// Where it is in the archive.
    let part: String
  }

  private static let mainTypes = ["sheet", "template"].flatMap {
    [
      "application/vnd.openxmlformats-officedocument.spreadsheetml.\($0).main+xml",
      "application/vnd.ms-excel.\($0).macroEnabled.main+xml",
    ]
  }

  private let package: OfficePackage
  private let limits: Limits
  private let strings: SharedStrings
  private let styles: CellStyles
  private let countsFrom1904: Bool
  let sheets: [Sheet]

  /// What kind of spreadsheet an archive is, judged by the names of its entries, or `nil` if it is none.
  static func kind(of archive: ZipArchive) -> Kind? {
    guard let package = try? OfficePackage(archive, maxBytes: Limits().partBytes) else {
      // Some name occurs twice; what else it is, is still clear.
      return archive.entries.contains { $0.name == "xl/workbook.xml" } ? .xlsx : nil
    }
    if package.has("xl/workbook.xml") { return .xlsx }
    if package.has("xl/workbook.bin") { return .xlsb }
    if package.has("mimetype"), package.has("content.xml") { return .openDocument }
    return (try? package.part(ofTypes: mainTypes)) == nil ? nil : .xlsx
  }

  /// Reads everything but the cells.
  init(_ archive: ZipArchive, limits: Limits = Limits()) throws(ContainerError) {
    switch Self.kind(of: archive) {
    case .xlsx: break
    case .xlsb: throw .binaryWorkbook
    case .openDocument: throw .openDocument
    case nil: throw .notWorkbook
    }
    let package = try OfficePackage(archive, maxBytes: limits.partBytes)
    let main = try Self.mainPart(package)
    let relationships = try package.relationships(of: main)
    // A part that is named must be there: without its styles, a workbook's dates would be numbers.
    func part(_ type: String, usually: String) -> String? {
      relationships.first { $0.type == type }?.target ?? (package.has(usually) ? usually : nil)
    }
    let workbook = try WorkbookPart(package, main, relationships, maxSheets: limits.sheets)
    self.package = package
    self.limits = limits
    sheets = workbook.sheets
    countsFrom1904 = workbook.countsFrom1904
    styles = try CellStyles(package, part("styles", usually: "xl/styles.xml"))
    strings = try SharedStrings(package, part("sharedStrings", usually: "xl/sharedStrings.xml"), limits)
  }

  private static func mainPart(_ package: OfficePackage) throws(ContainerError) -> String {
    let related = try package.relationships(of: "").first { $0.type == "officeDocument" }?.target
    if let related, package.has(related) { return related }
    if let typed = try package.part(ofTypes: mainTypes), package.has(typed) { return typed }
    return "xl/workbook.xml"
  }

  /// A sheet as text: fields separated by commas, quoted where RFC 4180 asks for it, records ended by a line feed.
  ///
  /// Record n is row n of the sheet; rows that hold nothing are empty lines, and behind the last cell that holds
  /// something there is nothing, neither in a row nor in the sheet. What a cell holds comes as `CellText` writes it.
  func csv(_ sheet: Sheet) throws(ContainerError) -> any ByteSource {
    SheetSource(
      SheetText(
        try package.source(sheet.part), name: sheet.name, strings: strings, styles: styles,
        countsFrom1904: countsFrom1904, limits: limits), part: sheet.part)
  }
}

/// What the workbook part says.
private struct WorkbookPart {
  var sheets: [XLSXWorkbook.Sheet] = []
  /// Whether day 0 is 1 January 1904, as in Excel for Macintosh of old.
  var countsFrom1904 = false

  init(
    _ package: OfficePackage, _ part: String, _ relationships: [OfficePackage.Relationship], maxSheets: Int
  ) throws(ContainerError) {
    let targets = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    var (found, from1904): ([XLSXWorkbook.Sheet], Bool) = ([], false)
    try package.scan(part) { scanner, event in
      guard event == .start else { return }
      if scanner.depth == 2, scanner.isElement("workbookPr") {
        from1904 = ["1", "true"].contains(scanner.attributeText("date1904"))
      }
      guard scanner.depth == 3, scanner.isElement("sheet") else { return }
      let name = scanner.attributeText("name") ?? ""
      guard let target = scanner.attributeText("id", isPrefixed: true).flatMap({ targets[$0] }) else {
        throw ContainerError.missingPart(name)
      }
      guard target.type == "worksheet" else { return }
      guard found.count < maxSheets else { throw ContainerError.tooManySheets(limit: maxSheets) }
      let visibility = scanner.attributeText("state").flatMap(XLSXWorkbook.Visibility.init) ?? .visible
      found.append(XLSXWorkbook.Sheet(name: name, visibility: visibility, part: target.target))
    }
    (sheets, countsFrom1904) = (found, from1904)
  }
}
