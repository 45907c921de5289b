extension Topics {
  /// The secretariats and agencies.
  static let agencies: [Entry] = [
    (
      "SETDA",
      Topics(
        services: ["bantuan hukum warga", "pengadaan barang dan jasa"],
        events: [
          "rapat koordinasi perangkat daerah", "audiensi tokoh masyarakat", "coffee morning pimpinan",
        ],
        advice: ["Layanan pemerintah tidak memungut biaya di luar aturan. Tolak dan catat bila diminta."],
        achievements: ["penghargaan reformasi birokrasi", "nilai akuntabilitas kinerja naik"])
    ),
    (
      "SETWAN",
      Topics(
        services: ["aspirasi warga kepada dewan", "kunjungan pelajar ke gedung dewan"],
        events: ["rapat dengar pendapat", "rapat badan anggaran", "reses masa sidang"],
        advice: ["Aspirasi yang jelas memuat tempat, masalah, dan usulan; tuliskan dengan singkat."],
        achievements: ["perpustakaan dewan terbaik", "risalah sidang tercepat"])
    ),
    (
      "BAPPELITBANGDA",
      Topics(
        services: ["izin penelitian", "konsultasi data perencanaan"],
        events: ["forum konsultasi rencana kerja", "seminar hasil riset", "rapat penurunan kemiskinan"],
        advice: ["Usulan musrenbang yang baik menyebut lokasi, ukuran, dan penerima manfaat."],
        achievements: ["penghargaan perencanaan daerah", "inovasi daerah kategori sangat inovatif"])
    ),
    (
      "BPKPD",
      Topics(
        services: ["pembayaran PBB-P2", "salinan SPPT", "layanan BPHTB"],
        events: ["pekan panutan pajak", "rekonsiliasi aset", "undian taat pajak"],
        advice: ["Simpan bukti lunas pajak sedikitnya lima tahun; foto cadangan juga berguna."],
        achievements: ["pendapatan asli daerah melampaui target", "laporan keuangan tepat waktu"])
    ),
    (
      "BKPSDM",
      Topics(
        services: ["kenaikan pangkat", "konsultasi pensiun", "pembaruan data pegawai"],
        events: ["orientasi pegawai baru", "uji kompetensi", "penyerahan keputusan pensiun"],
        advice: ["Waspada penipuan penerimaan pegawai: tidak ada jalur khusus dan tidak ada biaya."],
        achievements: ["penghargaan sistem merit", "pegawai teladan tingkat provinsi"])
    ),
    (
      "KESBANGPOL",
      Topics(
        services: ["surat keterangan terdaftar ormas", "rekomendasi penelitian"],
        events: ["dialog kerukunan umat", "pembauran kebangsaan", "sosialisasi pendidikan pemilih"],
        advice: ["Berbeda pilihan boleh, silaturahmi jangan putus. Saring sebelum sebar."],
        achievements: ["indeks kerukunan tertinggi", "paskibraka terpilih ke provinsi"])
    ),
  ]
}
