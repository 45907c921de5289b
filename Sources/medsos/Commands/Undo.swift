import Ingest
import Warehouse

extension Command {
  /// Takes a load back.
  static let undo = Command(
    name: "undo", indonesian: "batalkan muatan: seolah-olah berkas itu belum pernah dimuat",
    english: "take a load back: as if the file had never been loaded", operands: "FILE|MUATAN",
    operandCount: 1...1, options: [.warehouse]
  ) { arguments, console in
    let session = Session(arguments: arguments, console: console)
    let warehouse = try session.existingWarehouse()
    let undo = Undo(warehouse)
    let name = arguments.operands[0]
    let targets = try undo.targets(named: name)
    guard !targets.isEmpty else {
      throw UsageError(
        console.language.choose(
          "tidak ada muatan \"\(visible(name))\"; nomor dan berkasnya ada di tabel ingest_load",
          "no load \"\(visible(name))\"; numbers and files are in the table ingest_load"))
    }
    // All members of one archive came together and go together.
    guard Set(targets.map(\.path)).count == 1 || Set(targets.map { $0.archive ?? $0.path }).count == 1 else {
      let list = targets.map { "\($0.key) (\(visible($0.path)))" }.joined(separator: ", ")
      throw UsageError(
        console.language.choose(
          "lebih dari satu muatan: \(list); sebut nomornya", "several loads: \(list); name one by its number")
      )
    }
    let outcome = try undo.undo(targets)
    if arguments.has("--json") {
      try console.json(UndoneJSON(outcome))
    } else {
      show(outcome, console)
    }
    return ExitCode.done
  }

  private static func show(_ outcome: Undo.Outcome, _ console: Console) {
    let language = console.language
    for load in outcome.loads {
      console.out(
        language.choose("dibatalkan: muatan", "taken back: load")
          + " \(load.key), \(visible(load.path, limit: 200)) (\(load.loaded) "
          + language.choose("baris)", "rows)"))
    }
    console.out(
      language.choose(
        "\(outcome.facts) angka dihapus, \(outcome.posts) unggahan tidak dikenal lagi",
        "\(outcome.facts) facts removed, \(outcome.posts) posts no longer known"))
    console.note(
      language.choose(
        "bila berkasnya masih di inbox, ia dimuat lagi pada batch berikutnya; pindahkan bila tidak diinginkan",
        "a file that is still in the inbox will be loaded again by the next batch; move it away if it should not be"
      ))
  }
}

private struct UndoneJSON: Encodable {
  let loads: [Int64]
  let facts, posts: Int

  init(_ outcome: Undo.Outcome) {
    (loads, facts, posts) = (outcome.loads.map(\.key), outcome.facts, outcome.posts)
  }
}
