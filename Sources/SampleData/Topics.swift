/// What an office's posts speak of; the words that fill the slots of captions.
struct Topics {
  /// Services, as noun phrases.
  let services: [String]
  /// Meetings, visits and works, as noun phrases.
  let events: [String]
  /// Advice in whole sentences.
  let advice: [String]
  /// What one can be praised for, as noun phrases.
  let achievements: [String]

  /// The topics of an office; all districts share theirs.
  static func of(_ office: Office) -> Topics {
    (services + departments + agencies).first { $0.code == office.code }?.topics ?? district
  }

  /// An office's topics under its code.
  typealias Entry = (code: String, topics: Topics)

  private static let district = Topics(
    services: ["surat pengantar nikah", "surat keterangan usaha", "rekomendasi izin keramaian"],
    events: ["musyawarah antardesa", "kerja bakti di bantaran sungai", "pembinaan kader posyandu"],
    advice: [
      "Titip rumah kepada tetangga saat bepergian dan pastikan kompor serta listrik sudah padam.",
      "Bersihkan selokan di depan rumah sebelum musim hujan agar air tidak menggenang.",
    ],
    achievements: ["pelunasan PBB-P2 tercepat se-kabupaten", "juara umum lomba desa dan kelurahan"])
}
