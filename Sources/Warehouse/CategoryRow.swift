/// One row of `kategori.csv`, as `category_rule` holds it.
public struct CategoryRow: Equatable, Sendable {
  /// Of the file.
  public let line: Int
  /// The category, or the kind of information, in lower case.
  public let category: String
  /// What patterns of one meaning share.
  public let family: String
  /// How much it speaks for the category; `nil`: the family's weights hold.
  public let weight: Double?
  /// One or more patterns, apart by `|`.
  public let pattern: String
  /// What the row is: `pola`, `bobot`, `kelas` and so on.
  public let kind: String

  /// A row as it stands in the file.
  public init(line: Int, category: String, family: String, weight: Double?, pattern: String, kind: String) {
    self.line = line
    self.category = category
    self.family = family
    self.weight = weight
    self.pattern = pattern
    self.kind = kind
  }
}
