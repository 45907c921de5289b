import Analyze
import Ingest
import Warehouse

extension Command {
  /// Freezes the figures of the meeting.
  static let publish = Command(
    name: "publish", indonesian: "bekukan angka bulan yang disajikan dalam rapat",
    english: "freeze the month's figures as presented in the meeting", options: [.month, .warehouse]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.monthOrLast()
    let warehouse = try session.existingWarehouse()
    let outcome = try Publication(warehouse).publish(
      month, now: Instant.text(Clock.now), toolVersion: toolVersion)
    guard !arguments.has("--json") else {
      try console.json(PublishedJSON(month, outcome))
      return outcome == .nothing ? ExitCode.someLeftOut : ExitCode.done
    }
    return show(month.name(in: console.language), outcome, console)
  }

  private static func show(_ month: String, _ outcome: Publication.Outcome, _ console: Console) -> Int32 {
    let language = console.language
    switch outcome {
    case .nothing:
      console.out(
        language.choose("\(month): tidak ada angka untuk dibekukan", "\(month): no figures to freeze"))
      return ExitCode.someLeftOut
    case .first(let figures):
      console.out(
        language.choose("\(month): \(figures) angka dibekukan", "\(month): \(figures) figures frozen"))
    case .unchanged(let since):
      console.out(
        language.choose(
          "\(month): sudah dibekukan \(since), tidak ada yang berubah",
          "\(month): frozen \(since) already, nothing has moved"))
    case .again(let since, let moved):
      console.out(
        language.choose(
          "\(month): dibekukan lagi; sejak \(since) \(moved.count) angka berubah:",
          "\(month): frozen again; since \(since) \(moved.count) figures have moved:"))
      for figure in moved.prefix(20) { console.out("  \(line(figure, language))") }
      if moved.count > 20 {
        console.out(
          language.choose("  dan \(moved.count - 20) lagi", "  and \(moved.count - 20) more"))
      }
    }
    return ExitCode.done
  }

  private static func line(_ figure: Publication.Moved, _ language: Language) -> String {
    func text(_ value: Double?) -> String {
      value.map { $0 == $0.rounded() ? "\(Int64($0))" : "\($0)" } ?? "–"
    }
    let load = figure.newestLoad.map { language.choose(", muatan \($0)", ", load \($0)") } ?? ""
    return
      "\(figure.opdCode) \(figure.platform) \(figure.metric): \(text(figure.published)) → \(text(figure.current))\(load)"
  }
}

private struct PublishedJSON: Encodable {
  struct Moved: Encodable {
    let opd, platform, metric: String
    let published, current: Double?
    let load: Int64?
  }

  let month, status: String
  let since: String?
  let moved: [Moved]

  init(_ month: Month, _ outcome: Publication.Outcome) {
    self.month = "\(month)"
    switch outcome {
    case .nothing: (status, since, moved) = ("nothing", nil, [])
    case .first: (status, since, moved) = ("published", nil, [])
    case .unchanged(let instant): (status, since, moved) = ("unchanged", instant, [])
    case .again(let instant, let figures):
      (status, since) = ("republished", instant)
      moved = figures.map {
        Moved(
          opd: $0.opdCode, platform: $0.platform, metric: $0.metric, published: $0.published,
          current: $0.current,
          load: $0.newestLoad)
      }
    }
  }
}
