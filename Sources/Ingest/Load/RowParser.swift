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
  ///
  /// Plain values: a record visits every column, and must not pay for counting references.
  struct Column {
    let field: Field
    let kind: ValueKind
    /// Where it stands; where the file has it in two languages, the first place.
    let position: Int
    /// The column has other places, in `otherPositions` under this number.
    let others: Int?
    let metric: Metric?
  }

  let format: FormatDescriptor
  let header: [String]
  let columns: [Column]
  var remarks = Remarks()
  private let otherPositions: [[Int]]
  /// Pieces of addresses that tell the kind of post.
  let permalinkFormats: [(piece: [UInt8], postFormat: PostFormat)]

  // What the cells of the current record said that is no part of the observation.
  var isShare = false
  var dataComment: String?
  var interactionsTotal: Int64?
  var handles: HandleReader
  private var postFormats: LabelCache<PostFormat>
  private var rowKinds: LabelCache<RowKind>

  private enum RowKind { case lifetime, day, unknown }

  init(_ file: DelimitedFile) {
    let format = file.format
    self.format = format
    header = file.header
    handles = HandleReader(format)
    var others: [[Int]] = []
    columns = zip(format.columns, file.match.positions).compactMap { spec, positions in
      guard let first = positions.first else { return nil }
      if positions.count > 1 { others.append(positions) }
      return Column(
        field: spec.field, kind: spec.kind, position: first,
        others: positions.count > 1 ? others.count - 1 : nil, metric: Metric(spec.field))
    }
    otherPositions = others
    permalinkFormats = format.permalinkFormats.map { (Array($0.piece.utf8), $0.postFormat) }
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

  /// The metrics that the file has columns for.
  var metrics: [Metric] { Metric.allCases.filter { metric in columns.contains { $0.metric == metric } } }

  /// Reads the reader's current record.
  ///
  /// - Throws: `FileRefusal` where the cell shows that the whole file is unusable.
  mutating func parse(
    _ reader: borrowing CSVReader, into observation: inout Observation
  ) throws(FileRefusal) -> Outcome {
    observation.clear()
    observation.postFormat = format.unlabelledPostFormat
    (isShare, dataComment, interactionsTotal) = (false, nil, nil)
    observation.line = reader.line
    if reader.isUnterminated { return .reject(Reject(code: .openQuote, column: "", value: "")) }
    if reader.count > header.count {
      for index in header.count..<reader.count where !reader[index].isEmpty {
        return .reject(reject(.extraCells, "", reader, index))
      }
    }
    for index in columns.indices {
      if let reject = try read(columns[index], reader, &observation) { return .reject(reject) }
    }
    return judge(reader, &observation)
  }

  /// Reads one column's cell; a rejection where it holds no value of its kind.
  private mutating func read(
    _ column: Column, _ reader: borrowing CSVReader, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    var position = column.position
    if let others = column.others {
      var filled: [Int] = []
      for place in otherPositions[others] where !reader[place].isEmpty { filled.append(place) }
      for place in filled.dropFirst() where !reader[place].elementsEqual(reader[filled[0]]) {
        return reject(.conflictingColumns, header[place], reader, place)
      }
      position = filled.first ?? position
    }
    // A blank cell says nothing, whatever its kind: the value stays unknown.
    let bytes = reader[position]
    guard !bytes.isEmpty else { return nil }
    switch column.kind {
    case .count:
      guard let value = CellValue.count(bytes) else {
        return reject(.badCount, header[position], reader, position)
      }
      keep(value, column, &observation)
    case .decimal:
      guard let value = CellValue.decimal(bytes) else {
        return reject(.badNumber, header[position], reader, position)
      }
      observation.watchSeconds = value
    case .id: return try readID(column, reader, position, &observation)
    case .pacificMinute: return readTime(reader, position, &observation)
    case .flag, .postFormat, .text, .rowKind: return try readText(column, reader, position, &observation)
    }
    return nil
  }

  private mutating func keep(_ value: Int64, _ column: Column, _ observation: inout Observation) {
    if let metric = column.metric {
      observation[metric] = value
    } else if column.field == .durationSeconds {
      observation.durationSeconds = value
    } else {
      interactionsTotal = value
    }
  }

  private func readID(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    let bytes = reader[position]
    if !CellValue.isDigits(bytes) {
      if CellValue.isDestroyedID(bytes) {
        throw .destroyedID(column: header[position], value: value(reader, position), line: reader.line)
      }
      return reject(.badID, header[position], reader, position)
    }
    observation.set(column.field == .nativeID ? .nativeID : .accountID, bytes)
    return nil
  }

  private mutating func readTime(
    _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) -> Reject? {
    guard let (day, minute) = CellValue.monthDayYearMinute(reader[position]) else {
      return reject(.badTime, header[position], reader, position)
    }
    let reading = PacificTime.instant(of: day, minuteOfDay: minute)
    observation.publishedAt = reading.epoch
    if reading.isAmbiguous { remarks.ambiguousHours.note(reader.line) }
    if reading.isSkipped { remarks.skippedHours.note(reader.line) }
    return nil
  }

  private mutating func readText(
    _ column: Column, _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) throws(FileRefusal) -> Reject? {
    let bytes = reader[position]
    guard isText(bytes) else { return reject(.badText, header[position], reader, position) }
    switch column.field {
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

  private mutating func readShare(_ reader: borrowing CSVReader, _ position: Int) -> Reject? {
    let bytes = reader[position]
    guard bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") else {
      return reject(.badFlag, header[position], reader, position)
    }
    isShare = bytes[0] == UInt8(ascii: "1")
    return nil
  }

  private mutating func readPostFormat(
    _ reader: borrowing CSVReader, _ position: Int, _ observation: inout Observation
  ) {
    if let known = postFormats.value(reader[position]) {
      observation.postFormat = known
    } else if let label = reader.text(position), remarks.unknownPostFormats.count < 20 {
      remarks.unknownPostFormats.insert(label)
    }
  }

  /// A known mark of a lifetime row or a dash passes; a day refuses the file; another word is remembered.
  private mutating func readRowKind(
    _ reader: borrowing CSVReader, _ position: Int
  ) throws(FileRefusal) {
    switch rowKinds.value(reader[position]) {
    case .lifetime: return
    case .day:
      throw .dailyBreakdown(column: header[position], value: value(reader, position), line: reader.line)
    case .unknown, nil: remarks.unknownRowKind = remarks.unknownRowKind ?? reader.text(position)
    }
  }

  func reject(
    _ code: RejectCode, _ column: String, _ reader: borrowing CSVReader, _ position: Int
  ) -> Reject {
    Reject(code: code, column: column, value: value(reader, position))
  }

  private func value(_ reader: borrowing CSVReader, _ position: Int) -> String {
    visible(String(decoding: reader[position].prefix(400), as: UTF8.self))
  }
}
