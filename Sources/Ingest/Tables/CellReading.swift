/// How cells are read where a spreadsheet has rewritten what the platform wrote.
///
/// Each point that differs from the default was proven by the file as a whole (`SpreadsheetDamage`) and is noted as an
/// assumption.
struct CellReading: Equatable {
  /// How days and times of three numbers stand.
  enum Times: Equatable {
    /// As the platform writes them, and in no other way.
    case native
    /// The day before the month.
    case dayFirst
    /// The month before the day, written more loosely than the platform does.
    case monthFirst
    /// As dates of a spreadsheet.
    case calendar
    /// As dates of a spreadsheet that took the month for the day.
    case swapped
  }

  var times = Times.native
  var decimalMark = point
  var thousandsMark: UInt8?

  /// In which order days of three numbers are read; `nil`: not at all.
  var dayOrder: WrittenDay.Order? {
    switch times {
    case .dayFirst: .dayFirst
    case .monthFirst: .monthFirst
    case .native, .calendar, .swapped: nil
    }
  }

  /// What was concluded, for the ledger.
  var assumptions: [Assumption] {
    var assumptions: [Assumption] = []
    switch times {
    case .native: break
    case .dayFirst: assumptions.append(.dayOrder(.dayFirst))
    case .monthFirst: assumptions.append(.dayOrder(.monthFirst))
    case .calendar: assumptions.append(.spreadsheetDays)
    case .swapped: assumptions.append(.swappedDays)
    }
    if decimalMark == comma { assumptions.append(.decimalComma) }
    if let mark = thousandsMark { assumptions.append(.thousandsMark(String(UnicodeScalar(mark)))) }
    return assumptions
  }
}

/// Kinds of cells that no platform writes and a spreadsheet does; met in the first reading of a file.
struct DamageSigns: Equatable {
  var counts = false
  var decimals = false
  var times = false
  var texts = false

  var any: Bool { counts || decimals || times || texts }
}

let point = UInt8(ascii: ".")
