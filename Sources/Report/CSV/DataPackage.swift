internal import FoundationEssentials
import Warehouse

/// `datapackage.json`: what every CSV file of a folder holds, by the Frictionless Data Package standard (v1).
struct DataPackage {
  private struct Field: Encodable {
    let name: String
    let type: String
    let description: String
    /// Only where numbers are written with a comma.
    var decimalChar: String?
  }

  private struct Resource: Encodable {
    struct Schema: Encodable {
      let fields: [Field]
      let missingValues = [""]
    }

    struct Dialect: Encodable {
      let delimiter: String
      let lineTerminator: String
      let doubleQuote = true
      let header = true
    }

    let name: String
    let path: String
    let description: String
    let profile = "tabular-data-resource"
    let format = "csv"
    let mediatype = "text/csv"
    let encoding = "utf-8"
    let dialect: Dialect
    let schema: Schema
  }

  private struct Package: Encodable {
    let profile = "tabular-data-package"
    let name: String
    let title: String
    let resources: [Resource]
  }

  /// Descriptions and types of the marts' columns, by `mart.column`.
  private let dictionary: [String: (type: String, description: String)]

  init(_ warehouse: Connection) throws {
    var dictionary: [String: (type: String, description: String)] = [:]
    for row in try warehouse.rows("SELECT object_name, column_name, type, description FROM dictionary") {
      dictionary["\(row[0].text ?? "").\(row[1].text ?? "")"] = (row[2].text ?? "", row[3].text ?? "")
    }
    self.dictionary = dictionary
  }

  /// The description of tables, as JSON with sorted keys.
  func text(name: String, title: String, _ tables: [ReportTable], _ dialect: CSVDialect) throws -> String {
    let package = Package(
      name: name.lowercased(), title: title,
      resources: tables.map { table in
        Resource(
          name: String(table.name.prefix { $0 != "." }), path: table.name, description: table.summary,
          dialect: .init(delimiter: dialect.separator, lineTerminator: dialect.lineEnd),
          schema: .init(fields: table.columns.map { field($0, dialect) }))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(package), as: UTF8.self) + "\n"
  }

  private func field(_ column: ReportTable.Column, _ dialect: CSVDialect) -> Field {
    let meaning = column.source.flatMap { dictionary[$0] }
    let types = ["INTEGER": "integer", "REAL": "number"]
    let type = types[meaning?.type ?? column.type] ?? "string"
    let description = column.source.map { "\($0): \(meaning?.description ?? "")" } ?? column.note
    return Field(
      name: column.header, type: type, description: description,
      decimalChar: type == "number" && dialect == .excelIndonesian ? "," : nil)
  }
}
