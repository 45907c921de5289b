import Warehouse

extension TextReport {
  /// What the regency's posts are about, and how posts of each category do against others of the same accounts.
  mutating func writeCategories() {
    let posts = data.categories.reduce(0) { $0 + $1.count("posts") }
    guard posts > 0 else { return }
    heading(.categories)
    paragraph(words(.categoriesIntro))
    blank()
    add(categoryTable)
    for line in data.categories where (line.real("p_adjusted") ?? 1) < 0.05 {
      if let reading = words.reading(ofCategory: line) { item(reading) }
    }
    let same = data.categories.filter { line in
      line.text("category") != "none" && line.count("posts") > 0 && (line.real("p_adjusted") ?? 1) >= 0.05
    }
    if !same.isEmpty {
      item(words(.categoriesSame, ["names": words.list(same.map { $0.text("category_name") })]))
    }
    for line in data.categories { compareWithTarget(line) }
    let review = data.categories.reduce(0) { $0 + $1.count("review_posts") }
    let manual = data.categories.reduce(0) { $0 + $1.count("manual_posts") }
    item(words(.categoriesMade, ["manual": words.count(manual), "review": words.count(review)]))
    let without = data.categories.first?.count("posts_without_category") ?? 0
    if without > 0 { item(words(.categoriesWithout, ["count": words.count(without)])) }
  }

  /// The table of categories as HTML.
  var categoryTableHTML: String { categoryTable.html }

  private var categoryTable: TextTable {
    var table = TextTable([
      .init(title: words(.columnCategory), width: 20, isNumber: false),
      .init(title: words(.columnPosts), width: 8), .init(title: words(.columnShare), width: 7),
      .init(title: words(.columnComments), width: 12), .init(title: words(.columnShares), width: 12),
      .init(title: words(.columnEffect), width: 9), .init(title: words(.columnIndexRange), width: 10),
      .init(title: words(.columnCrude), width: 7), .init(title: words(.columnAccounts), width: 5),
    ])
    for line in data.categories {
      table.add([
        line.text("category_name"), words.count(line.integer("posts")),
        words.percent(line.real("share_of_posts"), places: 0),
        line.real("comments_per_post").map { words.decimal($0, places: 1) } ?? "–",
        line.real("shares_per_post").map { words.decimal($0, places: 1) } ?? "–",
        words.index(of: line, "adjusted_ratio"),
        line.real("adjusted_low") == nil
          ? "–" : "\(words.index(of: line, "adjusted_low"))–\(words.index(of: line, "adjusted_high"))",
        words.index(of: line, "crude_ratio"), words.count(line.integer("accounts")),
      ])
    }
    return table
  }

  /// A ratio as an index: 100 stands for no difference.
  private mutating func compareWithTarget(_ line: Record) {
    guard let target = line.real("target_share"), let share = line.real("share_of_posts") else { return }
    let values: KeyValuePairs = [
      "category": line.text("category_name"), "share": words.percent(share, places: 0),
      "target": words.percent(target, places: 0),
    ]
    item(words(share < target ? .categoryBelowTarget : .categoryOnTarget, values))
  }
}

extension Wording {
  /// What a category's effect says, in a sentence: a difference only where it stands after allowing for several
  /// categories; `nil` where there is nothing to say.
  func reading(ofCategory line: Record) -> String? {
    guard line.text("category") != "none", line.count("posts") > 0 else { return nil }
    let values: KeyValuePairs = [
      "category": line.text("category_name"), "index": index(of: line, "adjusted_ratio"),
      "low": index(of: line, "adjusted_low"), "high": index(of: line, "adjusted_high"),
    ]
    guard let p = line.real("p_adjusted"), let effect = line.real("adjusted_ratio") else {
      return self(.categoryUnknown, values)
    }
    let phrase: Phrase = p >= 0.05 ? .categorySame : effect > 1 ? .categoryBetter : .categoryWorse
    return self(phrase, values) + (line.integer("is_simpson") == 1 ? " " + self(.categorySimpson) : "")
  }

  /// A ratio as an index of 100.
  func index(of line: Record, _ column: String) -> String {
    line.real(column).map { decimal($0 * 100, places: 0) } ?? "–"
  }
}
