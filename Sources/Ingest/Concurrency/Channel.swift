internal import FoundationEssentials
internal import Glibc

/// Hands values from one thread to another, at most `capacity` of them underway.
///
/// `@unchecked Sendable` because everything that changes is touched under `lock` alone; a value that was sent belongs to
/// whoever receives it.
final class Channel<Value>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let capacity: Int
  private var values: [Value] = []
  private var isClosed = false

  init(capacity: Int) {
    self.capacity = capacity
    (lock, changed) = (.allocate(capacity: 1), .allocate(capacity: 1))
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    lock.deallocate()
    changed.deallocate()
  }

  /// Waits for room and hands the value over; `false` once the channel is closed.
  func send(_ value: sending Value) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while values.count >= capacity, !isClosed { pthread_cond_wait(changed, lock) }
    guard !isClosed else { return false }
    values.append(value)
    pthread_cond_broadcast(changed)
    return true
  }

  /// Waits for a value; `nil` once the channel is closed and empty.
  func receive() -> sending Value? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while values.isEmpty, !isClosed { pthread_cond_wait(changed, lock) }
    guard !values.isEmpty else { return nil }
    pthread_cond_broadcast(changed)
    // Whoever sent the value keeps no part of it.
    nonisolated(unsafe) let value = values.removeFirst()
    return value
  }

  /// Ends the traffic: nothing more can be sent, what is underway can still be received.
  func close() {
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }
}
