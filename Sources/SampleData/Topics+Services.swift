extension Topics {
  /// The regency and the large service offices.
  static let services: [Entry] = [
    (
      "PEMKAB",
      Topics(
        services: [
          "pengaduan warga melalui kanal resmi", "konsultasi bantuan daerah", "pendaftaran beasiswa daerah",
        ],
        events: [
          "rapat paripurna bersama DPRD", "peninjauan jalan poros", "penyerahan bantuan alat mesin pertanian",
        ],
        advice: ["Periksa kabar pada akun resmi sebelum membagikannya kepada keluarga dan tetangga."],
        achievements: ["opini wajar tanpa pengecualian", "penghargaan kabupaten peduli hak asasi manusia"])
    ),
    (
      "DISDUKCAPIL",
      Topics(
        services: [
          "perekaman KTP elektronik", "pencetakan Kartu Keluarga", "penerbitan akta kelahiran",
          "aktivasi IKD",
        ],
        events: ["jemput bola adminduk di sekolah", "pelatihan operator kecamatan", "evaluasi layanan desa"],
        advice: [
          "Jangan unggah foto KTP ke media sosial, sebab data pribadi mudah disalahgunakan orang lain.",
          "Segera laporkan perubahan alamat agar seluruh anggota keluarga tetap tercatat dengan benar.",
        ],
        achievements: ["cakupan akta kelahiran anak tertinggi se-provinsi", "predikat pelayanan prima"])
    ),
    (
      "RSUDL",
      Topics(
        services: ["poli penyakit dalam", "poli mata sore hari", "pendaftaran rawat jalan", "hemodialisis"],
        events: [
          "simulasi kebakaran gedung rawat inap", "visitasi akreditasi", "pelatihan bantuan hidup dasar",
        ],
        advice: [
          "Kenali gejala stroke: wajah turun sebelah, lengan lemah, bicara pelo. Segera ke UGD.",
          "Penderita hipertensi sebaiknya minum obat teratur dan tidak berhenti tanpa saran dokter.",
        ],
        achievements: ["akreditasi paripurna", "operasi katarak ke-500 tanpa komplikasi"])
    ),
    (
      "RSUDS",
      Topics(
        services: ["poli kandungan", "imunisasi bayi", "pemeriksaan laboratorium"],
        events: [
          "bakti sosial pengobatan gratis", "rapat keselamatan pasien", "peninjauan ruang bersalin baru",
        ],
        advice: ["Bayi demam lebih dari dua hari perlu diperiksa; catat suhu dan jumlah minumnya."],
        achievements: ["penurunan waktu tunggu obat menjadi 20 menit", "apotek terbaik antar-RSUD tipe D"])
    ),
    (
      "DINKES",
      Topics(
        services: ["cek kesehatan gratis", "imunisasi kejar", "skrining tuberkulosis", "surat sehat haji"],
        events: [
          "pencanangan bulan vitamin A", "evaluasi puskesmas", "pelatihan kader posyandu",
          "aksi bergizi remaja",
        ],
        advice: [
          "Cegah demam berdarah: kuras bak mandi, tutup tempayan, dan kubur kaleng bekas setiap pekan.",
          "Cuci tangan pakai sabun selama 20 detik sebelum makan dan setelah dari jamban.",
          "Remaja putri dianjurkan minum tablet tambah darah seminggu sekali agar terhindar dari anemia.",
        ],
        achievements: ["penurunan angka stunting dua tahun beruntun", "penghargaan eliminasi malaria"])
    ),
    (
      "DISDIKBUD",
      Topics(
        services: ["legalisasi ijazah", "mutasi siswa antarsekolah", "pendaftaran paket C"],
        events: [
          "pelatihan guru penggerak", "pentas seni pelajar", "pemantauan asesmen nasional",
          "festival bahasa Bugis",
        ],
        advice: ["Dampingi anak membaca 15 menit setiap malam; kebiasaan kecil menumbuhkan minat belajar."],
        achievements: ["medali perak olimpiade sains", "juara lomba bertutur tingkat provinsi"])
    ),
    (
      "SATPOLPP",
      Topics(
        services: ["evakuasi sarang tawon", "pengaduan ketertiban umum", "pemeriksaan alat pemadam ringan"],
        events: ["patroli wilayah malam hari", "penertiban lapak di trotoar", "apel gabungan pengamanan"],
        advice: [
          "Jangan tinggalkan kompor menyala. Bila minyak terbakar, tutup dengan kain basah, bukan air.",
          "Satu stopkontak untuk satu alat besar. Kabel yang panas adalah tanda bahaya.",
        ],
        achievements: ["juara dua keterampilan pemadam se-Sulawesi", "waktu tanggap rata-rata 11 menit"])
    ),
    (
      "BPBD",
      Topics(
        services: ["permohonan tenda darurat", "pelaporan kejadian bencana", "pinjam perahu evakuasi"],
        events: ["gladi evakuasi banjir", "kaji cepat rumah rusak", "penyaluran air bersih"],
        advice: [
          "Angin kencang datang tiba-tiba: jauhi pohon besar, baliho, dan tiang listrik.",
          "Siapkan tas siaga berisi dokumen, obat, senter, dan air minum untuk tiga hari.",
          "Bila air naik, matikan listrik dari panel sebelum meninggalkan rumah.",
        ],
        achievements: ["predikat desa tangguh bencana", "kenaikan indeks ketahanan daerah"])
    ),
    (
      "DISHUB",
      Topics(
        services: ["uji berkala kendaraan", "izin trayek angkutan desa", "pengaduan lampu jalan padam"],
        events: [
          "rekayasa lalu lintas pasar", "pemasangan rambu di depan sekolah", "ramp check bus antarkota",
        ],
        advice: ["Pakai helm berstandar, juga untuk jarak dekat. Keluarga menunggu di rumah."],
        achievements: [
          "penghargaan tertib lalu lintas dan angkutan", "nol kecelakaan di zona selamat sekolah",
        ])
    ),
    (
      "DISKOMINFOTIK",
      Topics(
        services: ["permohonan informasi publik", "pembuatan subdomain desa", "tanda tangan elektronik"],
        events: ["bimbingan teknis admin media sosial", "rapat satu data", "forum keterbukaan informasi"],
        advice: [
          "Kata sandi yang kuat itu panjang dan berbeda di setiap akun; aktifkan verifikasi dua langkah."
        ],
        achievements: ["predikat badan publik informatif", "nilai indeks SPBE kategori baik"])
    ),
  ]
}
