import Warehouse

/// `rekap-indeks.csv`: one row per office with its index over the period, ranked ones first.
func recapIndexTable(_ data: RecapData) -> ReportTable {
  var table = ReportTable(
    "rekap-indeks.csv", "Satu baris per perangkat daerah dengan indeksnya selama periode.",
    codes: [.period, .officeCode, .officeName, .group, .tier, .unranked], mart: "mart_opd_period",
    [
      ("bulan_dalam_periode", "months"), ("bulan_lengkap", "months_complete"),
      ("bulan_sebagian", "months_partial"), ("bulan_belum", "months_missing"), ("unggahan", "posts"),
      ("unggahan_dihitung", "index_posts"), ("indeks_mentah", "raw_index"), ("indeks", "engagement_index"),
      ("indeks_bawah", "index_low"), ("indeks_atas", "index_high"), ("peringkat", "index_rank"),
      ("peringkat_terbaik", "rank_low"), ("peringkat_terburuk", "rank_high"),
      ("peringkat_kelompok", "group_rank"), ("peringkat_kelompok_terbaik", "group_rank_low"),
      ("peringkat_kelompok_terburuk", "group_rank_high"),
    ])
  for office in rankedFirst(data.offices) {
    table.add(
      [
        .text("\(data.period)"), office["opd_code"], office["name"], office["peer_group"],
        code(tierCodes, office, "tier"), reasonCode(office),
      ], office)
  }
  return table
}

/// `rekap-platform.csv`: one row per office and platform.
func recapPlatformTable(_ data: RecapData) -> ReportTable {
  var table = ReportTable(
    "rekap-platform.csv", "Satu baris per perangkat daerah dan platform selama periode.",
    codes: [.period, .officeCode, .officeName, .group], mart: "mart_opd_platform_period",
    [
      ("platform", "platform"), ("dasar_paparan", "exposure_basis"), ("bulan_lengkap", "months_complete"),
      ("bulan_diterima", "months_received"), ("unggahan", "posts"), ("unggahan_dihitung", "index_posts"),
      ("paparan_semua_unggahan", "exposure_sum_post"), ("interaksi", "interactions"),
      ("paparan_dihitung", "exposure"), ("tingkat_interaksi", "er_ratio_of_sums"),
      ("cara_hitung_berubah_sejak", "definition_break"),
    ])
  for line in data.lines {
    table.add([.text("\(data.period)"), line["opd_code"], line["name"], line["peer_group"]], line)
  }
  return table
}

/// `rekap-kategori.csv`: one row per category.
func recapCategoryTable(_ data: RecapData) -> ReportTable {
  var table = ReportTable(
    "rekap-kategori.csv", "Satu baris per kategori konten selama periode.",
    codes: [.period, .categoryName], mart: "mart_category_period",
    [
      ("kategori", "category"), ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"),
      ("unggahan_dihitung", "index_posts"), ("akun_pembanding", "accounts"), ("rasio_kasar", "crude_ratio"),
      ("rasio_disesuaikan", "adjusted_ratio"), ("rasio_bawah", "adjusted_low"),
      ("rasio_atas", "adjusted_high"), ("p", "p"), ("p_disesuaikan", "p_adjusted"), ("simpson", "is_simpson"),
    ])
  for line in data.categories { table.add([.text("\(data.period)"), line["category_name"]], line) }
  return table
}
