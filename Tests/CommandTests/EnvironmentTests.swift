import Foundation
import Testing
import Warehouse

/// What the surroundings do to the program, and the sentence and exit code that come of it.
@Suite struct EnvironmentTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.prepare()
  }

  private func shell(_ line: String) throws -> Program.Result { try Program.shell(line, in: desk.path) }

  @Test(arguments: [
    ("", 64), ("nope", 64), ("run", 64), ("run inbox --month 2025-13", 64), ("run inbox --mont 2025-10", 64),
    ("run inbox --month", 64), ("run inbox --lang fr", 64), ("ingest inbox --exported-at kemarin", 64),
    ("ingest inbox --json=1", 64), ("analyze inbox", 64), ("run inbox --month 2025-10 --month 2025-10", 64),
    ("--help", 0), ("--version", 0), ("help run", 0), ("report --month 2025-10", 3), ("status", 3),
    ("ingest /tidak/ada --config config", 3), ("ingest inbox --warehouse /tidak/ada/x.sqlite", 3),
  ])
  func `wrong words are 64, a missing file is 3`(words: String, code: Int) throws {
    let result = try shell("$MEDSOS \(words)")
    #expect(result.code == Int32(code))
    if code != 0, !words.isEmpty { #expect(result.errors.hasPrefix("medsos: "), "\(result.errors)") }
  }

  @Test(arguments: [
    "run", "ingest", "analyze", "report", "check", "status", "rejects", "undo", "publish", "verify", "backup",
    "formats",
    "init",
  ])
  func `each command has its help, in both languages`(command: String) throws {
    let help = try shell("$MEDSOS \(command) --help")
    #expect(help.code == 0)
    #expect(help.output.hasPrefix("medsos \(command)"))
    #expect(help.output.contains("--json"))
    #expect(try shell("$MEDSOS \(command) --help --lang en").output != help.output)
    #expect(try shell("$MEDSOS --help").output.contains("  \(command) "))
  }

  @Test func `a bad registry stops before anything loads`() throws {
    try desk.write("config/akun.csv", "kode_opd,platform,id\nDINKESS,facebook,1\n")
    let result = try shell("$MEDSOS ingest inbox")
    #expect(result.code == 2)
    #expect(result.errors == "medsos: akun.csv:2: kode_opd \"DINKESS\" tidak ada di opd.csv\n")
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(try warehouse.scalar("SELECT count(*) FROM ingest_load") == 0)
  }

  @Test func `output that cannot be written is an error`() throws {
    #expect(try shell("$MEDSOS formats > /dev/full").code == 3)
    #expect(try shell("$MEDSOS formats >&-").code == 3)
    #expect(try shell("$MEDSOS ingest inbox > /dev/full").code == 3)
    // A reader that has seen enough is no error to shout about.
    #expect(try shell("$MEDSOS formats facebook-content | head -n 1").errors.isEmpty)
  }

  @Test func `a link or a device named for a list is written to, not replaced`() throws {
    _ = try shell(
      "$MEDSOS ingest inbox; echo lama > sasaran.csv; ln -s sasaran.csv tautan.csv; ln -s /dev/full penuh.csv"
    )
    #expect(
      try shell("$MEDSOS rejects --csv tautan.csv && test -L tautan.csv && ! grep -q lama sasaran.csv").code
        == 0)
    #expect(try shell("$MEDSOS rejects --csv penuh.csv").code == 3)
    #expect(try shell("test -L penuh.csv").code == 0)
    #expect(
      try shell(
        "mkfifo pipa && { cat pipa > dibaca.csv & } && $MEDSOS rejects --csv pipa && wait && cmp dibaca.csv sasaran.csv"
      ).code == 0)
  }

  @Test func `a folder that is missing or closed is named in a sentence`() throws {
    #expect(try shell("$MEDSOS ingest inbox").code == 1)
    let missing = try shell("$MEDSOS backup tidak-ada/salinan.sqlite")
    #expect(missing.code == 3)
    #expect(missing.errors == "medsos: tidak-ada/salinan.sqlite: No such file or directory\n")
  }

  @Test func `a file-size limit leaves the old state and says so`() throws {
    #expect(try shell("$MEDSOS ingest inbox").code == 1)
    try desk.write(
      "inbox/DINKES/facebook/besar.csv",
      Desk.header
        + (1000...9999).map { Desk.row(1).replacing("122100000000001", with: "1221000000\($0)") }.joined())
    // Blocks of 512 bytes in sh: the database exists already and may not grow.
    let result = try shell("ulimit -f $(( $(stat -c %s medsos.sqlite) / 512 )); $MEDSOS ingest inbox")
    #expect(result.code == 3, "\(result)")
    #expect(result.errors.contains("penyimpanan penuh atau gagal"))
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(try warehouse.scalar("SELECT count(*) FROM v_post_latest") == 7)
    #expect(try warehouse.scalar("PRAGMA quick_check") == "ok")
  }

  @Test func `a locked database is waited for, then named`() throws {
    #expect(try shell("$MEDSOS ingest inbox").code == 1)
    let warehouse = try Warehouse.open(desk.path + "/medsos.sqlite")
    try warehouse.execute("BEGIN EXCLUSIVE")
    let result = try shell("$MEDSOS ingest inbox")
    #expect(result.code == 3)
    #expect(result.errors.contains("sedang dipakai"))
    try warehouse.execute("ROLLBACK")
  }

  @Test func `four ingests at once load each file once`() throws {
    for _ in 0..<2 {
      let processes = try (0..<4).map { _ in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["ingest", "inbox"]
        process.currentDirectoryURL = URL(fileURLWithPath: desk.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for process in processes {
        process.waitUntilExit()
        #expect([0, 1].contains(process.terminationStatus))
      }
    }
    let warehouse = try Warehouse.openReadOnly(desk.path + "/medsos.sqlite")
    #expect(try warehouse.rows("SELECT count(*), sum(loaded) FROM ingest_load") == [[2, 7]])
    #expect(try shell("$MEDSOS verify inbox").code == 0)
  }

  @Test func `a foreign database is refused and left alone`() throws {
    try desk.write(
      "medsos.sqlite",
      "bukan basis data, hanya teks yang cukup panjang untuk sebuah kepala berkas ..... ...... ......")
    let before = try desk.read("medsos.sqlite")
    #expect(try shell("$MEDSOS ingest inbox").code == 3)
    #expect(try desk.read("medsos.sqlite") == before)
  }

  @Test func `the answer depends on no locale, zone, home or folder`() throws {
    let plain = try shell("$MEDSOS run inbox --month 2025-10 --out a --warehouse a.sqlite")
    let odd = try shell(
      "cd / && env -i LANG=tr_TR.UTF-8 LC_ALL=xx TZ=America/Los_Angeles $MEDSOS run \(desk.path)/inbox --month 2025-10 "
        + "--out \(desk.path)/b --warehouse \(desk.path)/b.sqlite")
    #expect(odd.code == plain.code)
    #expect(try desk.read("a/laporan.txt") == desk.read("b/laporan.txt"))
    #expect(try desk.read("a/opd-platform.csv") == desk.read("b/opd-platform.csv"))
  }

  @Test func `the program runs from wherever it is copied`() throws {
    let result = try shell("cp $MEDSOS ./salinan && env -i ./salinan run inbox --month 2025-10")
    #expect(result.code == 1)
    #expect(result.output.contains("laporan/2025-10/laporan.txt"))
    #expect(result.output.hasSuffix("  laporan/2025-10/rapor/ (4 berkas)\n"))
  }

  @Test func `what is no file of bytes is refused by name, the rest loads`() throws {
    let result = try shell(
      """
      mkfifo inbox/pipa.csv; ln -s /etc/passwd inbox/tautan.csv; mkdir inbox/map.csv; : > inbox/kosong.csv
      cp inbox/\(Desk.good) "$(printf 'inbox/nama\\377.csv')"
      $MEDSOS ingest inbox
      """)
    #expect(result.code == 2)
    for line in [
      "ditolak: pipa.csv: bukan berkas biasa", "ditolak: tautan.csv: bukan berkas biasa",
      "ditolak: kosong.csv",
      "nama berkas bukan UTF-8", "dimuat: \(Desk.good)",
    ] {
      #expect(result.output.contains(line), "\(line)\n\(result.output)")
    }
  }
}
