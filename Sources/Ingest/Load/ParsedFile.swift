/// Observations that lie side by side and stay as they are while they are looked at.
typealias Observations = UnsafeBufferPointer<Observation>

/// Some hundred records of a file, parsed.
///
/// `@unchecked Sendable` because a batch is handed from the thread that parses to the one that writes and back, and
/// belongs to one of them at a time.
final class ObservationBatch: @unchecked Sendable {
  static let capacity = 512

  fileprivate(set) var count = 0
  /// Of every record, also of those that are no observation, its place.
  fileprivate(set) var observations: [Observation]
  fileprivate(set) var outcomes: [RowParser.Outcome]
  /// How many bytes of the text were read so far.
  fileprivate(set) var bytesRead = 0

  init() {
    observations = Array(repeating: Observation(), count: Self.capacity)
    outcomes = Array(repeating: .observation, count: Self.capacity)
  }

  /// Parses the reader's record into the next place.
  fileprivate func add(_ reader: borrowing CSVReader, _ parser: inout RowParser, row: Int) throws {
    outcomes[count] = try parser.parse(reader, into: &observations[count])
    observations[count].row = row
    count += 1
  }
}

/// Reads and parses a file on a thread of its own, batch after batch, while this one writes.
///
/// Batches go round: eight of them are all that a file of any size takes.
struct ParsedFile {
  private enum Message {
    case batch(ObservationBatch)
    case failure(any Error)
  }

  private let full = Channel<Message>(capacity: 8)
  private let empty = Channel<ObservationBatch>(capacity: 8)
  private let file: DelimitedFile

  init(_ file: DelimitedFile) {
    self.file = file
    for _ in 0..<8 { _ = empty.send(ObservationBatch()) }
  }

  /// Hands every batch to `body`, in the order of the file.
  ///
  /// - Throws: what reading or `body` throws; the other thread has ended then, too.
  func forEachBatch(_ body: (ObservationBatch) throws -> Void) throws {
    let (file, full, empty) = (file, full, empty)
    let thread = BackgroundThread { Self.parse(file, into: full, from: empty) }
    guard let thread else { throw IntakeError.unreadable(reason: "no thread") }
    defer {
      empty.close()
      full.close()
      thread.join()
    }
    while let message = full.receive() {
      switch message {
      case .failure(let error): throw error
      case .batch(let batch):
        try body(batch)
        _ = empty.send(batch)
      }
    }
  }

  private static func parse(
    _ file: DelimitedFile, into full: Channel<Message>, from empty: Channel<ObservationBatch>
  ) {
    do {
      var parser = RowParser(file)
      var reader = try file.records()
      var row = 0
      var isAtEnd = false
      while !isAtEnd, let batch = empty.receive() {
        batch.count = 0
        while batch.count < ObservationBatch.capacity {
          guard try reader.next() else {
            isAtEnd = true
            break
          }
          if reader.isBlank { continue }
          row += 1
          try batch.add(reader, &parser, row: row)
        }
        batch.bytesRead = reader.bytesRead
        guard full.send(.batch(batch)) else { return }
      }
    } catch {
      _ = full.send(.failure(error))
    }
    full.close()
  }
}
