internal import Glibc

/// A stretch of an XML file, known to be UTF-8 and to hold no character that XML forbids.
///
/// Memory of its own instead of an array, because every byte of every sheet passes here several times. What keeps it
/// sound: `bytes` holds `capacity` bytes and one more; `position <= end <= capacity`; and at `end` there is a NUL,
/// which no XML holds, so that a scan over names or blanks stops there by itself.
struct XMLBuffer: ~Copyable {
  private let source: any ByteSource
  let bytes: UnsafeMutablePointer<UInt8>
  let capacity: Int
  /// Where the unread bytes start and end.
  var position = 0
  private(set) var end = 0
  private var isAtEnd = false
  private var hasBegun = false
  /// The start of a character whose other bytes are not there yet.
  private var begun: [UInt8] = []

  init(_ source: any ByteSource, capacity: Int) {
    self.source = source
    self.capacity = max(64, capacity)
    bytes = .allocate(capacity: self.capacity + 1)
    bytes[0] = 0
  }

  deinit { bytes.deallocate() }

  /// Whether the unread bytes fill all the room there is.
  var isFull: Bool { end - position + begun.count >= capacity }

  /// Moves the unread bytes to the front and fills the room behind them.
  ///
  /// Returns `false` when there is nothing more to read. Must not be called when full.
  mutating func more() throws -> Bool {
    guard !isAtEnd else { return false }
    memmove(bytes, bytes + position, end - position)
    end -= position
    position = 0
    var loaded = end
    for byte in begun {
      bytes[loaded] = byte
      loaded += 1
    }
    while loaded < capacity {
      let count = try source.read(
        into: UnsafeMutableRawBufferPointer(start: bytes + loaded, count: capacity - loaded))
      loaded += count
      if count == 0 {
        isAtEnd = true
        break
      }
    }
    if !hasBegun { try begin(loaded) }
    let before = end
    end = try checked(from: end, to: loaded)
    begun = Array(UnsafeBufferPointer(start: bytes + end, count: loaded - end))
    if isAtEnd, !begun.isEmpty { throw XMLFault.badCharacter }
    bytes[end] = 0
    return end > before || !isAtEnd
  }

  /// Refuses UTF-16 and skips the mark of UTF-8.
  private mutating func begin(_ loaded: Int) throws {
    hasBegun = true
    let start = UnsafeBufferPointer(start: bytes, count: loaded)
    if loaded >= 2 {
      switch (start[0], start[1]) {
      case (0xFF, 0xFE), (0xFE, 0xFF), (0, _), (_, 0): throw XMLFault.encoding("UTF-16")
      default: break
      }
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      end = 3
    }
  }

  /// The end of the valid characters, short of `limit` by at most a character that is not complete.
  private func checked(from start: Int, to limit: Int) throws -> Int {
    var i = start
    while i < limit {
      if i + 8 <= limit {
        // Eight bytes from 0x20 to 0x7F: no high bit set, and none set by taking 0x20 away.
        let word = UnsafeRawPointer(bytes + i).loadUnaligned(as: UInt64.self)
        if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
      }
      guard let length = try characterLength(at: i, limit) else { break }
      i += length
    }
    return i
  }

  /// How many bytes the character at `i` has; `nil` if some of them are behind `limit`.
  private func characterLength(at i: Int, _ limit: Int) throws -> Int? {
    let first = bytes[i]
    if first < 0x80 {
      guard first >= 0x20 || first == 9 || first == 10 || first == 13 else { throw XMLFault.badCharacter }
      return 1
    }
    guard 0xC2...0xF4 ~= first else { throw XMLFault.badCharacter }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let present = min(length, limit - i)
    for k in 1..<max(1, present) where bytes[i + k] & 0xC0 != 0x80 { throw XMLFault.badCharacter }
    guard present == length else { return nil }
    let start = UInt32(first) << 8 | UInt32(bytes[i + 1])
    switch first {
    case 0xE0: guard start >= 0xE0A0 else { throw XMLFault.badCharacter }
    case 0xED: guard start < 0xEDA0 else { throw XMLFault.badCharacter }
    case 0xEF: guard start != 0xEFBF || bytes[i + 2] < 0xBE else { throw XMLFault.badCharacter }
    case 0xF0: guard start >= 0xF090 else { throw XMLFault.badCharacter }
    case 0xF4: guard start < 0xF490 else { throw XMLFault.badCharacter }
    default: break
    }
    return length
  }
}
