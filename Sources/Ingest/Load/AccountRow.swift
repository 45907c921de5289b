import Warehouse

/// One row of an account's own figures: a day, a member of a dimension, or a level.
struct AccountRow: Codable, Equatable {
  /// What the row is about.
  enum Subject: Codable, Equatable, Hashable {
    /// ISO 8601; the platform's own day.
    case day(String)
    case member(dimension: String, name: String)
    case level
  }

  struct Figure: Codable, Equatable {
    let metric: String
    /// The member that the figure is of, where the row is about a dimension.
    let member: String?
    let value: Double
  }

  let line: Int
  let row: Int
  /// The platform that the table's title names.
  let platform: String?
  /// The first metric of its table, which tells one series of the file from another.
  let series: String
  let subject: Subject
  let figures: [Figure]

  var place: RecordPlace { RecordPlace(line: line, row: row) }

  /// Nothing in it tells when it was counted.
  var isUndated: Bool {
    if case .member(let dimension, _) = subject { dimension != "hour" } else { false }
  }

  /// Rows with equal keys say the same of the same, or contradict each other.
  func key(owner: String) -> [String] { [owner, series, "\(subject)"] }
}
