"""Prints what Meta's account-level and professional-dashboard files hold, one JSON object a line for each file: blocks,
days, missing days and the sum of each column. Nothing is skipped: a line it cannot account for stops it.

    python3 meta_account.py FILE...
"""
import codecs, csv, datetime as d, decimal, io, itertools, json, pathlib, re, sys

PREAMBLE = "sep=,\n"
ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00")
INTEGER = re.compile(r"-?[0-9]+")
DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
PERCENT = re.compile(r"[0-9]+(\.[0-9]+)?%")
MONTHS = ("January February March April May June July August September October November December").split()


def read_records(text, first_line):
    """Pairs of the physical line and the cells. An empty line has no cells."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, line = [], first_line
    for cells in reader:
        records.append((line, cells))
        line = first_line + reader.line_num
    # Every cell is quoted and every line ends in LF. Writing the records again gives the same text only if that holds.
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in cells) for _, cells in records]
    assert "\n".join(lines) + "\n" * text.endswith("\n") == text, "quoting or line ends are not Meta's"
    return records


def summary(cells, missing=()):
    known = [cell for cell in cells if cell != "" and cell not in missing]
    total = None  # Unknown is not zero, and percents have no sum.
    if known and not all(map(PERCENT.fullmatch, known)):
        for cell in known:
            assert INTEGER.fullmatch(cell) or DECIMAL.fullmatch(cell), f"no number: {cell!r}"
        total = sum(map(decimal.Decimal, known))
        total = int(total) if total == int(total) else float(total)
    return {"sum": total, "known": len(known), "null": len(cells) - len(known)}


def columns_of(header, rows, first, missing=()):
    return {name: summary([row[i] for row in rows], missing) for i, name in enumerate(header) if i >= first}


def matrix(header, rows):
    members = [row[0] for row in rows]
    assert len(set(members)) == len(members), "a member stands twice"
    return {"members": members, "columns": header[1:], "values": [row[1:] for row in rows]}


# --- UTF-16 with titled blocks ---

def block(records):
    (line, title), (_, header), *rows = records
    rows = [cells for _, cells in rows]
    assert len(title) == 1, f"line {line} is no title"
    assert len(set(header)) == len(header) and all(header), f"line {line + 1} is no header"
    for offset, row in enumerate(rows, 2):
        assert len(row) == len(header), f"line {line + offset} has {len(row)} cells"
    result = {"line": line, "title": title[0], "header": header, "rows": len(rows), "first_day": None, "last_day": None}
    result["missing_days"] = []
    matches = [ISO_DAY.fullmatch(row[0]) for row in rows]
    if len(header) == 1:
        # A figure of the account as a whole; the header is a key that itself holds commas.
        return result | {"kind": "other", "values": rows, "value_columns": columns_of(header, rows, 0)}
    if header[0] != "Date" and not any(matches):
        return result | {"kind": "breakdown"} | matrix(header, rows) | {"value_columns": columns_of(header, rows, 1)}
    assert all(matches), f"block of line {line} mixes days with something else"
    days = [d.date.fromisoformat(match[1]) for match in matches]
    assert all(a < b for a, b in itertools.pairwise(days)), f"days of the block of line {line} do not ascend"
    if days:
        span = (days[0] + d.timedelta(days=n) for n in range((days[-1] - days[0]).days))
        result["first_day"], result["last_day"] = str(days[0]), str(days[-1])
        result["missing_days"] = [str(day) for day in span if day not in set(days)]
    return result | {"kind": "daily", "value_columns": columns_of(header, rows, 1)}


def account_file(text):
    assert text.startswith(PREAMBLE), "no sep= line"
    records = read_records(text.removeprefix(PREAMBLE), first_line=2)
    groups = itertools.groupby(records, key=lambda record: bool(record[1]))
    blocks = [block(list(group)) for filled, group in groups if filled]
    blanks = [line for line, cells in records if not cells]
    assert 1 + sum(2 + b["rows"] for b in blocks) + len(blanks) == 1 + len(records)
    return {"encoding": "utf-16le-bom", "lines": text.count("\n"), "blank_lines": blanks, "blocks": blocks}


# --- UTF-8 with days that have no year ---

def month_and_day(label):
    month, day = label.split(" ")
    date = d.date(2000, MONTHS.index(month) + 1, int(day))  # 2000 has a 29 February.
    assert label == f"{MONTHS[date.month - 1]} {date.day}", f"no day: {label!r}"
    return date


def days_between(earlier, later):
    """Labels missing between two days. A missing 29 February is none: the year is not known."""
    day, missing, one = month_and_day(earlier), [], d.timedelta(days=1)
    while (day := (day + one).replace(year=2000)) != month_and_day(later):
        if (day.month, day.day) != (2, 29):
            missing.append(f"{MONTHS[day.month - 1]} {day.day}")
    assert len(missing) < 183, f"days run backwards: {earlier}, {later}"
    return missing


def dashboard_file(text):
    records = read_records(text, first_line=1)
    assert all(cells for _, cells in records), "an empty line"
    header, *rows = [cells for _, cells in records]
    for number, row in enumerate(rows, 2):
        assert len(row) == len(header), f"line {number} has {len(row)} cells"
    result = {"encoding": "utf-8-bom", "lines": len(records), "final_newline": text.endswith("\n"), "header": header}
    result |= {"rows": len(rows)}
    if header[0] != "Date":
        return result | {"kind": "breakdown"} | matrix(header, rows) | {"value_columns": columns_of(header, rows, 1)}
    pairs = list(itertools.pairwise(rows))
    same_day = [(a, b) for a, b in pairs if a[0] == b[0]]
    identical = sum(a == b for a, b in same_day)
    kept = rows[:1] + [b for a, b in pairs if a != b]
    steps = [(a[0], b[0]) for a, b in pairs if a[0] != b[0]]
    differing = len(same_day) - identical
    return result | {
        "kind": "daily",
        "first_label": rows[0][0] if rows else None,
        "last_label": rows[-1][0] if rows else None,
        "undefined": sum(row.count("undefined") for row in rows),
        "undefined_labels": [row[0] for row in rows if "undefined" in row],
        "duplicate_days": {"identical": identical, "differing": differing},
        # Two days with the same figures are two days: they are named, not dropped.
        "equal_figures": [[a[0], b[0]] for a, b in pairs if a[0] != b[0] and a[1:] == b[1:]],
        "missing_days": [day for step in steps for day in days_between(*step)],
        "year_turns": [list(step) for step in steps if month_and_day(step[0]) > month_and_day(step[1])],
        # Which of two differing rows of a day holds cannot be told.
        "value_columns": None if differing else columns_of(header, kept, 1, missing=("undefined",)),
    }


def digest(path):
    data = pathlib.Path(path).read_bytes()
    if data.startswith(codecs.BOM_UTF16_LE):
        found = account_file(data.removeprefix(codecs.BOM_UTF16_LE).decode("utf-16-le"))
    else:
        assert data.startswith(codecs.BOM_UTF8), "no byte order mark"
        found = dashboard_file(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    return {"file": pathlib.Path(path).name} | found


if len(sys.argv) < 2:
    sys.exit(__doc__)
for argument in sys.argv[1:]:
    print(json.dumps(digest(argument), sort_keys=True, ensure_ascii=False))
