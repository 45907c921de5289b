/// Captions with slots in braces, by kind; the sentences are this project's own.
enum Templates {
  static func of(_ kind: CaptionKind) -> [String] {
    switch kind {
    case .service: service
    case .event: event
    case .achievement: achievement
    case .education: education
    case .greeting: greeting
    }
  }

  private static let service = [
    "Layanan {layanan} dibuka {hari} pukul {jam} WITA di {tempat}. Bawa {syarat}, kuota {angka} orang.",
    "Mau mengurus {layanan}? Cukup siapkan {syarat}, lalu datang ke {tempat} pada jam kerja. Gratis!",
    "Kabar baik untuk warga {kecamatan}: {layanan} kini bisa diurus lebih dekat, tiap {hari} di {tempat}.",
    "Jadwal pekan ini\n\n{hari}: {layanan}\nTempat: {tempat}\nPukul: {jam}\nSyarat: {syarat}",
    "Mulai tanggal {tanggal}, loket {layanan} pindah sementara ke {tempat}. Jam buka tetap {jam}.",
    "Antrean {layanan} dapat diambil sejak pukul 07.30. Dalam sehari kami melayani {angka} pemohon.",
    "Tabe', {layanan} tutup sementara {hari} karena perawatan jaringan. Buka kembali keesokan harinya.",
    "Syarat {layanan}: {syarat}. Berkas lengkap selesai di hari yang sama.",
    "Belum sempat ke kantor? Petugas {layanan} hadir di {tempat}, {hari} pukul {jam}. Siapkan {syarat}.",
    "Ada keluhan tentang {layanan}? Sampaikan lewat kotak saran di {tempat}, dijawab dalam {hitungan} hari.",
    "Penyandang disabilitas dan lansia tidak perlu antre untuk {layanan}. Sampaikan pada petugas di pintu.",
    "Pendaftaran {layanan} gelombang {hitungan} ditutup tanggal {tanggal}. Jangan sampai terlewat, ya.",
  ]

  private static let event = [
    "{Pejabat} membuka {giat} di {tempat}, {kini}. Sebanyak {angka} peserta mengikuti acara hingga selesai.",
    "{Pejabat} menghadiri {giat} yang digelar di {tempat}.",
    "Suasana {giat} di {tempat}, {kini}. Terima kasih kepada semua yang terlibat.",
    "Tim {kantor} melaksanakan {giat} di {kecamatan} selama {hitungan} hari, dimulai {kini}.",
    "Bersama warga {kecamatan}, {kantor} menggelar {giat}. {angka} orang ikut turun tangan.",
    "{Pejabat} memantau langsung {giat} dan berdialog dengan warga {kecamatan}.",
    "Dokumentasi {giat}, {tempat}, {kini}.",
    "Menjelang akhir tahun anggaran, {kantor} menuntaskan {giat}. Lokasi berikutnya: {kecamatan}.",
    "{Giat} hari ini diikuti wakil dari {hitungan} kecamatan.\n\nAgenda dilanjutkan dengan diskusi.",
    "Sinergi lintas sektor dalam {giat}: TNI, Polri, kecamatan, dan {angka} relawan hadir di {tempat}.",
    "{Giat} kembali digelar. Kali ini giliran {kecamatan} yang menjadi tuan rumah.",
    "Saksikan {giat}, {hari} pukul {jam} di {tempat}. Ajak keluarga!",
  ]

  private static let achievement = [
    "Alhamdulillah, {kantor} mencatat {prestasi}. Terima kasih atas dukungan seluruh warga Wajo.",
    "Kabar membanggakan: {prestasi}! Terpilih di antara {angka} peserta.",
    "Kerja bersama berbuah hasil: {prestasi}. Semoga menjadi penyemangat.",
    "{Pejabat} menerima penghargaan atas {prestasi} di Makassar, {kini}.",
    "Dari {kecamatan} untuk Wajo: {prestasi}. Makessing!",
    "Tahun lalu kita masih di peringkat {angka}. Sekarang: {prestasi}!",
    "{Prestasi} menjadi kado bagi warga. Survei menunjukkan {persen} persen responden merasa puas.",
    "Tiga tahun berbenah, akhirnya {prestasi}. Bangga jadi orang Wajo.",
  ]

  private static let education = [
    "{saran}",
    "Tahukah kamu? {saran}",
    "Info sehat dan selamat dari {kantor}:\n\n{saran}",
    "{saran} Bagikan kepada keluarga di rumah.",
    "Mitos atau fakta? Simak penjelasannya.\n\n{saran}",
    "Sering dianggap sepele, padahal penting. {saran}",
    "Aja' ta lupa! {saran}",
    "Satu langkah kecil hari ini: {saran}",
    "Pertanyaan warga {kecamatan} pekan ini kami jawab di sini. {saran}",
  ]

  private static let greeting = [
    "Selamat memperingati {peringatan}.",
    "{kantor} Kabupaten Wajo mengucapkan selamat {peringatan}. Semoga semangatnya terus menyala.",
    "Segenap jajaran {kantor} mengucapkan selamat {peringatan}.\n\nMaradeka to Wajoe ade'na napopuang.",
    "Turut berdukacita atas wafatnya salah seorang keluarga besar {kantor}. Semoga amal ibadahnya diterima.",
    "Selamat pagi, silessureng di {kecamatan}. Semangat menjalani hari {kini}!",
    "Selamat {kini} berkah. Jaga kesehatan dan tetap saling mendoakan.",
    "{Peringatan} kita isi dengan karya nyata untuk Wajo.",
    "Sipakatau, sipakalebbi, sipakainge'. Salam hangat dari {kantor}.",
  ]

  /// What a release lets its head say.
  static let quotes = [
    "Kami ingin warga {kecamatan} merasakan manfaatnya secara langsung",
    "Pelayanan yang baik dimulai dari sikap yang ramah, cepat, dan jujur",
    "Ini hasil kerja semua pihak, bukan kerja satu kantor saja",
    "Kita mulai dari hal kecil, kita kerjakan bersama, dan kita jaga hasilnya",
    "Target kami tuntas sebelum akhir tahun, tanpa mengurangi mutu",
  ]

  /// How a release ends.
  static let closings = [
    "Turut hadir unsur Forkopimda, para camat, serta tokoh masyarakat.",
    "Kegiatan serupa akan berlanjut di kecamatan lain pada pekan berikutnya.",
    "Acara ditutup dengan doa bersama dan foto bersama.",
    "Informasi lebih lanjut tersedia di kantor pada jam kerja.",
  ]
}
