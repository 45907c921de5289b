import Warehouse

/// `unggahan.csv`: one row per post of the month with its figures, its category, and why.
func postTable(_ data: MonthData) -> ReportTable {
  var table = ReportTable(
    "unggahan.csv", "Satu baris per unggahan bulan itu: angkanya, kategorinya, dan sebabnya.",
    codes: [
      .month, .officeCode, .officeName, .platform, .code("akun", "akun yang menerbitkan"),
      .code("tautan", "alamat unggahan"), .code("terbit", "hari terbit (WITA)"),
      .code("takarir", "teks unggahan, paling banyak 300 huruf"),
      .code("dikecualikan", "mengapa tidak masuk tingkat interaksi; kosong: masuk"),
      .code("kategori", "layanan, kegiatan, positif, edukasi, none"), .categoryName,
      .code("cara_kategori", "aturan, label_platform, tagar_kategori, perbaikan_manual"),
      .code("alasan_perbaikan", "alasan di perbaikan.csv"),
    ], mart: "mart_post",
    [
      ("id", "native_id"), ("jenis", "post_format"), ("jam", "hour"), ("jangkauan", "reach"),
      ("tayangan", "views"), ("reaksi", "likes"), ("komentar", "comments"), ("bagikan", "shares"),
      ("interaksi", "interactions"), ("paparan", "exposure"), ("interaksi_lazim", "expected"),
      ("indeks_unggahan", "post_index"), ("urutan_di_kantor", "opd_place"),
      ("urutan_di_kategori", "category_place"), ("kata", "words"),
      ("skor_kategori", "category_score"), ("selisih_kategori", "category_margin"),
      ("perlu_ditinjau", "needs_look"),
      ("informasi_publik", "information"), ("data_per", "as_of"),
    ])
  for post in data.posts {
    table.add(
      [
        .text("\(data.month)"), post["opd_code"], post["name"], post["platform"], post["account"],
        post["permalink"], post["date"], .optional(post.line("caption")),
        code(exclusionCodes, post, "exclusion"), post["category"], post["category_name"],
        code(methodCodes, post, "method"), post["reason"],
      ], post)
  }
  return table
}
