import Foundation

/// The reports of the samples' October and last quarter: some to read, and the SHA-256 of all, so that a test sees any
/// byte that moves.
func examples(_ program: Medsos) throws -> [(name: String, text: String)] {
  let desk = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  defer { try? FileManager.default.removeItem(atPath: desk) }
  let inbox = program.checkout + "/samples/inbox"
  let warehouse = desk + "/medsos.sqlite"
  try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
  for words in [
    ["--month", "2025-10", "--out", desk + "/bulan"], ["--period", "2025-Q4", "--out", desk + "/rekap"],
  ] {
    _ = try program.run(["run", inbox, "--warehouse", warehouse] + words, accepting: [0, 1, 2])
  }
  _ = try program.run(
    [
      "report", "--warehouse", warehouse, "--month", "2025-10", "--lang", "en", "--csv-dialect", "excel-id",
      "--out",
      desk + "/month",
    ], accepting: [0])
  let shown = [
    ("laporan.txt", "bulan/laporan.txt"), ("lampiran.txt", "bulan/lampiran.txt"),
    ("rapor-DINKES.txt", "bulan/rapor/DINKES.txt"), ("rekap-2025-Q4.txt", "rekap/rekap.txt"),
  ]
  let texts = try shown.map { name, path in
    ("docs/contoh/" + name, try String(contentsOfFile: desk + "/" + path, encoding: .utf8))
  }
  return texts + [("Tests/Golden/reports.sha256", try digests(desk, ["bulan", "month", "rekap"]))]
}

/// The SHA-256 and path of every file in folders, by path.
private func digests(_ desk: String, _ folders: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = [
    "-c", "cd \"$1\" && find \(folders.joined(separator: " ")) -type f | LC_ALL=C sort | xargs sha256sum",
    "sh", desk,
  ]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: output, as: UTF8.self)
}
