/// Why a ZIP archive, a part of one, or a workbook could not be read.
///
/// `entry` and `part` are names inside the archive, as its author wrote them: escape before printing.
enum ContainerError: Error, Equatable {
  // The file

  /// A folder, pipe, device, socket or symbolic link.
  case notRegular
  /// The operating system refused.
  case unreadable(reason: String)
  /// Larger than any export.
  case tooLarge(bytes: Int64, limit: Int64)
  /// The file became shorter while it was read.
  case changedMeanwhile

  // The archive

  /// No ZIP archive at all.
  case notZip
  /// An OLE 2 file: an old `.xls`, or a workbook with a password.
  case compoundFile
  /// The archive's end, which holds its directory, is missing.
  case cutOff
  /// Bytes before the first entry, as in a self-extracting archive.
  case prefixed
  /// One of several volumes.
  case multiVolume
  /// The extension for more than 4 GiB or 65,535 entries.
  case zip64
  /// The directory contradicts itself or the file.
  case badDirectory
  case tooManyEntries(count: Int, limit: Int)
  /// Two entries use the same bytes, or one reaches into the directory; the way of a ZIP bomb.
  case overlap(entry: String)
  /// The header before the entry's bytes is missing or says something else than the directory.
  case badLocalHeader(entry: String)

  // One entry

  case encrypted(entry: String)
  /// A method other than stored (0) and deflated (8).
  case unsupportedMethod(entry: String, method: Int)
  case entryTooLarge(entry: String, bytes: Int, limit: Int)
  /// More than `limit` bytes out of each byte in; the way of a ZIP bomb.
  case ratioTooHigh(entry: String, limit: Int)
  case badDeflate(entry: String, InflateFault)
  /// The entry holds fewer bytes than the directory says.
  case wrongSize(entry: String)
  case wrongCRC(entry: String)

  // A workbook

  /// A ZIP archive that is no spreadsheet.
  case notWorkbook
  /// `.xlsb`.
  case binaryWorkbook
  /// `.ods` and its like.
  case openDocument
  case missingPart(String)
  /// Two entries of the same name; which one counts, nobody says.
  case duplicatePart(String)
  case badXML(part: String, XMLFault)
  case tooManySheets(limit: Int)
  case tooManyStrings(limit: Int)
  /// More text in the shared strings, or in a sheet as it comes out, than any export has.
  case tooMuchText(part: String, limit: Int)
  /// A row number that is none or does not come after the one before, or a cell outside its row or out of order.
  case badReference(sheet: String, row: Int)
  /// A cell that holds two values.
  case badCell(sheet: String, row: Int)
  /// A cell that refers to a shared string that does not exist.
  case unknownString(sheet: String, row: Int)
  case tooManyRows(sheet: String, limit: Int)
  case tooManyColumns(sheet: String, row: Int, limit: Int)
}
