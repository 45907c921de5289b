internal import FoundationEssentials
internal import Glibc
import Warehouse

/// Turns the records of one file into observations, by its format and its header.
struct RowParser {
  /// What a record is.
  enum Outcome: Equatable {
    case observation
    /// The account's own total over all posts.
    case total
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
    let isRequired: Bool
  }

  let format: FormatDescriptor
  let header: [String]
  let columns: [Column]
  let reading: CellReading
  /// Another delimiter than the platforms' own stands between the fields.
  let isResaved: Bool
  var remarks = Remarks()
  private let unknownMarks: [[UInt8]]
  /// How many cells a record has at least.
  private let leastCells: Int
  private let otherPositions: [[Int]]
  /// Pieces of addresses that tell the kind of post.
  let permalinkFormats: [(piece: [UInt8], postFormat: PostFormat)]

  // What the cells of the current record said that is no part of the observation.
  var isShare = false
  var dataComment: String?
  var interactionsTotal: Int64?
  var handles: HandleReader
  var postFormats: LabelCache<PostFormat>
  var rowKinds: LabelCache<RowKind>
  var days: LabelCache<CivilDate>

  enum RowKind { case lifetime, day, unknown }

  init(_ file: DelimitedFile) {
    let format = file.format
    self.format = format
    header = file.header
    reading = file.reading
    isResaved = file.dialect.delimiter != comma
    unknownMarks = format.unknownMarks.map { Array($0.utf8) }
    handles = HandleReader(format)
    var others: [[Int]] = []
    columns = zip(format.columns, file.match.positions).compactMap { spec, positions in
      guard let first = positions.first else { return nil }
      if positions.count > 1 { others.append(positions) }
      return Column(
        field: spec.field, kind: spec.kind, position: first,
        others: positions.count > 1 ? others.count - 1 : nil, metric: Metric(spec.field),
        isRequired: spec.isRequired)
    }
    otherPositions = others
    // A sheet does not keep empty cells at a row's end.
    let isRagged = !format.isRectangular || file.text.content.isSheet
    let width =
      file.match.isByPosition
      ? columns.map(\.position).max() : file.header.lastIndex { !$0.trimmed.isEmpty }
    leastCells = isRagged ? 0 : (width ?? 0) + 1
    permalinkFormats = format.permalinkFormats.map { (Array($0.piece.utf8), $0.postFormat) }
    postFormats = LabelCache { label in format.postFormats[label] }
    days = LabelCache(isNormalised: false, WrittenDay.day)
    rowKinds = LabelCache { label in
      if label.isEmpty || label == "-" || format.lifetimeMarks.contains(label) { return .lifetime }
      return label.contains(where: \.isNumber) ? .day : .unknown
    }
  }

  /// The interactions that the file has columns for, in the order of the schema, joined by `+`; `nil` for none.
  var interactionBasis: String? {
    let parts = format.interactions.filter { field in columns.contains { $0.field == field } }
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
    if reader.count < leastCells, reader.count > 1 || !format.hasFooter {
      if isEmpty(reader) { return .skip(.emptyRow) }
      return .reject(Reject(code: .missingCells, column: "", value: "\(reader.count) < \(leastCells)"))
    }
    for index in columns.indices {
      if let reject = try read(columns[index], reader, &observation) {
        return try headerAgain(reader) ?? .reject(reject)
      }
    }
    let outcome = judge(reader, &observation)
    if case .observation = outcome, reader.count < header.count, !observation.hasMetrics {
      remarks.cutShort.note(reader.line)
    }
    if case .reject = outcome { return try headerAgain(reader) ?? outcome }
    return outcome
  }

  /// A header in the middle: two exports were pasted below each other.
  ///
  /// - Throws: `FileRefusal` where its columns stand in another order, so that what follows means something else.
  private func headerAgain(_ reader: borrowing CSVReader) throws(FileRefusal) -> Outcome? {
    let cells = reader.lenientTexts().map(HeaderCell.normalised)
    var own = header.map(HeaderCell.normalised)
    while own.count > cells.count, own.last?.isEmpty == true { own.removeLast() }
    if Array(cells.prefix(own.count)) == own { return .skip(.repeatedHeader) }
    let known = cells.count { Self.knownHeaders.contains($0) }
    guard known >= 3, known * 2 > cells.count else { return nil }
    throw .secondHeader(line: reader.line)
  }

  private static let knownHeaders: Set<String> = Set(
    FormatDescriptor.known.flatMap(\.columns).flatMap { $0.aliases.values.joined() }
      .map(HeaderCell.normalised))

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
    if !unknownMarks.isEmpty, column.kind != .text, unknownMarks.contains(where: bytes.elementsEqual) {
      return nil
    }
    switch column.kind {
    case .count:
      guard let value = CellValue.count(bytes) ?? damagedCount(bytes, column.kind) else {
        return reject(.badCount, header[position], reader, position)
      }
      keep(value, column, &observation)
    case .decimal:
      guard let value = decimal(bytes) else {
        return reject(.badNumber, header[position], reader, position)
      }
      observation.watchSeconds = value
    case .id: return try readID(column, reader, position, &observation)
    case .pacificMinute: return readTime(reader, position, &observation)
    case .flag, .postFormat, .text, .rowKind: return try readText(column, reader, position, &observation)
    default: return readOther(column, reader, position, &observation)
    }
    return nil
  }

  mutating func keep(_ value: Int64, _ column: Column, _ observation: inout Observation) {
    if let metric = column.metric {
      observation[metric] = value
    } else if column.field == .durationSeconds {
      observation.durationSeconds = value
    } else {
      interactionsTotal = value
    }
  }

  func reject(
    _ code: RejectCode, _ column: String, _ reader: borrowing CSVReader, _ position: Int
  ) -> Reject {
    Reject(code: code, column: column, value: value(reader, position))
  }

  func value(_ reader: borrowing CSVReader, _ position: Int) -> String {
    visible(String(decoding: reader[position].prefix(400), as: UTF8.self))
  }
}
