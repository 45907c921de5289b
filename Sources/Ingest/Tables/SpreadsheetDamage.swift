import Warehouse

/// What a file as a whole proves of the way in which a spreadsheet has rewritten its cells.
///
/// A mark or an order is accepted only where some cell allows no other and none contradicts it; else the file is
/// refused: a number read in the wrong way would look like any other.
struct SpreadsheetDamage {
  /// The marks of numbers that cells prove.
  struct Marks {
    var decimal: UInt8? = point
    var thousands: UInt8?

    var assumptions: [Assumption] {
      (decimal == comma ? [.decimalComma] : [])
        + (thousands.map { [.thousandsMark(String(UnicodeScalar($0)))] } ?? [])
    }

    /// A number with a fraction; `nil` where it is none, or the mark is not certain.
    func decimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
      guard let mark = decimal else { return bytes.contains(comma) ? nil : CellValue.decimal(bytes) }
      let other = mark == comma ? point : comma
      return bytes.compactMap { $0 == mark ? point : $0 == other && thousands == other ? nil : $0 }
        .withUnsafeBytes(CellValue.decimal)
    }

    /// A whole number in groups of three.
    func count(_ bytes: UnsafeRawBufferPointer, allowsNegative: Bool) -> Int64? {
      guard let mark = thousands, DamagedCell.grouping(bytes)?.mark == mark else { return nil }
      return DamagedCell.without(mark, bytes).withUnsafeBytes {
        CellValue.count($0, allowsNegative: allowsNegative)
      }
    }
  }

  private var times = TimeEvidence()
  private var decimals = DecimalEvidence()
  private var counts = CountEvidence()

  private struct TimeEvidence {
    /// Of three numbers: the first, or the second, is no month; either may be one.
    var firstBig = 0
    var secondBig = 0
    var open = 0
    /// Not in the platform's own shape.
    var loose = 0
    var calendar = 0
    var calendarBig = 0
    var numbers: Int { firstBig + secondBig + open }
  }

  private struct DecimalEvidence {
    var commaCertain = 0
    var commaOpen = 0
    var pointCertain = 0
    var pointOpen = 0
  }

  private struct CountEvidence {
    var grouped: [UInt8: Int] = [:]
    var severalGroups = 0
    /// Numbers of four digits and more without any mark.
    var plainLong = 0
  }

  /// Reads the cells of the file's columns of times and numbers once.
  init(_ file: DelimitedFile) throws {
    let columns = RowParser(file).columns
    let typed = Dictionary(columns.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    var reader = try file.records()
    while try reader.next() {
      for position in 0..<min(reader.count, file.header.count) where !reader[position].isEmpty {
        note(reader, position, typed[position])
      }
    }
  }

  /// What cells that are all at hand prove of their marks; a mark that they leave open is none.
  static func marks(counts: [String], decimals: [String]) -> Marks {
    var damage = SpreadsheetDamage()
    for cell in counts { Array(cell.utf8).withUnsafeBytes { damage.noteCount($0) } }
    for cell in decimals { Array(cell.utf8).withUnsafeBytes { damage.noteDecimal($0) } }
    var marks = Marks()
    guard let mark = try? damage.provenDecimalMark(comma) else {
      // Contradicting or open: only what has no mark at all is read.
      if damage.decimals.commaCertain + damage.decimals.commaOpen > 0 { marks.decimal = nil }
      marks.thousands = damage.provenThousandsMark(nil)
      return marks
    }
    marks.decimal = mark
    marks.thousands = damage.provenThousandsMark(mark)
    return marks
  }

  private init() {}

  private mutating func note(
    _ reader: borrowing CSVReader, _ position: Int, _ column: RowParser.Column?
  ) {
    switch column?.kind {
    case .pacificMinute: noteTime(reader[position], reader.text(position) ?? "")
    case .day where column?.isRequired == true: noteDay(reader.text(position) ?? "")
    case .count, .signedCount: noteCount(reader[position])
    // What no format reads may still show the mark of the file's decimals.
    case .decimal, .hours, nil: noteDecimal(reader[position])
    default: break
    }
  }

  private mutating func noteTime(_ bytes: UnsafeRawBufferPointer, _ text: String) {
    switch DamagedCell.time(text) {
    case .numbers(let first, let second, _, _):
      noteNumbers(first, second)
      if bytes.count != 16 || CellValue.monthDayYearMinute(bytes) == nil && first <= 12 { times.loose += 1 }
    case .calendar(let day, _): noteCalendar(day)
    case nil: break
    }
  }

  private mutating func noteDay(_ text: String) {
    if let (first, second, _) = WrittenDay.numbers(text.trimmed) {
      noteNumbers(first, second)
      times.loose += 1
    }
  }

  private mutating func noteNumbers(_ first: Int, _ second: Int) {
    if (13...31).contains(first), second <= 12 {
      times.firstBig += 1
    } else if (13...31).contains(second), first <= 12 {
      times.secondBig += 1
    } else if first <= 12, second <= 12 {
      times.open += first == second ? 0 : 1
    }
  }

  private mutating func noteCalendar(_ day: CivilDate) {
    times.calendar += 1
    if day.parts.day > 12 { times.calendarBig += 1 }
  }

  private mutating func noteCount(_ bytes: UnsafeRawBufferPointer) {
    if let (mark, count) = DamagedCell.grouping(bytes) {
      counts.grouped[mark, default: 0] += 1
      if count > 1 { counts.severalGroups += 1 }
    } else if bytes.count >= 4, bytes.allSatisfy(DamagedCell.isDigit) {
      counts.plainLong += 1
    }
  }

  private mutating func noteDecimal(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= 24, bytes.allSatisfy({ DamagedCell.isDigit($0) || $0 == point || $0 == comma }),
      let last = bytes.lastIndex(where: { !DamagedCell.isDigit($0) }), last > 0, last + 1 < bytes.count
    else { return }
    let marks = bytes.filter { !DamagedCell.isDigit($0) }
    let isOpen = DamagedCell.grouping(bytes) != nil
    // Several equal marks are of thousands, and say nothing of fractions.
    if Set(marks).count == 1, marks.count > 1 { return }
    if bytes[last] == comma {
      if isOpen { decimals.commaOpen += 1 } else { decimals.commaCertain += 1 }
    } else {
      if isOpen { decimals.pointOpen += 1 } else { decimals.pointCertain += 1 }
    }
  }

  /// The reading that the file proves.
  ///
  /// - Throws: `FileRefusal` where cells contradict each other, or several readings would do.
  func reading(delimiter: UInt8) throws(FileRefusal) -> CellReading {
    var reading = CellReading()
    reading.times = try provenTimes()
    let mark = try provenDecimalMark(delimiter)
    reading.decimalMark = mark ?? point
    reading.thousandsMark = provenThousandsMark(mark)
    return reading
  }

  /// The one mark of thousands, where every long number has it.
  private func provenThousandsMark(_ decimalMark: UInt8?) -> UInt8? {
    guard let (group, count) = counts.grouped.first, counts.grouped.count == 1, counts.plainLong == 0,
      group != decimalMark, counts.severalGroups > 0 || count > 1 || decimalMark != nil
    else { return nil }
    return group
  }

  private func provenTimes() throws(FileRefusal) -> CellReading.Times {
    if times.calendar > 0 {
      if times.numbers == 0, times.calendarBig > 0 { return .calendar }
      if times.secondBig == times.numbers, times.numbers > 0, times.calendarBig == 0 { return .swapped }
      throw times.numbers == 0 ? .ambiguousDays : .mixedDays
    }
    switch (times.firstBig > 0, times.secondBig > 0) {
    case (true, false):
      // In a file of the platform's own shape a slip must not turn every other day round: of a month's days three in five
      // are beyond the twelfth.
      let isConsistent = times.firstBig > 1 && times.firstBig * 4 >= times.numbers
      return times.loose > 1 || times.loose == times.numbers || isConsistent ? .dayFirst : .native
    case (false, true): return times.loose > 0 ? .monthFirst : .native
    case (false, false):
      guard times.loose > 0, times.open > 0 else { return times.loose > 0 ? .monthFirst : .native }
      // One hand-made cell among the platform's own is rejected alone.
      guard times.loose > 1 || times.loose == times.numbers else { return .native }
      throw .ambiguousDays
    case (true, true):
      // A slip or two in a file that is otherwise the platform's own.
      guard times.loose == 0, times.firstBig * 10 <= times.secondBig else { throw .mixedDays }
      return .native
    }
  }

  /// The mark of fractions, where the file has any.
  private func provenDecimalMark(_ delimiter: UInt8) throws(FileRefusal) -> UInt8? {
    if decimals.commaCertain > 0, decimals.pointCertain > 0 { throw .mixedDecimals }
    if decimals.commaCertain > 0 { return comma }
    if decimals.pointCertain > 0 { return point }
    if decimals.commaOpen > 0 || (delimiter != comma && decimals.pointOpen > 0) { throw .ambiguousDecimals }
    return nil
  }
}
