/// The bytes of one input, wherever they stand: a file, a member of an archive, a sheet of a workbook.
struct FileContent: Sendable {
  /// Opens them at their start, as often as needed.
  ///
  /// - Throws: `IntakeError`.
  let open: @Sendable () throws -> any ByteSource
  /// The name of the sheet that they were made from; its records are the sheet's rows.
  var sheet: String?

  var isSheet: Bool { sheet != nil }

  /// The SHA-256 of all of them.
  ///
  /// - Throws: `IntakeError`, `ContainerError`.
  func hash() throws -> String {
    let source = try open()
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard count > 0 else { return hash.finish() }
      piece.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// A file of its own.
  static func file(_ path: String) -> FileContent {
    FileContent { try FileSource(path: path) }
  }
}
