import Testing

@testable import Ingest

@Suite struct SHA256Tests {
  @Test(arguments: [
    // FIPS 180-4 examples.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `gives the published hashes`(text: String, expected: String) {
    #expect(hash(Array(text.utf8), pieces: [1000]) == expected)
  }

  @Test func `gives the published hash of a million letters`() {
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(hash([UInt8](repeating: 0x61, count: 1_000_000), pieces: [1000]) == expected)
  }

  @Test func `does not depend on how the bytes are divided`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = hash(bytes, pieces: [1000])
    for pieces in [[1], [63], [64], [65], [1, 127, 3], [55, 9, 128]] {
      #expect(hash(bytes, pieces: pieces) == whole)
    }
  }

  private func hash(_ bytes: [UInt8], pieces: [Int]) -> String {
    var hash = SHA256()
    var start = 0
    var turn = 0
    while start < bytes.count {
      let end = min(bytes.count, start + pieces[turn % pieces.count])
      bytes[start..<end].withUnsafeBytes { hash.update($0) }
      (start, turn) = (end, turn + 1)
    }
    return hash.finish()
  }
}
