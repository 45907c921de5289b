/// What `medsos init` writes: the offices of Kabupaten Wajo as of 2025, and an account to follow as an example.
public enum RegistryTemplate {
  /// Each file's name in the folder of settings, and its text.
  public static let files = [
    ("opd.csv", offices), ("akun.csv", accounts), ("laporan.csv", settings), ("kolom.csv", headers),
    ("pengikut.csv", followers), ("perbaikan.csv", overrides), ("aduan.csv", complaints),
  ]

  static let accounts = """
    kode_opd,platform,id,nama_pengguna,nama,berlaku_sejak,berlaku_sampai

    """

  /// A header that medsos does not know, and the known one that it stands for.
  static let headers = "judul,arti\n"

  /// Followers of a month, where no export tells them.
  static let followers = "bulan,kode_opd,platform,pengikut\n"

  /// Categories that a person corrected.
  static let overrides = "tautan,id,kategori,alasan,oleh,tanggal\n"

  /// Complaints of a month, shown and never scored.
  static let complaints = "bulan,kode_opd,masuk,terjawab,median_jam\n"

  static let settings = """
    kunci,nilai
    minimal_unggahan,5

    """

  /// The 27 offices and 14 kecamatan, by public sources of 2020–2025; the regency's own account is not ranked.
  static let offices = """
    kode,nama,singkatan,alias,kelompok,ikut_peringkat,berlaku_sejak,berlaku_sampai
    SETDA,Sekretariat Daerah,Setda,Setdakab|Prokopim,Dinas/Badan,ya,,
    SETWAN,Sekretariat DPRD,Setwan,Sekretariat Dewan|Humas DPRD,Dinas/Badan,ya,,
    ITKAB,Inspektorat Daerah,Inspektorat,Itda|Itkab,Dinas/Badan,ya,,
    DISDIKBUD,Dinas Pendidikan dan Kebudayaan,Disdikbud,Dikbud|Disdik,Dinas Layanan Besar,ya,,
    DINKES,Dinas Kesehatan,Dinkes,,Dinas Layanan Besar,ya,,
    PUPRP,"Dinas Pekerjaan Umum, Penataan Ruang dan Pertanahan",PUPRP,PUPR|PUTR|Dinas PU|Dinas Pekerjaan Umum,Dinas/Badan,ya,,
    PERKIM,Dinas Perumahan dan Kawasan Permukiman,Perkim,,Dinas/Badan,ya,,
    SATPOLPP,"Satuan Polisi Pamong Praja, Pemadam Kebakaran dan Penyelamatan",Satpol PP Damkar,Satpol PP|Damkar,Dinas Layanan Besar,ya,,
    DINSOS,"Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak",Dinsos P2KBP3A,Dinsos|DP3A|DPPKB,Dinas/Badan,ya,,
    DISNAKER,Dinas Tenaga Kerja dan Transmigrasi,Disnakertrans,Nakertrans|Disnaker,Dinas/Badan,ya,,
    DLH,Dinas Lingkungan Hidup,DLH,DLHD|BLHD,Dinas/Badan,ya,,
    DISDUKCAPIL,Dinas Kependudukan dan Pencatatan Sipil,Disdukcapil,Dukcapil|Capil,Dinas Layanan Besar,ya,,
    DPMD,Dinas Pemberdayaan Masyarakat dan Desa,DPMD,Dinas PMD,Dinas/Badan,ya,,
    DISHUB,Dinas Perhubungan,Dishub,,Dinas Layanan Besar,ya,,
    DISKOMINFOTIK,"Dinas Komunikasi, Informatika dan Statistik",Diskominfotik,Kominfotik|Diskominfo|Kominfo,Dinas Layanan Besar,ya,,
    PERINDAGKOP,"Dinas Perindustrian, Perdagangan, Koperasi dan UKM",Disperindagkop-UKM,Disperindagkop|Perindagkop|Prindakop,Dinas/Badan,ya,,
    DPMPTSP,Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu,DPMPTSP,PM-PTSP|PTSP|MPP Wajo,Dinas/Badan,ya,,
    PORAPAR,"Dinas Pemuda, Olahraga dan Pariwisata",Porapar,Disporapar|Dispar,Dinas/Badan,ya,,
    DISKAN,Dinas Perikanan,Diskan,,Dinas/Badan,ya,,
    DISTAN,Dinas Pertanian dan Ketahanan Pangan,Distan KP,Distan,Dinas/Badan,ya,,
    BAPPELITBANGDA,"Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",Bappelitbangda,Bappeda|Bapperida,Dinas/Badan,ya,,
    BPKPD,Badan Pengelolaan Keuangan dan Pendapatan Daerah,BPKPD,,Dinas/Badan,ya,,
    BKPSDM,Badan Kepegawaian dan Pengembangan SDM,BKPSDM,BKD|BKPSDMD,Dinas/Badan,ya,,
    KESBANGPOL,Badan Kesatuan Bangsa dan Politik,Kesbangpol,Bakesbangpol,Dinas/Badan,ya,,
    BPBD,Badan Penanggulangan Bencana Daerah,BPBD,,Dinas Layanan Besar,ya,,
    RSUDL,RSUD Lamaddukelleng,RSUD Lamaddukelleng,RSUD Lamaddukkelleng|RSUD Lamadukelleng,Dinas Layanan Besar,ya,,
    RSUDS,RSUD Siwa,RSUD Siwa,,Dinas Layanan Besar,ya,,
    KEC-BELAWA,Kecamatan Belawa,Kec. Belawa,Belawa,Kecamatan,ya,,
    KEC-BOLA,Kecamatan Bola,Kec. Bola,Bola,Kecamatan,ya,,
    KEC-GILIRENG,Kecamatan Gilireng,Kec. Gilireng,Gilireng,Kecamatan,ya,,
    KEC-KEERA,Kecamatan Keera,Kec. Keera,Keera,Kecamatan,ya,,
    KEC-MAJAULENG,Kecamatan Majauleng,Kec. Majauleng,Majauleng|Majaulang,Kecamatan,ya,,
    KEC-MANIANGPAJO,Kecamatan Maniangpajo,Kec. Maniangpajo,Maniangpajo,Kecamatan,ya,,
    KEC-PAMMANA,Kecamatan Pammana,Kec. Pammana,Pammana,Kecamatan,ya,,
    KEC-PENRANG,Kecamatan Penrang,Kec. Penrang,Penrang,Kecamatan,ya,,
    KEC-PITUMPANUA,Kecamatan Pitumpanua,Kec. Pitumpanua,Pitumpanua|Pitumpanna,Kecamatan,ya,,
    KEC-SABBANGPARU,Kecamatan Sabbangparu,Kec. Sabbangparu,Sabbangparu|Sabbang Paru,Kecamatan,ya,,
    KEC-SAJOANGING,Kecamatan Sajoanging,Kec. Sajoanging,Sajoanging,Kecamatan,ya,,
    KEC-TAKKALALLA,Kecamatan Takkalalla,Kec. Takkalalla,Takkalalla,Kecamatan,ya,,
    KEC-TANASITOLO,Kecamatan Tanasitolo,Kec. Tanasitolo,Tanasitolo,Kecamatan,ya,,
    KEC-TEMPE,Kecamatan Tempe,Kec. Tempe,Tempe,Kecamatan,ya,,
    PEMKAB,Pemerintah Kabupaten Wajo,Pemkab Wajo,Pemda Wajo|Humas Pemkab,Pemkab/Humas,tidak,,

    """
}
