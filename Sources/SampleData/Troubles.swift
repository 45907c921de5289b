extension Trouble {
  /// All troubles, in the order of the description.
  static let all = absences + spreadsheets + rowTroubles + exportTroubles

  private static let absences = [
    silent("KEC-KEERA"), silent("KEC-GILIRENG"), silent("ITKAB"),
    Trouble(
      "DISTAN", "Hanya mengirim September; Oktober tidak ada",
      expected: "Oktober: belum mengirim; hanya bagian tanggal 1 Oktober yang terbawa dari berkas September"
    ) { deliveries, _ in
      deliveries.removeAll { $0.month == .october }
      return deliveries.map(\.name)
    },
    Trouble(
      "SETWAN", "Halamannya tidak terdaftar di akun.csv",
      expected: "Berkas ditahan sampai halamannya didaftarkan; tidak ada angka yang masuk"
    ) { deliveries, _ in deliveries.map(\.name) },
  ]

  private static func silent(_ code: String) -> Trouble {
    Trouble(code, "Tidak mengirim apa pun", expected: "Kedua bulan: belum mengirim, bukan nol") {
      deliveries, _ in
      deliveries.removeAll()
      return []
    }
  }

  private static let spreadsheets = [
    Trouble.october(
      "PERKIM", "Disimpan ulang di Excel: Post ID dan Page ID menjadi bilangan seperti 1.22167E+15",
      expected: "Berkas ditolak karena ID rusak; minta ekspor ulang"
    ) { delivery, _ in delivery.openInExcel() },
    Trouble.october(
      "KESBANGPOL", "Disimpan ulang dengan titik koma dan CRLF; ID utuh",
      expected: "Dibaca seperti biasa, dengan catatan tentang pemisahnya"
    ) { delivery, _ in delivery.style = .indonesianExcel },
    Trouble.october(
      "DLH", "Disunting tangan: Reach `1,2 rb` dan `12x` pada dua baris",
      expected: "Kedua baris ditolak dengan nama kolom dan isinya; baris lain masuk"
    ) { delivery, _ in
      let rows = delivery.sheet.ownRows(.october)
      for (row, value) in zip([rows.first, rows.last], ["1,2 rb", "12x"]) {
        if let row { delivery.sheet[row, .reach] = value }
      }
    },
    Trouble(
      "KEC-TEMPE",
      "Judul kolom dan isinya berbahasa Indonesia (dugaan, belum pernah terlihat pada berkas asli)",
      expected: "Dibaca, dengan catatan bahwa judul kolom Indonesia belum dipastikan"
    ) { deliveries, _ in
      for index in deliveries.indices { deliveries[index].translate() }
      return deliveries.map(\.name)
    },
  ]
}

extension Delivery {
  /// What a spreadsheet makes of the file: long numbers lose digits, times their zeros, lines their ends.
  fileprivate mutating func openInExcel() {
    style = .excel
    sheet.map(.postID, Self.scientific)
    sheet.map(.pageID, Self.scientific)
    sheet.map(.publishTime) { time in
      let parts = time.split { "/ :".contains($0) }.map { Int($0) ?? 0 }
      guard parts.count == 5 else { return time }
      return "\(parts[0])/\(parts[1])/\(parts[2]) \(parts[3]):\(two(parts[4]))"
    }
  }

  /// `1221670123456789` as `1.22167E+15`.
  private static func scientific(_ id: String) -> String {
    guard let number = Int(id), id.utf8.count > 11 else { return id }
    let exponent = id.utf8.count - 1
    let unit = (0..<(exponent - 5)).reduce(1) { power, _ in power * 10 }
    var digits = String((number + unit / 2) / unit)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(digits.prefix(1)).\(digits.dropFirst())E+\(exponent)"
  }

  /// The headers and labels that an Indonesian user interface is supposed to write.
  fileprivate mutating func translate() {
    let headers: [(Column, String)] = [
      (.postID, "ID Postingan"), (.pageID, "ID Halaman"), (.pageName, "Nama Halaman"), (.title, "Judul"),
      (.description, "Deskripsi"), (.duration, "Durasi (dtk)"), (.publishTime, "Waktu publikasi"),
      (.permalink, "Permalink"), (.postType, "Jenis postingan"), (.dataComment, "Komentar data"),
      (.date, "Tanggal"), (.views, "Tayangan"), (.reach, "Jangkauan"), (.reactions, "Tanggapan"),
      (.comments, "Komentar"), (.shares, "Dibagikan"), (.totalClicks, "Total klik"),
    ]
    let labels = [
      ("Photos", "Foto"), ("Videos", "Video"), ("Reels", "Reel"), ("Text", "Teks"), ("Links", "Tautan"),
      ("Live", "Siaran langsung"),
    ]
    sheet = Sheet(posts, columns: headers.map(\.0))
    sheet.header = headers.map(\.1)
    sheet.map(.date) { _ in "Seumur hidup" }
    sheet.map(.postType) { label in labels.first { $0.0 == label }?.1 ?? label }
  }
}
