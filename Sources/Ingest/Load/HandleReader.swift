internal import FoundationEssentials
internal import Glibc

/// Reads the account's handle from a post's address, `https://www.facebook.com/<handle>/posts/…`, where the format's
/// addresses have one.
///
/// One address of an account is enough: the account's other records are passed over.
struct HandleReader {
  private let host: [UInt8]?
  private let folders: [[UInt8]]
  private var lastAccount: [UInt8] = []

  init(_ format: FormatDescriptor) {
    host = format.permalinkHost.map { Array($0.utf8) }
    folders = format.permalinkFolders.map { Array($0.utf8) }
  }

  /// Adds the handle to a record that names none, unless the record before named the same account.
  mutating func read(_ observation: inout Observation) {
    guard host != nil, !observation.has(.accountHandle) else { return }
    let isSame = observation.withBytes(.accountID) { account in
      !lastAccount.isEmpty && account.elementsEqual(lastAccount)
    }
    guard !isSame, let handle = observation.withBytes(.permalink, handle(inPermalink:)) else { return }
    observation.set(.accountHandle, handle)
    lastAccount = observation.withBytes(.accountID) { Array($0) }
  }

  /// The piece between the host and one of the format's folders of posts, in lower case.
  func handle(inPermalink bytes: UnsafeRawBufferPointer) -> String? {
    let pieces = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 4)
    guard pieces.count >= 4, let host, pieces[1].elementsEqual(host),
      folders.contains(where: { pieces[3].elementsEqual($0) })
    else { return nil }
    return String(decoding: pieces[2], as: UTF8.self).lowercased()
  }
}
