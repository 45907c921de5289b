import Warehouse

/// `laporan.html`: the two pages and the annex with pictures, in one file.
struct MonthPage {
  let data: MonthData
  let words: Wording

  var html: String {
    let report = TextReport(data, words)
    let title = words(.title, ["month": data.month.name(in: words.language)])
    let main = report.main.html(prefix: "b", before: picture) { topic, block in
      if case .title = block { return true }
      // What is drawn with its figures stands as a table in the annex.
      if case .table = block { return topic == .index || topic == .categories }
      return false
    }
    let annex = report.annex.html(prefix: "l", before: annexPicture) { topic, block in
      if case .title = block { return true }
      return topic == .title
    }
    return HTML.document(
      language: words.language, title: title,
      """
      <a class="skip" href="#isi">\(HTML.text(words(.skipToContent)))</a>
      <header>
      <p>\(HTML.text(words(.government)))<br>\(HTML.text(words(.office)))</p>
      <h1>\(HTML.text(title))</h1>
      \(data.mark.map { "<p class=\"mark\">\(HTML.text($0))</p>" } ?? "")
      </header>
      <main id="isi">
      \(main)<div class="annex">
      <h1>\(HTML.text(words(.annexHeading)))</h1>
      <section aria-labelledby="lt"><h2 id="lt">\(HTML.text(words(.index)))</h2>
      \(report.indexTableHTML)</section>
      <section aria-labelledby="lk"><h2 id="lk">\(HTML.text(words(.categories)))</h2>
      \(report.categoryTableHTML)</section>
      \(history)\(annex)</div>
      </main>
      """)
  }

  /// What is drawn at the head of a section of the two pages.
  private func picture(_ topic: Phrase, _ number: Int) -> String {
    switch topic {
    case .completeness: HeatMap(data: data, words: words).html
    case .index: indexChart.html
    case .categories: categoryChart.html
    default: ""
    }
  }

  private func annexPicture(_ topic: Phrase, _ number: Int) -> String {
    // The first section of the annex is completeness, the platforms follow in their order.
    guard topic == .ranking, data.platforms.indices.contains(number - 2) else { return "" }
    return exposure(data.platforms[number - 2])
  }

  private var indexChart: IntervalChart {
    let ranked = data.offices.filter { $0.integer("index_rank") != nil }
    let groups = data.peerGroups.map { group in
      let members = ranked.filter { $0["peer_group"].text == group }
        .sorted { $0.count("group_rank") < $1.count("group_rank") }
      return (
        name: Optional(group ?? words(.indexNoGroup)), rows: members.map { row($0, inGroup: group != nil) }
      )
    }
    return IntervalChart(
      groups: groups.filter { !$0.rows.isEmpty }, title: words(.index), description: words(.chartIndex),
      base: 100,
      columns: [
        (words(.columnPostsShort), 50), (words(.columnRawIndex), 62), (words(.columnIndex), 55),
        (words(.columnIndexRange), 72), (words(.columnRank), 60), (words(.columnChange), 118),
      ], id: "indeks", words: words)
  }

  private func row(_ office: Record, inGroup: Bool) -> IntervalChart.Row {
    let prefix = inGroup ? "group_rank" : "rank"
    return IntervalChart.Row(
      label: office.text("short_name") + (office.text("submission") == "complete" ? "" : " *"),
      low: office.real("index_low"), value: office.real("engagement_index"), high: office.real("index_high"),
      tier: office.text("tier"),
      cells: [
        words.count(office.integer("index_posts")), words.whole(office, "raw_index"),
        words.whole(office, "engagement_index"),
        "\(words.whole(office, "index_low"))–\(words.whole(office, "index_high"))",
        words.places(office, prefix),
        words.indexChange(office),
      ])
  }

  private var categoryChart: IntervalChart {
    let rows = data.categories.filter { $0.text("category") != "none" && $0.count("posts") > 0 }.map { line in
      let isFound = (line.real("p_adjusted") ?? 1) < 0.05
      let ratio = line.real("adjusted_ratio")
      return IntervalChart.Row(
        label: line.text("category_name"), low: line.real("adjusted_low").map { $0 * 100 },
        value: ratio.map { $0 * 100 }, high: line.real("adjusted_high").map { $0 * 100 },
        tier: !isFound ? "around" : (ratio ?? 1) > 1 ? "above" : "below",
        cells: [
          words.count(line.integer("posts")), words.percent(line.real("share_of_posts"), places: 0),
          words.index(of: line, "adjusted_ratio"),
          "\(words.index(of: line, "adjusted_low"))–\(words.index(of: line, "adjusted_high"))",
        ])
    }
    return IntervalChart(
      groups: rows.isEmpty ? [] : [(nil, rows)], title: words(.categories),
      description: words(.chartCategory),
      base: 100,
      columns: [
        (words(.columnPosts), 75), (words(.columnShare), 65), (words(.columnEffect), 65),
        (words(.columnIndexRange), 80),
      ], id: "kategori", words: words)
  }

  /// Exposure of the offices on a platform; never added over platforms.
  private func exposure(_ platform: Record) -> String {
    let lines = data.lines(on: platform.text("platform")).filter {
      ($0.integer("exposure_sum_post") ?? 0) > 0
    }
    .sorted { $0.count("exposure_sum_post") > $1.count("exposure_sum_post") }
    let measure = Measure.sum(platform.basis, words)
    return BarChart(
      rows: lines.map {
        (
          $0.text("short_name"), Double($0.count("exposure_sum_post")),
          words.count($0.integer("exposure_sum_post"))
        )
      },
      title: words(.chartExposure, ["measure": measure, "platform": platform.text("platform_name")]),
      id: "paparan-\(platform.text("platform"))", words: words
    ).html
  }

  /// Small multiples of each office's last months.
  private var history: String {
    let offices = data.offices.filter { data.history[$0.text("opd_code")] != nil }
    guard data.historyMonths.count > 1, !offices.isEmpty else { return "" }
    let all = data.history.values.flatMap { $0.values }.flatMap {
      [$0.real("index_low"), $0.real("index_high")]
    }
    let axis = Axis([100] + all.compactMap(\.self), start: 4, length: Sparkline.height - 8, about: 3)
    let lines = offices.map { office in
      let own = data.history[office.text("opd_code")] ?? [:]
      return Sparkline(
        label: office.text("short_name"),
        points: data.historyMonths.map { month in
          let row = own["\(month)"]
          return (
            month.name(in: words.language), row?.real("index_low"), row?.real("engagement_index"),
            row?.real("index_high")
          )
        }, axis: axis, id: "riwayat-\(HTML.text(office.text("opd_code")))", words: words
      ).html
    }
    let span = [data.historyMonths.first, data.historyMonths.last].map { $0?.name(in: words.language) ?? "" }
    return """
      <section aria-labelledby="lr"><h2 id="lr">\(HTML.text(words(.historyHeading)))</h2>
      <p>\(HTML.text(words(.chartHistory, ["first": span[0], "last": span[1]])))</p>
      <div class="small">
      \(lines.joined())</div></section>

      """
  }
}

extension Wording {
  /// A figure without decimals.
  func whole(_ record: Record, _ column: String) -> String {
    record.real(column).map { decimal($0, places: 0) } ?? "–"
  }
}
