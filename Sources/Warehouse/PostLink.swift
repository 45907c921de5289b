/// Links to posts as people copy them.
public enum PostLink {
  /// The link without scheme, `www.` or `m.`, fragment and closing slash, so that two copies of one link are equal.
  public static func normalised(_ link: String) -> String {
    var text = link.prefix { $0 != "#" }
    for start in ["https://", "http://"] where text.lowercased().hasPrefix(start) {
      text = text.dropFirst(start.count)
    }
    for start in ["www.", "m."] where text.lowercased().hasPrefix(start) {
      text = text.dropFirst(start.count)
    }
    while text.hasSuffix("/") { text = text.dropLast() }
    // A host has no capitals, a path may.
    let host = text.prefix { $0 != "/" }
    return host.lowercased() + text.dropFirst(host.count)
  }
}
