/// What a number in a cell means, as far as its style tells.
enum NumberFormat: UInt8 {
  case plain
  case percent
  /// Has a year, month or day, and perhaps a time.
  case date
  /// Has a time of day only.
  case time
  /// Counts hours, minutes or seconds beyond a day, as `[h]:mm` does.
  case elapsed

  /// The formats that have a number instead of a code (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 belong to East
  /// Asian languages, which do not agree on all of them.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32, 33, 45, 47: self = .time
    case 46: self = .elapsed
    default: self = .plain
    }
  }

  /// Judges a code such as `yyyy\-mm\-dd` or `[$-409]h:mm AM/PM;@` by the letters that are not quoted.
  init(code: some Sequence<UInt8>) {
    var letters = FormatLetters(code)
    letters.read()
    if letters.hasDate {
      self = .date
    } else if letters.isElapsed {
      self = .elapsed
    } else if letters.found.isEmpty {
      self = letters.isPercent ? .percent : .plain
    } else {
      self = .time
    }
  }
}

/// The letters of a number format that stand for parts of a date, one for each run of the same.
private struct FormatLetters {
  private let code: [UInt8]
  private var place = 0
  private(set) var found: [UInt8] = []
  private(set) var isElapsed = false
  private(set) var isPercent = false

  /// Letters are taken as lower case: Excel does not tell them apart.
  init(_ code: some Sequence<UInt8>) {
    self.code = code.map { 65...90 ~= $0 ? $0 | 32 : $0 }
  }

  /// A year, a day, or an `m` that is a month: one neither after hours nor before seconds.
  var hasDate: Bool {
    found.indices.contains { i in
      switch found[i] {
      case UInt8(ascii: "y"), UInt8(ascii: "d"): true
      case UInt8(ascii: "m"):
        !(i > 0 && found[i - 1] == UInt8(ascii: "h") || found.dropFirst(i + 1).first == UInt8(ascii: "s"))
      default: false
      }
    }
  }

  mutating func read() {
    var last: UInt8 = 0
    while place < code.count {
      let byte = code[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): _ = skip(to: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
      case UInt8(ascii: "["): readBrackets(skip(to: UInt8(ascii: "]")))
      case UInt8(ascii: "%"): isPercent = true
      case UInt8(ascii: "a"):
        place += ["m/pm", "/p"].first { code[place...].starts(with: $0.utf8) }?.count ?? 0
      case _ where "ymdhs".utf8.contains(byte): if byte != last { found.append(byte) }
      default: break
      }
      last = byte
    }
  }

  /// Skips to the closing mark and returns what is before it.
  private mutating func skip(to mark: UInt8) -> ArraySlice<UInt8> {
    let inside = code[place...].prefix { $0 != mark }
    place = min(code.count, inside.endIndex + 1)
    return inside
  }

  /// `[hh]` counts hours; `[Red]`, `[>5]` and `[$-409]` are something else.
  private mutating func readBrackets(_ inside: ArraySlice<UInt8>) {
    guard let letter = inside.first, "hms".utf8.contains(letter), inside.allSatisfy({ $0 == letter }) else {
      return
    }
    isElapsed = true
    found.append(letter)
  }
}

/// The number formats of a workbook's cell styles.
struct CellStyles {
  private var formats: [NumberFormat] = []

  /// The format of a cell with this style.
  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .plain }

  /// Reads the styles part; without one, every number is plain.
  init(_ package: OfficePackage, _ part: String?) throws(ContainerError) {
    guard let part else { return }
    var codes: [Int: NumberFormat] = [:]
    var ids: [Int?] = []
    var isInCells = false
    try package.scan(part) { scanner, event in
      guard event == .start else { return }
      if scanner.depth == 2 { isInCells = scanner.isElement("cellXfs") }
      guard scanner.depth == 3 else { return }
      let id = scanner.attribute("numFmtId").flatMap { Int(decimal: $0) }
      if scanner.isElement("numFmt"), let id {
        codes[id] = scanner.attribute("formatCode").map { NumberFormat(code: $0) }
      } else if isInCells, scanner.isElement("xf") {
        ids.append(id)
      }
    }
    formats = ids.map { id in id.map { codes[$0] ?? NumberFormat(builtIn: $0) } ?? .plain }
  }
}

extension Int {
  /// A number of at most nine digits and nothing else.
  init?(decimal bytes: some Collection<UInt8>) {
    guard 1...9 ~= bytes.count else { return nil }
    self = 0
    for byte in bytes {
      guard 48...57 ~= byte else { return nil }
      self = self &* 10 &+ Int(byte &- 48)
    }
  }
}
