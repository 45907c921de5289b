/// What a text is about, and why.
public struct CategoryDecision: Equatable, Sendable {
  /// How it was decided.
  public enum Method: String, Sendable {
    /// By weighted patterns.
    case rule
    /// By the label that the admin gave on the platform.
    case label
    /// By a hashtag of a category.
    case hashtag
  }

  /// `layanan`, `kegiatan`, `positif`, `edukasi` or `none`.
  public let category: String
  /// How it was decided.
  public let method: Method
  /// What spoke for it, the strongest first: patterns, the label or the hashtag.
  public let words: [String]
  /// Of the category; `nil` unless by patterns.
  public let score: Double?
  /// Distance to the next category; `nil` unless by patterns.
  public let margin: Double?
  /// Whether a person should look: a small margin, or a text without evidence.
  public let needsLook: Bool
  /// Kind of public information by UU 14/2008; `nil`: none.
  public let information: String?
  /// Hashtags of events in it.
  public let eventTags: Int
  /// Accounts that it names, without `@`, folded.
  public let accounts: [String]
  /// Equal for texts of equal words; `nil`: it has none.
  public let textKey: Int64?
}
