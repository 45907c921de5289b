"""Prints what an Instagram content export (feed and reels, or stories) holds, one JSON object a line for each file: rows,
accounts, error rows, publication times and the sum of each metric. Nothing is skipped: a row it cannot account for stops it.

A row's id is its Post ID, else the id its Data comment names. `own` is the account with the most rows (null on a tie, and
then the split is null too); rows without an account are its own where the file names no other account.

    python3 instagram_content.py FILE...
"""
import collections, csv, datetime as d, json, pathlib, re, sys, zoneinfo

PACIFIC = zoneinfo.ZoneInfo("America/Los_Angeles")
WITA = d.timezone(d.timedelta(hours=8))

# English, Portuguese, Swedish, and Indonesian as guessed: nobody has seen an Indonesian file. Whole headers are compared:
# in Portuguese "Data" is the Date and "Comentário de dados" the Data comment, in Indonesian "Komentar data" is.
REQUIRED = {
    "post": ("Post ID", "Identificação do post", "Publicerings-id", "ID Postingan"),
    "account": ("Account ID", "Identificação da conta", "Konto-id", "ID Akun"),
    "username": ("Account username", "Nome de usuário da conta", "Kontots användarnamn", "Nama pengguna akun"),
    "name": ("Account name", "Nome da conta", "Kontonamn", "Nama akun"),
    "caption": ("Description", "Descrição", "Beskrivning", "Deskripsi", "Keterangan"),
    "time": ("Publish time", "Horário de publicação", "Publiceringstid",
             "Waktu publikasi", "Waktu penerbitan", "Waktu terbit"),
    "link": ("Permalink", "Link permanente", "Permalänk", "Tautan permanen"),
    "type": ("Post type", "Tipo de post", "Inläggstyp", "Jenis postingan", "Tipe postingan"),
    "date": ("Date", "Data", "Datum", "Tanggal"),
}
OPTIONAL = {
    # The Swedish header of the Data comment is not known.
    "comment": ("Data comment", "Comentário de dados", "Komentar data"),
    "duration": ("Duration (sec)", "Duração (s)", "Varaktighet (sek)", "Durasi (dtk)", "Durasi (detik)"),
}
METRICS = {
    "views": ("Views", "Visualizações", "Visningar", "Tayangan"),
    "reach": ("Reach", "Alcance", "Räckvidd", "Jangkauan"),
    "likes": ("Likes", "Curtidas", "Gilla-markeringar", "Suka"),
    "comments": ("Comments", "Comentários", "Kommentarer", "Komentar"),
    "shares": ("Shares", "Compartilhamentos", "Delningar", "Dibagikan", "Bagikan", "Berbagi"),
    "saves": ("Saves", "Salvamentos", "Sparade objekt", "Simpanan", "Disimpan"),
    "follows": ("Follows", "Seguimentos", "Följer", "Mengikuti", "Ikuti", "Pengikut"),
    "profile_visits": ("Profile visits", "Visitas ao perfil", "Kunjungan profil"),
    "link_clicks": ("Link clicks", "Cliques no link", "Länkklick", "Klik tautan"),
    "replies": ("Replies", "Respostas", "Balasan"),
    "navigation": ("Navigation", "Navegação"),
    "sticker_taps": ("Sticker taps", "Toques em figurinhas"),
    "impressions": ("Impressions", "Impresi"),
}
FORMATS = {
    "photo": ("IG image", "Imagem do Instagram"),
    "carousel": ("IG carousel", "Carrossel do Instagram"),
    "reel": ("IG reel", "Reel do Instagram"),
    "story": ("IG story", "Story do Instagram"),
    "video": ("IG video", "Vídeo do Instagram"),
    "other": (),
}
FORMAT_OF_LABEL = {label.casefold(): name for name, labels in FORMATS.items() for label in labels}

# The text of an error stays English in every language.
ERROR = "an error occurred while computing"
INTACT_ID = re.compile(r"[0-9]+")


def find_columns(header):
    names = [cell.strip().casefold() for cell in header]
    assert len(set(names)) == len(names), "a header stands twice"
    found = {}
    for field, candidates in {**REQUIRED, **OPTIONAL, **METRICS}.items():
        places = [names.index(c.casefold()) for c in candidates if c.casefold() in names]
        assert len(places) <= 1, f"two columns for {field}"
        if places:
            found[field] = places[0]
    assert REQUIRED.keys() <= found.keys(), f"missing: {REQUIRED.keys() - found.keys()}"
    return found


def file_kind(columns):
    if "comments" in columns and "saves" in columns:
        return "feed"
    stories = {"replies", "navigation", "profile_visits"} & columns.keys()
    assert stories and "comments" not in columns and "saves" not in columns, "neither a feed nor a stories export"
    return "stories"


def utc_instant(text):
    # Publish time is US Pacific in every account and language; fold 0 is the earlier of an hour that occurs twice.
    wall = d.datetime.strptime(text, "%m/%d/%Y %H:%M")
    return wall.replace(tzinfo=PACIFIC, fold=0).astimezone(d.timezone.utc)


def read_record(row, header, columns):
    assert row, "it is empty"
    assert len(row) <= len(header), "it is longer than the header"
    # A row can end before the columns that came up later in the file.
    cells = [cell.strip() for cell in row] + [""] * (len(header) - len(row))
    record = {field: cells[place] for field, place in columns.items()}
    record["cells"] = tuple(cells)
    for place, cell in enumerate(cells):
        if place not in (columns.get("comment"), columns["caption"]):
            assert ERROR not in cell.casefold(), "an error stands outside the Data comment"

    comment = record.get("comment", "")
    record["error"] = ERROR in comment.casefold()
    assert record["error"] or not comment, "a Data comment that is no error"
    named = set(re.findall(r"content with ID ([0-9]+)", comment))
    assert len(named) <= 1, "the Data comment names two ids"
    record["recovered"] = named.pop() if named else None
    record["id"] = record["post"] or record["recovered"]
    assert record["recovered"] in (None, record["id"]), "Post ID and Data comment name different ids"

    record["numbers"] = {field: record[field] for field in METRICS if record.get(field)}
    for field, text in record["numbers"].items():
        assert re.fullmatch(r"[0-9]+", text), f"{field} is no whole number"
    # An error row without numbers holds nothing to lose; any other needs an id that no spreadsheet has rounded.
    if record["id"] or record["numbers"] or not record["error"]:
        assert INTACT_ID.fullmatch(record["id"] or ""), "no intact id"
    assert INTACT_ID.fullmatch(record["account"] or "0"), "no intact account id"

    # A day in the Date column would make it a daily breakdown. "-" stands on error rows that hold nothing.
    assert not re.search(r"[0-9]", record["date"]), "a row for a single day"
    assert record["error"] or record["date"] not in ("", "-"), "Date is blank without an error"
    record["instant"] = utc_instant(record["time"]) if record["time"] not in ("", "-") else None
    return record


def post_format(record):
    if "/reel/" in record["link"]:
        return "reel"
    return FORMAT_OF_LABEL.get(record["type"].casefold(), "other")


def list_accounts(records):
    # People's names stay where they are: what is recorded of a real file are ids and counts.
    names, accounts = {}, collections.Counter()
    for record in records:
        name = (record["username"], record["name"])
        assert names.setdefault(record["account"], name) == name, "an account with two names"
        accounts[record["account"]] += 1
    return accounts


def own_account(accounts):
    ranked = sorted((count, account) for account, count in accounts.items() if account)
    tie = len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]
    return ranked[-1][1] if ranked and not tie else None


def metric_summary(records):
    summary = {}
    for field in METRICS:
        known = [int(record["numbers"][field]) for record in records if field in record["numbers"]]
        # Unknown is not zero.
        summary[field] = {"sum": sum(known) if known else None, "known": len(known), "null": len(records) - len(known)}
    return summary


def duplicates(records):
    versions = collections.defaultdict(list)
    for record in records:
        if record["id"]:
            versions[record["id"]].append(record["cells"])
    same = [rows for rows in versions.values() if len(set(rows)) == 1]
    # The first of identical rows is no duplicate.
    return {"identical_rows": sum(len(rows) - 1 for rows in same), "conflicting_ids": len(versions) - len(same)}


def digest(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    columns = find_columns(header)
    kind = file_kind(columns)
    records = []
    for number, row in enumerate(rows, 1):
        try:
            records.append(read_record(row, header, columns))
        except (AssertionError, ValueError) as reason:
            raise SystemExit(f"{path}: record {number}: {reason}")
    accounts = list_accounts(records)
    own = own_account(accounts)
    sole = len(accounts.keys() - {""}) == 1
    mine = [record for record in records if record["account"] == own or sole and not record["account"]]
    others = [record for record in records if record["account"] != own and not (sole and not record["account"])]
    assert len(mine) + len(others) == len(records)
    errors = [record for record in records if record["error"]]
    times = [record["instant"] for record in records if record["instant"]]
    formats = collections.Counter(map(post_format, records))
    stamp = "%Y-%m-%dT%H:%M:00Z"
    return {
        "file": pathlib.Path(path).name,
        "kind": kind,
        "records": len(records),
        "columns": len(header),
        "unmapped_columns": [name for place, name in enumerate(header) if place not in columns.values()],
        "distinct_ids": len({record["id"] for record in records if record["id"]}),
        "duplicates": duplicates(records),
        "accounts": accounts,
        "own": own,
        "error_rows": len(errors),
        "error_rows_with_metrics": sum(bool(record["numbers"]) for record in errors),
        "error_ids_recovered": [record["recovered"] for record in errors if record["recovered"]],
        "published_min": min(times).strftime(stamp) if times else None,
        "published_max": max(times).strftime(stamp) if times else None,
        "unknown_time": sum(bool(record["numbers"]) and not record["instant"] for record in records),
        "months": collections.Counter(time.astimezone(WITA).strftime("%Y-%m") for time in times),
        "formats": {name: formats[name] for name in FORMATS},
        "other_types": collections.Counter(r["type"] for r in records if post_format(r) == "other"),
        "metrics": metric_summary(records),
        "metrics_own": metric_summary(mine) if own else None,
        "metrics_other": metric_summary(others) if own else None,
    }


if len(sys.argv) < 2:
    sys.exit(__doc__)
for argument in sys.argv[1:]:
    print(json.dumps(digest(argument), sort_keys=True, ensure_ascii=False))
