/// Why a file could not be taken in at all; the whole file is left out.
enum IntakeError: Error, Equatable {
  /// A folder, pipe, device, socket or symbolic link.
  case notRegular
  /// The operating system refused.
  case unreadable(reason: String)
  /// A file of bytes that are no text: a ZIP, a spreadsheet, a picture.
  case notText(kind: String)
  /// Text in an encoding other than UTF-8 and UTF-16.
  case badEncoding(line: Int)
  /// A record larger than any export's; mostly a quote that is never closed.
  case recordTooLarge(line: Int, limit: Int)
  /// A field larger than any caption.
  case fieldTooLarge(line: Int, limit: Int)
  /// More rows than a file of an account's days has.
  case tooManyRecords(limit: Int)
  /// More columns than any export has.
  case tooManyColumns(line: Int, limit: Int)
  /// Larger than any export.
  case tooLarge(bytes: Int64, limit: Int64)
  /// Another program wrote to the file while it was read.
  case changedMeanwhile
}
