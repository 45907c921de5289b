import Warehouse

// Names of columns and codes are the same in every language, so that what is built on them keeps working.

/// `peringkat.csv`: one row per platform and office, ranked ones first.
func rankingTable(_ data: MonthData, _ words: Wording) -> String {
  var table = CSVText([
    "bulan", "platform", "peringkat", "dari", "kode_opd", "perangkat_daerah", "kelompok", "kelengkapan",
    "unggahan",
    "unggahan_dihitung", "jangkauan_kotor", "interaksi", "tingkat_interaksi", "kisaran_bawah", "kisaran_atas",
    "tingkat_interaksi_bulan_lalu", "perubahan", "alasan_tanpa_peringkat",
  ])
  for line in data.lines {
    table.add([
      .text("\(data.month)"), line["platform"], line["er_rank"],
      line.integer("er_rank") == nil ? .null : line["er_ranked"], line["opd_code"], line["name"],
      line["peer_group"],
      .text(submissionCode(line.text("submission"))), line["posts"], line["index_posts"],
      line["reach_sum_post"],
      line["interactions"], line["er_ratio_of_sums"], line["er_low"], line["er_high"],
      line["previous_er_ratio_of_sums"], .text(changeCode(Change(line: line))), reasonCode(line),
    ])
  }
  return table.text
}

/// `opd-platform.csv`: one row per office and platform, every figure of the mart.
func officePlatformTable(_ data: MonthData) -> String {
  let columns: [(header: String, column: String)] = [
    ("unggahan", "posts"), ("unggahan_dihitung", "index_posts"), ("dikecualikan_jenis", "excluded_format"),
    ("dikecualikan_iklan", "excluded_paid"), ("dikecualikan_kolom", "excluded_basis"),
    ("dikecualikan_tanpa_jangkauan", "excluded_exposure"),
    ("dikecualikan_tanpa_interaksi", "excluded_interactions"), ("unggahan_akun_lain", "other_posts"),
    ("unggahan_dengan_jangkauan", "reach_posts"), ("jangkauan_kotor", "reach_sum_post"),
    ("jangkauan_terbesar", "reach_max_post"), ("jangkauan_per_unggahan", "reach_avg_per_post"),
    ("unggahan_dengan_tayangan", "views_posts"), ("tayangan", "views_sum_post"),
    ("paparan_semua_unggahan", "exposure_sum_post"),
    ("interaksi", "interactions"),
    ("reaksi", "likes"), ("komentar", "comments"), ("bagikan", "shares"), ("jangkauan_dihitung", "exposure"),
    ("tingkat_interaksi", "er_ratio_of_sums"), ("galat_baku_log", "er_se_log"), ("kisaran_bawah", "er_low"),
    ("kisaran_atas", "er_high"), ("rata_rata_tingkat_per_unggahan", "er_mean_of_posts"),
    ("pengikut", "followers"), ("sumber_pengikut", "followers_basis"),
    ("tingkat_interaksi_per_pengikut", "er_by_followers"),
    ("ekspor_pertama", "first_export"), ("ekspor_terakhir", "last_export"),
    ("unggahan_bulan_lalu", "previous_posts"), ("jangkauan_kotor_bulan_lalu", "previous_reach_sum_post"),
    ("tingkat_interaksi_bulan_lalu", "previous_er_ratio_of_sums"),
  ]
  var table = CSVText(
    ["bulan", "kode_opd", "perangkat_daerah", "kelompok", "platform", "dasar_paparan", "akun", "kelengkapan"]
      + columns.map(\.header))
  for line in data.lines {
    table.add(
      [
        .text("\(data.month)"), line["opd_code"], line["name"], line["peer_group"], line["platform"],
        line["exposure_basis"], line["accounts"], .text(submissionCode(line.text("submission"))),
      ] + columns.map { line[$0.column] })
  }
  return table.text
}

/// `kelengkapan.csv`: one row per office and account; an office without account has one row without.
func completenessTable(_ data: MonthData) -> String {
  var table = CSVText([
    "bulan", "kode_opd", "perangkat_daerah", "ikut_peringkat", "platform", "akun", "status", "berkas",
    "ekspor_pertama", "ekspor_terakhir", "berkas_ditolak_kantor", "baris_ditolak_kantor",
    "baris_menunggu_kantor", "berkas_daftar_teratas",
  ])
  for office in data.offices {
    let code = office.text("opd_code")
    let left: [SQLValue] = [
      .text("\(data.month)"), office["opd_code"], office["name"],
      .text(office.count("is_ranked") == 1 ? "ya" : "tidak"),
    ]
    let right = [office["refused_files"], office["rejected_records"], office["waiting_records"]]
    let accounts = data.submissions.filter { $0.text("opd_code") == code }
    if accounts.isEmpty {
      table.add(left + [.null, .null, .text(submissionCode("unregistered")), 0, .null, .null] + right + [0])
    }
    for account in accounts {
      table.add(
        left + [
          account["platform"], account["account"], .text(submissionCode(account.text("status"))),
          account["loads"],
          account["first_export"], account["last_export"],
        ] + right + [account["top_lists"]])
    }
  }
  return table.text
}

private func submissionCode(_ status: String) -> String {
  switch status {
  case "complete": "lengkap"
  case "partial": "sebagian"
  case "undated": "rentang_tidak_diketahui"
  case "unregistered": "akun_belum_terdaftar"
  default: "belum"
  }
}

private func changeCode(_ change: Change) -> String {
  switch change {
  case .up: "naik"
  case .down: "turun"
  case .same: "relatif_sama"
  case .unknown: "tidak_dapat_dibandingkan"
  }
}

private func reasonCode(_ line: Record) -> SQLValue {
  switch line.text("unranked_reason") {
  case "outside": "di_luar_peringkat"
  case "missing": "data_belum_disampaikan"
  case "no_posts": "tanpa_unggahan"
  case "few_posts": "unggahan_terlalu_sedikit"
  default: .null
  }
}
