import Warehouse

// Names of columns and codes are the same in every language, so that what is built on them keeps working.

/// `peringkat.csv`: one row per platform and office, ranked ones first.
func rankingTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "peringkat.csv", "Satu baris per platform dan perangkat daerah, yang diperingkat lebih dulu.",
    codes: [
      .month, .platform, .number("peringkat", "menurut tingkat interaksi di platform"),
      .number("dari", "banyaknya kantor yang diperingkat di platform"), .officeCode, .officeName, .group,
      .completeness, .change, .unranked,
    ], mart: "mart_opd_platform_month",
    [
      ("unggahan", "posts"), ("unggahan_dihitung", "index_posts"), ("jangkauan_kotor", "reach_sum_post"),
      ("interaksi", "interactions"), ("tingkat_interaksi", "er_ratio_of_sums"), ("kisaran_bawah", "er_low"),
      ("kisaran_atas", "er_high"), ("tingkat_interaksi_bulan_lalu", "previous_er_ratio_of_sums"),
    ])
  for line in data.lines {
    table.add(
      [
        .text("\(data.month)"), line["platform"], line["er_rank"],
        line.integer("er_rank") == nil ? .null : line["er_ranked"], line["opd_code"], line["name"],
        line["peer_group"], .text(submissionCode(line.text("submission"))),
        .text(changeCode(Change(line: line))), reasonCode(line),
      ], line)
  }
  return table
}

/// `indeks.csv`: one row per office with its index and everything that recomputes it, ranked ones first.
func indexTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "indeks.csv", "Satu baris per perangkat daerah dengan indeksnya dan semua yang menghitungnya ulang.",
    codes: [.month, .officeCode, .officeName, .group, .completeness, .tier, .change, .unranked],
    mart: "mart_opd_month",
    [
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
    ])
  for office in rankedFirst(data.offices) {
    table.add(
      [
        .text("\(data.month)"), office["opd_code"], office["name"], office["peer_group"],
        .text(submissionCode(office.text("submission"))), code(tierCodes, office, "tier"),
        code(changeCodes, office, "index_change"), reasonCode(office),
      ], office)
  }
  return table
}

/// `opd-platform.csv`: one row per office and platform, every figure of the mart.
func officePlatformTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "opd-platform.csv", "Satu baris per perangkat daerah dan platform, dengan setiap angkanya.",
    codes: [.month, .officeCode, .officeName, .group, .platform, .completeness],
    mart: "mart_opd_platform_month",
    [
      ("dasar_paparan", "exposure_basis"), ("akun", "accounts"), ("unggahan", "posts"),
      ("unggahan_dihitung", "index_posts"), ("dikecualikan_jenis", "excluded_format"),
      ("dikecualikan_iklan", "excluded_paid"), ("dikecualikan_kolom", "excluded_basis"),
      ("dikecualikan_tanpa_jangkauan", "excluded_exposure"),
      ("dikecualikan_tanpa_interaksi", "excluded_interactions"), ("unggahan_akun_lain", "other_posts"),
      ("unggahan_dengan_jangkauan", "reach_posts"), ("jangkauan_kotor", "reach_sum_post"),
      ("jangkauan_terbesar", "reach_max_post"), ("jangkauan_per_unggahan", "reach_avg_per_post"),
      ("unggahan_dengan_tayangan", "views_posts"), ("tayangan", "views_sum_post"),
      ("paparan_semua_unggahan", "exposure_sum_post"), ("interaksi", "interactions"), ("reaksi", "likes"),
      ("komentar", "comments"), ("bagikan", "shares"), ("jangkauan_dihitung", "exposure"),
      ("tingkat_interaksi", "er_ratio_of_sums"), ("galat_baku_log", "er_se_log"), ("kisaran_bawah", "er_low"),
      ("kisaran_atas", "er_high"), ("rata_rata_tingkat_per_unggahan", "er_mean_of_posts"),
      ("pengikut", "followers"), ("sumber_pengikut", "followers_basis"),
      ("tingkat_interaksi_per_pengikut", "er_by_followers"), ("peringkat_paparan", "exposure_rank"),
      ("dari_paparan", "exposure_ranked"), ("persentil_paparan", "exposure_percentile"),
      ("jangkauan_akun_sebulan", "reach_account_month"), ("cara_hitung_berubah_sejak", "definition_break"),
      ("ekspor_pertama", "first_export"), ("ekspor_terakhir", "last_export"),
      ("unggahan_bulan_lalu", "previous_posts"), ("jangkauan_kotor_bulan_lalu", "previous_reach_sum_post"),
      ("tingkat_interaksi_bulan_lalu", "previous_er_ratio_of_sums"),
    ])
  for line in data.lines {
    table.add(
      [
        .text("\(data.month)"), line["opd_code"], line["name"], line["peer_group"], line["platform"],
        .text(submissionCode(line.text("submission"))),
      ], line)
  }
  return table
}

/// `kelengkapan.csv`: one row per office and account; an office without account has one row without.
func completenessTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "kelengkapan.csv", "Satu baris per perangkat daerah dan akun; kantor tanpa akun punya satu baris.",
    codes: [
      .month, .officeCode, .officeName, .code("ikut_peringkat", "ya, tidak"), .platform,
      .code("akun", "akun seperti di akun.csv"), .code("status", ReportTable.Column.completeness.note),
      .number("berkas_ditolak_kantor", "berkas kantor itu yang ditolak dan belum dikirim ulang"),
      .number("baris_ditolak_kantor", "baris yang ditolak dari berkas kantor itu"),
      .number("baris_menunggu_kantor", "baris yang menunggu dari berkas kantor itu"),
    ], mart: "mart_submission",
    [
      ("berkas", "loads"), ("ekspor_pertama", "first_export"), ("ekspor_terakhir", "last_export"),
      ("berkas_daftar_teratas", "top_lists"),
    ])
  for office in data.offices {
    let accounts = data.submissions.filter { $0.text("opd_code") == office.text("opd_code") }
    let codes: (Record?) -> [SQLValue] = { account in
      [
        .text("\(data.month)"), office["opd_code"], office["name"],
        .text(office.count("is_ranked") == 1 ? "ya" : "tidak"), account?["platform"] ?? .null,
        account?["account"] ?? .null, .text(submissionCode(account?.text("status") ?? "unregistered")),
        office["refused_files"], office["rejected_records"], office["waiting_records"],
      ]
    }
    if accounts.isEmpty { table.add(codes(nil) + [0, .null, .null, 0]) }
    for account in accounts { table.add(codes(account), account) }
  }
  return table
}

/// Offices with a rank first, the others in the order given.
func rankedFirst(_ offices: [Record]) -> [Record] {
  offices.enumerated().sorted { left, right in
    let ranks = [left, right].map { ($0.element.integer("index_rank") ?? .max, $0.offset) }
    return ranks[0] < ranks[1]
  }.map(\.element)
}
