import Foundation
import Testing

/// The simulation in small; its figures of record stand in docs/decisions.
@Suite struct SimulationTests {
  private func simulate(_ arguments: String...) throws -> Program.Result {
    try Program.run(Program.products.appendingPathComponent("simulate").path, arguments, in: "/tmp")
  }

  private static let record = Program.checkout + "/docs/decisions/0001-simulasi.md"

  @Test func `the same seed gives the same text, of the shape on record`() throws {
    let one = try simulate("--months", "2", "--seed", "5")
    let other = try simulate("--seed", "5", "--months", "2")
    #expect(one.code == 0 && one.output == other.output)
    let record = try String(contentsOfFile: Self.record, encoding: .utf8)
    func titles(_ text: String) -> [Substring?] {
      text.split(separator: "\n").filter { $0.hasPrefix("|") || $0.hasPrefix("#") }.map {
        $0.split(separator: "|").first
      }
    }
    #expect(titles(one.output) == titles(record) && titles(record).count > 15)
    #expect(try simulate("--months", "0").code == 64)
  }

  /// What the record must show; the run that made it is named in it.
  @Test func `the figures on record are within their bounds`() throws {
    let record = try String(contentsOfFile: Self.record, encoding: .utf8)
    #expect(record.contains("--months 500 "))
    func cells(_ title: String) throws -> [Double] {
      let line = try #require(record.split(separator: "\n").first { $0.hasPrefix("| \(title)") })
      return line.split(separator: "|").dropFirst().compactMap {
        Double($0.replacing(",", with: ".").replacing("%", with: "").trimmingCharacters(in: .whitespaces))
      }
    }
    #expect(try cells("kantor dengan ≤ 3 unggahan menjadi pertama: rasio mentah")[0] >= 30)
    #expect(try cells("sama, indeks").allSatisfy { $0 <= 4 })
    let coverage = try cells("kisaran indeks mencakup")
    #expect(coverage[0] >= 92 && coverage.allSatisfy { $0 >= 90 })
    #expect(try cells("perubahan bulanan palsu").allSatisfy { $0 <= 6 })
    for world in ["tanpa efek", "efek sama", "efek berbeda", "efek positif 1,25"] {
      let found = try cells(world)
      #expect(found[0] >= 92 && found[2] >= 90 && abs(found[3]) <= 3, "\(world)")
    }
    #expect(try cells("tanpa efek")[4] <= 8)
  }
}
