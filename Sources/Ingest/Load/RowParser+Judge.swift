internal import FoundationEssentials
internal import Glibc

extension RowParser {
  /// Judges the record as a whole, once its cells are read.
  mutating func judge(_ reader: CSVReader, _ observation: inout Observation) -> Outcome {
    if isEmpty(reader) { return .skip(.emptyRow) }
    if let outcome = judgeIdentity(reader, &observation) { return outcome }
    observation.mergeTitle()
    readPermalink(&observation)
    if isShare { observation.postFormat = "share" }
    compareTotals(observation)
    return .observation
  }

  /// Error rows and rows without identity; `nil` where the record goes on.
  ///
  /// Meta writes "An error occurred while computing … for content with ID N." where it failed. Such a row may still
  /// hold figures; then the comment names the post.
  private mutating func judgeIdentity(_ reader: CSVReader, _ observation: inout Observation) -> Outcome? {
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

  /// What the post's address tells: a reel, and the page's own name in `facebook.com/<handle>/posts/…`.
  private func readPermalink(_ observation: inout Observation) {
    let found = observation.withBytes(.permalink) { bytes in
      (
        format: format.permalinkFormats.first { contains(bytes, $0.piece) }?.postFormat,
        handle: format.handle(inPermalink: bytes)
      )
    }
    if let postFormat = found.format { observation.postFormat = postFormat }
    if let handle = found.handle, !observation.has(.accountHandle) {
      observation.set(.accountHandle, handle)
    }
  }

  /// The platform's own sum of interactions guards the columns that it sums.
  private mutating func compareTotals(_ observation: Observation) {
    guard let total = interactionsTotal, let likes = observation[.likes],
      let comments = observation[.comments], let shares = observation[.shares],
      likes + comments + shares != total
    else { return }
    remarks.unequalTotals.note(observation.line)
  }

  private func isEmpty(_ reader: CSVReader) -> Bool {
    (0..<reader.count).allSatisfy { index in reader.withField(index) { $0.isEmpty } }
  }

  private func headerName(_ field: Field) -> String {
    columns.first { $0.field == field }.map { header[$0.positions[0]] } ?? ""
  }
}

extension FormatDescriptor {
  /// The account's handle in a post's address: the piece between the host and one of the format's post folders.
  func handle(inPermalink bytes: UnsafeRawBufferPointer) -> String? {
    let pieces = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 4)
    guard pieces.count >= 4, let host = permalinkHost, pieces[1].elementsEqual(host.utf8),
      permalinkFolders.contains(where: { pieces[3].elementsEqual($0.utf8) })
    else { return nil }
    return String(decoding: pieces[2], as: UTF8.self).lowercased()
  }
}

private func contains(_ bytes: UnsafeRawBufferPointer, _ piece: String) -> Bool {
  let piece = Array(piece.utf8)
  guard let first = piece.first, bytes.count >= piece.count else { return false }
  return (0...bytes.count - piece.count).contains { start in
    bytes[start] == first && bytes[start..<start + piece.count].elementsEqual(piece)
  }
}
