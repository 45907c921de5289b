import Foundation

// Shows on regencies whose truth is known how the index and the category effects do: `simulate [--months N] [--seed N]`.
// Prints docs/decisions/0001-simulasi.md; script/simulate writes it there. The same arguments give the same text.

var months = 500
var seed: UInt64 = 20_251_001
var arguments = Array(CommandLine.arguments.dropFirst())
func fail() -> Never {
  FileHandle.standardError.write(Data("usage: simulate [--months N] [--seed N]\n".utf8))
  exit(64)
}
while let name = arguments.first {
  guard arguments.count >= 2, let value = UInt64(arguments[1]) else { fail() }
  switch name {
  case "--months" where (1...1_000_000).contains(value): months = Int(value)
  case "--seed": seed = value
  default: fail()
  }
  arguments.removeFirst(2)
}

func number(_ value: Double, _ places: Int = 1) -> String {
  String(format: "%.\(places)f", value).replacingOccurrences(of: ".", with: ",")
}

print(
  """
  # 0001: indeks dan efektivitas kategori pada dunia yang diketahui kebenarannya

  Dibuat oleh `script/simulate --months \(months) --seed \(seed)`; jangan disunting. 41 kantor, 13 % di antaranya paling
  banyak 3 unggahan, simpangan baku log antarkantor 0,35, antarunggahan satu kantor 0,5–1, paparan antarunggahan 0,5;
  lainnya 4–90 unggahan sebulan menurut jenis kantor, pada lima platform; aturan 5 unggahan dimatikan. \(months) bulan
  untuk setiap dunia. Cakupan dihitung terhadap rasio baku berbobot kantor tanpa derau unggahan. Dunianya ada di
  `Sources/simulate`. Dengan unggahan yang lebih sedikit dan paparan yang jauh lebih beragam cakupan indeks turun.

  ## Indeks

  | | \(World.Viral.allCases.map(\.rawValue).joined(separator: " | ")) |
  |---|---|---|---|
  """)
let index = World.Viral.allCases.map { viral in
  var world = World()
  world.viral = viral
  return IndexStudy(world: world, months: months, seed: seed).run()
}
func row(_ title: String, _ value: (IndexStudy.Findings) -> String) {
  print("| \(title) | \(index.map(value).joined(separator: " | ")) |")
}
row("kantor dengan ≤ 3 unggahan menjadi pertama: rasio mentah") { number($0.rawFirst) + " %" }
row("sama, rata-rata tingkat unggahan") { number($0.meanFirst) + " %" }
row("sama, indeks") { number($0.indexFirst) + " %" }
row("kisaran indeks mencakup nilai sebenarnya") { number($0.coverage) + " %" }
row("korelasi urutan dengan kebenaran") { number($0.correlation, 2) }
row("perubahan bulanan palsu") { number($0.falseChange) + " %" }

print(
  """

  ## Efektivitas kategori

  | dunia | cakupan per kantor | bias per kantor (log) | cakupan kabupaten | bias median kabupaten | bulan dengan temuan | rasio kasar positif < 1 |
  |---|---|---|---|---|---|---|
  """)
func world(effects: [Double] = [0, 0, 0, 0, 0], spread: Double = 0, isConfounded: Bool = false) -> World {
  var world = World()
  (world.effects, world.effectSpread, world.isConfounded) = (effects, spread, isConfounded)
  return world
}
let effects = [0.05, 0, -0.16, 0.22, 0]
for (title, world) in [
  ("tanpa efek", world()), ("efek sama di semua kantor", world(effects: effects)),
  ("efek berbeda antarkantor (0,15)", world(effects: effects, spread: 0.15)),
  ("efek positif 1,25, terancu", world(effects: [0, 0, 0, 0.2231, 0], isConfounded: true)),
] {
  let found = CategoryStudy(world: world, months: months, seed: seed).run()
  print(
    "| \(title) | \(number(found.officeCoverage)) % | \(number(found.officeBias, 4)) | \(number(found.countyCoverage)) % | "
      + "\(number(found.countyBias)) % | \(number(found.anyFinding)) % | \(number(found.crudeBelow)) % |")
}
