/// The language of what people read.
public enum Language: String, Sendable, CaseIterable {
  /// Indonesian, the default.
  case indonesian = "id"
  /// English.
  case english = "en"

  /// Whichever of two wordings this language asks for.
  public func choose(_ indonesian: String, _ english: String) -> String {
    self == .indonesian ? indonesian : english
  }
}
