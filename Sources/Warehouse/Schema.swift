/// The warehouse's tables: created and upgraded step by step, and recognised when opened.
public enum Schema {
  /// What `PRAGMA application_id` holds: "mdss".
  public static let applicationID = 0x6D64_7373

  /// What `PRAGMA user_version` holds: the number of the last step.
  public static let version = 2

  /// Databases of development versions before this one are not upgraded: their files are loaded anew.
  static let firstVersion = 2

  /// The files that make the schema, in order: name and text, for the data dictionary.
  public static let sources: [(name: String, text: String)] = EmbeddedSQL.files.map { ($0.name, $0.text) }

  /// Brings the database to the current version, one transaction a step.
  static func migrate(_ warehouse: Connection) throws {
    let found = Int(try warehouse.scalar("PRAGMA user_version").integer ?? 0)
    guard found < version else { return }
    if found == 0 { try warehouse.execute("PRAGMA page_size = 16384") }
    for step in max(found + 1, firstVersion)...version {
      try warehouse.transaction {
        // Another program may have done the step while this one waited for the lock.
        guard Int(try warehouse.scalar("PRAGMA user_version").integer ?? 0) < step else { return }
        try apply(step, to: warehouse)
      }
    }
  }

  private static func apply(_ step: Int, to warehouse: Connection) throws {
    let prefix = "v\(padded(step, to: 3))_"
    for file in EmbeddedSQL.files where file.name.hasPrefix(prefix) {
      try warehouse.execute(file.text)
    }
    if step == firstVersion { try Calendar.fill(warehouse) }
    try DataDictionary().fill(warehouse)
    try recordObjects(warehouse)
    try warehouse.execute("PRAGMA application_id = \(applicationID)")
    try warehouse.execute("PRAGMA user_version = \(step)")
  }

  /// Keeps the text of every table, index and view that a step made, so that opening can see a changed one.
  private static func recordObjects(_ warehouse: Connection) throws {
    try warehouse.execute(
      """
      CREATE TABLE IF NOT EXISTS schema_object (name TEXT PRIMARY KEY, sql TEXT NOT NULL) STRICT, WITHOUT ROWID;
      DELETE FROM schema_object;
      INSERT INTO schema_object
      SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%';
      """)
  }

  /// The first object that is gone or differs from what a step made; an analyst's own views do not count.
  static func alteredObject(_ warehouse: Connection) throws -> String? {
    try warehouse.scalar(
      """
      SELECT name FROM schema_object
      EXCEPT SELECT schema_object.name FROM schema_object JOIN sqlite_schema USING (name, sql)
      ORDER BY 1 LIMIT 1
      """
    ).text
  }
}
