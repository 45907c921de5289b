import Foundation
import Testing

/// `medsos csv`: any delimited file as RFC 4180, through the reader of exports; cases in the manner of public suites.
@Suite struct PlainTableTests {
  private func csv(_ bytes: [UInt8]) throws -> Program.Result {
    let desk = try Desk()
    try Data(bytes).write(to: URL(fileURLWithPath: desk.path + "/berkas"))
    return try Program.medsos("csv", "berkas", in: desk.path)
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n", "a,b,c\n1,2,3\n"),
    ("a,b\r\n1,\"ha \"\"ha\"\" ha\"\r\n3,4\r\n", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n"),
    ("key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n", "key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n"),
    ("a,b,c\n1,\"\",\"\"\n2,3,4\n", "a,b,c\n1,,\n2,3,4\n"),
    ("a,b\n1,\"satu\ndua\"\n3,4\n", "a,b\n1,\"satu\ndua\"\n3,4\n"),
    ("first;last;n\nJohn;\"a; b\";12\nX;y;3\n", "first,last,n\nJohn,a; b,12\nX,y,3\n"),
    ("a\tb\n1,5\t2\n", "a,b\n\"1,5\",2\n"), ("a|b|c\n1|2|3\n4|5|6\n", "a,b,c\n1,2,3\n4,5,6\n"),
    ("sep=;\na;b\n1;2\n", "a,b\n1,2\n"), ("a,b\n1,ʤ\n", "a,b\n1,ʤ\n"), ("satu\ndua\n", "satu\ndua\n"),
    ("a,b\n1,2", "a,b\n1,2\n"), ("a,b\r1,2\r", "a,b\n1,2\n"),
    ("a,b,c\n1,2\n1,2,3,4\n5,6,7\n", "a,b,c\n1,2\n1,2,3,4\n5,6,7\n"),
  ])
  func `a file comes out as RFC 4180`(text: String, wanted: String) throws {
    let result = try csv(Array(text.utf8))
    #expect(result.code == 0)
    #expect(result.output == wanted)
  }

  @Test func `marks and UTF-16 are read, noise is refused with a sentence`() throws {
    #expect(try csv([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8)).output == "a,b\n1,2\n")
    let wide: [UInt8] = [0xFF, 0xFE] + "a;b\n1;é\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try csv(wide).output == "a,b\n1,é\n")
    let picture = try csv([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 1, 2])
    #expect(picture.code == 3 && picture.errors.contains("berkas"))
    #expect(try Program.medsos("csv", "tidak-ada", in: "/tmp").code == 3)
  }
}
