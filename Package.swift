// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// Lowest layer first. Imports run one way: CSQLite ← Warehouse ← {Ingest, Analyze, Report} ← medsos.
let package = Package(
  name: "medsos",
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(name: "EmbedSQLTool", swiftSettings: strict),
    .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["EmbedSQLTool"]),
    .target(
      name: "Warehouse", dependencies: ["CSQLite"], swiftSettings: strict, plugins: ["EmbedSQL"]),
    .target(name: "Ingest", dependencies: ["Warehouse"], swiftSettings: strict),
    .target(name: "Analyze", dependencies: ["Warehouse"], swiftSettings: strict, plugins: ["EmbedSQL"]),
    .target(name: "Report", dependencies: ["Warehouse"], swiftSettings: strict),
    .executableTarget(
      name: "medsos", dependencies: ["CSQLite", "Warehouse", "Ingest", "Analyze", "Report"],
      swiftSettings: strict),
    // The fictitious samples and their generator; knows nothing of medsos itself.
    .target(name: "SampleData", swiftSettings: strict),
    .executableTarget(name: "make-samples", dependencies: ["SampleData"], swiftSettings: strict),
    .executableTarget(name: "bench", dependencies: ["Analyze", "Warehouse"], swiftSettings: strict),
    .executableTarget(name: "simulate", dependencies: ["Analyze"], swiftSettings: strict),
    .executableTarget(
      name: "make-docs", dependencies: ["Warehouse", "Ingest", "Analyze"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Warehouse"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "WarehouseTests", dependencies: ["Warehouse"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Warehouse", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "AnalyzeTests", dependencies: ["Analyze", "Warehouse"], swiftSettings: strict),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Warehouse"], swiftSettings: strict),
    .testTarget(name: "SampleDataTests", dependencies: ["SampleData"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["medsos", "make-docs", "simulate", "Warehouse", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
