"""Prints the X, YouTube and TikTok figures of the samples, computed from the inbox files alone: one JSON object a line for
each office, platform and month (WITA; YouTube's as its publish day is written). Nothing is skipped silently: a file or a
row it cannot account for stops it.

    python3 sample_platforms.py SAMPLES_DIR

`posts` are those of the index: X without replies; a YouTube video only from an export whose days hold its publish day; a
TikTok video by its latest snapshot. `exposure` is X's impressions, else views. Sums are null where a platform's export has
no such column: reposts and saves (X's bookmarks) are X's alone. `replies` counts the posts of X that are left out.
"""
import csv, datetime as d, io, json, pathlib, re, sys, zipfile

UTC, WITA = d.timezone.utc, d.timezone(d.timedelta(hours=8))
SUMS = ("exposure", "likes", "comments", "shares", "reposts", "saves")
TWITTER_EPOCH = d.datetime.fromtimestamp(1288834974, UTC) + d.timedelta(milliseconds=657)

X_METRICS = ("exposure", "likes", "engagements", "saves", "shares", "follows", "comments", "reposts", "visits", "expands",
             "links", "hashtags", "permalinks")
X_HEADERS = {
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
    "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks": "current",
    "ID postingan,Tanggal,Teks postingan,Tautan Postingan,Tayangan,Suka,Engagement,Markah,Sebaran,Pengikut baru,Balasan,"
    "Posting ulang,Kunjungan profil,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks": "current",
    "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile visits,"
    "Detail expands,Url clicks,Hashtag clicks,Permalink clicks": "older",
}
X_DAYS = {"current": (UTC, "%a, %b %d, %Y"), "older": (WITA, "%a %b %d %Y")}

YT_COLUMNS = {
    "id": ("Content", "Konten"), "title": ("Video title", "Judul video"),
    "day": ("Video publish time", "Waktu publikasi video"), "exposure": ("Views", "Penayangan"), "likes": ("Likes", "Suka"),
    "shares": ("Shares", "Pembagian"), "comments": ("Comments added", "Komentar ditambahkan"),
}
YT_NAME = re.compile(r"Content ([0-9-]{10})_([0-9-]{10}) (.+?)(?: - Data tabel\.csv|\.zip)")

TT_ROW = re.compile(r'"([^"]+)","(.*)","(https://www\.tiktok\.com/@([^/]+)/(?:video|photo)/([0-9]{19}))","([^"]+)",'
                    r'"([0-9]+)","([0-9]+)","([0-9]+)","([0-9]+)"')
TT_HEADER = ('"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"')
TT_OTHERS = re.compile(r"(Overview_[0-9-]{10}_[0-9]{10}_.+\.zip|Overview\.xlsx|(Followers|Viewers)_.+\.zip)")


def x_posts(path, accounts):
    """The posts of a content export; the id decides when each was published, and the date must agree with it."""
    header, *rows = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
    zone, pattern = X_DAYS[X_HEADERS[",".join(header)]]
    for row in rows:
        handle, number = re.fullmatch(r"https://x\.com/([a-z]+)/status/([0-9]+|undefined)", row[3]).groups()
        if number == "undefined":
            assert row[:3] == [""] * 3 and set(row[4:]) == {"0"}, "a junk row that holds something"
            continue
        assert number == row[0] and len(row) == 17
        at = TWITTER_EPOCH + d.timedelta(milliseconds=int(number) >> 22)
        assert at.astimezone(zone).date() == d.datetime.strptime(row[1], pattern).date(), f"{number}: {row[1]}"
        figures = dict(zip(X_METRICS, map(int, row[4:])))
        yield {"office": accounts["x", handle], "id": number, "month": at.astimezone(WITA).strftime("%Y-%m"),
               "reply": row[2].startswith("@")} | {name: figures[name] for name in SUMS}


def youtube_table(text):
    """The rows of a table, without the channel's own."""
    header, total, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    places = {field: header.index(next(n for n in names if n in header)) for field, names in YT_COLUMNS.items()}
    assert total[0] == "Total" and all(len(row) == len(header) for row in rows)
    for row in rows:
        video = {field: row[place] for field, place in places.items()}
        video["id"] = video["id"].strip()
        assert re.fullmatch(r"[A-Za-z0-9_-]{11}", video["id"])
        yield video


def window(days):
    """The first and the last day of the channel's totals, which name every day between."""
    header, *rows = csv.reader(io.StringIO(days))
    found = [d.date.fromisoformat(row[0]) for row in rows]
    assert [found[0] + d.timedelta(days=n) for n in range(len(found))] == found
    return found[0], found[-1]


def youtube_export(path):
    """Text of the table, window and channel of an export; the window is None where nothing tells it."""
    named = YT_NAME.fullmatch(path.name)
    if named:
        first, end = map(d.date.fromisoformat, named.group(1, 2))
        days = first, end - d.timedelta(days=1)
        if path.suffix != ".zip":
            return path.read_text("utf-8"), days, named[3]
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            assert archive.namelist() == ["Table data.csv", "Chart data.csv", "Totals.csv"]
            assert window(archive.read("Totals.csv").decode()) == days, "name and totals disagree"
            return archive.read("Table data.csv").decode(), days, named[3]
    assert path.name in ("Data tabel.csv", "Table data.csv"), path
    totals = path.with_name("Total.csv")
    return path.read_text("utf-8"), window(totals.read_text()) if totals.exists() else None, None


def youtube_posts(path, office, accounts):
    text, days, channel = youtube_export(path)
    assert channel is None or accounts["youtube", channel] == office, path
    videos = list(youtube_table(text))
    if days is None:
        print(f"waits, for nothing tells its days: {path.name} of {office}", file=sys.stderr)
        return
    for video in videos:
        # A day that is not known belongs to no month, and an earlier one to a month whose export is another.
        day = video["day"] and d.datetime.strptime(video["day"], "%b %d, %Y").date()
        if day and days[0] <= day <= days[1]:
            counts = {name: int(video[name]) for name in ("exposure", "likes", "shares", "comments")}
            yield {"office": office, "id": video["id"], "month": day.strftime("%Y-%m"), "reply": False} | counts
        assert not day or day <= days[1], "a video of a later day"


def tiktok_posts(path, accounts):
    """The posts of a content list, read from the link to both sides: captions may hold quotes that are not doubled."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None and archive.namelist() == ["Content.csv"]
        lines = archive.read("Content.csv").decode("utf-8-sig").split("\n")
    assert lines[0] == TT_HEADER and len(lines) <= 16
    for line in lines[1:]:
        handle, number, _, likes, comments, shares, views = TT_ROW.fullmatch(line).groups()[3:]
        uploaded = d.datetime.fromtimestamp(int(number) >> 32, WITA)
        yield {"office": accounts["tiktok", handle], "id": number, "month": uploaded.strftime("%Y-%m"), "reply": False,
               "exposure": int(views), "likes": int(likes), "comments": int(comments), "shares": int(shares)}


def posts_of(path, office, platform, accounts):
    if platform == "x":
        return [] if path.name == "account_overview_analytics.csv" else x_posts(path, accounts)
    if platform == "youtube":
        return [] if path.name == "Total.csv" else youtube_posts(path, office, accounts)
    if path.name.startswith("Content_"):
        return tiktok_posts(path, accounts)
    assert TT_OTHERS.fullmatch(path.name), path
    return []


def latest_posts(samples):
    """Every post once, by platform and id, as the latest export shows it."""
    with open(samples / "config/akun.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {"x": "nama_pengguna", "youtube": "nama", "tiktok": "nama_pengguna"}
    accounts = {(r["platform"], r[names[r["platform"]]]): r["kode_opd"] for r in rows if r["platform"] in names}
    with open(samples / "inbox/manifest.csv", encoding="utf-8", newline="") as file:
        instants = {row["file"]: d.datetime.fromisoformat(row["exported_at"]) for row in csv.DictReader(file)}
    found = [path for name in names for path in samples.glob(f"inbox/*/{name}/**/*") if path.is_file()]
    posts = {}
    for path in sorted(found, key=lambda path: instants[str(path.relative_to(samples / "inbox"))]):
        office, platform = path.relative_to(samples / "inbox").parts[:2]
        for post in posts_of(path, office, platform, accounts):
            assert post["office"] == office, f"{path} holds a post of {post['office']}"
            posts[platform, post["id"]] = post
    return posts


def months(posts):
    groups = {}
    for (platform, _), post in posts.items():
        groups.setdefault((post["office"], platform, post["month"]), []).append(post)
    for (office, platform, month), group in sorted(groups.items()):
        counted = [post for post in group if not post["reply"]]
        line = {"office": office, "platform": platform, "month": month, "posts": len(counted)}
        for name in SUMS:
            line[name] = sum(post[name] for post in counted) if name in group[0] else None
        yield line | {"replies": len(group) - len(counted)}


if len(sys.argv) != 2:
    sys.exit(__doc__)
for line in months(latest_posts(pathlib.Path(sys.argv[1]))):
    print(json.dumps(line))
