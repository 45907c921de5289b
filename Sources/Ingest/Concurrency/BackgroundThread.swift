internal import FoundationEssentials
internal import Glibc

/// A thread that runs one piece of work and is waited for.
///
/// The system's own threads: Dispatch and Foundation would be a third of the static program.
struct BackgroundThread {
  private let thread: pthread_t

  /// Starts `work`; `nil` where the system has no more threads, so that the caller does it itself.
  init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end; once.
  func join() { pthread_join(thread, nil) }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
