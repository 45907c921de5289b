"""Prints what a Facebook content export holds, one JSON object a line for each file: rows, pages, publication times and
the sum of each metric. Nothing is skipped: a row it cannot account for stops it.

    python3 facebook_content.py FILE...
"""
import collections, csv, datetime as d, decimal, json, pathlib, sys, zoneinfo

PACIFIC = zoneinfo.ZoneInfo("America/Los_Angeles")
WITA = d.timezone(d.timedelta(hours=8))

# English and Dutch headers. Whole headers are compared: in Dutch "Reacties" are reactions and "Opmerkingen" comments,
# and both also begin the header of the combined column.
REQUIRED = {
    "post": ("Post ID", "Bericht-ID"),
    "page": ("Page ID", "Pagina-ID"),
    "time": ("Publish time", "Publicatietijdstip"),
    "link": ("Permalink",),
    "share": ("Is share", "Is een gedeeld bericht"),
    "type": ("Post type", "Berichttype"),
    "comment": ("Data comment", "Opmerking data"),
}
METRICS = {
    "impressions": ("Impressions",),
    "views": ("Views", "Weergaven"),
    "reach": ("Reach", "Bereik"),
    "reach_paid": ("Reach from Boosted posts",),
    "viewers": ("Viewers",),
    "likes": ("Reactions", "Reacties"),
    "comments": ("Comments", "Opmerkingen"),
    "shares": ("Shares", "Deelacties"),
    "clicks": ("Total clicks", "Totaal aantal klikken"),
    "link_clicks": ("Link Clicks",),
    "watch_seconds": ("Seconds viewed",),
}
FORMATS = {
    "photo": ("Photos", "Foto's"),
    "video": ("Videos", "Video's"),
    "reel": ("Reels",),
    "live": ("Live",),
    "text": ("Text", "Tekst"),
    "link": ("Links",),
    "share": (),
}
FORMAT_OF_LABEL = {label.casefold(): name for name, labels in FORMATS.items() for label in labels}


def find_columns(header, fields):
    names = [cell.strip().casefold() for cell in header]
    found = {}
    for field, candidates in fields.items():
        places = [names.index(c.casefold()) for c in candidates if c.casefold() in names]
        assert len(places) <= 1, f"two columns for {field}"
        if places:
            found[field] = places[0]
    assert len(set(names)) == len(names), "a header stands twice"
    return found


def utc_instant(text):
    # Publish time is US Pacific in every account and language; fold 0 is the earlier of an hour that occurs twice.
    wall = d.datetime.strptime(text, "%m/%d/%Y %H:%M")
    return wall.replace(tzinfo=PACIFIC, fold=0).astimezone(d.timezone.utc)


def post_format(row, columns):
    if row[columns["share"]] == "1":
        return "share"
    # The label of reels comes and goes between exports; their link does not.
    if "/reel/" in row[columns["link"]]:
        return "reel"
    return FORMAT_OF_LABEL[row[columns["type"]].casefold()]


def metric_summary(rows, column):
    cells = [] if column is None else [row[column].strip() for row in rows if row[column].strip()]
    total = sum(map(decimal.Decimal, cells))
    if not cells:
        total = None  # Unknown is not zero.
    else:
        total = int(total) if total == int(total) else float(total)
    return {"sum": total, "known": len(cells), "null": len(rows) - len(cells)}


def digest(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    columns = find_columns(header, REQUIRED)
    assert columns.keys() == REQUIRED.keys(), f"missing: {REQUIRED.keys() - columns.keys()}"
    metrics = find_columns(header, METRICS)
    for number, row in enumerate(rows, 1):
        assert row, f"record {number} is empty"
        assert len(row) <= len(header), f"record {number} is longer than the header"
        # Exports cut trailing blanks off a row.
        row += [""] * (len(header) - len(row))
        assert "error occurred" not in row[columns["comment"]].casefold(), f"record {number} is an error row"
        assert row[columns["post"]].isdecimal() and row[columns["page"]].isdecimal(), f"record {number} has no intact id"
    times = [utc_instant(row[columns["time"]]) for row in rows]
    formats = collections.Counter(post_format(row, columns) for row in rows)
    assert sum(formats.values()) == len(rows)
    stamp = "%Y-%m-%dT%H:%M:00Z"
    return {
        "file": pathlib.Path(path).name,
        "records": len(rows),
        "columns": len(header),
        "distinct_ids": len({row[columns["post"]] for row in rows}),
        "pages": collections.Counter(row[columns["page"]] for row in rows),
        "published_min": min(times).strftime(stamp) if times else None,
        "published_max": max(times).strftime(stamp) if times else None,
        "months": collections.Counter(time.astimezone(WITA).strftime("%Y-%m") for time in times),
        "formats": {name: formats[name] for name in FORMATS},
        "metrics": {name: metric_summary(rows, metrics.get(name)) for name in METRICS},
    }


if len(sys.argv) < 2:
    sys.exit(__doc__)
for argument in sys.argv[1:]:
    print(json.dumps(digest(argument), sort_keys=True, ensure_ascii=False))
