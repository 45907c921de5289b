import Warehouse

extension ContainerError {
  /// What is wrong with an archive or a workbook, and what to do.
  func text(in language: Language) -> String {
    switch self {
    case .notRegular, .unreadable, .tooLarge, .changedMeanwhile: fileText(in: language)
    case .notWorkbook, .binaryWorkbook, .openDocument, .compoundFile, .missingPart, .duplicatePart, .badXML,
      .tooManySheets, .tooManyStrings, .tooMuchText, .badReference, .badCell, .unknownString, .tooManyRows,
      .tooManyColumns:
      workbookText(in: language)
    default: archiveText(in: language)
    }
  }

  private func fileText(in language: Language) -> String {
    let error: IntakeError =
      switch self {
      case .notRegular: .notRegular
      case .unreadable(let reason): .unreadable(reason: reason)
      case .tooLarge(let bytes, let limit): .tooLarge(bytes: bytes, limit: limit)
      default: .changedMeanwhile
      }
    return FileRefusal.intake(error).text(in: language)
  }

  private func archiveText(in language: Language) -> String {
    let again = language.choose("unduh ulang dari platform", "download it from the platform again")
    let reason: String =
      switch self {
      case .encrypted(let entry):
        language.choose("\"\(visible(entry))\" berkata sandi", "\"\(visible(entry))\" is encrypted")
      case .zip64: language.choose("arsip ZIP64 tidak dibaca", "ZIP64 archives are not read")
      case .multiVolume: language.choose("arsip terbagi beberapa berkas", "the archive has several volumes")
      case .tooManyEntries(let count, let limit):
        language.choose("\(count) isi, batasnya \(limit)", "\(count) entries, the limit is \(limit)")
      case .entryTooLarge(let entry, let bytes, let limit):
        language.choose(
          "\"\(visible(entry))\" \(bytes) bita, batasnya \(limit)",
          "\"\(visible(entry))\" has \(bytes) bytes, the limit is \(limit)")
      case .ratioTooHigh(let entry, let limit):
        language.choose(
          "\"\(visible(entry))\" mengembang lebih dari \(limit) kali",
          "\"\(visible(entry))\" unpacks to more than \(limit) times its size")
      case .unsupportedMethod(let entry, let method):
        language.choose(
          "\"\(visible(entry))\" dikemas dengan cara \(method), yang tidak dibaca",
          "\"\(visible(entry))\" is packed by method \(method), which is not read")
      case .wrongCRC(let entry), .wrongSize(let entry), .badDeflate(let entry, _), .overlap(let entry),
        .badLocalHeader(let entry):
        language.choose(
          "arsip rusak pada \"\(visible(entry))\"", "the archive is damaged at \"\(visible(entry))\"")
      case .cutOff: language.choose("arsip terpotong", "the archive is cut off")
      default: language.choose("arsip ZIP rusak", "the ZIP archive is damaged")
      }
    return "\(reason); \(again)"
  }

  private func workbookText(in language: Language) -> String {
    switch self {
    case .binaryWorkbook:
      language.choose(
        "buku kerja biner (.xlsb); simpan sebagai .xlsx, atau lebih baik kirim CSV dari platform",
        "a binary workbook (.xlsb); save it as .xlsx, or better send the platform's CSV")
    case .openDocument:
      language.choose(
        "lembar OpenDocument (.ods); simpan sebagai .xlsx, atau lebih baik kirim CSV dari platform",
        "an OpenDocument sheet (.ods); save it as .xlsx, or better send the platform's CSV")
    case .compoundFile: FileRefusal.intake(.notText(kind: "XLS")).text(in: language)
    case .tooManySheets(let limit), .tooManyStrings(let limit), .tooMuchText(_, let limit),
      .tooManyRows(_, let limit), .tooManyColumns(_, _, let limit):
      language.choose("buku kerja melebihi batas \(limit)", "the workbook exceeds the limit of \(limit)")
    case .badReference(let sheet, let row), .badCell(let sheet, let row), .unknownString(let sheet, let row):
      language.choose(
        "lembar \"\(visible(sheet))\" rusak pada baris \(row); ekspor ulang",
        "sheet \"\(visible(sheet))\" is damaged at row \(row); export again")
    case .badXML(let part, _), .missingPart(let part), .duplicatePart(let part):
      language.choose(
        "buku kerja rusak pada \"\(visible(part))\"; ekspor ulang",
        "the workbook is damaged at \"\(visible(part))\"; export again")
    default:
      language.choose(
        "bukan buku kerja yang dikenal; kirim CSV dari platform",
        "no workbook that is known; send the platform's CSV")
    }
  }
}
