import Warehouse

/// `kategori.csv`: one row per category over all platforms.
func categoryTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "kategori.csv", "Satu baris per kategori konten, atas kantor yang ikut peringkat.",
    codes: [.month, .code("kategori", "layanan, kegiatan, positif, edukasi, none"), .categoryName],
    mart: "mart_category_month",
    [
      ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"), ("sasaran_porsi", "target_share"),
      ("unggahan_dihitung", "index_posts"), ("komentar_per_unggahan", "comments_per_post"),
      ("bagikan_per_unggahan", "shares_per_post"), ("diperbaiki_manual", "manual_posts"),
      ("perlu_ditinjau", "review_posts"), ("tanpa_kategori", "posts_without_category"),
      ("porsi_interaksi_lazim", "share_of_expected"), ("akun_pembanding", "accounts"),
      ("rasio_kasar", "crude_ratio"), ("rasio_mantel_haenszel", "mantel_haenszel"),
      ("rasio_disesuaikan", "adjusted_ratio"), ("rasio_bawah", "adjusted_low"),
      ("rasio_atas", "adjusted_high"), ("p", "p"), ("p_disesuaikan", "p_adjusted"), ("simpson", "is_simpson"),
    ])
  for line in data.categories {
    table.add([.text("\(data.month)"), line["category"], line["category_name"]], line)
  }
  return table
}

/// `kategori-platform.csv`: one row per platform and category.
func platformCategoryTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "kategori-platform.csv", "Satu baris per platform dan kategori; paparan menurut satuan platformnya.",
    codes: [
      .month, .platform, .code("kategori", "layanan, kegiatan, positif, edukasi, none"), .categoryName,
    ],
    mart: "mart_platform_category_month",
    [
      ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"), ("unggahan_dihitung", "index_posts"),
      ("komentar_per_unggahan", "comments_per_post"), ("bagikan_per_unggahan", "shares_per_post"),
      ("paparan", "exposure_sum_post"), ("porsi_paparan", "share_of_exposure"),
      ("median_paparan", "exposure_median"), ("interaksi", "interactions"), ("paparan_dihitung", "exposure"),
      ("tingkat_interaksi", "er_ratio_of_sums"),
    ])
  for line in data.platformCategories {
    table.add([.text("\(data.month)"), line["platform"], line["category"], line["category_name"]], line)
  }
  return table
}

/// `opd-kategori.csv`: one row per office and category.
func officeCategoryTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "opd-kategori.csv", "Satu baris per perangkat daerah dan kategori; 100: unggahan lain akun yang sama.",
    codes: [
      .month, .officeCode, .officeName, .code("kategori", "layanan, kegiatan, positif, edukasi, none"),
      .categoryName, .code("keterangan", "tidak_cukup_data: efektivitas tidak dapat dihitung"),
    ], mart: "mart_opd_category_month",
    [
      ("unggahan", "posts"), ("porsi_unggahan", "share_of_posts"), ("unggahan_dihitung", "index_posts"),
      ("komentar_per_unggahan", "comments_per_post"), ("bagikan_per_unggahan", "shares_per_post"),
      ("efektivitas", "category_effectiveness"), ("efektivitas_bawah", "effectiveness_low"),
      ("efektivitas_atas", "effectiveness_high"), ("log_rasio", "effect_log_ratio"),
      ("ragam_log", "effect_log_variance"), ("skor", "effect_score"), ("ragam_skor", "effect_score_variance"),
    ])
  for line in data.officeCategories {
    let isKnown = line.real("category_effectiveness") != nil || line.text("category") == "none"
    table.add(
      [
        .text("\(data.month)"), line["opd_code"], line["name"], line["category"], line["category_name"],
        isKnown ? .null : "tidak_cukup_data",
      ], line)
  }
  return table
}

extension ReportTable.Column {
  static let categoryName = code("nama_kategori", "nama kategori konten")
}
