/// Names of months in the languages in which exports and spreadsheets write them.
enum MonthName {
  /// The month, 1–12, that a word names, or one of Vietnamese's two words; `nil` for any other.
  static func month(_ word: some StringProtocol) -> Int? {
    let word = word.lowercased().filter { $0 != "." && $0 != "," }
    return index[word]
  }

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (month, names) in names.enumerated() {
      for name in names.split(separator: " ") {
        index[name.split(separator: "_").joined(separator: " ")] = month + 1
      }
    }
    return index
  }()

  // English, Indonesian (with spellings in use), Malay, Spanish, Portuguese, German, French, Dutch; Greek and Russian
  // in the genitive; Vietnamese numerals behind "tháng".
  private static let names = [
    "january jan januari enero ene janeiro januar janvier ιανουαρίου января một",
    "february feb februari pebruari fevereiro fev februar février febrero φεβρουαρίου февраля hai",
    "march mar maret mac marzo março märz mars maart μαρτίου марта ba",
    "april apr abril abr avril απριλίου апреля tư",
    "may mei mayo maio mai μαΐου μαίου мая năm",
    "june jun juni junio junho juin ιουνίου июня sáu",
    "july jul juli julai julio julho juillet ιουλίου июля bảy",
    "august aug agustus agu agt agus ogos agosto ago août augustus αυγούστου августа tám",
    "september sep sept septiembre setiembre setembro septembre σεπτεμβρίου сентября chín",
    "october oct oktober okt octubre outubro out octobre οκτωβρίου октября mười",
    "november nov nopember nop noviembre novembro novembre νοεμβρίου ноября mười_một",
    "december dec desember des disember diciembre dic dezembro dezember dez décembre δεκεμβρίου декабря mười_hai",
  ]
}
