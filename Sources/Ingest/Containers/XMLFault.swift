/// Why bytes are no XML, or none that this project reads.
enum XMLFault: Error, Equatable {
  /// UTF-16, or what the declaration names instead of UTF-8.
  case encoding(String)
  /// Bytes that are no UTF-8, or a character that XML forbids.
  case badCharacter
  /// `<!DOCTYPE`, `<!ENTITY` or another declaration: the way of XML bombs, and an error in Office files
  /// (ECMA-376 part 2, M1.18).
  case declaration
  /// `&name;` other than the five of XML itself, or a number that is no character.
  case badReference
  /// An end tag without its start tag, text outside the root, a second root, or an element inside a cell's text.
  case badNesting
  /// Punctuation where there should be none, or none where there should be some.
  case malformed
  /// The bytes end inside a tag or an element.
  case truncated
  case tooDeep(limit: Int)
  case tooManyAttributes(limit: Int)
  /// A tag of more than `limit` bytes.
  case tagTooLarge(limit: Int)
}
