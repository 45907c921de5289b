/// The state of reading a sheet: the events of its XML go in, fields and line ends come out.
struct SheetText: ~Copyable {
  /// The `t` of a cell (ST_CellType).
  private enum CellType { case number, shared, text, boolean }

  private static let pieceSize = 1 << 16

  private var scanner: XMLScanner
  private let name: String
  private let strings: SharedStrings
  private let styles: CellStyles
  private let countsFrom1904: Bool
  private let limits: XLSXWorkbook.Limits

  private var output: [UInt8] = []
  private var taken = 0
  private var total = 0
  private var isFinished = false

  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  /// The row and column being read, from 1; 0 before the first.
  private var row = 0
  private var column = 0
  /// The row and column to which the output has come.
  private var writtenRow = 0
  private var writtenColumn = 0
  private var type = CellType.number
  private var style = 0
  private var value: RichText

  init(
    _ source: any ByteSource, name: String, strings: SharedStrings, styles: CellStyles, countsFrom1904: Bool,
    limits: XLSXWorkbook.Limits
  ) {
    scanner = XMLScanner(source)
    value = RichText(limit: limits.cellBytes)
    self.name = name
    self.strings = strings
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
    self.limits = limits
    output.reserveCapacity(2 * Self.pieceSize)
  }

  /// Fills the start of `buffer` and returns how many bytes it wrote; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if taken == output.count { try advance() }
    let count = min(buffer.count, output.count - taken)
    output.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
    }
    taken += count
    return count
  }

  /// Reads on until there is a piece of output, or the sheet ends.
  private mutating func advance() throws {
    output.removeAll(keepingCapacity: true)
    taken = 0
    while output.count < Self.pieceSize, !isFinished {
      switch try scanner.next() {
      case .start: try start()
      case .text: if isInCell { try value.append(scanner, name) }
      case .end: try end()
      case .finish:
        isFinished = true
        if writtenRow > 0 { output.append(10) }
      }
    }
    total += output.count
    guard total <= limits.sheetBytes else {
      throw ContainerError.tooMuchText(part: name, limit: limits.sheetBytes)
    }
  }

  private mutating func start() throws {
    switch scanner.depth {
    case 2: isInData = scanner.isElement("sheetData")
    case 3 where isInData && scanner.isElement("row"): try startRow()
    case 4 where isInRow && scanner.isElement("c"): try startCell()
    case 5 where isInCell: try startValue()
    case 6... where isInCell: try value.start(scanner)
    default: break
    }
  }

  private mutating func end() throws {
    switch scanner.depth {
    case 3: isInRow = false
    case 4 where isInCell:
      isInCell = false
      if !value.bytes.isEmpty { try writeCell() }
    case 5... where isInCell: value.end(scanner)
    default: break
    }
  }

  private mutating func startRow() throws {
    guard let next = scanner.attribute("r").map({ Int(decimal: $0) }) ?? row + 1, next > row else {
      throw ContainerError.badReference(sheet: name, row: row)
    }
    guard next <= limits.rows else { throw ContainerError.tooManyRows(sheet: name, limit: limits.rows) }
    (row, column) = (next, 0)
    isInRow = true
  }

  private mutating func startCell() throws {
    guard let next = scanner.attribute("r").map({ Self.column($0, row: row) }) ?? column + 1, next > column
    else {
      throw ContainerError.badReference(sheet: name, row: row)
    }
    column = next
    style = scanner.attribute("s").map { Int(decimal: $0) ?? -1 } ?? 0
    type =
      switch scanner.attribute("t") {
      case nil: .number
      case let type? where type.elementsEqual("n".utf8): .number
      case let type? where type.elementsEqual("s".utf8): .shared
      case let type? where type.elementsEqual("b".utf8): .boolean
      // Formulas' texts, errors, dates of the strict standard.
      default: .text
      }
    value.removeAll()
    isInCell = true
  }

  /// Reads `v` and, for texts that are not shared, `is`; a formula is left out.
  private mutating func startValue() throws {
    let isInline = scanner.isElement("is")
    guard isInline || scanner.isElement("v") else { return }
    guard value.bytes.isEmpty else { throw ContainerError.badCell(sheet: name, row: row) }
    if isInline {
      type = .text
      value.begin(scanner)
    } else {
      value.beginText(scanner)
    }
  }

  /// The column of a reference such as `AB12`, from 1; `nil` if it is none or in another row.
  private static func column(_ reference: UnsafeRawBufferPointer, row: Int) -> Int? {
    let letters = reference.prefix { 65...90 ~= $0 }
    guard 1...3 ~= letters.count, Int(decimal: reference[letters.count...]) == row else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 }
  }

  private mutating func writeCell() throws {
    switch type {
    case .shared:
      guard let field = Int(decimal: value.bytes).flatMap({ strings[$0] }) else {
        throw ContainerError.unknownString(sheet: name, row: row)
      }
      guard !field.isEmpty else { return }
      try separate()
      output.append(contentsOf: field)
    case .text:
      try separate()
      output.appendField(value.bytes)
    case .boolean:
      try separate()
      output.appendField(Self.booleans[value.bytes] ?? value.bytes)
    case .number:
      try separate()
      value.bytes.withUnsafeBytes {
        CellText.append($0, styles[style], countsFrom1904: countsFrom1904, to: &output)
      }
    }
  }

  private static let booleans: [[UInt8]: [UInt8]] = [
    Array("1".utf8): Array("TRUE".utf8), Array("0".utf8): Array("FALSE".utf8),
    Array("true".utf8): Array("TRUE".utf8), Array("false".utf8): Array("FALSE".utf8),
  ]

  /// Writes the line ends and commas up to the current cell.
  private mutating func separate() throws {
    guard column <= limits.columns else {
      throw ContainerError.tooManyColumns(sheet: name, row: row, limit: limits.columns)
    }
    if writtenRow < row {
      // The first row has no line end before it.
      output.append(contentsOf: repeatElement(10, count: row - max(1, writtenRow)))
      (writtenRow, writtenColumn) = (row, 1)
    }
    output.append(contentsOf: repeatElement(44, count: column - writtenColumn))
    writtenColumn = column
  }
}
