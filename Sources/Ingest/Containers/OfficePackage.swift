/// The parts of an Office file by name, and how they refer to one another (ECMA-376 part 2).
struct OfficePackage {
  /// One line of a `.rels` part.
  struct Relationship {
    let id: String
    /// The last word of the type's URL, which is the same in the transitional and the strict standard: `worksheet`.
    let type: String
    /// The name of the part it leads to.
    let target: String
  }

  private let archive: ZipArchive
  private let maxBytes: Int
  /// By name in lower case, since names of parts do not differ by case alone.
  private let parts: [String: ZipArchive.Entry]

  /// Lists the parts; all but the sheets and their strings are refused beyond `maxBytes` bytes.
  init(_ archive: ZipArchive, maxBytes: Int) throws(ContainerError) {
    self.archive = archive
    self.maxBytes = maxBytes
    var parts: [String: ZipArchive.Entry] = [:]
    for entry in archive.entries where !entry.isNoise {
      guard parts.updateValue(entry, forKey: Self.key(entry.name)) == nil else {
        throw .duplicatePart(entry.name)
      }
    }
    self.parts = parts
  }

  /// Some programs write backslashes, or a slash in front.
  private static func key(_ name: String) -> String {
    let path = name.replacing("\\", with: "/")
    return (path.hasPrefix("/") ? String(path.dropFirst()) : path).lowercased()
  }

  func has(_ part: String) -> Bool { parts[Self.key(part)] != nil }

  func source(_ part: String) throws(ContainerError) -> any ByteSource {
    guard let entry = parts[Self.key(part)] else { throw .missingPart(part) }
    return try archive.source(entry)
  }

  /// Shows every event of a part to `visit`; `isBulk` is for those that may be as large as an entry may be.
  func scan(
    _ part: String, isBulk: Bool = false, _ visit: (borrowing XMLScanner, XMLScanner.Event) throws -> Void
  ) throws(ContainerError) {
    let source = try source(part)
    if let entry = parts[Self.key(part)], !isBulk, entry.size > maxBytes {
      throw .entryTooLarge(entry: entry.name, bytes: entry.size, limit: maxBytes)
    }
    do {
      var scanner = XMLScanner(source)
      while true {
        let event = try scanner.next()
        if event == .finish { return }
        try visit(scanner, event)
      }
    } catch { throw Self.error(error, in: part) }
  }

  /// What went wrong in a part, whichever layer said so.
  static func error(_ error: any Error, in part: String) -> ContainerError {
    switch error {
    case let error as ContainerError: error
    case let fault as XMLFault: .badXML(part: part, fault)
    default: .unreadable(reason: "\(error)")
    }
  }

  /// What a part, or with an empty name the whole package, refers to; nothing if it has no `.rels`.
  func relationships(of part: String) throws(ContainerError) -> [Relationship] {
    let (folder, file) = Self.split(part)
    let rels = "\(folder)_rels/\(file).rels"
    guard has(rels) else { return [] }
    var found: [Relationship] = []
    try scan(rels) { scanner, event in
      guard event == .start, scanner.isElement("Relationship"), let id = scanner.attributeText("Id"),
        let type = scanner.attributeText("Type")?.split(separator: "/").last,
        let target = scanner.attributeText("Target"), scanner.attributeText("TargetMode") != "External"
      else { return }
      found.append(Relationship(id: id, type: String(type), target: Self.resolve(target, in: folder)))
    }
    return found
  }

  /// The part that `[Content_Types].xml` gives one of these types.
  func part(ofTypes types: [String]) throws(ContainerError) -> String? {
    guard has("[Content_Types].xml") else { return nil }
    var found: String?
    try scan("[Content_Types].xml") { scanner, event in
      // A default for a file extension says nothing: SheetJS lists every type there is.
      guard event == .start, scanner.isElement("Override"), let type = scanner.attributeText("ContentType"),
        types.contains(type), let name = scanner.attributeText("PartName")
      else { return }
      found = found ?? Self.resolve(name, in: "")
    }
    return found
  }

  private static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// A reference as seen from a folder, without `.` and `..`.
  private static func resolve(_ target: String, in folder: String) -> String {
    var path: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}
