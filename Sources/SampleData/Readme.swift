/// The samples' description, from the same list that makes their troubles.
enum Readme {
  static func bytes(_ reports: [Trouble.Report], seed: UInt64) -> [UInt8] {
    var text = """
      # Contoh data

      Semua data di folder ini **fiktif**: halaman, unggahan, dan angkanya dibuat oleh program dan tidak
      berasal dari akun mana pun. Nama perangkat daerah dipakai hanya supaya contohnya terasa wajar.

      - `config/`: daftar perangkat daerah, daftar akun, dan penanda laporan.
      - `inbox/`: ekspor September dan Oktober 2025 dari lima platform, dalam bentuk aslinya; `manifest.csv` mencatat
        kapan tiap berkas diekspor.

      | Folder | Isi | Rentang |
      |---|---|---|
      | `facebook/`, `instagram/` | CSV konten, cerita, dan angka harian akun dari Meta Business Suite | mulai sehari sebelum bulannya, karena Meta memotong hari menurut waktu Pasifik Amerika |
      | `x/` | CSV konten, satu ikhtisar harian akun | mulai sehari sebelum bulannya, karena X memotong hari menurut UTC |
      | `youtube/` | ZIP dari Studio: tabel video, grafik, total harian kanal | tepat sebulan; tanggal akhir pada nama ZIP tidak termasuk |
      | `tiktok/` | satu ZIP per bagian Studio: ikhtisar, konten, pengikut, penonton | tepat sebulan; konten ialah daftar teratas sepanjang masa |

      Berkas yang tidak menyebut akunnya dikenali dari folder kantor dan platformnya.

      Dibuat ulang, sama sampai ke bita terakhir: `make-samples samples FOLDER --seed \(seed)`.

      ## Yang sengaja dibuat aneh

      | Kantor | Berkas | Apa yang aneh | Yang diharapkan dari medsos |
      |---|---|---|---|

      """
    for report in reports {
      let files = report.files.map { "`\($0)`" }.joined(separator: "<br>")
      let trouble = report.trouble
      let cells = [trouble.officeCode, files.isEmpty ? "–" : files, trouble.oddity, trouble.expected]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    let others = InstagramWriter.oddities + AccountFigures.oddities + Platforms.oddities
    for (office, file, oddity, expected) in others {
      text += "| \(office) | `\(file)` | \(oddity) | \(expected) |\n"
    }
    return Array(text.utf8)
  }
}
