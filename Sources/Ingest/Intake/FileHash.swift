internal import FoundationEssentials
internal import Glibc

/// The SHA-256 of a file, perhaps still being computed while the file is read for other reasons.
///
/// `@unchecked Sendable` because the result is written by the one thread that computes it and read only after that
/// thread was joined.
final class FileHash: @unchecked Sendable {
  private var result: Result<String, any Error>?
  private var thread: BackgroundThread?

  /// Below this size a thread costs more than it saves.
  private static let worthAThread: Int64 = 1 << 20

  /// Begins to hash the file; at once to the end where it is small, where `isNeeded` at once, or where the system has
  /// no more threads.
  init(_ content: FileContent, size: Int64, isNeeded: Bool) {
    if !isNeeded, size >= Self.worthAThread {
      thread = BackgroundThread { [unowned self] in
        self.result = Result { try content.hash() }
      }
    }
    if thread == nil { result = Result { try content.hash() } }
  }

  /// Nobody may be left writing into what is gone.
  deinit { thread?.join() }

  /// Whether asking for the value may mean waiting.
  var isUnderway: Bool { thread != nil }

  /// The hash, once it is there.
  ///
  /// - Throws: `IntakeError`, `ContainerError` where the file could not be read.
  func value() throws -> String {
    thread?.join()
    thread = nil
    return try result?.get() ?? ""
  }
}
