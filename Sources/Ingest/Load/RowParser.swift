internal import FoundationEssentials
internal import Glibc
import Warehouse

/// Turns the records of one file into observations, by its format and its header.
struct RowParser {
  /// What a record is.
  enum Outcome: Equatable {
    case observation
    case skip(SkipCode)
    case reject(Reject)
  }

  /// One column of the format that the file has.
  struct Column {
    let field: Field
    let kind: ValueKind
    let positions: [Int]
  }

  let format: FormatDescriptor
  let header: [String]
  let columns: [Column]
  var remarks = Remarks()

  // What the cells of the current record said that is no part of the observation.
  var isShare = false
  var dataComment: String?
  var interactionsTotal: Int64?
  private var postFormats: LabelCache<String>
  private var rowKinds: LabelCache<RowKind>

  private enum RowKind { case lifetime, day, unknown }

  init(_ file: DelimitedFile) {
    let format = file.format
    self.format = format
    header = file.header
    columns = zip(format.columns, file.match.positions).compactMap { spec, positions in
      positions.isEmpty ? nil : Column(field: spec.field, kind: spec.kind, positions: positions)
    }
    postFormats = LabelCache { label in format.postFormats[label] }
    rowKinds = LabelCache { label in
      if label.isEmpty || label == "-" || format.lifetimeMarks.contains(label) { return .lifetime }
      return label.contains(where: \.isNumber) ? .day : .unknown
    }
  }

  /// The interactions that the file has columns for, in the order of the schema, joined by `+`; `nil` for none.
  var interactionBasis: String? {
    let parts = [Field.likes, .comments, .shares, .saves].filter { field in
      columns.contains { $0.field == field }
    }
    return parts.isEmpty ? nil : parts.map(\.rawValue).joined(separator: "+")
  }

  /// Reads the reader's current record.
  ///
  /// - Throws: `FileRefusal` where the cell shows that the whole file is unusable.
  mutating func parse(
    _ reader: CSVReader, into observation: inout Observation
  ) throws(FileRefusal) -> Outcome {
    observation.clear()
    observation.postFormat = format.unlabelledPostFormat
    (isShare, dataComment, interactionsTotal) = (false, nil, nil)
    observation.line = reader.line
    if reader.isUnterminated { return .reject(Reject(code: .openQuote, column: "", value: "")) }
    let extra = (header.count..<max(header.count, reader.count)).first { index in
      reader.withField(index) { !$0.isEmpty }
    }
    if let extra { return .reject(reject(.extraCells, "", reader, extra)) }
    for column in columns {
      if let reject = try read(column, reader, &observation) { return .reject(reject) }
    }
    return judge(reader, &observation)
  }

  /// Reads one column's cell; a rejection where it holds no value of its kind.
  private mutating func read(
    _ column: Column, _ reader: CSVReader, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    var position = column.positions[0]
    if column.positions.count > 1 {
      let filled = column.positions.filter { place in reader.withField(place) { !$0.isEmpty } }
      if Set(filled.compactMap { reader.text($0) }).count > 1 {
        return reject(.conflictingColumns, header[filled[1]], reader, filled[1])
      }
      position = filled.first ?? position
    }
    // A blank cell says nothing, whatever its kind: the value stays unknown.
    guard reader.withField(position, { !$0.isEmpty }) else { return nil }
    switch column.kind {
    case .count, .decimal: return readNumber(column, reader, position, &observation)
    case .id: return try readID(column, reader, position, &observation)
    case .pacificMinute: return readTime(reader, position, &observation)
    case .flag, .postFormat, .text, .rowKind: return try readText(column, reader, position, &observation)
    }
  }

  private mutating func readNumber(
    _ column: Column, _ reader: CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    if column.kind == .decimal {
      guard let value = reader.withField(position, CellValue.decimal) else {
        return reject(.badNumber, header[position], reader, position)
      }
      observation.watchSeconds = value
      return nil
    }
    guard let value = reader.withField(position, { CellValue.count($0) }) else {
      return reject(.badCount, header[position], reader, position)
    }
    if let metric = Metric(column.field) {
      observation[metric] = value
    } else if column.field == .durationSeconds {
      observation.durationSeconds = value
    } else {
      interactionsTotal = value
    }
    return nil
  }

  private func readID(
    _ column: Column, _ reader: CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    if reader.withField(position, CellValue.isDestroyedID) {
      throw .destroyedID(column: header[position], value: value(reader, position), line: reader.line)
    }
    guard reader.withField(position, CellValue.isDigits) else {
      return reject(.badID, header[position], reader, position)
    }
    reader.withField(position) { observation.set(column.field == .nativeID ? .nativeID : .accountID, $0) }
    return nil
  }

  private mutating func readTime(
    _ reader: CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    guard let (day, minute) = reader.withField(position, CellValue.monthDayYearMinute) else {
      return reject(.badTime, header[position], reader, position)
    }
    let reading = PacificTime.instant(of: day, minuteOfDay: minute)
    observation.publishedAt = reading.epoch
    if reading.isAmbiguous { remarks.ambiguousHours.note(reader.line) }
    if reading.isSkipped { remarks.skippedHours.note(reader.line) }
    return nil
  }

  private mutating func readText(
    _ column: Column, _ reader: CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    guard reader.withField(position, isText) else {
      return reject(.badText, header[position], reader, position)
    }
    switch column.field {
    case .permalink: reader.withField(position) { observation.set(.permalink, $0) }
    case .accountName: reader.withField(position) { observation.set(.accountName, $0) }
    case .accountHandle:
      observation.set(.accountHandle, Registry.normalisedHandle(reader.text(position) ?? ""))
    case .customLabel: reader.withField(position) { observation.set(.customLabel, $0) }
    case .title: reader.withField(position) { observation.set(.title, $0) }
    case .caption: reader.withField(position) { observation.set(.caption, $0) }
    case .dataComment: dataComment = reader.text(position)
    case .isShare: return readShare(reader, position)
    case .postFormat: readPostFormat(reader, position, &observation)
    case .rowKind: try readRowKind(reader, position)
    default: break
    }
    return nil
  }

  private mutating func readShare(_ reader: CSVReader, _ position: Int) -> Reject? {
    switch reader.text(position) {
    case "0": return nil
    case "1":
      isShare = true
      return nil
    default: return reject(.badFlag, header[position], reader, position)
    }
  }

  private mutating func readPostFormat(
    _ reader: CSVReader, _ position: Int, _ observation: inout Observation
  ) {
    if let known = reader.withField(position, { postFormats.value($0) }) {
      observation.postFormat = known
    } else if let label = reader.text(position), remarks.unknownPostFormats.count < 20 {
      remarks.unknownPostFormats.insert(label)
    }
  }

  /// A known mark of a lifetime row or a dash passes; a day refuses the file; another word is remembered.
  private mutating func readRowKind(_ reader: CSVReader, _ position: Int) throws(FileRefusal) {
    switch reader.withField(position, { rowKinds.value($0) }) {
    case .lifetime: return
    case .day:
      throw .dailyBreakdown(column: header[position], value: value(reader, position), line: reader.line)
    case .unknown, nil: remarks.unknownRowKind = remarks.unknownRowKind ?? reader.text(position)
    }
  }

  func reject(_ code: RejectCode, _ column: String, _ reader: CSVReader, _ position: Int) -> Reject {
    Reject(code: code, column: column, value: value(reader, position))
  }

  private func value(_ reader: CSVReader, _ position: Int) -> String {
    visible(reader.withField(position) { String(decoding: $0.prefix(400), as: UTF8.self) })
  }
}

/// Whether bytes are text: UTF-8 without NUL.
///
/// ASCII, eight bytes at a time, needs no decoding.
private func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
  guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) == nil else { return bytes.isEmpty }
  var position = 0
  while position + 8 <= bytes.count,
    bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  {
    position += 8
  }
  return String(validating: bytes[position...], as: UTF8.self) != nil
}
