import Analyze
import Ingest
import Warehouse

extension Command {
  /// Recomputes what the warehouse says of itself.
  static let verify = Command(
    name: "verify",
    indonesian: "periksa basis data: utuh, hitungan cocok, angka sama dengan berkas yang masih ada di INBOX",
    english: "check the database: sound, counts add up, figures equal the files that are still in INBOX",
    operands: "[INBOX...]", operandCount: 0...10_000, options: [.warehouse, .config]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let warehouse = try session.existingWarehouse(readOnly: true)
    var checks = [Check(name: "integrity", count: nil, findings: try warehouse.integrityFindings())]
    if checks[0].findings.isEmpty {
      let ledger = try LedgerAudit(warehouse).findings()
      checks.append(Check(name: "ledger", count: ledger.loads, findings: ledger.findings))
      let marts = try MartAudit(warehouse).findings()
      checks.append(Check(name: "marts", count: marts.months, findings: marts.findings))
      if !arguments.operands.isEmpty { checks.append(try session.compareFiles(warehouse)) }
    }
    for check in checks { try check.show(console, asJSON: arguments.has("--json")) }
    return checks.allSatisfy(\.findings.isEmpty) ? ExitCode.done : ExitCode.refused
  }
}

extension Session {
  fileprivate func compareFiles(_ warehouse: Connection) throws -> Check {
    var options = Ingestor.Options(now: Clock.now)
    options.language = arguments.language
    options.mapping = try HeaderMapping(folder: configFolder(inbox: arguments.operands.first))
    let outcome = try FileAudit(warehouse, options: options).compare(arguments.operands)
    return Check(
      name: "files", count: outcome.compared, findings: outcome.findings, notLoaded: outcome.unknown.count)
  }
}

/// One of the checks, and what it says.
private struct Check {
  let name: String
  let count: Int?
  let findings: [Finding]
  var notLoaded = 0

  func show(_ console: Console, asJSON: Bool) throws {
    let language = console.language
    guard !asJSON else {
      try console.json(
        CheckJSON(
          check: name, count: count, findings: findings.map { $0.text(in: language) }, notLoaded: notLoaded))
      return
    }
    let what: String =
      switch name {
      case "integrity":
        language.choose("berkas basis data dan rujukannya", "the database file and its references")
      case "ledger": language.choose("hitungan muatan", "the loads' counts")
      case "marts": language.choose("angka bulanan terhadap fakta", "monthly figures against facts")
      default:
        language.choose("basis data terhadap berkas yang masih ada", "the database against the files at hand")
      }
    let extent = count.map { " (\($0))" } ?? ""
    let verdict = findings.isEmpty ? language.choose("baik", "good") : language.choose("SALAH", "WRONG")
    console.out("\(verdict): \(what)\(extent)")
    for finding in findings { console.out("  \(finding.text(in: language))") }
    if notLoaded > 0 {
      console.out(
        language.choose(
          "  \(notLoaded) berkas di sana belum dimuat atau ditolak",
          "  \(notLoaded) files there are not loaded or were refused"))
    }
  }
}

private struct CheckJSON: Encodable {
  let check: String
  let count: Int?
  let findings: [String]
  let notLoaded: Int
}
