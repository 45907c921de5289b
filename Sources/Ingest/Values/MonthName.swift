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

  // English, Italian, Turkish, Indonesian (with spellings in use), Malay, Spanish, Portuguese, German, French, Dutch; Greek and Russian
  // in the genitive; Vietnamese numerals behind "tháng".
  private static let names = [
    "january jan gennaio ocak januari enero ene janeiro januar janvier ιανουαρίου января một",
    "february feb febbraio şubat februari pebruari fevereiro fev februar février febrero φεβρουαρίου февраля hai",
    "march mar mart maret mac marzo março märz mars maart μαρτίου марта ba",
    "april apr aprile nisan abril abr avril απριλίου апреля tư",
    "may mei maggio mayıs mayo maio mai μαΐου μαίου мая năm",
    "june jun giugno haziran juni junio junho juin ιουνίου июня sáu",
    "july jul luglio temmuz juli julai julio julho juillet ιουλίου июля bảy",
    "august aug ağustos agustus agu agt agus ogos agosto ago août augustus αυγούστου августа tám",
    "september sep settembre eylül sept septiembre setiembre setembro septembre σεπτεμβρίου сентября chín",
    "october oct ottobre ekim oktober okt octubre outubro out octobre οκτωβρίου октября mười",
    "november nov kasım nopember nop noviembre novembro novembre νοεμβρίου ноября mười_một",
    "december dec dicembre aralık desember des disember diciembre dic dezembro dezember dez décembre δεκεμβρίου декабря mười_hai",
  ]
}
