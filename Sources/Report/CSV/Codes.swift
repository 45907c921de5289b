import Warehouse

let tierCodes = ["above": "di_atas", "around": "sekitar", "below": "di_bawah"]
let changeCodes = [
  "up": "naik", "down": "turun", "same": "relatif_sama", "not_comparable": "tidak_dapat_dibandingkan",
]

func code(_ codes: [String: String], _ record: Record, _ column: String) -> SQLValue {
  .optional(codes[record.text(column)])
}

func submissionCode(_ status: String) -> String {
  switch status {
  case "complete": "lengkap"
  case "partial": "sebagian"
  case "undated": "rentang_tidak_diketahui"
  case "unregistered": "akun_belum_terdaftar"
  default: "belum"
  }
}

func changeCode(_ change: Change) -> String {
  switch change {
  case .up: "naik"
  case .down: "turun"
  case .same: "relatif_sama"
  case .unknown: "tidak_dapat_dibandingkan"
  }
}

func reasonCode(_ line: Record) -> SQLValue {
  switch line.text("unranked_reason") {
  case "outside": "di_luar_peringkat"
  case "missing": "data_belum_disampaikan"
  case "no_posts": "tanpa_unggahan"
  case "few_posts": "unggahan_terlalu_sedikit"
  case "no_rate": "tanpa_interaksi_di_platformnya"
  case "few_offices": "kurang_dari_tiga_kantor"
  case "no_interactions": "tanpa_interaksi"
  default: .null
  }
}

/// Why a post takes no part in rates.
let exclusionCodes = [
  "format": "bagikan_ulang_cerita_atau_balasan", "paid": "iklan", "basis": "kolom_interaksi_tidak_lengkap",
  "exposure": "tanpa_paparan", "interactions": "tanpa_interaksi",
]

/// How a category was decided.
let methodCodes = [
  "rule": "aturan", "label": "label_platform", "hashtag": "tagar_kategori", "manual": "perbaikan_manual",
]
