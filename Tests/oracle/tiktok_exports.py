"""Prints what TikTok Studio's export files hold, one JSON object a line for each file: Overview, Viewers, FollowerHistory,
FollowerActivity, FollowerGender, FollowerTopTerritories and Content, as CSV, in a ZIP or as XLSX. Days have no year: the
last row is the latest such day that is not after --end, and each row before it the latest such day before the next row.
Nothing is skipped: a line it cannot account for stops it.

    python3 tiktok_exports.py FILE... [--end YYYY-MM-DD]
"""
import collections, datetime as d, decimal, hashlib, io, itertools, json, pathlib, re, sys, unicodedata, zipfile
import xml.etree.ElementTree as xml

UTC, WITA = d.timezone.utc, d.timezone(d.timedelta(hours=8))
HEADERS = {
    "overview": ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"],
    "viewers": ["Date", "Total Viewers", "New Viewers", "Returning Viewers"],
    "follower_history": ["Date", "Followers", "Difference in followers from previous day"],
    "follower_activity": ["Date", "Hour", "Active followers"],
    "follower_gender": ["Gender", "Distribution"],
    "follower_territories": ["Top territories", "Distribution"],
    "content": ["Time", "Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares", "Total views"],
}
DAILY = {"overview", "viewers", "follower_history", "follower_activity"}
MONTHS = [
    "January February March April May June July August September October November December",
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "Một Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Mười_một Mười_hai",
]


def plain(text):
    return unicodedata.normalize("NFC", text).casefold()


MONTH = {plain(name.replace("_", " ")): n for line in MONTHS for n, name in enumerate(line.split(), 1)}
LABELS = [re.compile(pattern) for pattern in (
    r"(?P<month>[^\W\d]+) (?P<day>[0-9]{1,2})",                  # April 12
    r"(?P<day>[0-9]{1,2}) (?:de )?(?P<month>[^\W\d]+)",          # 10 February, 25 Φεβρουαρίου, 8 de marzo
    r"(?P<day>[0-9]{1,2}) tháng (?P<month>[^\W\d]+(?: [^\W\d]+)?)",
    r"(?P<number>[0-9]{1,2})月(?P<day>[0-9]{1,2})日",
)]


def month_and_day(label):
    for pattern in LABELS:
        if match := pattern.fullmatch(plain(label)):
            found = match.groupdict()
            month = int(found["number"]) if "number" in found else MONTH.get(found["month"])
            if month:
                return d.date(2000, month, int(found["day"])).timetuple()[1:3]  # 2000 has a 29 February.
    raise AssertionError(f"no day: {label!r}")


def latest(label, limit):
    """The latest day of that name that is not after the limit."""
    month, day = month_and_day(label)
    for year in range(limit.year, limit.year - 9, -1):
        if (month, day) == (2, 29) and (year % 4 or year % 100 == 0 and year % 400):
            continue
        if d.date(year, month, day) <= limit:
            return d.date(year, month, day)


def infer(labels, end):
    """Days without a year, walking backwards. A label that stands twice in a row is one day."""
    days = []
    for n, label in reversed(list(enumerate(labels))):
        same = n + 1 < len(labels) and plain(labels[n + 1]) == plain(label)
        days.append(days[-1] if same else latest(label, days[-1] - d.timedelta(1) if days else end))
    return days[::-1]


def summary(cells):
    known = [cell for cell in cells if cell is not None]
    for cell in known:
        assert re.fullmatch(r"-?[0-9]+|[0-9]\.[0-9]+", cell), f"no number: {cell!r}"
    total = sum(map(decimal.Decimal, known)) if known else None
    return {"sum": total if total is None else int(total) if total == int(total) else float(total), "known": len(known),
            "null": len(cells) - len(known), "negative": sum(cell.startswith("-") for cell in known)}


def figures(cells):
    """`undefined` is unknown, and so is a zero beside one."""
    return [None if cell == "undefined" or (cell == "0" and "undefined" in cells) else cell for cell in cells]


def day_file(kind, header, rows, end):
    labels, first = [row[0] for row in rows], 2 if kind == "follower_activity" else 1
    # A 29 February fixes the year: where the walk has to leap over months, the file is older than --end suggests.
    walks = (infer(labels, d.date(end.year - n, 12, 31) if n else end) for n in range(9))
    days = next((days for days in walks if all((b - a).days < 183 for a, b in itertools.pairwise(days))), [])
    assert days or not rows, "more days are missing than there are"
    distinct = sorted(set(days))
    if kind == "follower_activity":
        hours = collections.Counter((day, row[1]) for day, row in zip(days, rows))
        assert hours == collections.Counter((day, str(hour)) for day in distinct for hour in range(24)), "hours are missing"
    else:
        assert len(distinct) == len(days), "a day stands twice"
    gaps = [a + d.timedelta(n) for a, b in itertools.pairwise(distinct) for n in range(1, (b - a).days)]
    values = [figures(row[first:]) for row in rows]
    return {
        "rows": len(rows), "end": str(end), "first_day": str(days[0]) if days else None,
        "last_day": str(days[-1]) if days else None, "first_label": rows[0][0] if rows else None,
        "last_label": rows[-1][0] if rows else None, "missing_days": list(map(str, gaps)),
        "undefined": sum(row.count("undefined") for row in rows),
        "undefined_days": [str(day) for day, row in zip(days, rows) if "undefined" in row],
        "columns": {name: summary([row[i] for row in values]) for i, name in enumerate(header[first:])},
    }


# --- Post list: captions may hold bare quotes, so a row is read from its video link and the five fields behind it ---

ROW = re.compile(r'"([^"\n]*)","(.*?)","(https://www\.tiktok\.com/@([\w.]+)/(?:video|photo)/([0-9]+))","([^"\n]*)"'
                 r',"([0-9]+)","([0-9]+)","([0-9]+)","([0-9]+)"(?:\n|\Z)', re.DOTALL)


def content(body, end):
    rows, at = [], 0
    while at < len(body):
        match = ROW.match(body, at)
        assert match, f"no row: {body[at:at + 120]!r}"
        rows.append(match.groups())
        at = match.end()
    exported, captions, _, handles, ids, posted, *counts = map(list, zip(*rows)) if rows else [[]] * 10
    for caption in captions:
        assert '","https://www.tiktok.com/@' not in caption, f"two rows in one: {caption!r}"
    uploads = [d.datetime.fromtimestamp(int(i) >> 32, UTC) for i in ids]
    shown = [latest(label, latest(e, end)) for label, e in zip(posted, exported)]
    stamp = "%Y-%m-%dT%H:%M:%SZ"
    return {
        "records": len(rows), "distinct_ids": len(set(ids)), "ids": ids, "handles": collections.Counter(handles),
        "end": str(end), "exported_labels": sorted(set(exported)), "exported_days": sorted({str(latest(e, end)) for e in exported}),
        "uploaded_min": min(uploads).strftime(stamp) if rows else None,
        "uploaded_max": max(uploads).strftime(stamp) if rows else None,
        "months": collections.Counter(time.astimezone(WITA).strftime("%Y-%m") for time in uploads),
        "post_days": list(map(str, shown)),
        "post_day_is_utc_day": sum(day == time.date() for day, time in zip(shown, uploads)),
        "post_day_is_wita_day": sum(day == time.astimezone(WITA).date() for day, time in zip(shown, uploads)),
        "columns": {name: summary(cells) for name, cells in zip(("likes", "comments", "shares", "views"), counts)},
        "captions_with_bare_quotes": sum('"' in caption.replace('""', "") for caption in captions),
        "empty_captions": captions.count(""),
        # Captions exactly as they stand between the quotes of the file, in file order.
        "captions_sha256": hashlib.sha256("\n".join(captions).encode()).hexdigest(),
    }


def records_of(text):
    """Every cell is quoted and holds no quote; every line ends in LF, but not the last."""
    lines = text.split("\n")
    for n, line in enumerate(lines, 1):
        assert re.fullmatch(r'"[^"]*"(,"[^"]*")*', line), f"line {n} is not TikTok's: {line[:80]!r}"
    return [line[1:-1].split('","') for line in lines]


def csv_file(data, end):
    assert data.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    text = data[3:].decode("utf-8")
    header, _, body = text.partition("\n")
    if records_of(header) == [HEADERS["content"]]:
        return {"kind": "content", "header": HEADERS["content"]} | content(body, end)
    return sheet(records_of(text), end)


def sheet(records, end):
    header, *rows = records
    kind = next((kind for kind, labels in HEADERS.items() if labels == header), None)
    assert kind and kind != "content", f"header unknown: {header}"
    assert all(len(row) == len(header) for row in rows), "a row is too short or too long"
    found = {"kind": kind, "header": header}
    if kind in DAILY:
        return found | day_file(kind, header, rows, end)
    return found | {"rows": len(rows), "values": dict(rows), "columns": {header[1]: summary([row[1] for row in rows])}}


def xlsx(archive, end):
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    book = xml.fromstring(archive.read("xl/workbook.xml"))
    names = [node.get("name") for node in book.iter(space + "sheet")]
    assert len(names) == 1 and "xl/sharedStrings.xml" not in archive.namelist(), "more than one sheet, or shared strings"
    records = []
    for row in xml.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(space + "row"):
        cells = list(row)
        places = [re.fullmatch(r"([A-Z])([0-9]+)", cell.get("r")).groups() for cell in cells]
        assert places == [(chr(65 + n), row.get("r")) for n in range(len(cells))], f"cells are missing: {places}"
        assert all(cell.get("t") == "str" for cell in cells), "a cell is no string"
        records.append([cell.find(space + "v").text or "" for cell in cells])
    return {"container": "xlsx", "sheet": names[0]} | sheet(records, end)


def digest(path, end):
    data, found = pathlib.Path(path).read_bytes(), {"file": str(path).rpartition("real-exports/")[2]}
    if not data.startswith(b"PK"):
        return found | csv_file(data, end)
    archive = zipfile.ZipFile(io.BytesIO(data))
    if "xl/workbook.xml" in archive.namelist():
        return found | xlsx(archive, end)
    members = [{"member": name} | csv_file(archive.read(name), end) for name in archive.namelist()]
    return found | {"container": "zip", "members": members}


arguments, last = sys.argv[1:], d.date.today()
if "--end" in arguments:
    at = arguments.index("--end")
    last = d.date.fromisoformat(arguments[at + 1])
    del arguments[at:at + 2]
if not arguments:
    sys.exit(__doc__)
for argument in arguments:
    try:
        print(json.dumps(digest(argument, last), sort_keys=True, ensure_ascii=False))
    except (AssertionError, ValueError) as problem:
        sys.exit(f"{argument}: {problem}")
