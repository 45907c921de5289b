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

/// `indeks.csv`: one row per office with its index and everything that recomputes it, ranked ones first.
func indexTable(_ data: MonthData) -> String {
  let columns: [(header: String, column: String)] = [
    ("unggahan", "posts"), ("unggahan_dihitung", "index_posts"), ("indeks_mentah", "raw_index"),
    ("indeks", "engagement_index"), ("indeks_bawah", "index_low"), ("indeks_atas", "index_high"),
    ("peringkat", "index_rank"), ("peringkat_terbaik", "rank_low"), ("peringkat_terburuk", "rank_high"),
    ("peringkat_harapan", "expected_rank"), ("peringkat_kelompok", "group_rank"),
    ("peringkat_kelompok_terbaik", "group_rank_low"), ("peringkat_kelompok_terburuk", "group_rank_high"),
    ("indeks_bulan_lalu", "previous_index"), ("indeks_3_bulan", "index_3m"),
    ("indeks_3_bulan_bawah", "index_3m_low"), ("indeks_3_bulan_atas", "index_3m_high"),
    ("skor_paparan", "reach_score"), ("platform_dalam_skor_paparan", "reach_score_platforms"),
    ("jumlah_interaksi_berbobot", "index_observed"), ("jumlah_lazim_berbobot", "index_expected"),
    ("log_rasio", "index_log_ratio"), ("ragam_log", "index_log_variance"),
    ("rata_rata_acuan", "index_prior_mean"), ("bagian_yang_dipertahankan", "index_shrinkage"),
    ("skor", "score"), ("ragam_skor", "score_variance"), ("aduan_masuk", "complaints_received"),
    ("aduan_terjawab", "complaints_answered"), ("aduan_median_jam", "complaints_median_hours"),
  ]
  var table = CSVText(
    [
      "bulan", "kode_opd", "perangkat_daerah", "kelompok", "kelengkapan", "golongan", "perubahan",
      "alasan_tanpa_peringkat",
    ] + columns.map(\.header))
  let ordered = data.offices.enumerated().sorted { left, right in
    let ranks = [left, right].map { ($0.element.integer("index_rank") ?? .max, $0.offset) }
    return ranks[0] < ranks[1]
  }
  for (_, office) in ordered {
    table.add(
      [
        .text("\(data.month)"), office["opd_code"], office["name"], office["peer_group"],
        .text(submissionCode(office.text("submission"))), code(tierCodes, office, "tier"),
        code(changeCodes, office, "index_change"), reasonCode(office),
      ] + columns.map { office[$0.column] })
  }
  return table.text
}

let tierCodes = ["above": "di_atas", "around": "sekitar", "below": "di_bawah"]
let changeCodes = [
  "up": "naik", "down": "turun", "same": "relatif_sama", "not_comparable": "tidak_dapat_dibandingkan",
]

func code(_ codes: [String: String], _ record: Record, _ column: String) -> SQLValue {
  .optional(codes[record.text(column)])
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
    ("peringkat_paparan", "exposure_rank"), ("dari_paparan", "exposure_ranked"),
    ("persentil_paparan", "exposure_percentile"), ("jangkauan_akun_sebulan", "reach_account_month"),
    ("cara_hitung_berubah_sejak", "definition_break"),
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

func submissionCode(_ status: String) -> String {
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

func reasonCode(_ line: Record) -> SQLValue {
  switch line.text("unranked_reason") {
  case "outside": "di_luar_peringkat"
  case "missing": "data_belum_disampaikan"
  case "no_posts": "tanpa_unggahan"
  case "few_posts": "unggahan_terlalu_sedikit"
  case "no_rate": "tanpa_interaksi_di_platformnya"
  case "few_offices": "kurang_dari_tiga_kantor"
  case "no_interactions": "tanpa_interaksi"
  default: .null
  }
}
