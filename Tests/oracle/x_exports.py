"""Prints what X's export files hold, one JSON object a line for each file. Kinds: content (2024-25 and 2026), tweets and
days (analytics.twitter.com), overview, videos (two tables in one file). Nothing is skipped: a row it cannot account for
stops it.

    python3 x_exports.py FILE...
"""
import collections, csv, datetime as d, decimal, io, itertools, json, pathlib, re, sys

UTC, WITA = d.timezone.utc, d.timezone(d.timedelta(hours=8))
EPOCH_MS = 1288834974657
FIRST_SNOWFLAKE = 29_700_000_000  # 4 November 2010. Ids below it were counted, not made from the time.
LINK = re.compile(r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w+)/status/([0-9]+)")
JUNK = re.compile(r"https://(?:x|twitter)\.com/\w+/status/undefined")
# Old files write whole numbers as 3423.0, and rates as 5.2E-4.
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:E-?[0-9]+)?")
BLANK = ("", "-")

POST = ["id", "date", "text", "link"]
# The same 17 columns stand in the same order in every language and year.
CONTENT = [*POST, *"impressions likes engagements bookmarks shares new_follows replies reposts profile_visits".split(),
           *"detail_expands url_clicks hashtag_clicks permalink_clicks".split()]
CONTENT_HEADERS = [line.split(",") for line in (
    "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile visits",
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits",
    "ID postingan,Tanggal,Teks postingan,Tautan Postingan,Tayangan,Suka,Engagement,Markah,Sebaran,Pengikut baru,Balasan,Posting ulang,Kunjungan profil",
    "ID postingan,Tanggal,Teks postingan,Tautan,Tayangan,Suka,Engagement,Markah,Bagikan,Pengikut baru,Balasan,Posting ulang,Kunjungan profil",
    "ID siaran,Tarikh,Teks siaran,Pautan Siaran,Tera,Suka,Penglibatan,Bookmark,Perkongsian,Ikutan baharu,Balasan,Siaran semula,Lawatan profil",
    "ポストID,日付,ポスト本文,ポストのリンク,インプレッション数,いいね,エンゲージメント,ブックマーク,共有された回数,新しいフォロー,返信,リポスト,プロフィールへのアクセス数",
    "ID do post,Data,Texto do post,Postar link,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,Respostas,Reposts,Visitas ao perfil",
    "ID del post,Fecha,Texto del post,Postear enlace,Impresiones,Me gusta,Interacciones,Guardados,Compartidos,Nuevos seguidores,Respuestas,Reposts,Visitas del perfil",
    "Post-ID,Datum,Post-Text,Post-Link,Impressions,Gefällt mir,Interaktionen,Lesezeichen,Mal geteilt,Neue Follower*innen,Antworten,Reposts,Profilbesuche",
    "Identifiant du post,Date,Texte du post,Lien du post,Impressions,J'aime,Engagements,Signets,Partages,Nouveaux abonnés,Réponses,Reposts,Visites du profil",
    "게시물 ID,날짜,게시물 본문,게시물 링크,노출수,마음에 들어요,참여수,북마크,공유 수,새로운 팔로우,답글,재게시,프로필 조회수",
)]
TWEETS = {
    "Tweet id": "id", "time": "date", "Tweet text": "text", "Tweet permalink": "link", "favorites": "likes",
    "retweets": "reposts", "follows": "new_follows", "user profile clicks": "profile_visits", "promoted favorites":
    "promoted_likes", "promoted retweets": "promoted_reposts", "promoted follows": "promoted_new_follows",
    "promoted user profile clicks": "promoted_profile_visits",
}
OLD_EXTRA = "app_opens app_installs email_tweet dial_phone media_views media_engagements".split()
OLD = ["impressions", "engagements", "engagement_rate", "reposts", "replies", "likes", "profile_visits", "url_clicks",
       "hashtag_clicks", "detail_expands", "permalink_clicks", "new_follows", *OLD_EXTRA]
METRICS = [*CONTENT[4:], "engagement_rate", *OLD_EXTRA, *(f"promoted_{name}" for name in OLD)]
OVERVIEW = [line.split(",") for line in (
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views",
    "Date,Tayangan,Suka,Engagement,Markah,Sebaran,Pengikut baru,Berhenti mengikuti,Balasan,Posting ulang,Kunjungan profil,Create Post,Penayangan video,Penayangan media",
)]
VIDEO_DAYS = [line.split(",") for line in (
    "Date,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms)",
    "Tanggal,Penayangan,Waktu Tonton (ms),Tingkat Penyelesaian,Rata-Rata Waktu Tonton (ms)",
)]
VIDEO_ROWS = [line.split(",") for line in (
    "Uploaded on:,Video ID,Video title,Views,Duration,Video Link,Monetized,Estimated Revenue,Published date,Post Link",
    "Diunggah pada:,ID video,Judul video,Penayangan,Durasi,Tautan Video,Dimonetisasi,Estimasi Pendapatan,Tanggal publikasi,Tautan Postingan",
)]


def summary(cells, rate=False):
    known = [cell for cell in cells if cell not in BLANK]
    for cell in known:
        assert NUMBER.fullmatch(cell), f"no number: {cell!r}"
    total = sum(map(decimal.Decimal, known)) if known and not rate else None  # Unknown is not zero; rates have no sum.
    if total is not None:
        total = int(total) if total == int(total) else float(total)
    return {"sum": total, "known": len(known), "null": len(cells) - len(known)}


def day_of(text):
    """The day, read under one of X's spellings; the weekday must fit."""
    for form in ("%a, %b %d, %Y", "%a %b %d %Y", "%Y-%m-%d", "%Y-%m-%d %H:%M +0000", "%b %d, %Y"):
        try:
            moment = d.datetime.strptime(text, form)
        except ValueError:
            continue
        assert moment.strftime(form) == text or moment.strftime(form.replace("%d", "%-d")) == text, f"no day: {text!r}"
        return moment
    raise AssertionError(f"no day: {text!r}")


def span(days, descending):
    steps = list(itertools.pairwise(reversed(days) if descending else days))
    assert all(a < b for a, b in steps), "days are not in order"
    missing = [a + d.timedelta(n) for a, b in steps for n in range(1, (b - a).days)]
    return {"rows": len(days), "first_day": str(min(days)) if days else None, "last_day": str(max(days)) if days else None,
            "missing_days": [str(day) for day in missing]}


def instant(number, text):
    if number < FIRST_SNOWFLAKE:
        return day_of(text).replace(tzinfo=UTC)
    return d.datetime.fromtimestamp(((number >> 22) + EPOCH_MS) // 1000, UTC)


def posts(kind, columns, rows):
    rows = [dict(zip(columns, row)) for row in rows]
    junk = [row for row in rows if not row["id"]]
    for row in junk:
        assert JUNK.fullmatch(row["link"]) and not row["text"] and not row["date"], f"a row without an id: {row}"
        assert all(row[name] in ("0", *BLANK) for name in METRICS if name in row), f"an id-less row with figures: {row}"
    held = [row for row in rows if row["id"]]
    handles, times, disagree, minutes = collections.Counter(), [], 0, 0
    for row in held:
        assert re.fullmatch(r"[1-9][0-9]{7,18}", row["id"]), f"no intact id: {row['id']!r}"
        match = LINK.fullmatch(row["link"])
        assert match and match[2] == row["id"], f"id and link differ: {row['id']}, {row['link']!r}"
        handles[match[1]] += 1
        time, written = instant(int(row["id"]), row["date"]), day_of(row["date"])
        times.append(time)
        disagree += written.date() != time.date()
        minutes += kind == "tweets" and written != time.replace(second=0, tzinfo=None)
    stamp = "%Y-%m-%dT%H:%M:%SZ"
    found = {
        "records": len(rows), "distinct_ids": len({row["id"] for row in held}), "junk": len(junk),
        "replies": sum(row["text"].startswith("@") for row in held), "handles": handles,
        "published_min": min(times).strftime(stamp) if times else None,
        "published_max": max(times).strftime(stamp) if times else None,
        "months": collections.Counter(time.astimezone(WITA).strftime("%Y-%m") for time in times),
        "date_disagrees": disagree,
        # Rows with an id only: the zeros of a junk row are no measurement.
        "metrics": {name: summary([row.get(name, "") for row in held], name.endswith("_rate")) for name in METRICS
                    if kind == "tweets" or name in CONTENT},
    }
    if kind == "tweets":
        found |= {"minute_disagrees": minutes, "retweets": sum(row["text"].startswith("RT @") for row in held)}
    return found


def day_table(header, rows, descending, not_delivered=()):
    for name in not_delivered:
        assert all(row[header.index(name)] == "0" for row in rows), f"{name} holds figures"
    columns = {name: summary([row[i] for row in rows], name.lower().endswith(("rate", "penyelesaian")))
               for i, name in enumerate(header) if i}
    columns |= {name: {"sum": None, "known": 0, "null": len(rows)} for name in not_delivered}
    return span([day_of(row[0]).date() for row in rows], descending) | {"columns": columns}


def seconds(text):
    parts = list(map(int, text.split(":")))
    assert 2 <= len(parts) <= 3 and all(part < 60 for part in parts[1:]), f"no duration: {text!r}"
    return sum(part * 60 ** place for place, part in enumerate(reversed(parts)))


def videos(records):
    blank = [n for n, row in enumerate(records) if not any(row)]
    assert len(blank) == 1, "two tables stand in the file, with one empty row between them"
    first, second = records[:blank[0]], records[blank[0] + 1:]
    for (title, *_), labels in ((first, VIDEO_DAYS), (second, VIDEO_ROWS)):
        assert title[0] and not any(title[1:]), f"no title: {title}"
    strip = lambda row: row[:max([n for n, cell in enumerate(row, 1) if cell], default=0)]
    header, head = strip(first[1]), strip(second[1])
    assert header[:5] in VIDEO_DAYS and len(header) <= 6, f"header unknown: {header}"
    assert head in VIDEO_ROWS, f"header unknown: {head}"
    rows = [dict(zip("uploaded id title views duration link monetized revenue published post".split(), row))
            for row in second[2:]]
    for row in rows:
        assert row["id"].isdecimal() and LINK.fullmatch(row["post"]), f"no video: {row}"
    uploaded = [day_of(row["uploaded"]).date() for row in rows]
    return {
        "days": day_table(header, [row[:len(header)] for row in first[2:]], descending=True),
        "videos": {
            "records": len(rows), "distinct_ids": len({row["id"] for row in rows}),
            "post_ids": [LINK.fullmatch(row["post"])[2] for row in rows],
            "handles": collections.Counter(LINK.fullmatch(row["post"])[1] for row in rows),
            "uploaded_min": str(min(uploaded)) if rows else None, "uploaded_max": str(max(uploaded)) if rows else None,
            "columns": {"views": summary([row["views"] for row in rows]),
                        "duration_seconds": summary([str(seconds(row["duration"])) for row in rows]),
                        "estimated_revenue": summary([row["revenue"] for row in rows])},
        },
    }


def digest(path):
    text = pathlib.Path(path).read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff"), "a byte order mark"
    records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    found = {"file": str(path).rpartition("real-exports/")[2], "line_end": "CRLF" if "\r\n" in text else "LF",
             "final_newline": text.endswith("\n")}
    header = records[0]
    if len(records) > 1 and not any(header[1:]) and records[1][:5] in VIDEO_DAYS:
        return found | {"kind": "videos"} | videos(records)
    rows = [row for row in records[1:] if row]
    for number, row in enumerate(rows, 1):
        assert len(row) == len(header), f"record {number} has {len(row)} cells"
    found["header"] = header
    if len(header) == 17 and [cell.rstrip("\\") for cell in header[:13]] in CONTENT_HEADERS:
        return found | {"kind": "content"} | posts("content", CONTENT, rows)
    if header in OVERVIEW:
        return found | {"kind": "overview"} | day_table(header, rows, True, not_delivered=header[-2:])
    if header[:2] == ["Date", "Tweets published"]:
        return found | {"kind": "days"} | day_table(header, rows, False)
    if header[0] == "Tweet id":
        columns = [TWEETS.get(name, name.replace(" ", "_")) for name in header]
        assert len(set(columns)) == len(columns) and set(columns) <= {*POST, *METRICS}, f"columns unknown: {header}"
        return found | {"kind": "tweets"} | posts("tweets", columns, rows)
    raise AssertionError(f"header unknown: {header}")


if len(sys.argv) < 2:
    sys.exit(__doc__)
for argument in sys.argv[1:]:
    try:
        print(json.dumps(digest(argument), sort_keys=True, ensure_ascii=False))
    except (AssertionError, UnicodeDecodeError, csv.Error) as problem:
        sys.exit(f"{argument}: {problem}")
