import Analyze
import Foundation
import Ingest

/// What each mart is, from the comments at the head of its SQL.
func metricGuide() -> String {
  var text = """
    # Metrik

    Dibuat dari berkas SQL di `Sources/Analyze/Marts` (`script/docs`); jangan disunting. Kolomnya ada di
    [kamus data](kamus-data.md). Kisaran (`er_low`, `er_high`) memakai unggahan sebagai satuan: untuk m unggahan dengan interaksi
    I dan paparan E, r = ΣI/ΣE, e = I − r·E, varians = m/(m−1)·Σe²/(ΣE)², kisaran r·exp(±t(0,975; m−1)·√varians/r)
    (penduga linearisasi rasio, Cochran 1977, Sampling Techniques, §6.4). Satu unggahan tidak punya kisaran. Bila
    unggahan sangat beragam, kisaran mencakup nilai sebenarnya 86–91 dari 100 kali; karena itu tidak disebut 95 persen.


    """
  for (name, source) in Analysis.sources {
    let head = source.components(separatedBy: "\n").prefix { $0.hasPrefix("--") }
    text += "## \(name)\n\n" + head.map { String($0.dropFirst(3)) }.joined(separator: "\n") + "\n\n"
  }
  return text
}

/// The export files that are known, with every header.
func formatGuide() -> String {
  var text = """
    # Format berkas

    Dibuat dari `Sources/Ingest/Formats` (`script/docs`); jangan disunting. Kolom dikenali dari judulnya, dalam urutan apa
    pun; huruf besar dan kecil tidak dibedakan. Kolom lain dicatat di `ingest_load.unused_columns`. Judul yang belum dikenal
    dapat dipetakan di `config/kolom.csv` (`judul,arti`): judul pada berkas, dan judul di bawah ini yang searti.


    """
  for format in FormatListing.all {
    text += "## \(format.name)\n\n\(format.summary). Dicocokkan dengan: \(format.checkedAgainst).\n\n"
    text += "| tabel | arti | wajib | judul |\n| --- | --- | --- | --- |\n"
    for column in format.columns {
      let headers = column.headers.sorted { $0.key < $1.key }.map {
        "\($0.key): \($0.value.joined(separator: ", "))"
      }
      let cells = [
        column.table, "`\(column.field)`", column.required ? "ya" : "", headers.joined(separator: "; "),
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    text += "\n"
  }
  return text
}

/// Every command's help.
func commandGuide(_ program: Medsos) throws -> String {
  var text = """
    # Perintah

    Dibuat dari `medsos --help` (`script/docs`); jangan disunting.

    ```text
    \(try program.run("--help"))```


    """
  let names = try program.run("--help").components(separatedBy: "\n").filter { $0.hasPrefix("  ") }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
  for name in names {
    text += "## \(name)\n\n```text\n\(try program.run(name, "--help"))```\n\n"
  }
  return text
}

/// The README with its pictures of the terminal made anew: what stands between a mark `<!-- output -->` with a
/// fenced block behind it and the block's end.
func readme(_ checkout: String, _ program: Medsos) throws -> String {
  let text = try String(contentsOfFile: checkout + "/README.md", encoding: .utf8)
  guard let mark = text.range(of: "<!-- output -->\n```text\n"),
    let end = text[mark.upperBound...].range(of: "```")
  else { return text }
  return text[..<mark.upperBound] + (try program.ranking()) + text[end.lowerBound...]
}
