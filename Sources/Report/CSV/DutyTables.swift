import Warehouse

/// `tugas.csv`: one row per office, what its exports say of the admins' duties; none of it is scored.
func dutyTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "tugas.csv", "Satu baris per perangkat daerah: tugas admin yang terbaca dari berkas; tidak dinilai.",
    codes: [.month, .officeCode, .officeName], mart: "mart_opd_duty_month",
    [
      ("unggahan", "posts"), ("unggahan_per_minggu", "posts_per_week"),
      ("hari_tanpa_unggahan_terpanjang", "longest_silence"), ("unggahan_dengan_jam", "timed_posts"),
      ("porsi_jam_kerja", "office_hours_share"), ("porsi_di_luar_kategori", "uncategorised_share"),
      ("kurang_dari_sasaran", "target_gap"), ("balasan_di_x", "x_replies"),
      ("komentar_per_unggahan", "comments_per_post"), ("unggahan_kolaborasi", "collab_posts"),
      ("unggahan_silang", "crossposts"), ("menyebut_kantor_lain", "mention_posts"),
      ("bertagar_acara", "event_posts"), ("informasi_publik", "information_posts"), ("akun", "accounts"),
      ("akun_belum_menyampaikan", "missing_accounts"), ("akun_tanpa_unggahan", "dormant_accounts"),
    ])
  for line in data.duties { table.add([.text("\(data.month)"), line["opd_code"], line["name"]], line) }
  return table
}

/// `sinyal.csv`: one row per post and signal that calls for a look; never scored.
func signalTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "sinyal.csv", "Satu baris per unggahan yang perlu dilihat; tidak dinilai.",
    codes: [
      .month, .officeCode, .platform, .code("tautan", "alamat unggahan"),
      .code("sinyal", "komentar_per_suka, komentar_per_paparan"),
    ], mart: "mart_post_signal",
    [
      ("id", "native_id"), ("komentar", "comments"), ("nilai", "value"), ("lazim", "usual"),
      ("jarak", "distance"), ("unggahan_pembanding", "history"),
    ])
  let names = [
    "comments_per_like": "komentar_per_suka", "comments_per_exposure": "komentar_per_paparan",
  ]
  for line in data.signals {
    table.add(
      [
        .text("\(data.month)"), line["opd_code"], line["platform"], line["permalink"],
        .optional(names[line.text("signal")]),
      ], line)
  }
  return table
}
