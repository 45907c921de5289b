internal import FoundationEssentials
internal import Glibc

/// Whether bytes are text: UTF-8 without NUL.
///
/// ASCII, eight bytes at a time, needs no decoding.
func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
  guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) == nil else { return bytes.isEmpty }
  var position = 0
  while position + 8 <= bytes.count,
    base.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  {
    position += 8
  }
  guard position < bytes.count else { return true }
  let rest = UnsafeBufferPointer(
    start: (base + position).assumingMemoryBound(to: UInt8.self), count: bytes.count - position)
  return rest.allSatisfy { $0 < 0x80 } || isUTF8(rest)
}

/// Whether bytes are UTF-8 as Unicode defines it (The Unicode Standard, table 3-7): no overlong forms, no surrogates.
private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    if first < 0x80 {
      index += 1
      continue
    }
    let (length, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return false
    }
    guard index + length <= bytes.count, (low...high).contains(bytes[index + 1]) else { return false }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return false }
    index += length
  }
  return true
}
