/// Every table and view with its columns, from the comments in the schema itself.
public struct DataDictionary: Sendable {
  /// A table or view.
  public struct Object: Sendable {
    /// Its name in the database.
    public let name: String
    /// The part of the schema that it stands in, such as `marts`.
    public let section: String
    /// What it is, and its grain; the comment right above it.
    public let comment: String
    /// What stands behind `--` on the line of a column, by the column's name.
    let comments: [String: String]
  }

  /// In the order of the schema.
  public let objects: [Object]
  private let shared: [String: String]

  /// Reads the comments of this program's schema.
  public init() {
    objects = Schema.sources.flatMap { Self.objects(in: $0.text, section: Self.section($0.name)) }
    // A column of a view is the one of the table that has its name, where they all say the same.
    var meanings: [String: Set<String>] = [:]
    for (name, comment) in objects.flatMap(\.comments) { meanings[name, default: []].insert(comment) }
    shared = Self.terms.merging(meanings.compactMapValues { $0.count == 1 ? $0.first : nil }) { term, _ in
      term
    }
  }

  /// What a column holds; empty where nothing is said of it.
  public func comment(of column: String, in object: Object) -> String {
    object.comments[column] ?? shared[column] ?? ""
  }

  /// Fills the table `dictionary` of a database with what it has.
  func fill(_ warehouse: Connection) throws {
    try warehouse.execute("DELETE FROM dictionary")
    let insert = try warehouse.prepare("INSERT INTO dictionary VALUES (?, ?, ?, ?, ?)")
    for object in objects {
      try insert.run([.text(object.name), .text(""), 0, .text(""), .text(object.comment)])
      for (place, row) in try Self.columns(of: object.name, warehouse).enumerated() {
        try insert.run([
          .text(object.name), .text(row.name), .integer(Int64(place + 1)), .text(row.type),
          .text(comment(of: row.name, in: object)),
        ])
      }
    }
  }

  /// Names and declared types of an object's columns.
  public static func columns(
    of object: String, _ warehouse: Connection
  ) throws -> [(name: String, type: String)] {
    try warehouse.rows("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", [.text(object)]).map {
      ($0[0].text ?? "", $0[1].text ?? "")
    }
  }

  private static func section(_ file: String) -> String {
    file.split(separator: "_").dropFirst(2).joined(separator: " ")
  }

  /// Meanings that hold for every column of a name, from the file of terms.
  private static var terms: [String: String] {
    let text = Schema.sources.first { $0.name.hasSuffix("_terms") }?.text ?? ""
    let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
      guard let colon = line.firstRange(of: ": "), line.hasPrefix("-- "), !line.contains("`") else {
        return nil
      }
      return (String(line[..<colon.lowerBound].dropFirst(3)), String(line[colon.upperBound...]))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Tables and views with the comment lines right above them.
  private static func objects(in source: String, section: String) -> [Object] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { index in
      guard let kind = ["CREATE TABLE ", "CREATE VIEW "].first(where: lines[index].hasPrefix) else {
        return nil
      }
      let name = lines[index].dropFirst(kind.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let above = lines[..<index].reversed().prefix { $0.hasPrefix("-- ") }.reversed()
      let body = lines[(index + 1)...].prefix { !$0.hasPrefix(")") && !$0.hasSuffix(";") }
      return Object(
        name: String(name), section: section,
        comment: above.map { String($0.dropFirst(3)) }.joined(separator: " "),
        comments: Dictionary(body.compactMap(comment), uniquingKeysWith: { first, _ in first }))
    }
  }

  /// A line's first word, and what stands behind `--` on it.
  private static func comment(_ line: Substring) -> (String, String)? {
    guard let name = line.split(separator: " ").first, let mark = line.firstRange(of: "-- ") else {
      return nil
    }
    return (String(name), String(line[mark.upperBound...]))
  }
}
