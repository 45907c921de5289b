internal import FoundationEssentials
internal import Glibc
import Warehouse

/// The kinds of cells.
extension RowParser {
  mutating func readID(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    var bytes = reader[position]
    if let inner = DamagedCell.unguarded(bytes) {
      remarks.guards.note(reader.line)
      bytes = inner
    }
    if !CellValue.isDigits(bytes) {
      if CellValue.isDestroyedID(bytes) {
        throw .destroyedID(column: header[position], value: value(reader, position), line: reader.line)
      }
      return reject(.badID, header[position], reader, position)
    }
    observation.set(column.field == .nativeID ? .nativeID : .accountID, bytes)
    return nil
  }

  mutating func readTime(
    _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    guard let (day, minute) = nativeTime(reader[position]) ?? damagedTime(reader.text(position) ?? "") else {
      return reject(.badTime, header[position], reader, position)
    }
    let reading = PacificTime.instant(of: day, minuteOfDay: minute)
    guard Calendar.key(of: WITA.day(of: reading.epoch)) != 0 else {
      remarks.outsideCalendar.note(reader.line)
      return nil
    }
    observation.publishedAt = reading.epoch
    if reading.isAmbiguous { remarks.ambiguousHours.note(reader.line) }
    if reading.isSkipped { remarks.skippedHours.note(reader.line) }
    return nil
  }

  func nativeTime(_ bytes: UnsafeRawBufferPointer) -> (day: CivilDate, minute: Int)? {
    guard reading.times == .native else { return nil }
    return CellValue.monthDayYearMinute(bytes).map { ($0.day, $0.minuteOfDay) }
  }

  mutating func damagedTime(_ text: String) -> (day: CivilDate, minute: Int)? {
    guard let time = DamagedCell.time(text) else { return nil }
    remarks.damage.times = true
    return DamagedCell.day(time, reading.times)
  }

  mutating func readText(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    let bytes = reader[position]
    guard isText(bytes) else {
      remarks.damage.texts = true
      return reject(.badText, header[position], reader, position)
    }
    switch column.field {
    case .nativeID:
      if DamagedCell.unguarded(bytes) != nil { remarks.guards.note(reader.line) }
      observation.set(.nativeID, DamagedCell.unguarded(bytes) ?? bytes)
    case .permalink: observation.set(.permalink, bytes)
    case .accountName: observation.set(.accountName, bytes)
    case .accountHandle:
      observation.set(.accountHandle, Registry.normalisedHandle(reader.text(position) ?? ""))
    case .customLabel: observation.set(.customLabel, bytes)
    case .title: observation.set(.title, bytes)
    case .caption: observation.set(.caption, bytes)
    case .dataComment: dataComment = reader.text(position)
    case .isShare: return readShare(reader, position)
    case .postFormat: readPostFormat(reader, position, &observation)
    case .rowKind: try readRowKind(reader, position)
    default: break
    }
    return nil
  }

  mutating func readShare(_ reader: borrowing CSVReader, _ position: Int) -> Reject? {
    let bytes = reader[position]
    guard bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") else {
      return reject(.badFlag, header[position], reader, position)
    }
    isShare = bytes[0] == UInt8(ascii: "1")
    return nil
  }

  mutating func readPostFormat(
    _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) {
    if let known = postFormats.value(reader[position]) {
      observation.postFormat = known
    } else if let label = reader.text(position), remarks.unknownPostFormats.count < 20 {
      remarks.unknownPostFormats.insert(label)
    }
  }

  /// A known mark of a lifetime row or a dash passes; a day refuses the file; another word is remembered.
  mutating func readRowKind(
    _ reader: borrowing CSVReader, _ position: Int
  ) throws(FileRefusal) {
    switch rowKinds.value(reader[position]) {
    case .lifetime: return
    case .day:
      throw .dailyBreakdown(column: header[position], value: value(reader, position), line: reader.line)
    case .unknown, nil: remarks.unknownRowKind = remarks.unknownRowKind ?? reader.text(position)
    }
  }

  /// The kinds of cells that Meta's files do not have.
  mutating func readOther(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    let bytes = reader[position]
    switch column.kind {
    case .signedCount, .wholeDecimal:
      let value = CellValue.count(bytes, allowsNegative: column.kind == .signedCount)
      guard let value = value ?? damagedCount(bytes, column.kind) else {
        return reject(.badCount, header[position], reader, position)
      }
      keep(value, column, &observation)
    case .hours:
      guard let value = decimal(bytes) else {
        return reject(.badNumber, header[position], reader, position)
      }
      observation.watchSeconds = value * 3600
    case .span:
      guard let value = CellValue.span(bytes) ?? damagedCount(bytes, .count) else {
        return reject(.badCount, header[position], reader, position)
      }
      observation.durationSeconds = value
    case .videoID:
      let id = CellValue.videoID(DamagedCell.unguarded(bytes) ?? bytes)
      if let id { observation.set(.nativeID, id) } else { observation.set(.rowLabel, bytes) }
    case .day: return readDay(column, reader, position, &observation)
    case .zonedMinute: observation.publishedAt = reader.text(position).flatMap(Instant.zonedMinute)
    default: break
    }
    return nil
  }

  /// A day as the platform or a spreadsheet writes it; where the format can do without, one that is neither is passed
  /// over.
  mutating func readDay(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    if let day = days.value(reader[position]) {
      observation.publishedDay = day
      return nil
    }
    let text = reader.text(position) ?? ""
    if let day = WrittenDay.serial(text.trimmed) {
      observation.publishedDay = day
      remarks.serialDays.note(reader.line)
    } else if let order = reading.dayOrder, let day = WrittenDay.day(text.trimmed, order) {
      observation.publishedDay = day
    } else if column.isRequired {
      if WrittenDay.numbers(text.trimmed) != nil { remarks.damage.times = true }
      return reject(.badDay, header[position], reader, position)
    }
    return nil
  }

  /// A count as a spreadsheet writes it, where the file proved its marks.
  mutating func damagedCount(_ bytes: UnsafeRawBufferPointer, _ kind: ValueKind) -> Int64? {
    if let inner = DamagedCell.unguarded(bytes) {
      return CellValue.count(inner, allowsNegative: kind == .signedCount)
    }
    if kind == .wholeDecimal, let whole = DamagedCell.wholePart(bytes) { return CellValue.count(whole) }
    guard let (mark, _) = DamagedCell.grouping(bytes) else { return nil }
    guard mark == reading.thousandsMark else {
      remarks.damage.counts = true
      return nil
    }
    return DamagedCell.without(mark, bytes).withUnsafeBytes {
      CellValue.count($0, allowsNegative: kind == .signedCount)
    }
  }

  /// A number with a fraction behind the file's mark.
  mutating func decimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
    if reading.decimalMark == point, let value = CellValue.decimal(bytes) {
      // Behind another delimiter than the platform's a point may have become a mark of thousands.
      if isResaved, bytes.contains(point) { remarks.damage.decimals = true }
      return value
    }
    guard reading.decimalMark == comma else {
      remarks.damage.decimals = true
      return nil
    }
    let parts = bytes.split(separator: comma, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let whole = UnsafeRawBufferPointer(rebasing: first)
    if whole.contains(point), DamagedCell.grouping(whole)?.mark != point { return nil }
    var digits = DamagedCell.without(point, whole)
    if parts.count == 2 { digits += [point] + parts[1] }
    return digits.withUnsafeBytes(CellValue.decimal)
  }
}
