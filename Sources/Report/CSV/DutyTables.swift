import Warehouse

/// `tugas.csv`: one row per office, what its exports say of the admins' duties; none of it is scored.
func dutyTable(_ data: MonthData) -> String {
  let columns: [(header: String, column: String)] = [
    ("unggahan", "posts"), ("unggahan_per_minggu", "posts_per_week"),
    ("hari_tanpa_unggahan_terpanjang", "longest_silence"), ("unggahan_dengan_jam", "timed_posts"),
    ("porsi_jam_kerja", "office_hours_share"), ("porsi_di_luar_kategori", "uncategorised_share"),
    ("kurang_dari_sasaran", "target_gap"), ("balasan_di_x", "x_replies"),
    ("komentar_per_unggahan", "comments_per_post"), ("unggahan_kolaborasi", "collab_posts"),
    ("unggahan_silang", "crossposts"), ("menyebut_kantor_lain", "mention_posts"),
    ("bertagar_acara", "event_posts"), ("informasi_publik", "information_posts"), ("akun", "accounts"),
    ("akun_belum_menyampaikan", "missing_accounts"), ("akun_tanpa_unggahan", "dormant_accounts"),
  ]
  var table = CSVText(["bulan", "kode_opd", "perangkat_daerah"] + columns.map(\.header))
  for line in data.duties {
    table.add(
      [.text("\(data.month)"), line["opd_code"], line["name"]] + columns.map { line[$0.column] })
  }
  return table.text
}

/// `sinyal.csv`: one row per post and signal that calls for a look; never scored.
func signalTable(_ data: MonthData) -> String {
  var table = CSVText([
    "bulan", "kode_opd", "platform", "id", "tautan", "sinyal", "komentar", "nilai", "lazim", "jarak",
    "unggahan_pembanding",
  ])
  let names = [
    "comments_per_like": "komentar_per_suka", "comments_per_exposure": "komentar_per_paparan",
  ]
  for line in data.signals {
    table.add([
      .text("\(data.month)"), line["opd_code"], line["platform"], line["native_id"], line["permalink"],
      .optional(names[line.text("signal")]), line["comments"], line["value"], line["usual"],
      line["distance"], line["history"],
    ])
  }
  return table.text
}
