/// The cells of a sheet as delimited text, written while the sheet is read.
final class SheetSource: ByteSource {
  private var text: SheetText
  private let part: String

  init(_ text: consuming SheetText, part: String) {
    self.text = text
    self.part = part
  }

  /// Throws a `ContainerError`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    do {
      return try text.read(into: buffer)
    } catch { throw OfficePackage.error(error, in: part) }
  }
}
