import Foundation
import Testing
import Warehouse

@testable import Ingest

/// A folder of its own for one test, gone with it.
final class Workspace {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("medsos-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

/// A warehouse with a registry of three offices, and an inbox.
final class Office {
  let workspace: Workspace
  let warehouse: Connection
  var inbox: String { workspace.path + "/inbox" }

  static let opd = """
    kode,nama,singkatan,alias,kelompok,ikut_peringkat
    DINKES,Dinas Kesehatan,Dinkes,Kesehatan,Dinas,ya
    DISHUB,Dinas Perhubungan,Dishub,,Dinas,ya
    SETWAN,Sekretariat DPRD,Setwan,,Dinas,ya
    """
  static let akun = """
    kode_opd,platform,id,nama_pengguna,nama
    DINKES,facebook,615500000000001,contoh.dinkes,Contoh Dinkes
    DISHUB,facebook,,,Contoh Dishub
    """

  init(akun: String = akun) throws {
    workspace = try Workspace()
    warehouse = try Warehouse.inMemory()
    try FileManager.default.createDirectory(
      atPath: workspace.path + "/inbox", withIntermediateDirectories: true)
    try register(akun: akun)
  }

  func register(opd: String = opd, akun: String = akun) throws {
    try RegistryTests.registry(opd: opd, akun: akun).sync(to: warehouse)
  }

  func send(_ name: String, _ text: String) throws { try workspace.write("inbox/" + name, text) }

  func send(bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: try workspace.write("inbox/" + name, "")))
  }

  /// Takes the inbox in, exported at the given instant, and gives the reports by file.
  @discardableResult
  func ingest(exportedAt: String? = "2025-11-03T09:00", language: Language = .english) throws -> [FileReport]
  {
    var options = Ingestor.Options(now: 1_762_300_000)
    options.language = language
    options.exportedAt = exportedAt.flatMap { Instant.read($0) }
    var reports: [FileReport] = []
    try Ingestor(warehouse, inboxes: [inbox], options: options).ingest([inbox]) { reports.append($0) }
    return reports
  }

  func one(_ sql: String) throws -> SQLValue { try warehouse.scalar(sql) }
}

/// Rows of a Facebook content export in its native layout.
struct Export {
  static let header =
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Is share,Post type,"
    + "Data comment,Date,Views,Reach,\"Reactions, Comments and Shares\",Reactions,Comments,Shares"

  static func row(
    _ id: String, page: String = "615500000000001,Contoh Dinkes", title: String = "Halo",
    time: String = "10/07/2025 03:07", link: String = "https://www.facebook.com/contoh.dinkes/posts/pfbid1",
    share: String = "0", type: String = "Photos", comment: String = "", date: String = "Lifetime",
    figures: String = "120,100,9,5,3,1"
  ) -> String {
    "\(id),\(page),\"\(title)\",,0,\(time),\(link),\(share),\(type),\(comment),\(date),\(figures)"
  }

  static func file(_ rows: String...) -> String {
    "\u{FEFF}" + ([header] + rows).joined(separator: "\n") + "\n"
  }
}
