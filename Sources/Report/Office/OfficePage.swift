import Warehouse

/// `rapor/<KODE>.html`: the office's page with its trend and its parts of the day as pictures.
struct OfficePage {
  let report: OfficeReport

  var html: String {
    let body = report.content.html(prefix: "r", before: picture) { _, block in
      if case .title = block { return true }
      return false
    }
    let mark = report.data.mark.map { "<p class=\"mark\">\(HTML.text($0))</p>" } ?? ""
    return HTML.document(
      language: report.words.language, title: report.title,
      """
      <a class="skip" href="#isi">\(HTML.text(report.words(.skipToContent)))</a>
      <header>
      <h1>\(HTML.text(report.title))</h1>
      <p>\(HTML.text(report.office.text("name")))</p>
      \(mark)
      </header>
      <main id="isi">
      \(body)</main>
      """)
  }

  private func picture(_ topic: Phrase, _ number: Int) -> String {
    switch topic {
    case .officeTrend: trend.html
    case .officeHours: hours.html
    default: ""
    }
  }

  private var trend: IntervalChart {
    let words = report.words
    let own = report.data.history[report.code] ?? [:]
    let rows = report.data.historyMonths.map { month in
      let row = own["\(month)"]
      return IntervalChart.Row(
        label: month.name(in: words.language), low: row?.real("index_low"),
        value: row?.real("engagement_index"),
        high: row?.real("index_high"), tier: "around", cells: [])
    }
    return IntervalChart(
      groups: [(nil, rows)], title: words(.officeTrend), description: words(.chartTrend), base: 100,
      columns: [], id: "tren", words: words)
  }

  private var hours: IntervalChart {
    let words = report.words
    let parts = report.data.hours.filter {
      $0.text("opd_code") == report.code && $0.count("posts") >= OfficeReport.fewestPosts
    }
    let rows = parts.map { part in
      IntervalChart.Row(
        label: "\(part.count("first_hour"))–\(part.count("first_hour") + 4)", low: part.real("index_low"),
        value: part.real("hour_index"), high: part.real("index_high"), tier: "around", cells: [])
    }
    return IntervalChart(
      groups: rows.isEmpty ? [] : [(nil, rows)], title: words(.officeHours), description: words(.chartHours),
      base: parts.first?.real("own_index") ?? 100, columns: [], id: "jam", words: words)
  }
}
