import Warehouse

/// Every table and view with its columns, from the comments in the schema itself.
func dataDictionary() throws -> String {
  let warehouse = try Warehouse.inMemory()
  let dictionary = DataDictionary()
  var text = """
    # Kamus data

    Dibuat dari skema (`script/docs`); jangan disunting. Isi yang sama ada di tabel `dictionary` basis data. Basis data:
    `medsos.sqlite`, SQLite, tabel STRICT. Mulailah dari `v_post_latest` dan tabel `mart_…`. NULL berarti tidak diketahui,
    bukan nol.


    """
  var section = ""
  for object in dictionary.objects {
    if object.section != section { text += "## \(object.section)\n\n" }
    section = object.section
    text += "### \(object.name)\n\n"
    if !object.comment.isEmpty { text += object.comment + "\n\n" }
    text += "| column | type | description |\n| --- | --- | --- |\n"
    for column in try DataDictionary.columns(of: object.name, warehouse) {
      let comment = dictionary.comment(of: column.name, in: object).replacing("|", with: "\\|")
      text += "| `\(column.name)` | \(column.type) | \(comment) |\n"
    }
    text += "\n"
  }
  return text
}
