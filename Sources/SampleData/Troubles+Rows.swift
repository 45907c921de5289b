extension Trouble {
  static let rowTroubles = [
    Trouble.october(
      "DISHUB", "Satu baris milik halaman lain yang tidak terdaftar (kolaborator); hanya Views yang terisi",
      expected: "Baris itu dilewati dan disebut; tidak menambah angka Dishub"
    ) { delivery, tools in delivery.addCollaborator(&tools) },
    Trouble.october(
      "DISDIKBUD", "Satu baris galat dari Meta: sel kosong, Date `-`",
      expected: "Baris galat dihitung dan disebut; baris lain masuk"
    ) { delivery, tools in delivery.addErrorRow(&tools) },
    Trouble.october(
      "KEC-BOLA", "Hanya judul kolom, tanpa baris", expected: "Sudah mengirim, nol unggahan pada Oktober"
    ) { delivery, _ in delivery.sheet.rows.removeAll() }.alsoBefore { deliveries in
      // A post of Pacific 30 September would stand in both files; with an empty October file there is none.
      deliveries[0].sheet.rows.removeAll { $0.contains { $0.hasPrefix("09/30/2025") } }
    },
    Trouble.october(
      "PORAPAR", "Tiga kiriman ulang unggahan halaman lain (Is share 1)",
      expected: "Dibaca sebagai kiriman ulang, terpisah dari unggahan sendiri"
    ) { delivery, _ in delivery.markShares() },
    Trouble.october(
      "SETDA", "Satu baris berulang, sama persis",
      expected: "Dihitung sekali; ulangan disebut sebagai baris kembar"
    ) { delivery, _ in
      guard let row = delivery.sheet.ownRows(.october).dropFirst().first else { return }
      delivery.sheet.rows.insert(
        delivery.sheet.rows[row], at: min(row + 4, delivery.sheet.rows.endIndex))
    },
  ]

  /// The same trouble, with something done to the office's files first.
  private func alsoBefore(_ prepare: @escaping @Sendable (inout [Delivery]) -> Void) -> Trouble {
    Trouble(officeCode, oddity, expected: expected) { deliveries, tools in
      prepare(&deliveries)
      return apply(&deliveries, &tools)
    }
  }
}

extension Delivery {
  /// A post that the office made together with another page: Meta gives its views and nothing else.
  fileprivate mutating func addCollaborator(_ tools: inout TroubleTools) {
    guard var post = posts.dropFirst(4).first else { return }
    let other = Account(
      officeCode: "", id: 615_599_000_000_000 + tools.random.within(1...999_999),
      handle: "contoh.komunitas.jalan",
      name: "Contoh Komunitas Tertib Jalan")
    post = Post(
      account: other, id: tools.newID(), published: post.published, type: .photos, duration: 0,
      title: "Bersama Dishub, kami mengajak pengendara muda menyalakan lampu di siang hari. #TertibJalan",
      description: "", permalink: Permalink.post(other.handle, &tools.random), figures: post.figures,
      growth: 0)
    sheet.rows.insert(Sheet([post], columns: sheet.columns).rows[0], at: 4)
    for column in sheet.columns.drop(while: { $0 != .reach }) { sheet[4, column] = "" }
    sheet[4, .views] = "\(tools.random.within(700...2400))"
  }

  /// A row in which Meta failed: only the comment names the post.
  fileprivate mutating func addErrorRow(_ tools: inout TroubleTools) {
    let row = min(6, sheet.rows.count)
    sheet.rows.insert(Array(repeating: "", count: sheet.columns.count), at: row)
    let id = "122\(tools.random.within(10_000_000_000_000...99_999_999_999_999))"
    sheet[row, .dataComment] = "An error occurred while computing metrics for content with ID \(id)."
    sheet[row, .date] = "-"
  }

  /// Three posts that only pass on what others wrote; shared videos have no views.
  fileprivate mutating func markShares() {
    let captions = [
      "Bagikan! Festival perahu hias segera dimulai.", "", "Info dari Contoh Pemkab Wajo, mohon disimak.",
    ]
    for (row, caption) in zip(sheet.ownRows(.october).dropFirst(2), captions) {
      sheet[row, .isShare] = "1"
      sheet[row, .title] = caption
      sheet[row, .description] = ""
      if !sheet[row, .secondsViewed].isEmpty { sheet[row, .views] = "" }
    }
  }
}
