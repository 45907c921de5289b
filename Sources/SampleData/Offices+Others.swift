extension Office {
  /// The offices that are neither large services nor districts.
  static let others = secretariats + departments + agencies

  private static let secretariats = [
    Office(
      "SETDA", "Sekretariat Daerah", "Setda", ["Setdakab", "Prokopim"], .regular, head: "Sekretaris Daerah",
      3_890,
      [14, 16]),
    Office(
      "SETWAN", "Sekretariat DPRD", "Setwan", ["Sekretariat Dewan", "Humas DPRD"], .regular,
      head: "Sekretaris DPRD", 1_120, [6, 7]),
    Office(
      "ITKAB", "Inspektorat", "Inspektorat", ["Inspektorat Daerah", "Itda"], .regular,
      head: "Inspektur Daerah",
      610, [0, 0]),
  ]

  private static let departments = [
    Office(
      "PUPRP", "Dinas Pekerjaan Umum, Penataan Ruang dan Pertanahan", "PUPRP", ["PUPR", "PUTR", "Dinas PU"],
      .regular, head: "Kepala Dinas Pekerjaan Umum", 2_240, [10, 11]),
    Office(
      "PERKIM", "Dinas Perumahan dan Kawasan Permukiman", "Perkim", ["Disperkim"], .regular,
      head: "Kepala Dinas Perumahan dan Kawasan Permukiman", 1_070, [7, 8]),
    Office(
      "DINSOS",
      "Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak",
      "Dinsos", ["Dinsos P2KBP3A", "DP3A", "DPPKB"], .regular, head: "Kepala Dinas Sosial", 3_310, [13, 15]),
    Office(
      "DISNAKER", "Dinas Tenaga Kerja dan Transmigrasi", "Disnaker", ["Disnakertrans", "Nakertrans"],
      .regular,
      head: "Kepala Dinas Tenaga Kerja dan Transmigrasi", 1_860, [9, 8]),
    Office(
      "DLH", "Dinas Lingkungan Hidup", "DLH", ["DLHD", "BLHD"], .regular,
      head: "Kepala Dinas Lingkungan Hidup",
      1_540, [12, 11]),
    Office(
      "DPMD", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", ["Dinas PMD"], .regular,
      head: "Kepala Dinas Pemberdayaan Masyarakat dan Desa", 1_290, [8, 9]),
    Office(
      "PERINDAGKOP", "Dinas Perindustrian, Perdagangan, Koperasi dan UKM", "Perindagkop",
      ["Disperindagkop", "Disperindagkop-UKM", "Prindakop"], .regular,
      head: "Kepala Dinas Perindustrian dan Perdagangan", 2_030, [11, 10]),
    Office(
      "DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP",
      ["PM-PTSP", "PTSP", "MPP Wajo"], .regular, head: "Kepala DPMPTSP", 2_780, [13, 14]),
    Office(
      "PORAPAR", "Dinas Pemuda, Olahraga dan Pariwisata", "Porapar", ["Disporapar", "Dispar"], .regular,
      head: "Kepala Dinas Pemuda, Olahraga dan Pariwisata", 3_640, [12, 14]),
    Office("DISKAN", "Dinas Perikanan", "Diskan", [], .regular, head: "Kepala Dinas Perikanan", 980, [7, 6]),
    Office(
      "DISTAN", "Dinas Pertanian dan Ketahanan Pangan", "Distan", ["Distan KP"], .regular,
      head: "Kepala Dinas Pertanian dan Ketahanan Pangan", 2_410, [10, 12]),
  ]

  private static let agencies = [
    Office(
      "BAPPELITBANGDA", "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah", "Bappelitbangda",
      ["Bappeda", "Bapperida"], .regular, head: "Kepala Bappelitbangda", 1_450, [9, 10]),
    Office(
      "BPKPD", "Badan Pengelolaan Keuangan dan Pendapatan Daerah", "BPKPD", ["BPKPD Wajo"], .regular,
      head: "Kepala BPKPD", 1_720, [8, 9]),
    Office(
      "BKPSDM", "Badan Kepegawaian dan Pengembangan SDM", "BKPSDM", ["BKD", "BKPSDMD"], .regular,
      head: "Kepala BKPSDM", 3_080, [11, 12]),
    Office(
      "KESBANGPOL", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", ["Bakesbangpol"], .regular,
      head: "Kepala Badan Kesatuan Bangsa dan Politik", 730, [5, 6]),
  ]
}
