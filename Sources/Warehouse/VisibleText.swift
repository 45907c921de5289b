/// Text from outside made safe for a terminal, a log and a text file.
///
/// Control characters, C1 codes and direction marks become visible as `\u{…}`; line breaks and tabs too; at most
/// `limit` characters are kept and an ellipsis says so; of stacked combining marks eleven remain.
public func visible(_ text: String, limit: Int = 80) -> String {
  // Most names and all numbers are short and plain, and need no look at Unicode to see it.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var result = ""
  var characters = 0
  for character in text {
    guard characters < limit else { return result + "…" }
    characters += 1
    for scalar in character.unicodeScalars.prefix(12) {
      if isHidden(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// C0, DEL, C1, line separators, direction marks and overrides; the joiner inside emoji stays.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}
