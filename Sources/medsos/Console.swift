internal import FoundationEssentials
internal import Glibc
import Warehouse

/// Output that could not be written.
struct ConsoleError: Error, CustomStringConvertible {
  let description: String
}

/// Where a command speaks: results to standard output, everything else to standard error.
///
/// A class, so that the closures that hear of each file can share it.
final class Console {
  let language: Language
  /// Nothing but errors goes to standard error, and no progress.
  var isQuiet = false
  private var pending: [UInt8] = []
  private var failure: Int32?
  private let showsProgress = isatty(2) == 1
  private var progressWidth = 0

  init(language: Language) { self.language = language }

  /// A line of results.
  func out(_ line: String) { write(line + (line.hasSuffix("\n") ? "" : "\n")) }

  /// Text as it stands.
  func raw(_ text: String) { write(text) }

  /// A result as one line of JSON, its keys in order.
  func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  private func write(_ text: String) {
    clearProgress()
    pending += Array(text.utf8)
    if pending.count > 1 << 16 { drain() }
  }

  /// Writes what is pending.
  ///
  /// - Throws: `ConsoleError` where standard output did not take everything since the last time.
  func flush() throws {
    drain()
    guard let failure else { return }
    self.failure = nil
    throw ConsoleError(
      description: language.choose("keluaran tidak dapat ditulis: ", "cannot write the output: ")
        + String(cString: strerror(failure)))
  }

  private func drain() {
    var offset = 0
    while offset < pending.count, failure == nil {
      let count = pending.withUnsafeBytes { buffer in
        Glibc.write(1, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if count < 0 {
        if errno != EINTR { failure = errno }
      } else {
        offset += count
      }
    }
    pending.removeAll()
  }

  /// A remark beside the results.
  func note(_ line: String) { if !isQuiet { complain(line) } }

  /// What went wrong.
  func error(_ line: String) { complain("medsos: " + line) }

  private func complain(_ line: String) {
    drain()
    clearProgress()
    writeError(line + "\n")
  }

  /// Where standard error is gone, there is nobody left to tell.
  private func writeError(_ text: String) {
    var text = text
    _ = text.withUTF8 { Glibc.write(2, $0.baseAddress, $0.count) }
  }

  /// How far a file is; on a terminal only, always on the same line.
  func progress(_ name: String, _ done: Int64, _ total: Int64) {
    guard showsProgress, !isQuiet, total > 1 << 20 else { return }
    let line = "\(visible(name)) \(min(100, done * 100 / max(1, total))) %"
    let padding = String(repeating: " ", count: max(0, progressWidth - line.count))
    progressWidth = line.count
    writeError("\r" + line + padding)
  }

  private func clearProgress() {
    guard progressWidth > 0 else { return }
    let blank = "\r" + String(repeating: " ", count: progressWidth) + "\r"
    progressWidth = 0
    writeError(blank)
  }
}
