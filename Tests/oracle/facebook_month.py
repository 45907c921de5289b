"""Prints the Facebook figures of months, office by office, computed from the inbox files alone.

    python3 facebook_month.py SAMPLES_DIR MONTH...     (MONTH as 2025-10)
    python3 facebook_month.py --self-test

SAMPLES_DIR holds config/opd.csv, config/akun.csv, inbox/manifest.csv and inbox/<office code>/facebook/<file>.csv.
"""
import collections, csv, datetime as d, fractions, hashlib, io, json, math, pathlib, re, sys, zoneinfo

PACIFIC = zoneinfo.ZoneInfo("America/Los_Angeles")
WITA = d.timezone(d.timedelta(hours=8))

REQUIRED = {
    "post": ("Post ID", "ID Postingan"),
    "page": ("Page ID", "ID Halaman"),
    "time": ("Publish time", "Waktu publikasi", "Waktu penerbitan", "Waktu terbit"),
    "link": ("Permalink", "Tautan permanen"),
    "type": ("Post type", "Jenis postingan", "Tipe postingan"),
    "date": ("Date", "Tanggal"),
}
COUNTS = {
    "impressions": ("Impressions", "Impresi"),
    "views": ("Views", "Tayangan"),
    "reach": ("Reach", "Jangkauan"),
    "reach_paid": ("Reach from Boosted posts",),
    "viewers": ("Viewers", "Penonton", "Pemirsa"),
    "likes": ("Reactions", "Tanggapan", "Reaksi"),
    "comments": ("Comments", "Komentar"),
    "shares": ("Shares", "Dibagikan", "Bagikan", "Berbagi"),
    "clicks": ("Total clicks", "Total klik"),
    "link_clicks": ("Link Clicks", "Klik tautan"),
}
OTHER = {"share": ("Is share",), "note": ("Data comment", "Komentar data"), "watch_seconds": ("Seconds viewed",)}
PARTS = ("likes", "comments", "shares")
STORIES = ("stories", "story", "cerita")
WINDOW = re.compile(r"([A-Z][a-z]{2}-\d\d-\d{4})_([A-Z][a-z]{2}-\d\d-\d{4})_\d+(?: ?\(\d+\))?\.csv", re.I)


# --- Interval of a ratio of sums, the post being the unit ---

def central_probability(t, df):
    """P(|T| < t) by the finite series for whole degrees of freedom."""
    angle = math.atan(t / math.sqrt(df))
    odd, total = df % 2, 0.0
    term = math.cos(angle) if odd else 1.0
    for k in range(odd, df - 1, 2):
        total += term
        term *= math.cos(angle) ** 2 * (k + 1) / (k + 2)
    total *= math.sin(angle)
    return 2 / math.pi * (angle + total) if odd else total


def t_quantile_975(df):
    low, high = 0.0, 20.0  # The largest, of one degree of freedom, is 12.7.
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if central_probability(middle, df) < 0.95 else (low, middle)
    return (low + high) / 2


def ratio_interval(posts):
    """posts: (interactions, exposure). Returns r, se, se_log, low, high; None where there is none."""
    n, total = len(posts), sum(e for _, e in posts)
    exact = fractions.Fraction(sum(i for i, _ in posts), total) if n else None
    if n < 2 or exact == 0:
        return None if exact is None else float(exact), None, None, None, None
    squares = sum((i - exact * e) ** 2 for i, e in posts)
    se, r = math.sqrt(fractions.Fraction(n, n - 1) * squares / total ** 2), float(exact)
    width = math.exp(t_quantile_975(n - 1) * se / r)
    return r, se, se / r, r / width, r * width


# --- Registries and files ---

def read_registry(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file)]


def valid(row, first, last):
    since, until = row.get("berlaku_sejak"), row.get("berlaku_sampai")
    return (not since or d.date.fromisoformat(since) <= last) and (not until or first <= d.date.fromisoformat(until))


def find_columns(header, fields):
    names = [" ".join(cell.split()).casefold() for cell in header]
    found = {}
    for field, candidates in fields.items():
        places = [p for p, name in enumerate(names) if name in map(str.casefold, candidates)]
        if len(places) > 1:
            sys.exit(f"two columns could be {field}: the rules do not say which counts")
        if places:
            found[field] = places[0]
    return found


def read_export(data):
    """Columns and padded rows, or None where the file as a whole is refused."""
    # Spreadsheets write the list separator of the user's country; the one under which the header makes sense counts.
    for delimiter in ",;\t":
        try:
            text = io.StringIO(data.decode("utf-8-sig"), newline="")
            records = list(csv.reader(text, delimiter=delimiter, strict=True))
        except (UnicodeDecodeError, csv.Error):
            continue
        header = records[0] if records else []
        columns = find_columns(header, REQUIRED)
        if columns.keys() == REQUIRED.keys():
            break
    else:
        return None
    columns |= find_columns(header, COUNTS | OTHER)
    rows = [[cell.strip() for cell in record] for record in records[1:]]
    rows = [cells + [""] * (len(header) - len(cells)) for cells in rows if any(cells)]
    for row in rows:
        # A spreadsheet destroyed the ids; or one row stands for one day of a post.
        if re.fullmatch(r"[\d.,]+E\+?\d+", row[columns["post"]], re.I) or re.search(r"\d", row[columns["date"]]):
            return None
    return columns, len(header), rows


def pacific(wall):
    return wall.replace(tzinfo=PACIFIC, fold=0).astimezone(d.timezone.utc)


def publication(text):
    try:
        return pacific(d.datetime.strptime(text, "%m/%d/%Y %H:%M"))
    except ValueError:
        return None


def window(name, exported_at):
    match = WINDOW.fullmatch(name)
    if not match:
        return None
    first, last = (d.datetime.strptime(text, "%b-%d-%Y") for text in match.groups())
    return pacific(first), min(pacific(last + d.timedelta(days=1)), exported_at)


def accepted_rows(columns, width, rows, pages):
    """The rows that load. None where the file holds rows, but none of a registered page: it waits."""
    if rows and not any(row[columns["page"]] in pages for row in rows):
        return None
    measured = [columns[m] for m in (*COUNTS, "watch_seconds") if m in columns]
    note = columns.get("note")
    rows = [row for row in rows
            if note is None or "error occurred" not in row[note].casefold() or any(row[c] for c in measured)]
    contents = collections.defaultdict(set)
    for row in rows:
        contents[row[columns["post"]]].add(tuple(row))
    accepted = {}
    for row in rows:
        post = row[columns["post"]]
        counts = {m: row[columns[m]] if m in columns else "" for m in COUNTS}
        readable = all(re.fullmatch(r"[0-9]*", cell) for cell in counts.values())
        if (not re.fullmatch(r"[0-9]+", post) or len(contents[post]) > 1 or not readable
                or any(row[width:]) or publication(row[columns["time"]]) is None or row[columns["page"]] not in pages):
            continue
        accepted[post] = {
            "post": post, "page": row[columns["page"]], "published": publication(row[columns["time"]]),
            "counts": {m: int(cell) if cell else None for m, cell in counts.items()},
            "format_out": ("share" in columns and row[columns["share"]] == "1")
            or row[columns["type"]].casefold() in STORIES or "/stories/" in row[columns["link"]],
            "basis": all(part in columns for part in PARTS),
        }
    return list(accepted.values())


# --- The month ---

def load(samples, accounts):
    """Returns the latest snapshot of each post, and the files received: (folder, pages, whether without rows, window)."""
    pages = collections.defaultdict(list)
    for account in accounts:
        if account["id"]:
            pages[account["id"]].append(account)

    def owner(page, day):
        return next((a["kode_opd"] for a in pages[page] if valid(a, day, day)), None)

    inbox = samples / "inbox"
    exported = {row["file"]: d.datetime.fromisoformat(row["exported_at"]) for row in read_registry(inbox / "manifest.csv")}
    files = []
    for path in inbox.glob("*/facebook/*"):
        data = path.read_bytes() if path.is_file() and path.suffix.lower() == ".csv" else b""
        export = read_export(data)
        if export is not None:
            as_of = exported[path.relative_to(inbox).as_posix()]
            assert as_of.tzinfo, f"exported_at without an offset: {path.name}"
            files.append((as_of, path, int(hashlib.sha256(data).hexdigest(), 16), export))
    seen, latest, received = set(), {}, []
    for as_of, path, sha, (columns, width, rows) in sorted(files, key=lambda file: file[:2]):
        snapshots = accepted_rows(columns, width, rows, pages.keys())
        if snapshots is None:
            continue
        folder, dates = path.parent.parent.name, window(path.name, as_of)
        received.append((folder, {s["page"] for s in snapshots}, not rows, dates))
        # A copy brings no new rows: its earliest export counts. Its name still says which dates were asked for.
        if sha in seen:
            continue
        seen.add(sha)
        frequency = collections.Counter(row[columns["page"]] for row in rows if row[columns["page"]] in pages)
        for s in snapshots:
            s["day"] = s["published"].astimezone(WITA).date()
            s["office"] = owner(s["page"], s["day"])
            top = {owner(page, s["day"]) for page, n in frequency.items() if n == max(frequency.values())}
            s["own"] = folder == s["office"] or s["office"] in top
            # Ties of as_of: the later window end, more known metrics, the smaller hash.
            end = dates[1].timestamp() if dates else -math.inf
            known = sum(value is not None for value in s["counts"].values())
            s["order"] = (s["own"], as_of.timestamp(), end, known, -sha)
            if s["post"] not in latest or latest[s["post"]]["order"] < s["order"]:
                latest[s["post"]] = s
    return list(latest.values()), received


def coverage(windows, start, end):
    """complete, partial or missing: how far the windows cover start to end."""
    cut = sorted((max(a, start), min(b, end)) for a, b in windows if max(a, start) < min(b, end))
    reached = start
    for a, b in cut:
        if a > reached:
            break
        reached = max(reached, b)
    return "missing" if not cut else "complete" if reached >= end else "partial"


def submission(office, accounts, received, start, end):
    ids = {(a["id"], "" if a["id"] else a["nama_pengguna"]) for a in accounts if a["kode_opd"] == office}
    if not ids:
        return None
    found = {coverage([w for folder, pages, empty, w in received
                       if w and (page in pages or (empty and folder == office and len(ids) == 1))], start, end)
             for page, _ in ids}
    return found.pop() if len(found) == 1 else "partial"


REASONS = ("index_posts", "excluded_format", "excluded_paid", "excluded_basis", "excluded_exposure",
           "excluded_interactions")
FIGURES = ("posts", "other_posts", *REASONS, "reach_posts", "reach_sum_post", "reach_max_post", *PARTS, "interactions",
           "exposure", "er_ratio_of_sums", "er_low", "er_high", "er_mean_of_posts", "rank")


def reason_out(post):
    c = post["counts"]
    if post["format_out"]:
        return "excluded_format"
    if c["reach_paid"]:
        return "excluded_paid"
    if not post["basis"]:
        return "excluded_basis"
    if not c["reach"]:
        return "excluded_exposure"
    return "excluded_interactions" if any(c[part] is None for part in PARTS) else "index_posts"


def office_figures(own, other, state):
    if state == "missing" and not own:  # Nothing was sent: nothing is known, not even that there were no posts.
        return {"submission": state, **dict.fromkeys(FIGURES)}
    reasons = collections.Counter(map(reason_out, own))
    index = [post["counts"] for post in own if reason_out(post) == "index_posts"]
    reach = [post["counts"]["reach"] for post in own if post["counts"]["reach"] is not None]
    pairs = [(sum(c[part] for part in PARTS), c["reach"]) for c in index]
    r, _, _, low, high = ratio_interval(pairs)
    total = lambda values: sum(values) if index else None
    return {
        "posts": len(own), "other_posts": len(other), "submission": state,
        **{key: reasons[key] for key in REASONS},
        "reach_posts": len(reach), "reach_sum_post": sum(reach) if reach else None,
        "reach_max_post": max(reach, default=None),
        **{part: total(c[part] for c in index) for part in PARTS},
        "interactions": total(i for i, _ in pairs), "exposure": total(e for _, e in pairs),
        "er_ratio_of_sums": r, "er_low": low, "er_high": high,
        "er_mean_of_posts": float(sum(fractions.Fraction(i, e) for i, e in pairs) / len(pairs)) if pairs else None,
        "rank": None,
    }


def month_figures(samples, month):
    first = d.date.fromisoformat(month + "-01")
    following = (first + d.timedelta(days=31)).replace(day=1)
    last = following - d.timedelta(days=1)
    start, end = (d.datetime.combine(day, d.time(), WITA) for day in (first, following))
    accounts = [a for a in read_registry(samples / "config/akun.csv") if a["platform"].casefold() == "facebook"]
    latest, received = load(samples, accounts)
    current = [a for a in accounts if valid(a, first, last)]
    posts = [p for p in latest if start <= p["published"] < end and p["office"]]
    figures = {}
    for office in {a["kode_opd"] for a in current} | {p["office"] for p in posts}:
        own, other = ([p for p in posts if p["office"] == office and p["own"] == flag] for flag in (True, False))
        figures[office] = office_figures(own, other, submission(office, current, received, start, end))
    registry = sorted(read_registry(samples / "config/opd.csv"), key=lambda row: row.get("berlaku_sejak", ""))
    takes_part = {row["kode"]: row["ikut_peringkat"].casefold() == "ya" for row in registry if valid(row, first, last)}
    rates = {office: fractions.Fraction(f["interactions"], f["exposure"]) for office, f in figures.items()
             if takes_part.get(office) and (f["index_posts"] or 0) >= 5}
    for office, rate in rates.items():
        figures[office]["rank"] = 1 + sum(another > rate for another in rates.values())
    return figures


def self_test():
    r, se, se_log, low, high = ratio_interval([(30, 400), (12, 350), (55, 900), (20, 610), (8, 300)])
    for value, expected in ((r, 0.048828125), (se, 0.008709036), (se_log, 0.1783611),
                            (t_quantile_975(1), 12.706204736174694), (t_quantile_975(4), 2.776445105197799),
                            (low, r * math.exp(-2.776445105197799 * se_log)), (low * high, r * r)):
        assert abs(value - expected) < 1e-7, (value, expected)
    assert ratio_interval([(1, 10)]) == (0.1, None, None, None, None)
    assert ratio_interval([(0, 10), (0, 20)])[3:] == (None, None)
    print("ok")


if sys.argv[1:] == ["--self-test"]:
    self_test()
elif len(sys.argv) >= 3:
    months = {month: month_figures(pathlib.Path(sys.argv[1]), month) for month in sys.argv[2:]}
    print(json.dumps(months, sort_keys=True, indent=1))
else:
    sys.exit(__doc__)
