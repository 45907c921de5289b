import Foundation

// Writes the documentation that follows from the code into a checkout: `make-docs CHECKOUT`.
// A test compares what stands there with what this writes.

guard CommandLine.arguments.count == 2 else {
  try FileHandle.standardError.write(contentsOf: Data("usage: make-docs CHECKOUT\n".utf8))
  exit(64)
}
let checkout = CommandLine.arguments[1]
let program = Medsos(checkout: checkout)
for (name, text) in try [
  ("docs/kamus-data.md", try dataDictionary()), ("docs/metrik.md", metricGuide()),
  ("docs/formats.md", formatGuide()),
  ("docs/perintah.md", try commandGuide(program)), ("README.md", try readme(checkout, program)),
  ("docs/metadata.yaml", try metadata(checkout)),
] + examples(program) {
  let file = URL(fileURLWithPath: checkout + "/" + name)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: file)
}
