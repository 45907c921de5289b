import Analyze
import Report
import Warehouse

extension Command {
  /// Goes from a figure of a month back to posts, files and lines.
  static let explain = Command(
    name: "explain", indonesian: "dari sebuah angka kembali ke rumus, unggahan, berkas, dan baris",
    english: "from a figure back to its formula, posts, files and lines", operands: "KODE_OPD",
    operandCount: 1...1,
    options: [
      .month,
      Option(
        "--metric", "ANGKA", "angka yang dijelaskan (bawaan: engagement_index)",
        "the figure to explain (default: engagement_index)"),
      Option(
        "--platform", "NAMA", "platformnya, selain untuk engagement_index",
        "its platform, but for engagement_index"),
      .warehouse,
    ]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let month = try arguments.monthOrLast()
    let metric = arguments["--metric"] ?? "engagement_index"
    let language = console.language
    guard Explanation.metrics.contains(metric) else {
      let list = Explanation.metrics.joined(separator: ", ")
      throw UsageError(
        language.choose(
          "--metric: diharapkan salah satu dari \(list), ditemukan \"\(visible(metric))\"",
          "--metric: expected one of \(list), found \"\(visible(metric))\""))
    }
    guard metric == "engagement_index" || arguments["--platform"] != nil else {
      throw UsageError(
        language.choose("\(metric) perlu --platform", "\(metric) needs --platform"))
    }
    let warehouse = try session.existingWarehouse()
    try session.categorise(warehouse)
    let analysis = try Analysis(warehouse)
    try analysis.refresh()
    try analysis.ensure(month)
    let code = arguments.operands[0].uppercased()
    guard
      let explanation = try Explanation(
        warehouse, opdCode: code, platform: arguments["--platform"]?.lowercased() ?? "", metric: metric,
        month: month, language: language)
    else {
      console.out(
        language.choose(
          "\(visible(code)): tidak ada angka \(metric) untuk \(month); kode dan platform: medsos status --month \(month)",
          "\(visible(code)): no figure \(metric) for \(month); codes and platforms: medsos status --month \(month)"
        ))
      return ExitCode.someLeftOut
    }
    console.out(explanation.text)
    return ExitCode.done
  }
}
