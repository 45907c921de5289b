internal import FoundationEssentials

/// Paths as text, in the Unix way.
public enum PathText {
  /// What stands behind the last slash.
  public static func base(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What stands before the last slash; empty where there is none.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path from the root, without `.` and `..`, links left as they are.
  public static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without blanks at its ends.
  public var trimmed: String {
    // Most texts have no blanks there, and need no look at Unicode to see it.
    let ends = [utf8.first, utf8.last]
    if ends.allSatisfy({ $0.map { $0 > 0x20 && $0 < 0x7F } ?? true }) { return String(self) }
    let start = drop { $0.isWhitespace }
    return String(String(start.reversed().drop { $0.isWhitespace }).reversed())
  }
}
