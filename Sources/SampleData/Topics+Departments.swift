extension Topics {
  /// The departments.
  static let departments: [Entry] = [
    (
      "PUPRP",
      Topics(
        services: ["persetujuan bangunan gedung", "informasi tata ruang"],
        events: ["pengaspalan ruas jalan desa", "perbaikan saluran irigasi", "pengukuran tanah kas daerah"],
        advice: ["Jangan mendirikan bangunan di atas drainase; genangan di hulu bermula dari sana."],
        achievements: ["jalan mantap naik tujuh persen", "penghargaan irigasi terpelihara"])
    ),
    (
      "PERKIM",
      Topics(
        services: ["usulan bedah rumah", "sambungan air minum desa"],
        events: [
          "verifikasi rumah tidak layak huni", "penataan kawasan kumuh", "serah terima rumah swadaya",
        ],
        advice: ["Sedot tangki septik tiap tiga tahun supaya sumur tetangga tidak tercemar."],
        achievements: ["seratus rumah swadaya tuntas", "kawasan kumuh berkurang empat hektare"])
    ),
    (
      "DINSOS",
      Topics(
        services: ["reaktivasi kartu jaminan kesehatan", "pelayanan KB gratis", "konseling keluarga"],
        events: ["penyaluran bantuan lansia", "pelatihan kader perlindungan anak", "kunjungan panti asuhan"],
        advice: [
          "Kekerasan dalam rumah tangga bukan aib yang harus ditutup; ceritakan kepada orang tepercaya.",
          "Jarak kelahiran yang cukup melindungi ibu dan anak. Rencanakan bersama pasangan.",
        ],
        achievements: ["penghargaan kabupaten layak anak", "juara kampung KB tingkat provinsi"])
    ),
    (
      "DISNAKER",
      Topics(
        services: ["kartu pencari kerja", "pelatihan las di BLK", "pengaduan upah"],
        events: ["bursa kerja mini", "pembekalan calon transmigran", "mediasi hubungan industrial"],
        advice: ["Lowongan yang meminta uang di muka patut dicurigai; tanyakan dulu ke dinas."],
        achievements: ["lulusan BLK terserap 80 persen", "penghargaan mediator terbaik"])
    ),
    (
      "DLH",
      Topics(
        services: ["penjemputan sampah besar", "tabungan bank sampah", "persetujuan lingkungan"],
        events: ["aksi bersih Danau Tempe", "penanaman pohon pelindung", "pembinaan sekolah Adiwiyata"],
        advice: [
          "Pilah sampah dari dapur: sisa sayur menjadi kompos, botol bernilai di bank sampah.",
          "Bawa tas belanja sendiri. Satu kantong plastik perlu puluhan tahun untuk terurai.",
        ],
        achievements: ["dua sekolah Adiwiyata nasional", "sertifikat Adipura"])
    ),
    (
      "DPMD",
      Topics(
        services: ["konsultasi dana desa", "pendampingan BUMDes"],
        events: ["pelatihan perangkat desa", "lomba desa", "musyawarah koperasi desa"],
        advice: ["Warga berhak membaca anggaran desanya; lihat papan informasi di kantor desa."],
        achievements: ["sembilan desa naik status menjadi mandiri", "BUMDes terbaik se-provinsi"])
    ),
    (
      "PERINDAGKOP",
      Topics(
        services: ["tera ulang timbangan", "pendampingan sertifikat halal", "pendaftaran merek UKM"],
        events: ["pasar murah", "pameran sutra", "pantauan harga beras", "rapat anggota koperasi"],
        advice: ["Periksa tanggal kedaluwarsa dan kemasan sebelum membeli; konsumen cerdas tidak tergesa."],
        achievements: ["sutra Wajo tampil di pameran nasional", "penghargaan pasar tertib ukur"])
    ),
    (
      "DPMPTSP",
      Topics(
        services: ["penerbitan NIB", "izin praktik tenaga kesehatan", "klinik LKPM", "konsultasi OSS"],
        events: ["forum konsultasi publik", "penandatanganan maklumat layanan", "kunjungan calon investor"],
        advice: ["Usaha kecil pun perlu NIB: gratis, sekali urus, dan membuka jalan ke pembiayaan."],
        achievements: ["realisasi investasi melampaui target", "nilai tertinggi kepatuhan pelayanan publik"])
    ),
    (
      "PORAPAR",
      Topics(
        services: ["pendaftaran pasukan pengibar", "pinjam pakai stadion"],
        events: [
          "festival perahu hias", "kejuaraan sepak takraw", "pelatihan pemandu wisata", "temu wirausaha muda",
        ],
        advice: ["Pemanasan sepuluh menit sebelum olahraga menjaga otot dari cedera."],
        achievements: ["emas sepak takraw pekan olahraga provinsi", "juara duta wisata"])
    ),
    (
      "DISKAN",
      Topics(
        services: ["kartu nelayan", "bantuan benih ikan"],
        events: ["penebaran benih di danau", "pelatihan olahan ikan", "patroli alat tangkap"],
        advice: ["Ikan kecil dilepas hari ini, panen besar musim depan. Hindari jaring bermata rapat."],
        achievements: ["produksi ikan air tawar naik", "kelompok pengolah ikan terbaik"])
    ),
    (
      "DISTAN",
      Topics(
        services: ["vaksinasi ternak", "pinjam traktor brigade", "asuransi usaha tani"],
        events: ["panen raya padi", "gerakan tanam cabai", "gerdal hama wereng"],
        advice: ["Tanam serempak memutus siklus hama; sepakati jadwal bersama kelompok tani."],
        achievements: ["surplus beras tahun ini", "penyuluh teladan tingkat nasional"])
    ),
  ]
}
