public import Warehouse

/// The way from a figure of a month through its formula and parameters to posts, files and lines.
public struct Explanation {
  /// The figures that can be explained.
  public static let metrics = [
    "engagement_index", "er_ratio_of_sums", "reach_sum_post", "interactions", "exposure", "posts",
    "index_posts",
  ]

  private let words: Wording
  private let metric: String
  private let figure: Record
  private let parameters: Record?
  private let parts: [Record]
  private let title: String

  /// Reads what a figure was made from; `nil` where the month has no such figure.
  ///
  /// - Parameters:
  ///   - warehouse: with the month's marts up to date.
  ///   - opdCode: whose figure.
  ///   - platform: on which platform; of the index, which is over all of them, it is not asked.
  ///   - metric: one of `metrics`.
  ///   - month: of which month.
  ///   - language: of the words.
  /// - Throws: `WarehouseError` where the database fails.
  public init?(
    _ warehouse: Connection, opdCode: String, platform: String, metric: String, month: Month,
    language: Language
  ) throws {
    let isIndex = metric == "engagement_index"
    let key: [SQLValue] = [.text("\(month)"), .text(opdCode)]
    let found =
      isIndex
      ? try warehouse.records("SELECT * FROM mart_opd_month WHERE month = ? AND opd_code = ?", key)
      : try warehouse.records(
        "SELECT * FROM mart_opd_platform_month WHERE month = ? AND opd_code = ? AND platform = ?",
        key + [.text(platform)])
    guard let figure = found.first else { return nil }
    self.figure = figure
    self.metric = metric
    words = Wording(language: language)
    parameters =
      try warehouse.records("SELECT * FROM mart_index_month WHERE month = ?", [.text("\(month)")]).first
    parts = try warehouse.records(
      """
      SELECT * FROM v_lineage WHERE month = ?1 AND opd_code = ?2 AND metric = ?3 AND (?4 OR platform = ?5)
      ORDER BY platform, published_date, native_id
      """, key + [.text(metric), isIndex ? 1 : 0, .text(platform)])
    title = "\(opdCode) \(isIndex ? "" : platform + " ")\(month) \(metric)"
  }

  /// The explanation, a line each.
  public var text: String {
    var page = Page()
    page.line("\(title) = \(number(figure.real(metric)))")
    page.line(words(.explainFormula, ["formula": words(formula)]))
    if metric == "engagement_index" { explainIndex(&page) } else { explainSum(&page) }
    page.blank()
    page.line(words(.explainParts, ["count": words.count(parts.count)]))
    for part in parts { page.line(line(part)) }
    return page.text
  }

  private var formula: Phrase {
    switch metric {
    case "engagement_index": .formulaIndex
    case "er_ratio_of_sums": .formulaRate
    case "posts", "index_posts": .formulaCount
    default: .formulaSum
    }
  }

  private func sum(_ column: String) -> Double { parts.reduce(0) { $0 + ($1.real(column) ?? 0) } }

  private func explainSum(_ page: inout Page) {
    let above = sum("numerator_part")
    if metric == "er_ratio_of_sums" {
      let below = sum("denominator_part")
      page.line("  \(number(above)) / \(number(below)) = \(number(below > 0 ? above / below : nil))")
    } else {
      page.line("  Σ = \(number(above))")
    }
  }

  private func explainIndex(_ page: inout Page) {
    for (name, column) in [("kappa2", "kappa2"), ("tau2", "tau2"), ("mu", "mu"), ("rho", "rho")] {
      page.line("  \(name) = \(number(parameters?.real(column)))")
    }
    page.line("  method = \(parameters?.text("method_version") ?? "–")")
    page.line("  Σ w·I = \(number(sum("numerator_part"))), Σ w·E = \(number(sum("denominator_part")))")
    for column in [
      "index_log_ratio", "index_log_variance", "index_prior_mean", "index_shrinkage", "score",
      "score_variance", "index_low", "index_high", "index_rank", "rank_low", "rank_high", "raw_index",
    ] {
      page.line("  \(column) = \(number(figure.real(column)))")
    }
    let reason = figure.text("unranked_reason")
    if !reason.isEmpty { page.line("  unranked_reason = \(reason)") }
  }

  private func line(_ part: Record) -> String {
    var text =
      "  \(part.text("file")):\(part.count("line"))  \(part.text("platform")) \(part.text("native_id")) \(part.text("published_date"))"
    switch metric {
    case "engagement_index":
      text +=
        "  I=\(number(part.real("interactions"))) q=\(number(part.real("exposure"))) "
        + "E=\(number(part.real("expected"))) w=\(number(part.real("weight")))"
    case "er_ratio_of_sums":
      text += "  I=\(number(part.real("interactions"))) q=\(number(part.real("exposure")))"
    default: text += "  \(number(part.real("numerator_part")))"
    }
    return text
  }

  /// Every digit that the warehouse holds, so that the way can be gone again.
  private func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
