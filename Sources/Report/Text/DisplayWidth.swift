/// How many columns of a terminal or a fixed-width print a text takes.
///
/// East Asian wide characters and emoji take two, combining marks and joiners none (Unicode UAX #11, main blocks).
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    let isEmoji = character.unicodeScalars.contains { $0.value == 0xFE0F }
    return width + (isEmoji ? 2 : columns(of: first))
  }
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
    0x20000...0x3FFFD:
    2
  default: 1
  }
}
