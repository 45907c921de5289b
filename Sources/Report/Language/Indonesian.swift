extension Wording {
  /// What reports say in Indonesian; terms as in the glossary of the guide.
  static let indonesian: [Phrase: String] = [
    .government: "PEMERINTAH KABUPATEN WAJO",
    .office: "DINAS KOMUNIKASI, INFORMATIKA DAN STATISTIK",
    .title: "Laporan Kinerja Media Sosial Perangkat Daerah, Bulan {month}",
    .dataAsOf:
      "Data per {day} ({age} hari sesudah akhir bulan), diunduh dari platform oleh admin masing-masing. Bulan dihitung menurut WITA.",
    .dataAsOfRange:
      "Data per {day} ({age} hari sesudah akhir bulan; berkas diekspor sejak {first}), diunduh dari platform oleh admin masing-masing. Bulan dihitung menurut WITA.",
    .noData: "Belum ada berkas untuk bulan ini.",
    .summary: "RINGKASAN UNTUK PIMPINAN",
    .completeness: "KELENGKAPAN DATA",
    .ranking: "PERINGKAT {platform}",
    .comparison: "PERBANDINGAN DENGAN {month}",
    .notes: "CATATAN DAN KETERBATASAN",
    .followUp: "SARAN TINDAK LANJUT",
    .received:
      "Selama {month}, {received} dari {offices} perangkat daerah menyampaikan data: {complete} lengkap, {partial} sebagian.",
    .receivedNone: "Selama {month} belum ada perangkat daerah yang menyampaikan data.",
    .standsAbove: "Di atas rata-rata kabupaten (seluruh kisaran indeksnya di atas 100): {names}.",
    .standsBelow: "Perlu pendampingan (seluruh kisaran indeksnya di bawah 100): {names}.",
    .indexRose: "Indeks naik, di luar kebetulan: {names}.",
    .indexFell: "Indeks turun, di luar kebetulan: {names}.",
    .platformTableNote:
      "Angka platform yang berbeda tidak dijumlahkan. Perbandingan hanya atas kantor yang lengkap pada kedua bulan.",
    .columnSameOffices: "Tingkat bulan lalu → ini",
    .sameOffices: "{before} → {now} ({offices} kantor)",
    .appendixTitle: "Lampiran Laporan Kinerja Media Sosial Perangkat Daerah, Bulan {month}",
    .corrections: "KATEGORI YANG DIPERBAIKI MANUAL",
    .correction: "{office}, {platform}: menjadi {category}, alasan: {reason}; {link}",
    .glossary: "DAFTAR ISTILAH",
    .glossaryRate:
      "Tingkat interaksi (engagement rate): interaksi dibagi jangkauan, impresi, atau tayangan unggahan yang sama.",
    .glossaryReach:
      "Jangkauan: perkiraan platform tentang banyaknya akun yang melihat satu unggahan. Jangkauan kotor: jumlahnya atas unggahan.",
    .glossaryIndex:
      "Indeks interaksi: interaksi kantor dibanding yang lazim di kabupaten untuk paparan sebanyak itu; 100 berarti setara.",
    .glossaryRange:
      "Kisaran: rentang wajar sebuah angka; dua kantor yang kisarannya bertumpang tindih belum dapat dibedakan.",
    .glossaryTier: "Di atas, sekitar, di bawah: letak seluruh kisaran indeks terhadap 100.",
    .glossaryEffectiveness:
      "Efektivitas kategori: interaksi unggahan sebuah kategori dibanding unggahan lain dari akun yang sama; 100 berarti sama.",
    .glossaryUnknown: "Tanda –: tidak diketahui atau tidak dapat dihitung; bukan nol.",
    .examples: "UNGGAHAN YANG PATUT DICONTOH",
    .example:
      "{category}: {office}, {platform}, “{title}”: {interactions} interaksi dari {measure} {exposure}; lazimnya {expected}.",
    .untitled: "tanpa takarir",
    .doBetter: "Lebih banyak ditanggapi daripada unggahan lain dari akun yang sama: {names}.",
    .doWorse: "Lebih sedikit ditanggapi daripada unggahan lain dari akun yang sama: {names}.",
    .categoriesSame: "Belum terlihat perbedaan: {names}.",
    .signalPerLike: "{value} komentar per reaksi; lazimnya di akun itu {usual}",
    .signalPerExposure: "{value} komentar per paparan; lazimnya di akun itu {usual}",
    .shortRate:
      "Tingkat interaksi = interaksi : jangkauan (Facebook, Instagram), impresi (X), tayangan (YouTube, TikTok), atas unggahan yang keduanya diketahui.",
    .shortIndex:
      "Indeks = 100 x interaksi : interaksi yang lazim di kabupaten untuk paparan itu; unggahan viral dibatasi, kantor dengan sedikit unggahan ditarik ke rata-rata kelompoknya.",
    .shortRange:
      "Kisaran indeks memuat nilai sebenarnya 90–92 dari 100 kali; karena itu peringkat berupa rentang.",
    .shortCategory:
      "Efektivitas = 100 x tingkat interaksi kategori : unggahan lain akun yang sama; kaitan, bukan sebab.",
    .shortReachScore:
      "Papar. (0–100) = rata-rata persentil jangkauan, impresi, atau tayangan kantor di platform yang dipakainya.",
    .shortExcluded: "Tidak masuk tingkat interaksi: {parts}.",
    .excludedOther: "{count} unggahan kolaborasi yang hanya ada di berkas akun lain",
    .noteAppendix:
      "Tiap platform, rincian, dan catatan lengkap: lampiran.txt. Setiap angka dapat ditelusuri ke berkas dan baris: medsos explain.",
    .complete: "Lengkap",
    .partial: "Sebagian",
    .topList: "daftar teratas",
    .undated: "Rentang tanggal berkas tidak diketahui",
    .missing: "Belum menyampaikan",
    .unregistered: "Akun belum terdaftar",
    .outside: "Di luar peringkat",
    .refusedFiles: "Berkas ditolak",
    .waitingRecords: "Menunggu (sebab: ditolak.csv)",
    .rejectedRecords: "Baris ditolak",
    .completenessIntro: "Lengkap: berkas mencakup seluruh bulan (WITA) untuk setiap akun yang terdaftar.",
    .none: "tidak ada",
    .filesOf: "{name} ({count} berkas)",
    .recordsOf: "{name} ({count} baris)",
    .platformsMissing: "{name} ({platforms})",
    .statusComplete: "lengkap ({count} berkas)",
    .statusPartial: "sebagian: {days}",
    .statusGaps: "berlubang: {days}",
    .statusMissing: "BELUM",
    .statusUndated: "rentang tak diketahui",
    .statusTopList: "daftar teratas",
    .statusBriefComplete: "lengkap ({count})",
    .statusBriefPartial: "sebagian",
    .statusBriefGaps: "berlubang",
    .statusBriefUndated: "tak diketahui",
    .statusLegend:
      "Lengkap: rentang tanggal berkas mencakup seluruh bulan dalam WITA. Hari Meta dimulai pukul 15.00 atau 16.00 WITA, hari X pukul 08.00 WITA, jadi rentang ekspor harus mulai satu hari sebelum bulan. Daftar teratas: berkasnya tidak memuat semua unggahan. Titik: kantor itu tidak punya akun terdaftar di sana.",
    .index: "PERINGKAT PERANGKAT DAERAH",
    .indexIntro:
      "100 berarti setara kabupaten: interaksi dibanding yang lazim untuk paparan sebanyak itu di platform yang sama. Yang diperingkat: kantor dengan paling sedikit {minimum} unggahan yang dapat dihitung. Peringkat ditulis sebagai rentang dalam kelompoknya; bila rentangnya bertumpang tindih, urutannya belum pasti. Mentah: sebelum penyesuaian bagi kantor dengan sedikit unggahan.",
    .indexRankable: "Urutan bulan ini cukup dapat dibedakan (keterperingkatan {rho}).",
    .indexMostlyChance:
      "Urutan bulan ini sebagian besar kebetulan (keterperingkatan {rho}, di bawah 0,5): baca golongannya, bukan urutannya.",
    .indexNone: "Indeks belum dapat dihitung: {reason}",
    .indexFewOffices: "kurang dari 3 perangkat daerah memiliki unggahan yang dapat dihitung.",
    .indexNoInteractions: "belum ada interaksi pada unggahan mana pun.",
    .indexGroup: "Kelompok: {group}",
    .indexNoGroup: "tanpa kelompok",
    .columnPostsShort: "Ungg.",
    .columnRawIndex: "Mentah",
    .columnIndex: "Indeks",
    .columnIndexRange: "Kisaran",
    .columnTier: "Rata-rata",
    .columnThreeMonths: "3 bulan",
    .columnReachScore: "Papar.",
    .tierAbove: "di atas",
    .tierAround: "sekitar",
    .tierBelow: "di bawah",
    .indexUp: "naik dari {before}",
    .indexDown: "turun dari {before}",
    .changeBroken: "tak sebanding",
    .unrankedUnregistered: "belum ada akun yang terdaftar.",
    .unrankedNoRate: "belum ada interaksi di platform yang dipakainya.",
    .noteIndex:
      "Indeks interaksi = 100 x jumlah interaksi dibagi jumlah interaksi yang lazim (tingkat kabupaten per platform x paparan unggahan), unggahan viral dibatasi 10 kali yang lazim, setiap unggahan dibobot menurut ketepatannya, dan kantor dengan sedikit unggahan ditarik ke arah rata-rata kelompoknya; rumus dan parameternya: docs/metrik.md, mart_opd_month, dan medsos explain.",
    .noteIndexRange:
      "Kisaran indeks memuat nilai sebenarnya 90–92 dari 100 kali (docs/decisions/0001-simulasi.md); rentang peringkat diambil dari 2.000 pengundian; di atas atau di bawah rata-rata hanya bila seluruh kisaran di atas atau di bawah 100.",
    .noteReachScore:
      "Paparan (0-100) = rata-rata persentil jangkauan kotor, impresi, atau tayangan kantor pada setiap platform yang dipakainya; angka platform yang berbeda tidak dijumlahkan.",
    .noteThreeMonths:
      "Indeks 3 bulan memakai unggahan bulan ini dan dua bulan sebelumnya, tiap bulan dengan tingkat kabupatennya sendiri.",
    .rankingIntro:
      "Urutan menurut tingkat interaksi (interaksi dibagi {measure}) di {platform}, untuk kantor dengan paling sedikit {minimum} unggahan. Kisaran ialah rentang wajar tingkat itu: kantor yang kisarannya bertumpang tindih belum dapat dibedakan.",
    .rankingNone: "Belum ada perangkat daerah yang dapat diperingkat.",
    .partialMark: "* Data belum lengkap; angkanya hanya dari bagian yang diterima.",
    .columnRank: "Per.",
    .columnOffice: "Perangkat daerah",
    .columnPosts: "Unggahan",
    .columnReach: "Jangk. kotor",
    .columnImpressions: "Impresi",
    .columnViews: "Tayangan",
    .columnInteractions: "Interaksi",
    .columnRate: "Tingkat%",
    .columnRange: "Kisaran %",
    .columnChange: "Dari bulan lalu",
    .unranked: "Belum dapat diperingkat (urut abjad)",
    .unrankedMissing: "data belum disampaikan.",
    .unrankedNoPosts: "belum ada unggahan pada bulan ini.",
    .unrankedNoneReceived: "data belum lengkap; belum ada unggahan pada bagian yang diterima.",
    .unrankedIncomplete: "Data belum lengkap.",
    .unrankedFewPosts: "hanya {count} unggahan (paling sedikit {minimum}).",
    .unrankedFewOfPosts:
      "hanya {count} dari {posts} unggahan yang dapat dihitung (paling sedikit {minimum}).",
    .outsideHeading: "Di luar peringkat",
    .outsideLine: "{posts} unggahan, {measure} {exposure}, tingkat interaksi {rate} persen.",
    .changeUp: "naik {points} poin",
    .changeDown: "turun {points} poin",
    .changeSame: "relatif sama",
    .changeUnknown: "–",
    .categories: "EFEKTIVITAS MENURUT KATEGORI KONTEN",
    .categoriesIntro:
      "Efektivitas membandingkan interaksi unggahan sebuah kategori dengan unggahan lain dari akun yang sama; 100 berarti sama. Kasar membandingkan semua akun sekaligus. Ini kaitan, bukan sebab.",
    .columnCategory: "Kategori",
    .columnShare: "Porsi %",
    .columnComments: "Koment./ungg",
    .columnShares: "Bagikan/ungg",
    .columnEffect: "Efektiv.",
    .columnCrude: "Kasar",
    .columnAccounts: "Akun",
    .categoryBetter:
      "{category} lebih banyak ditanggapi daripada unggahan lain dari akun yang sama (efektivitas {index}, kisaran {low}–{high}).",
    .categoryWorse:
      "{category} lebih sedikit ditanggapi daripada unggahan lain dari akun yang sama (efektivitas {index}, kisaran {low}–{high}).",
    .categorySame: "{category}: belum terlihat perbedaan (efektivitas {index}, kisaran {low}–{high}).",
    .categoryUnknown: "{category}: tidak cukup data untuk membandingkan.",
    .categorySimpson:
      "Perbandingan kasar berbeda karena akun yang ramai lebih sering atau lebih jarang memuatnya; yang dibaca angka yang disesuaikan.",
    .categoryBelowTarget: "Porsi {category} {share} persen, di bawah sasaran {target} persen.",
    .categoryOnTarget: "Porsi {category} {share} persen, memenuhi sasaran {target} persen.",
    .categoriesMade:
      "Kategori ditentukan otomatis dari takarir; {manual} diperbaiki manual, {review} perlu ditinjau.",
    .categoriesWithout: "{count} unggahan belum diberi kategori.",
    .signals: "UNGGAHAN YANG PERLU DILIHAT",
    .signalsIntro:
      "Komentarnya jauh di luar kebiasaan akun itu sendiri dalam tiga bulan terakhir: mungkin aduan yang ramai, mungkin kabar baik. Hanya untuk dilihat, tidak dinilai.",
    .signal: "{office}, {platform}: {comments} komentar, {usual}. {link}",
    .noteCategory:
      "Efektivitas kategori = 100 x rasio tingkat interaksi di dalam kategori terhadap unggahan lain pada akun yang sama (regresi Poisson dengan tetapan per akun; kisaran dari jackknife antarakun); perbedaan disebut hanya bila p yang disesuaikan (Benjamini–Hochberg) di bawah 0,05.",
    .comparisonIntro:
      "Hanya {offices} perangkat daerah yang datanya lengkap pada kedua bulan yang dibandingkan di {platform}.",
    .comparisonNone:
      "Tidak dapat dibandingkan di {platform}: belum ada perangkat daerah yang lengkap pada kedua bulan.",
    .comparedPosts: "Jumlah unggahan {change}.",
    .comparedReach: "{measure} {change}.",
    .comparedRate: "Tingkat interaksi gabungan {change}.",
    .up: "naik {percent} persen (dari {before} menjadi {now})",
    .down: "turun {percent} persen (dari {before} menjadi {now})",
    .same: "relatif sama (dari {before} menjadi {now}; selisih di bawah 5 persen)",
    .zeroBase: "{now}; bulan lalu {before}, sehingga persentase perubahan tidak dihitung",
    .rateUp: "{now} persen, {points} poin persentase di atas bulan lalu ({before} persen)",
    .rateDown: "{now} persen, {points} poin persentase di bawah bulan lalu ({before} persen)",
    .rateEqual: "{now} persen, sama dengan bulan lalu",
    .improved: "Tingkat interaksi naik, di luar kisaran wajarnya: {names}.",
    .declined: "Tingkat interaksi turun, di luar kisaran wajarnya: {names}.",
    .unchangedOffices: "Relatif sama (kisarannya bertumpang tindih): {count} perangkat daerah.",
    .notComparable:
      "Tidak dapat dibandingkan (data salah satu bulan belum lengkap atau terlalu sedikit): {count}.",
    .noteRate:
      "Tingkat interaksi = jumlah suka atau reaksi, komentar atau balasan, dan bagikan (di Instagram juga simpan; di X juga posting ulang dan markah) dibagi jumlah jangkauan di Facebook dan Instagram, impresi di X, tayangan di YouTube dan TikTok, atas unggahan yang keduanya diketahui.",
    .noteRange:
      "Kisaran dihitung dengan unggahan sebagai satuan (galat baku rasio jumlah, skala logaritma, sebaran t); bila unggahan sangat beragam, ia mencakup nilai sebenarnya 86–91 dari 100 kali.",
    .noteRank:
      "Peringkat per platform diurutkan menurut tingkat interaksi tanpa penyesuaian; peringkat perangkat daerah memakai indeks.",
    .noteReach:
      "Jangkauan dijumlahkan per unggahan; satu orang dapat terhitung lebih dari sekali, jadi bukan jumlah orang.",
    .noteMonth:
      "Waktu terbit pada berkas Meta (Facebook dan Instagram) memakai waktu Pasifik AS; medsos mengubahnya ke WITA sebelum menentukan bulan.",
    .noteClocks:
      "Waktu unggahan X dan TikTok dibaca dari ID-nya (TikTok: saat diunggah, bukan saat dijadwalkan terbit); YouTube hanya memberi hari, dan hari itu dipakai apa adanya.",
    .noteMissing: "Angka yang tidak dilaporkan platform dibiarkan kosong (–), tidak dianggap nol.",
    .noteExcluded:
      "Di {platform}, {count} dari {posts} unggahan dilaporkan tetapi tidak masuk tingkat interaksi: {reasons}.",
    .noteOther: "{count} unggahan hanya diketahui dari berkas akun lain; tidak dihitung.",
    .noteOwner:
      "{count} unggahan milik akun yang pada hari terbitnya tidak dimiliki kantor mana pun; tidak dihitung.",
    .noteDate: "{count} unggahan tanpa tanggal terbit; tidak masuk bulan mana pun.",
    .noteBreak: "Perubahan cara hitung {platform} sejak {day}: {change}",
    .noteSource:
      "Setiap angka dapat ditelusuri ke berkas dan baris melalui v_post_latest; data tidak terpakai: ditolak.csv.",
    .excludedShares: "{count} bagikan ulang, cerita, atau balasan",
    .excludedPaid: "{count} unggahan berbayar (iklan)",
    .excludedBasis: "{count} dari berkas tanpa kolom interaksi yang lengkap",
    .excludedExposure: "{count} tanpa angka {measure}",
    .excludedInteractions: "{count} tanpa angka interaksi",
    .askMissing: "Meminta berkas {month} dari: {names}.",
    .askRefused:
      "Mengekspor ulang berkas yang ditolak, tanpa membukanya di Excel (sebab: ditolak.csv): {names}.",
    .askRegister:
      "Mendaftarkan akun di akun.csv, memindahkan berkas ke folder yang disebut di ditolak.csv, atau melengkapi rentang tanggalnya, lalu menjalankan lagi: {names}.",
    .askRejected: "Memeriksa baris yang ditolak (ditolak.csv) dan mengirim ekspor asli: {names}.",
    .askPartial:
      "Melengkapi ekspor sehingga mencakup {first} sampai {last} (mulai satu hari sebelum bulan): {names}.",
    .askUndated: "Mengirim berkas dengan nama asli dari platform, agar rentang tanggalnya terbaca: {names}.",
    .followUpNone: "Tidak ada; semua berkas lengkap dan terbaca.",
    .responsible: "({who}; tenggat ..........)",
    .signature: "Kepala Dinas: ..............................     Penyusun: ..............................",
    .measureReach: "jangkauan",
    .measureGrossReach: "jangkauan kotor",
    .measureImpressions: "impresi",
    .measureViews: "tayangan",
    .recapTitle: "Rekapitulasi Kinerja Media Sosial Perangkat Daerah, {period}",
    .recapWhole: "Dari {first} sampai {last}, {months} bulan. Bulan dihitung menurut WITA.",
    .recapSoFar:
      "Dari {first} sampai {last}: {months} dari {all} bulan; sisanya belum berakhir. Bulan dihitung menurut WITA.",
    .recapReceived:
      "Dari {offices} perangkat daerah, {whole} menyampaikan data lengkap untuk setiap bulan {period}, {part} sebagian.",
    .recapIndex:
      "Indeks memakai unggahan semua bulan, masing-masing dibandingkan dengan tingkat kabupaten pada bulan dan platformnya sendiri; 100 berarti setara kabupaten. Yang diperingkat: kantor dengan paling sedikit {minimum} unggahan yang dapat dihitung. Peringkat ditulis sebagai rentang dalam kelompoknya.",
    .recapMonths: "INDEKS SETIAP BULAN",
    .recapPlatforms: "PLATFORM SETIAP BULAN",
    .recapNote:
      "Rekapitulasi dihitung dari unggahan setiap bulan, bukan dari rata-rata peringkat bulanan; bulan yang datanya belum disampaikan tidak dihitung nol.",
    .recapBreak:
      "{office}, {platform}: cara hitung berubah {day}, sehingga tingkat interaksi satu periode tidak dihitung.",
    .columnMonthsSent: "Bulan lengkap",
    .columnPlatform: "Platform",
    .columnMonth: "Bulan",
    .columnMeasure: "Ukuran",
    .columnExposure: "Jumlah",
    .officeTitle: "Rapor Media Sosial {office}, {month}",
    .officePlace: "BULAN INI",
    .officeUnranked: "Belum dapat diperingkat: {reason}",
    .officeIndex:
      "Indeks interaksi {index} (kisaran {low}–{high}; 100 berarti setara kabupaten): {tier} rata-rata. Peringkat {places} di kelompok {group}. Dari bulan lalu: {change}.",
    .officeTrend: "INDEKS BEBERAPA BULAN TERAKHIR",
    .officeBest: "TIGA UNGGAHAN TERBAIK",
    .officeCategoryNote:
      "Efektivitas: dibanding unggahan lain dari akun sendiri, 100 berarti sama; –: tidak cukup data. Bila kisarannya memuat 100, belum terlihat perbedaan.",
    .officeHours: "JAM TERBIT (WITA), TIGA BULAN TERAKHIR",
    .officeHoursSame: "Belum terlihat jam yang lebih baik daripada jam lain.",
    .officeHoursBetter: "Lebih banyak ditanggapi daripada jam lain: {hours}. Ini kaitan, bukan sebab.",
    .officeHabits: "KEBIASAAN",
    .officeRhythm:
      "{perWeek} unggahan seminggu; paling lama {silence} hari berturut-turut tanpa unggahan; {hours} persen pada jam kerja.",
    .officeTogether:
      "{collab} unggahan kolaborasi, {cross} di lebih dari satu platform, {mentions} menyebut akun kantor lain, {events} bertagar acara; {comments} komentar per unggahan.",
    .officeNotScored: "Hanya untuk diketahui; tidak dinilai.",
    .officeRepairs: "YANG KURANG ATAU DITOLAK, DAN CARA MEMPERBAIKINYA",
    .columnHours: "Pukul",
    .repairRegister:
      "Belum ada akun yang terdaftar: sampaikan alamat akun kepada Diskominfotik untuk dicatat di akun.csv.",
    .repairMissing:
      "{platform}, {account}: data belum disampaikan. Unduh {first} sampai {last}, lalu taruh berkasnya tanpa dibuka di {folder}",
    .repairUndated:
      "{platform}, {account}: rentang tanggal berkas tidak diketahui. Kirim berkas dengan nama asli dari platform ke {folder}",
    .repairTopList:
      "{platform}, {account}: berkasnya daftar teratas, bukan semua unggahan; hanya itu yang diberikan platform. Tidak ada yang perlu dilakukan.",
    .repairPartial:
      "{platform}, {account}: baru mencakup sebagian bulan. Unduh lagi {first} sampai {last}, lalu taruh di {folder}",
    .rowsFrom: "{count} baris sejak itu",
    .chartTrend: "Titik: indeks; garis: kisarannya; garis putus-putus: 100, setara kabupaten.",
    .chartHours:
      "Titik: indeks unggahan pada jam itu; garis: kisarannya; garis putus-putus: indeks kantor sendiri.",
    .skipToContent: "Lewati ke isi",
    .annexHeading: "Lampiran",
    .chartIndex:
      "Titik: indeks; garis: kisarannya; garis putus-putus: 100, setara kabupaten. ▲ di atas, ● sekitar, ▼ di bawah rata-rata. * data belum lengkap. Tabelnya di lampiran.",
    .chartCategory:
      "Efektivitas dengan kisarannya; 100: sama dengan unggahan lain dari akun yang sama. ▲ lebih banyak, ▼ lebih sedikit ditanggapi, ● belum terlihat perbedaan.",
    .chartExposure: "{measure} di {platform}, jumlah atas unggahan",
    .historyHeading: "INDEKS BEBERAPA BULAN TERAKHIR",
    .chartHistory:
      "{first} sampai {last}; skala semua kantor sama, garis putus-putus 100, batang kisaran, angka di kanan indeks bulan ini.",
    .heatComplete: "lengkap",
    .heatPartial: "sebagian",
    .heatUndated: "rentang tanggal tidak diketahui",
    .heatMissing: "belum menyampaikan",
    .heatNoAccount: "tidak ada akun terdaftar",
    .explainFormula: "rumus: {formula}",
    .explainParts: "{count} unggahan, masing-masing dengan berkas dan barisnya:",
    .formulaIndex:
      "100 x exp(skor); skor = index_prior_mean + index_shrinkage x (ln((Σ w·I + 0,5)/(Σ w·E + 0,5)) - index_prior_mean); E = index_rate x q, w = 1/(1 + kappa2 x E), I dibatasi 10 x tingkat kabupaten x q",
    .formulaRate: "Σ interaksi / Σ paparan atas unggahan yang dapat dihitung",
    .formulaCount: "banyaknya unggahan",
    .formulaSum: "jumlah atas unggahan",
    .and: "dan",
    .more: "dan {count} lainnya",
    .percent: "persen",
    .points: "poin persentase",
  ]
}
