import Warehouse

/// What became of one input file: the accounting of one load, or why there was none.
public struct FileReport: Sendable {
  /// The outcome for the file as a whole.
  public enum Status: String, Sendable {
    /// Every record was loaded or is known to be no data.
    case loaded
    /// Some records were rejected or wait.
    case partial
    /// Nothing of it was taken.
    case refused
    /// The same bytes were loaded before.
    case unchanged
    /// All of it waits for its account to be registered.
    case quarantined
  }

  /// One rejected record with its place.
  public struct Rejected: Sendable {
    /// The record's number below the header, from 1.
    public let row: Int
    /// The physical line on which it starts, the file's first being 1.
    public let line: Int
    /// Why.
    public let reject: Reject
  }

  /// One record that is no data, with its place.
  public struct Skipped: Sendable {
    /// The physical line on which it starts.
    public let line: Int
    /// Why.
    public let code: SkipCode
  }

  /// Below the inbox.
  public var file: String
  /// Of the file's bytes; empty where it could not be read.
  public var sha256 = ""
  /// The outcome.
  public var status = Status.loaded
  /// The format's name, once recognised.
  public var format: String?
  /// The platform's code, once recognised.
  public var platform: String?
  /// Data records in the file.
  public var records = 0
  /// Records that became snapshots.
  public var loaded = 0
  /// Of the loaded, those whose figures equal the post's snapshot before.
  public var unchanged = 0
  /// Records left out, each in `rejects` (the first 10,000 of them).
  public var rejected = 0
  /// Records that wait.
  public var quarantined = 0
  /// Records that are no data.
  public var skipped = 0
  /// What was concluded rather than read.
  public var assumptions: [String] = []
  /// What a person should look at.
  public var warnings: [String] = []
  /// The rejected records.
  public var rejects: [Rejected] = []
  /// The skipped records.
  public var skips: [Skipped] = []
  /// Why the file was refused, or when it was loaded before.
  public var message: String?
  /// The line that the message speaks of, if it speaks of one.
  public var messageLine: Int?

  init(file: String) { self.file = file }

  /// The exit code that this outcome asks for: 0 all loaded or nothing new, 1 rows left out, 2 refused.
  public var exitCode: Int32 {
    switch status {
    case .loaded, .unchanged: 0
    case .partial, .quarantined: 1
    case .refused: 2
    }
  }
}
