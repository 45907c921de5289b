import Testing
import Warehouse

@testable import Ingest

@Suite struct RegistryTests {
  static let opd = """
    kode,nama,singkatan,alias,kelompok,ikut_peringkat,berlaku_sejak,berlaku_sampai
    DINKES,Dinas Kesehatan,Dinkes,Dinkes Wajo|Dinas Kesehatan Wajo,Dinas,ya,,
    BAPPEDA,Bappelitbangda,,,Badan,ya,,2025-12-31
    BAPPEDA,Bapperida,,,Badan,ya,2026-01-01,
    PEMKAB,Pemerintah Kabupaten Wajo,,,,tidak,,
    """
  static let akun = """
    kode_opd,platform,id,nama_pengguna,nama,berlaku_sejak,berlaku_sampai
    DINKES,facebook,100064000000001,@DinkesWajo,Dinas Kesehatan Kab. Wajo,,
    PEMKAB,facebook,,https://www.facebook.com/pemkabwajo,,,
    """

  static func registry(
    opd: String = opd, akun: String = akun, laporan: String = "kunci,nilai"
  ) throws -> Registry {
    try Registry(
      opd: RegistryTable(
        Array(opd.utf8), file: "opd.csv", required: ["kode", "nama"],
        optional: ["singkatan", "alias", "kelompok", "ikut_peringkat", "berlaku_sejak", "berlaku_sampai"]),
      akun: RegistryTable(
        Array(akun.utf8), file: "akun.csv", required: ["kode_opd", "platform"],
        optional: ["id", "nama_pengguna", "nama", "berlaku_sejak", "berlaku_sampai"]),
      laporan: RegistryTable(
        Array(laporan.utf8), file: "laporan.csv", required: ["kunci", "nilai"], optional: []))
  }

  @Test(arguments: [
    ("judul,x", "laporan.csv:2: kunci \"judul\" tidak dikenal; pilihannya: penanda, minimal_unggahan"),
    (
      "minimal_unggahan,lima",
      "laporan.csv:2: minimal_unggahan: diharapkan bilangan bulat 1–1000, ditemukan \"lima\""
    ),
    ("penanda,a\npenanda,b", "laporan.csv:3: kunci muncul dua kali"),
  ])
  func `a bad setting stops with its line`(rows: String, message: String) {
    let error = #expect(throws: RegistryError.self) {
      try Self.registry(laporan: "kunci,nilai\n" + rows)
    }
    #expect(error?.description == message)
  }

  @Test func `settings of the report are kept`() throws {
    let registry = try Self.registry(laporan: "kunci,nilai\npenanda,CONTOH\nminimal_unggahan,3")
    #expect(registry.settings == ["penanda": "CONTOH", "minimal_unggahan": "3"])
  }

  @Test func `offices have versions, accounts have aliases`() throws {
    let registry = try Self.registry()
    #expect(registry.offices.map(\.code) == ["DINKES", "BAPPEDA", "BAPPEDA", "PEMKAB"])
    #expect(registry.offices[0].aliases == ["Dinkes Wajo", "Dinas Kesehatan Wajo"])
    #expect(registry.offices[1].validity == Validity(from: "0001-01-01", to: "2025-12-31"))
    #expect(registry.offices[3].isRanked == false)
    #expect(registry.accounts.map(\.handle) == ["dinkeswajo", "pemkabwajo"])
    #expect(registry.notes.isEmpty)
  }

  @Test(arguments: [
    ("DINKES,Kesehatan,,,,,,", "opd.csv:6: DINKES sudah berlaku pada waktu yang sama di baris 2"),
    ("DIN KES,Kesehatan,,,,,,", "opd.csv:6: kode \"DIN KES\" harus huruf, angka, atau tanda -"),
    ("X,,,,,,,", "opd.csv:6: nama kosong"),
    ("X,Y,,,,mungkin,,", "opd.csv:6: ikut_peringkat: diharapkan ya atau tidak, ditemukan \"mungkin\""),
    (
      "X,Y,,,,,31/12/2025,",
      "opd.csv:6: berlaku_sejak: diharapkan tanggal seperti 2025-10-01, ditemukan \"31/12/2025\""
    ),
    ("X,Y,,,,,2025-02-01,2025-01-01", "opd.csv:6: berlaku_sampai sebelum berlaku_sejak"),
  ])
  func `a bad office stops with its line`(row: String, message: String) {
    let error = #expect(throws: RegistryError.self) { try Self.registry(opd: Self.opd + "\n" + row) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("DINKESS,facebook,,x,,,", "akun.csv:4: kode_opd \"DINKESS\" tidak ada di opd.csv"),
    (
      "DINKES,friendster,,x,,,",
      "akun.csv:4: platform \"friendster\" tidak dikenal; pilihannya: facebook, instagram, x, youtube, tiktok"
    ),
    ("DINKES,x,,,,,", "akun.csv:4: isi sedikitnya satu dari id, nama_pengguna, nama"),
    ("DINKES,x,1.00064E+14,,,,", "akun.csv:4: id \"1.00064E+14\" rusak oleh Excel; tulis sebagai teks"),
    (
      "PEMKAB,facebook,,dinkeswajo,,,",
      "akun.csv:4: handle \"dinkeswajo\" sudah terdaftar pada waktu yang sama di baris 2"
    ),
  ])
  func `a bad account stops with its line`(row: String, message: String) {
    let error = #expect(throws: RegistryError.self) { try Self.registry(akun: Self.akun + "\n" + row) }
    #expect(error?.description == message)
  }

  @Test func `Excel's semicolons, mark and encoding are read, foreign columns noted`() throws {
    var bytes: [UInt8] = Array("kode;nama;warna\r\nA;Kaf".utf8)
    bytes += [0xE9] + Array(";biru\r\n".utf8)
    let table = try RegistryTable(bytes, file: "opd.csv", required: ["kode", "nama"], optional: [])
    #expect(table.rows.map { $0["nama"] } == ["Kafé"])
    #expect(table.unknownColumns == ["warna"])
  }

  @Test func `a missing column is named`() {
    let error = #expect(throws: RegistryError.self) { try Self.registry(opd: "kode;name\nA;B") }
    #expect(error?.description == "opd.csv:1: tidak ada kolom \"nama\"; `medsos init` menulis contohnya")
  }

  @Test func `a quote that is never closed stops before a row is lost`() {
    let error = #expect(throws: RegistryError.self) {
      try Self.registry(
        opd: Office.opd, akun: "kode_opd,platform,nama\nDINKES,facebook,\"Contoh\nDISHUB,facebook,Lain\n")
    }
    #expect(error?.text(in: .english) == "akun.csv:2: a quote is opened here and never closed")
  }

  @Test func `a name that stands for two offices is noted`() throws {
    let registry = try Self.registry(
      opd: Office.opd.replacing("Kesehatan,Dinas,ya", with: "Setwan,Dinas,ya"), akun: Office.akun)
    #expect(
      registry.notes == [
        "opd.csv: \"setwan\" menunjuk DINKES, SETWAN; folder bernama itu tidak dipakai (names several offices; such a folder is not used)"
      ])
  }
}

/// `pengikut.csv`: followers that a person read on the platform.
@Suite struct FollowerEntryTests {
  private func folder(_ pengikut: String) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("opd.csv", Office.opd)
    try workspace.write("akun.csv", Office.akun)
    try workspace.write("pengikut.csv", pengikut)
    return workspace
  }

  @Test func `its rows stand in the warehouse, and make their months due`() throws {
    let workspace = try folder(
      "bulan,kode_opd,platform,pengikut\n2025-10,DINKES,x,1200\n2025-10,dishub,Facebook,90\n")
    let warehouse = try Warehouse.inMemory()
    try Registry(folder: workspace.path).sync(to: warehouse)
    #expect(
      try warehouse.rows("SELECT * FROM follower_entry")
        == [["2025-10", "DINKES", "x", 1200], ["2025-10", "DISHUB", "facebook", 90]])
    #expect(try Registry(folder: workspace.path).sync(to: warehouse) == false)
  }

  @Test(arguments: [
    ("2025-13,DINKES,x,1", "pengikut.csv:2: bulan: expected a month such as 2025-10, found \"2025-13\""),
    ("2025-10,DINKESS,x,1", "pengikut.csv:2: kode_opd \"DINKESS\" is not in opd.csv"),
    (
      "2025-10,DINKES,myspace,1",
      "pengikut.csv:2: platform \"myspace\" is unknown; one of: facebook, instagram, x, youtube, tiktok"
    ),
    (
      "2025-10,DINKES,x,1.200",
      "pengikut.csv:2: pengikut: expected a whole number without marks, found \"1.200\""
    ),
    ("2025-10,DINKES,x,1\n2025-10,DINKES,x,2", "pengikut.csv:3: this month, office and platform occur twice"),
  ])
  func `a bad row stops with its line`(rows: String, message: String) throws {
    let workspace = try folder("bulan,kode_opd,platform,pengikut\n\(rows)\n")
    let error = #expect(throws: RegistryError.self) { try Registry(folder: workspace.path) }
    #expect(error?.text(in: .english) == message)
  }
}

/// `kategori.csv`, `perbaikan.csv` and `aduan.csv`.
@Suite struct SettingFileTests {
  private func folder(_ name: String, _ text: String) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("opd.csv", Office.opd)
    try workspace.write("akun.csv", Office.akun)
    try workspace.write(name, text)
    return workspace
  }

  private static let overrideHeader = "tautan,id,kategori,alasan,oleh,tanggal,takarir\n"
  private static let complaintHeader = "bulan,kode_opd,masuk,terjawab,median_jam\n"

  @Test func `decided corrections stand in the warehouse, undecided rows wait`() throws {
    let workspace = try folder(
      "perbaikan.csv",
      Self.overrideHeader
        + "https://www.Facebook.com/p/1/,,Layanan Publik,salah,IKP,2025-11-03,x\n,77,none,iklan,IKP,2025-11-04,y\nhttps://x.com/a,,,,,,z\n"
    )
    let warehouse = try Warehouse.inMemory()
    #expect(try Registry(folder: workspace.path).sync(to: warehouse))
    #expect(
      try warehouse.rows("SELECT line, post, category, reason, decided_by, decided_on FROM category_override")
        == [
          [2, "facebook.com/p/1", "layanan", "salah", "IKP", "2025-11-03"],
          [3, "77", "none", "iklan", "IKP", "2025-11-04"],
        ])
    #expect(try Registry(folder: workspace.path).sync(to: warehouse) == false)
    try workspace.write("perbaikan.csv", Self.overrideHeader)
    #expect(try Registry(folder: workspace.path).sync(to: warehouse))
    #expect(try warehouse.scalar("SELECT count(*) FROM category_override") == 0)
  }

  @Test func `complaints stand in the warehouse and in the month's mart`() throws {
    let workspace = try folder(
      "aduan.csv", Self.complaintHeader + "2025-10,DINKES,12,9,\"4,5\"\n2025-10,DISHUB,3,,\n")
    let warehouse = try Warehouse.inMemory()
    try Registry(folder: workspace.path).sync(to: warehouse)
    #expect(
      try warehouse.rows("SELECT * FROM complaint_entry ORDER BY opd_code") == [
        ["2025-10", "DINKES", 12, 9, .real(4.5)], ["2025-10", "DISHUB", 3, nil, nil],
      ])
  }

  @Test func `rules are rows of the file, else the standard ones`() throws {
    let workspace = try folder(
      "kategori.csv", "kategori;keluarga;bobot;pola;jenis\nLayanan;loket;1,5;loket;pola\n;x;;senin;kelas\n")
    let rows = try Registry.categoryRows(folder: workspace.path, standard: Registry.noRules)
    #expect(
      rows == [
        .init(line: 2, category: "layanan", family: "loket", weight: 1.5, pattern: "loket", kind: "pola"),
        .init(line: 3, category: "", family: "x", weight: nil, pattern: "senin", kind: "kelas"),
      ])
    let standard = "kategori,keluarga,bobot,pola,jenis\npositif,juara,2,juara,pola\n"
    #expect(try Registry.categoryRows(folder: nil, standard: standard).map(\.pattern) == ["juara"])
  }

  @Test(arguments: [
    ("perbaikan.csv", ",,layanan,a,b,2025-11-03,", "perbaikan.csv:2: give the post's tautan or id"),
    (
      "perbaikan.csv", "x,,lain,a,b,2025-11-03,",
      "perbaikan.csv:2: kategori \"lain\" is unknown; one of: layanan, kegiatan, positif, edukasi, none"
    ),
    ("perbaikan.csv", "x,,layanan,,b,2025-11-03,", "perbaikan.csv:2: give alasan (reason) and oleh (who)"),
    (
      "perbaikan.csv", "x,,layanan,a,b,3/11/2025,",
      "perbaikan.csv:2: tanggal: expected a day such as 2025-11-03, found \"3/11/2025\""
    ),
    (
      "perbaikan.csv", "x,,layanan,a,b,2025-11-03,\nhttp://x/,,positif,a,b,2025-11-03,",
      "perbaikan.csv:3: this post is named on line 2 already"
    ),
    ("aduan.csv", "2025-10,DINKES,,1,", "aduan.csv:2: masuk is empty"),
    ("aduan.csv", "2025-10,DINKES,1,2,", "aduan.csv:2: more answered than received"),
    ("aduan.csv", "2025-10,DINKES,2,1,-3", "aduan.csv:2: median_jam is below 0"),
    (
      "aduan.csv", "2025-10,DINKES,2,1,lama",
      "aduan.csv:2: median_jam: expected a number such as 2.5, found \"lama\""
    ),
    ("aduan.csv", "2025-10,DINKES,2,,\n2025-10,dinkes,2,,", "aduan.csv:3: this month and office occur twice"),
    (
      "kategori.csv", "layanan,x,berat,loket,pola",
      "kategori.csv:2: bobot: expected a number such as 2.5, found \"berat\""
    ),
  ])
  func `a bad row stops with its line`(file: String, rows: String, message: String) throws {
    let headers = [
      "perbaikan.csv": Self.overrideHeader, "aduan.csv": Self.complaintHeader,
      "kategori.csv": "kategori,keluarga,bobot,pola,jenis\n",
    ]
    let workspace = try folder(file, (headers[file] ?? "") + rows + "\n")
    let error = #expect(throws: RegistryError.self) {
      try Registry(folder: workspace.path).sync(to: Warehouse.inMemory())
    }
    #expect(error?.text(in: .english) == message)
  }
}
