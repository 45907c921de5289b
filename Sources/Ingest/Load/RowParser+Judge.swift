internal import FoundationEssentials
internal import Glibc

extension RowParser {
  /// Judges the record as a whole, once its cells are read.
  mutating func judge(_ reader: borrowing CSVReader, _ observation: inout Observation) -> Outcome {
    if !observation.has(.nativeID), isEmpty(reader) { return .skip(.emptyRow) }
    if let rule = format.rule {
      let outcome = rule(&observation, &remarks)
      if case .reject(let found) = outcome, found.column.isEmpty {
        let field: Field = found.code == .badLink ? .permalink : .nativeID
        return .reject(Reject(code: found.code, column: headerName(field), value: found.value))
      }
      observation.isTotal = outcome == .total
      return outcome ?? .observation
    }
    if let outcome = judgeIdentity(reader, &observation) { return outcome }
    observation.mergeTitle()
    readPermalink(&observation)
    if isShare { observation.postFormat = .share }
    compareTotals(observation)
    return .observation
  }

  /// Error rows and rows without identity; `nil` where the record goes on.
  ///
  /// Meta writes "An error occurred while computing … for content with ID N." where it failed. Such a row may still
  /// hold figures; then the comment names the post.
  private mutating func judgeIdentity(
    _ reader: borrowing CSVReader, _ observation: inout Observation
  ) -> Outcome? {
    let isError = dataComment?.contains("error occurred") == true
    if isError, !observation.hasMetrics { return .skip(.errorRow) }
    if !observation.has(.nativeID), isError, let id = idInComment { observation.set(.nativeID, id) }
    guard observation.has(.nativeID) else {
      return .reject(Reject(code: .badID, column: headerName(.nativeID), value: ""))
    }
    guard observation.publishedAt == nil else { return nil }
    guard observation.hasMetrics else {
      return .reject(Reject(code: .missingTime, column: headerName(.publishedAt), value: ""))
    }
    remarks.withoutTime.note(observation.line)
    return nil
  }

  private var idInComment: String? {
    guard let comment = dataComment, let mark = comment.firstRange(of: "content with ID ") else { return nil }
    let digits = comment[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return (5...25).contains(digits.count) ? String(digits) : nil
  }

  /// What the post's address tells: a reel or a story, and the account's own name.
  private mutating func readPermalink(_ observation: inout Observation) {
    for (piece, postFormat) in permalinkFormats
    where observation.withBytes(.permalink, { contains($0, piece) }) {
      observation.postFormat = postFormat
    }
    // A share's address is the address of somebody else's post.
    if !isShare { handles.read(&observation) }
  }

  /// The platform's own sum of interactions guards the columns that it sums.
  private mutating func compareTotals(_ observation: Observation) {
    guard let total = interactionsTotal, let likes = observation[.likes],
      let comments = observation[.comments], let shares = observation[.shares],
      likes + comments + shares != total
    else { return }
    remarks.unequalTotals.note(observation.line)
  }

  func isEmpty(_ reader: borrowing CSVReader) -> Bool {
    for index in 0..<reader.count where !reader[index].isEmpty { return false }
    return true
  }

  private func headerName(_ field: Field) -> String {
    columns.first { $0.field == field }.map { header[$0.position] } ?? ""
  }
}

private func contains(_ bytes: UnsafeRawBufferPointer, _ piece: [UInt8]) -> Bool {
  guard let base = bytes.baseAddress, let first = piece.first else { return false }
  var position = 0
  while let found = memchr(base + position, Int32(first), bytes.count - position) {
    let start = base.distance(to: UnsafeRawPointer(found))
    guard start + piece.count <= bytes.count else { return false }
    if piece.withUnsafeBytes({ memcmp(found, $0.baseAddress ?? base, piece.count) }) == 0 { return true }
    position = start + 1
  }
  return false
}
