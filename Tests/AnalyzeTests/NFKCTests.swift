import Testing

@testable import Analyze

@Suite struct NFKCTests {
  /// Inputs with what Python 3.11 gives; escaped where an editor might normalise, compared byte by byte because `==`
  /// takes canonically equivalent strings for equal.
  @Test(
    arguments: [
      // Nothing to do but lower case.
      ("", ""),
      ("Dinas KESEHATAN 2026!", "dinas kesehatan 2026!"),
      ("“Kata—kata” \u{E9}", "“kata—kata” \u{E9}"),
      ("👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} 🇮🇩", "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} 🇮🇩"),
      ("👍🏽 1\u{FE0F}\u{20E3} 🏴\u{200D}☠\u{FE0F}", "👍🏽 1\u{FE0F}\u{20E3} 🏴\u{200D}☠\u{FE0F}"),
      // Compatibility.
      ("𝗧𝗲𝗸𝘀 𝓖𝓪𝔂𝓪", "teks gaya"),
      ("ﬁﬂﬃ ſt", "fiflffi st"),
      ("①⑳㉑Ⅳ½", "12021iv1⁄2"),
      ("ﷺ", "صلى الله عليه وسلم"),
      ("ＦＵＬＬ\u{3000}ｗｉｄｔｈ１２", "full width12"),
      ("™ ℃ № ㎏ ㏂ …", "tm °c no kg a.m. ..."),
      ("x² H₂O", "x2 h2o"),
      ("\u{A0}x\u{AD}\u{200B}", " x\u{AD}\u{200B}"),
      // Composition, order of marks, exclusions.
      ("\u{212B}", "\u{E5}"),
      ("A\u{30A}", "\u{E5}"),
      ("Vi\u{1EC7}t Nam VIE\u{323}\u{302}T", "vi\u{1EC7}t nam vi\u{1EC7}t"),
      ("e\u{302}\u{323}", "\u{1EC7}"),
      ("a\u{315}\u{300}\u{5AE}b", "\u{E0}\u{5AE}\u{315}b"),
      ("\u{301}x", "\u{301}x"),
      ("\u{344}", "\u{308}\u{301}"),
      ("\u{958} \u{2ADC}", "क\u{93C} ⫝\u{338}"),
      ("\u{F71}\u{F74}\u{F72}", "\u{F71}\u{F72}\u{F74}"),
      ("\u{1D15E}", "𝅗\u{1D165}"),
      ("ｶﾞﾊﾟ", "\u{30AC}\u{30D1}"),
      // Hangul.
      ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
      ("\u{AC00}\u{11A8}", "\u{AC01}"),
      ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}"),
      ("ㄱㅏ", "\u{AC00}"),
      // Full case folding.
      ("ẞß STRASSE", "ssss strasse"),
      ("\u{130}I\u{130}", "i\u{307}ii\u{307}"),
      ("ΣΑΣ ς", "σασ σ"),
      ("\u{1FB3}\u{301} \u{1FBC}", "\u{3AC}ι αι"),
      ("α\u{345}\u{301}", "\u{3AC}ι"),
      ("\u{1FD3} \u{390}", "\u{390} \u{390}"),
      ("Ǆ Ŀ ŉ \u{1F0} ﬓ", "d\u{17E} l· ʼn \u{1F0} մն"),
      ("ᎠꭰᏰ", "ᎠᎠᏰ"),
      ("ǅ\u{30C}", "d\u{17E}\u{30C}"),
    ] as [(String, String)])
  func `folds as Python does`(text: String, expected: String) {
    #expect(Self.folded(Array(text.utf8)) == Array(expected.utf8))
  }

  // The digests are what Tests/oracle/nfkc_digest.py prints from Python's unicodedata.

  @Test func `agrees with Python on every scalar`() {
    #expect(NFKCTable.unicodeVersion == "14.0.0")
    var text: [UInt8] = []
    for value in 0..<UInt32(0x110000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text += UTF8.encode(scalar).map(Array.init) ?? []
      // Nothing combines with a line end, so that all lines can be folded at once.
      text.append(0x0A)
    }
    #expect(Self.digest(Self.folded(text)) == 0x94BD_FC4D_F1A2_6336)
  }

  @Test func `agrees with Python on sequences`() {
    var text: [UInt8] = []
    for sequence in Self.sequences() { text += Self.folded(sequence) + [0x0A] }
    #expect(Self.digest(text) == 0x408E_5870_D667_C60A)
  }

  @Test func `agrees with Python on letters and marks`() {
    let codes = 0..<UInt32(0x110000)
    let kinds = codes.map { UInt8(ascii: NFKC.isLetter($0) ? "L" : NFKC.isMark($0) ? "M" : "-") }
    #expect(Self.digest(kinds) == 0xF62E_9055_2C1B_8B4D)
    let isAlphabetic = kinds.map { $0 != UInt8(ascii: "-") }
    #expect(codes.map(NFKC.isAlphabetic) == isAlphabetic)
  }

  @Test func `reads damaged UTF-8 as Swift does`() {
    let bytes: [UInt8] = [
      0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4, 0xF5,
    ]
    let unlike = (0..<1 << 16).filter { number in
      let text = [12, 8, 4, 0].map { bytes[number >> $0 & 0xF] }
      // Cut short, too: the end of the text may come in the middle of a scalar.
      return [text, Array(text.dropLast())].contains {
        Self.folded($0) != Array(NFKC.folded(String(decoding: $0, as: UTF8.self)).utf8)
      }
    }
    #expect(unlike.isEmpty)
  }

  @Test func `appends without touching what is there`() {
    var output = Array("A".utf8)
    Array("\u{30A}".utf8).withUnsafeBufferPointer { NFKC.append(folding: $0, to: &output) }
    #expect(output == Array("A\u{30A}".utf8))
  }

  @Test func `sorts a long run of marks`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 20_000)
    let below = String(repeating: "\u{323}", count: 19_999)
    let above = String(repeating: "\u{301}", count: 20_000)
    let expected = "\u{1EA1}\(below)\(above)"
    #expect(Self.folded(Array("A\(marks)".utf8)) == Array(expected.utf8))
  }

  // MARK: - Support

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { NFKC.append(folding: $0, to: &output) }
    return output
  }

  /// 64-bit FNV-1a.
  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x300...0x36F, 0x370...0x3FF, 0x591...0x5C7,
    0x64B...0x65F, 0x9BE...0x9D7, 0xF40...0xFBC, 0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2,
    0x1E00...0x1EFF, 0x1F00...0x1FFF, 0x3041...0x30FE, 0x3131...0x318E, 0xAC00...0xAC1C, 0xFB00...0xFB4F,
    0xFF66...0xFFDC, 0x11099...0x110BA, 0x1D15E...0x1D16D, 0x1D5D4...0x1D607, 0x1F3FB...0x1F3FF,
  ]

  /// The sequences of Tests/oracle/nfkc_digest.py.
  private static func sequences() -> [[UInt8]] {
    var state: UInt64 = 1
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    return (0..<50_000).map { _ in
      var text: [UInt8] = []
      for _ in 0..<2 + draw(6) {
        let range = ranges[draw(ranges.count)]
        let value = range.lowerBound + UInt32(draw(range.count))
        text += Unicode.Scalar(value).flatMap { UTF8.encode($0) }.map(Array.init) ?? []
      }
      return text
    }
  }
}
