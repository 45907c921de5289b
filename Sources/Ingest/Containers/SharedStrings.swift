/// The texts that cells refer to by number, each written as a field of delimited text.
final class SharedStrings {
  private var fields: [UInt8] = []
  private var ends: [Int] = []

  /// Reads the shared strings part; without one, there are none.
  init(
    _ package: OfficePackage, _ part: String?, _ limits: XLSXWorkbook.Limits
  ) throws(ContainerError) {
    guard let part else { return }
    var text = RichText(limit: limits.cellBytes)
    var (fields, ends): ([UInt8], [Int]) = ([], [])
    try package.scan(part, isBulk: true) { scanner, event in
      switch event {
      case .start where scanner.depth == 2: text.begin(scanner)
      case .start: try text.start(scanner)
      case .text: try text.append(scanner, part)
      case .end where scanner.depth == 2 && scanner.isElement("si"):
        guard ends.count < limits.strings else { throw ContainerError.tooManyStrings(limit: limits.strings) }
        fields.appendField(text.bytes)
        ends.append(fields.count)
        guard fields.count <= limits.stringBytes else {
          throw ContainerError.tooMuchText(part: part, limit: limits.stringBytes)
        }
      case .end: text.end(scanner)
      case .finish: break
      }
    }
    (self.fields, self.ends) = (fields, ends)
  }

  /// The bytes of string `index`, or `nil` if there is no such string.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return fields[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
