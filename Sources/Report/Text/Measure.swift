import Warehouse

/// What an exposure is called: only Facebook and Instagram tell people reached; elsewhere it is impressions or views, and
/// is never called reach.
enum Measure {
  /// In a sentence.
  static func name(_ basis: String, _ words: Wording) -> String {
    switch basis {
    case "reach": words(.measureReach)
    case "impressions": words(.measureImpressions)
    default: words(.measureViews)
    }
  }

  /// A sum over posts: of reach it is gross, since one person may be counted more than once.
  static func sum(_ basis: String, _ words: Wording) -> String {
    basis == "reach" ? words(.measureGrossReach) : name(basis, words)
  }

  /// At the head of a column.
  static func column(_ basis: String, _ words: Wording) -> String {
    switch basis {
    case "reach": words(.columnReach)
    case "impressions": words(.columnImpressions)
    default: words(.columnViews)
    }
  }
}

extension Record {
  /// What exposure is on the line's platform.
  var basis: String { text("exposure_basis") }
}
