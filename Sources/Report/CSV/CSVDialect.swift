/// How CSV files are written.
public enum CSVDialect: String, Sendable, CaseIterable {
  /// RFC 4180: commas, decimal points, UTF-8 without a mark; for programs.
  case standard = "rfc4180"
  /// Semicolons, decimal commas, a UTF-8 mark and CR LF, so that Excel with Indonesian settings opens a file by double
  /// click; long numbers of ids get an apostrophe, since Excel would round them.
  case excelIndonesian = "excel-id"

  var separator: String { self == .standard ? "," : ";" }
  var lineEnd: String { self == .standard ? "\n" : "\r\n" }
  var mark: String { self == .standard ? "" : "\u{FEFF}" }
}
