import Testing
import Warehouse

@Suite struct PeriodTests {
  @Test func `a quarter has three months, a year twelve`() throws {
    let quarter = try #require(Period("2025-Q4"))
    #expect(quarter.months.map(\.description) == ["2025-10", "2025-11", "2025-12"])
    #expect(quarter.name(in: .indonesian) == "Triwulan IV 2025")
    #expect(quarter.name(in: .english) == "Quarter 4 of 2025")
    let year = try #require(Period("2025"))
    #expect(year.months.count == 12)
    #expect(year.months.first?.description == "2025-01" && year.months.last?.description == "2025-12")
    #expect(year.name(in: .indonesian) == "Tahun 2025")
    #expect("\(quarter) \(year)" == "2025-Q4 2025")
  }

  @Test(arguments: [
    "", "25", "2025-", "2025-Q0", "2025-Q5", "2025-q4", "2025-10", "2025-Q4-1", "Q4-2025", "abcd",
  ])
  func `anything else is no period`(text: String) { #expect(Period(text) == nil) }
}
