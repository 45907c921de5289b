import Warehouse

extension TextReport {
  /// Who sent what: the first table, since everything below it holds only for what was sent.
  ///
  /// The names of offices that sent everything stand in the appendix alone.
  mutating func writeCompleteness(withNames: Bool) {
    heading(.completeness)
    paragraph(words(.completenessIntro))
    let ranked = data.offices.filter { $0.count("is_ranked") == 1 }
    for (phrase, status) in [
      (Phrase.complete, "complete"), (.partial, "partial"), (.missing, "missing"),
      (.unregistered, "unregistered"),
    ] {
      let names = ranked.filter { $0.text("submission") == status }.map(name)
      if status == "complete", !withNames {
        item("\(words(phrase)): \(words.count(names.count)).")
      } else if !names.isEmpty || status == "missing" {
        entry(phrase, names)
      }
    }
    let outside = data.offices.filter { office in
      office.count("is_ranked") == 0 && ["complete", "partial"].contains(office.text("submission"))
    }
    if !outside.isEmpty { entry(.outside, outside.map { $0.text("short_name") }) }
    for (phrase, column, template) in [
      (Phrase.refusedFiles, "refused_files", Phrase.filesOf),
      (.rejectedRecords, "rejected_records", .recordsOf),
      (.waitingRecords, "waiting_records", .recordsOf),
    ] {
      let names = data.offices.filter { $0.count(column) > 0 }.map {
        words(template, ["name": $0.text("short_name"), "count": words.count($0.count(column))])
      }
      if !names.isEmpty { entry(phrase, names) }
    }
  }

  private mutating func entry(_ phrase: Phrase, _ names: [String]) {
    item("\(words(phrase)) (\(words.count(names.count))): \(words.list(names)).")
  }

  /// The office's name; where it sent a part, what is missing of it.
  private func name(_ office: Record) -> String {
    let name = office.text("short_name")
    guard office.text("submission") == "partial" else { return name }
    let parts = data.lines.filter {
      $0.text("opd_code") == office.text("opd_code") && $0.text("submission") != "complete"
    }.map { line in
      let status: Phrase =
        switch line.text("submission") {
        case "missing": .missing
        case "undated": .undated
        case "partial" where line.count("top_lists") > 0: .topList
        default: .partial
        }
      return "\(line.text("platform_name")): \(words(status).lowercased())"
    }
    return words(.platformsMissing, ["name": name, "platforms": parts.joined(separator: "; ")])
  }
}
