import Warehouse

/// `kategori.csv`: one row per category over all platforms (platform empty) and one per platform and category.
func categoryTable(_ data: MonthData) -> String {
  let shared: [(header: String, column: String)] = [
    ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"), ("unggahan_dihitung", "index_posts"),
    ("komentar_per_unggahan", "comments_per_post"), ("bagikan_per_unggahan", "shares_per_post"),
  ]
  let county: [(header: String, column: String)] = [
    ("sasaran_porsi", "target_share"), ("diperbaiki_manual", "manual_posts"),
    ("perlu_ditinjau", "review_posts"), ("tanpa_kategori", "posts_without_category"),
    ("porsi_interaksi_lazim", "share_of_expected"), ("akun_pembanding", "accounts"),
    ("rasio_kasar", "crude_ratio"), ("rasio_mantel_haenszel", "mantel_haenszel"),
    ("rasio_disesuaikan", "adjusted_ratio"), ("rasio_bawah", "adjusted_low"), ("rasio_atas", "adjusted_high"),
    ("p", "p"), ("p_disesuaikan", "p_adjusted"), ("simpson", "is_simpson"),
  ]
  let platform: [(header: String, column: String)] = [
    ("paparan", "exposure_sum_post"), ("porsi_paparan", "share_of_exposure"),
    ("median_paparan", "exposure_median"), ("interaksi", "interactions"), ("paparan_dihitung", "exposure"),
    ("tingkat_interaksi", "er_ratio_of_sums"),
  ]
  var table = CSVText(
    ["bulan", "platform", "kategori", "nama_kategori"] + (shared + county + platform).map(\.header))
  for line in data.categories + data.platformCategories {
    table.add(
      [.text("\(data.month)"), line["platform"], line["category"], line["category_name"]]
        + (shared + county + platform).map { line[$0.column] })
  }
  return table.text
}

/// `opd-kategori.csv`: one row per office and category.
func officeCategoryTable(_ data: MonthData) -> String {
  let columns: [(header: String, column: String)] = [
    ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"), ("unggahan_dihitung", "index_posts"),
    ("komentar_per_unggahan", "comments_per_post"), ("bagikan_per_unggahan", "shares_per_post"),
    ("efektivitas", "category_effectiveness"), ("efektivitas_bawah", "effectiveness_low"),
    ("efektivitas_atas", "effectiveness_high"), ("log_rasio", "effect_log_ratio"),
    ("ragam_log", "effect_log_variance"), ("skor", "effect_score"), ("ragam_skor", "effect_score_variance"),
  ]
  var table = CSVText(
    ["bulan", "kode_opd", "perangkat_daerah", "kategori", "nama_kategori", "keterangan"]
      + columns.map(\.header))
  for line in data.officeCategories {
    let isKnown = line.real("category_effectiveness") != nil || line.text("category") == "none"
    table.add(
      [
        .text("\(data.month)"), line["opd_code"], line["name"], line["category"], line["category_name"],
        isKnown ? .null : "tidak_cukup_data",
      ] + columns.map { line[$0.column] })
  }
  return table.text
}
