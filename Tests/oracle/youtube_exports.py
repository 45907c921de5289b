"""Prints what YouTube Studio's export files hold, one JSON object a line for each file. Kinds: table, chart, totals, in
English, Indonesian, German, Portuguese, Japanese and Spanish. Nothing is skipped: a row or column it cannot account for
stops it.

    python3 youtube_exports.py FILE...
"""
import collections, csv, datetime as d, decimal, io, itertools, json, pathlib, re, sys, unicodedata

VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")
CLOCK = re.compile(r"([0-9]+):([0-5][0-9]):([0-5][0-9])")

# Whole headers are compared: in Indonesian "Penayangan" are views and "Tayangan" impressions.
TEXT = {
    "content": "content video videos konten inhalt conteúdo vídeo contenido コンテンツ 動画",
    "title": "video title|judul video|videotitel|título do vídeo|título del vídeo|título del video|動画のタイトル",
    "published": "video publish time|waktu publikasi video|veröffentlichungszeitpunkt des videos|"
                 "horário de publicação do vídeo|hora de publicación del vídeo|hora de publicación del video|動画公開時刻",
    "date": "date tanggal datum data fecha 日付",
}
NUMERIC = {
    "duration_seconds": "duration|durasi|dauer|duração|duración|長さ",
    "views": "views|video views|penayangan|aufrufe|visualizações|visualizaciones|視聴回数",
    "engaged_views": "engaged views|penayangan tak dilewati",
    "watch_hours": "watch time (hours)|waktu tonton (jam)|wiedergabezeit (stunden)|tempo de exibição (horas)|"
                   "tiempo de visualización (horas)|総再生時間 (単位: 時間)",
    "subscribers": "subscribers|subscriber|abonnenten|inscritos|suscriptores|チャンネル登録者",
    "subscribers_gained": "subscribers gained|subscriber yang diperoleh|gewonnene abonnenten",
    "subscribers_lost": "subscribers lost|subscriber yang hilang|verlorene abonnenten",
    "impressions": "impressions|thumbnail impressions|tayangan|tayangan thumbnail|impresi|impressionen|impressões|impresiones|"
                   "インプレッション数",
    "ctr_percent": "impressions click-through rate (%)|thumbnail click-through rate (%)|rasio klik-tayang dari tayangan (%)|"
                   "rasio klik-tayang tayangan (%)|klickrate der impressionen (%)|taxa de cliques de impressões (%)|"
                   "porcentaje de clics de las impresiones (%)|インプレッションのクリック率 (%)",
    "average_view_duration_seconds": "average view duration|rata-rata durasi tonton|durchschnittliche wiedergabedauer",
    "average_percentage_viewed": "average percentage viewed (%)|average % viewed|persentase penayangan rata-rata",
    "stayed_to_watch_percent": "stayed to watch (%)|viewed (vs. swiped away) (%)",
    "shown_in_feed": "shown in feed",
    "likes": "likes|suka",
    "dislikes": "dislikes|tidak suka",
    "likes_percent": "likes (vs. dislikes) (%)|likes (vs dislikes) (%)|suka (vs. tidak suka) (%)|suka (vs. tidak suka)",
    "comments": "comments|comments added|komentar ditambahkan",
    "shares": "shares|pembagian",
    "post_subscribers": "post subscribers",
    "unique_viewers": "unique viewers|penonton unik",
    "unique_reach": "unique reach",
    "average_views_per_viewer": "average views per viewer|penayangan rata-rata per penonton",
    "new_viewers": "new viewers|penonton baru",
    "returning_viewers": "returning viewers|penonton yang kembali",
    "casual_viewers": "casual viewers",
    "regular_viewers": "regular viewers",
    "hypes": "hypes",
    "hype_points": "hype points|poin hype",
    "premium_views": "youtube premium views|penayangan youtube premium",
    "remixes": "jumlah remix",
    "end_screen_shown": "end screen elements shown",
    "end_screen_clicks": "end screen element clicks|klik pada elemen layar akhir",
    "end_screen_click_percent": "clicks per end screen element shown (%)",
}
MONEY = {
    "estimated_revenue": r"(?:your )?estimated revenue|(?:sua )?receita estimada|推定収益|estimasi pendapatan",
    "rpm": "rpm", "cpm": "cpm",
}
NAMES = {label: name for name, labels in (TEXT | NUMERIC).items()
         for label in labels.split("|" if "|" in labels or name in NUMERIC else " ")}


def plain(label):
    """NFC, without soft hyphens, no-break spaces as spaces, ideographic brackets as brackets, case folded."""
    label = unicodedata.normalize("NFC", label).replace("\xad", "").replace("（", " (").replace("）", ")")
    return " ".join(label.replace("\xa0", " ").split()).casefold()


def name_of(label):
    """The canonical name, and the currency where the header names one."""
    for name, pattern in MONEY.items():
        if match := re.fullmatch(rf"(?:{pattern}) \(([a-z]{{3}})\)", plain(label)):
            return name, match[1].upper()
    assert plain(label) in NAMES, f"column unknown: {label!r}"
    return NAMES[plain(label)], None


def decimal_mark(cells):
    """The mark of the file, from the cells that can be read in one way only; None where no cell has a mark."""
    marks, doubtful = collections.Counter(), []
    for cell in cells:
        found = re.findall(r"[.,]", cell)
        if len(set(found)) == 2:
            assert len(set(found[:-1])) == 1, f"no number: {cell!r}"
            marks[found[-1]] += 1
        elif len(found) > 1:
            marks[{".": ",", ",": "."}[found[0]]] += 1
        # 1,234 and 1.234 are a thousand or one and a quarter; 0,234 and 1234,567 are no thousands.
        elif found and (not re.fullmatch(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}", cell)):
            marks[found[0]] += 1
        elif found:
            doubtful.append(cell)
    assert len(marks) <= 1, f"two decimal marks: {dict(marks)}"
    assert marks or not doubtful, f"thousands or decimals: {doubtful[0]!r}"
    return next(iter(marks), None), len(doubtful)


def number(cell, mark):
    if match := CLOCK.fullmatch(cell):
        hours, minutes, seconds = map(int, match.groups())
        return decimal.Decimal(hours * 3600 + minutes * 60 + seconds)
    if mark:
        group = re.escape({".": ",", ",": "."}[mark])
        assert re.fullmatch(rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:{group}[0-9]{{3}})+)(?:{re.escape(mark)}[0-9]+)?", cell), cell
        cell = cell.replace({".": ",", ",": "."}[mark], "").replace(mark, ".")
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell), f"no number: {cell!r}"
    return decimal.Decimal(cell)


def exact(value):
    return value if value is None else int(value) if value == int(value) else float(value)


def summary(cells, mark):
    known = [number(cell, mark) for cell in cells if cell != ""]  # A blank cell is unknown, not zero.
    return {"sum": exact(sum(known)) if known else None, "known": len(known), "null": len(cells) - len(known)}


def publish_day(text):
    day = d.datetime.strptime(text, "%b %d, %Y").date()
    assert f"{day:%b} {day.day}, {day.year}" == text, f"no day: {text!r}"
    return day


def span(days):
    assert all(a < b for a, b in itertools.pairwise(days)), "days do not ascend"
    every = [days[0] + d.timedelta(n) for n in range((days[-1] - days[0]).days + 1)] if days else []
    return {"days": len(days), "first_day": str(days[0]) if days else None, "last_day": str(days[-1]) if days else None,
            "missing_days": [str(day) for day in every if day not in set(days)]}


def table(header, names, rows):
    footer = total = None
    is_video = lambda row: VIDEO_ID.fullmatch(row[0].strip(" ")) is not None
    if rows and not is_video(rows[-1]) and not any(rows[-1][1:]):
        footer = rows.pop()[0]
    for number_, row in enumerate(rows, 1):
        assert len(row) == len(header), f"record {number_} has {len(row)} cells"
    # "Gesamtwerte" has eleven letters as well: the total row is the first one, without title and without day.
    text = [i for i, name in enumerate(names) if name in ("title", "published")]
    if rows and not is_video(rows[0]):
        total = rows.pop(0)
        assert not any(total[i] for i in text), f"no total row: {total}"
    for row in rows:
        assert is_video(row), f"no video id: {row[0]!r}"
        # The guard stands before a dash and what is no digit, and nowhere else.
        assert row[0].startswith(" ") == bool(re.match(r" ?-[^0-9]", row[0])), f"guard out of place: {row[0]!r}"
    numeric = [i for i, name in enumerate(names) if name not in TEXT]
    cells = [row[i] for row in rows + [total or []] for i in numeric if row and row[i] and not CLOCK.fullmatch(row[i])]
    mark, doubtful = decimal_mark(cells)
    for i in numeric:
        assert not total or total[i] == "" or number(total[i], mark) is not None
    ids = [row[0].strip(" ") for row in rows]
    published = names.index("published")
    days = [publish_day(row[published]) if row[published] else None for row in rows]
    columns = {names[i]: summary([row[i] for row in rows], mark) for i in numeric}
    return {
        "header": header, "total_row": total and dict(zip(header, total)), "footer": footer, "videos": len(rows),
        "distinct_ids": len(set(ids)), "guarded_ids": [row[0].strip(" ") for row in rows if row[0].startswith(" ")],
        "undated": days.count(None), "undated_ids": [i for i, day in zip(ids, days) if day is None],
        "months": collections.Counter(f"{day:%Y-%m}" for day in days if day),
        "decimal_mark": mark, "cells_that_look_like_thousands": doubtful, "columns": columns,
        "total": total and {names[i]: exact(number(total[i], mark)) if total[i] else None for i in numeric},
        "negative": [[i, names[c], exact(number(row[c], mark))] for i, row in zip(ids, rows) for c in numeric
                     if row[c].startswith("-")],
    }


def chart(header, names, rows):
    metric = names[-1]
    assert names[:2] == ["date", "content"] and set(names[2:-1]) <= {"title", "published", "duration_seconds"}, header
    assert all(len(row) == len(header) for row in rows), "a row is too short or too long"
    entities = collections.defaultdict(list)
    for row in rows:
        assert VIDEO_ID.fullmatch(row[1].strip(" ")), f"no video id: {row[1]!r}"
        entities[row[1].strip(" ")].append(d.date.fromisoformat(row[0]))
    spans = [span(days) for days in entities.values()]
    assert all(one == spans[0] for one in spans), "entities do not hold the same days"
    mark, _ = decimal_mark([row[-1] for row in rows if not CLOCK.fullmatch(row[-1])])
    return {"header": header, "metric": metric, "entities": sorted(entities)} | spans[0] \
        | {"decimal_mark": mark, "values": summary([row[-1] for row in rows], mark)}


def written_days(texts):
    """The days, the order in which they are written, and what proves it."""
    if all(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) for text in texts):
        return list(map(d.date.fromisoformat, texts)), "iso", None
    parts = [tuple(map(int, re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", text).groups())) for text in texts]
    first, second = (next(((n, p) for n, p in enumerate(parts, 2) if p[place] > 12), None) for place in (0, 1))
    assert bool(first) != bool(second), "the order of day and month cannot be told"
    line, proof = first or second
    days = [d.date(year, *((b, a) if first else (a, b))) for a, b, year in parts]
    other = sum(a <= 12 and b <= 12 and a != b for a, b, _ in parts)
    order, count = ("day-first", sum(a > 12 for a, _, _ in parts)) if first else ("month-first", sum(b > 12 for _, b, _ in parts))
    return days, order, {"line": line, "cell": texts[line - 2], "proving_days": count, "days_that_read_both_ways": other}


def totals(header, names, rows):
    assert names[0] == "date" and len(header) == 2 and all(len(row) == 2 for row in rows), f"no totals: {header}"
    days, order, proof = written_days([row[0] for row in rows])
    mark, _ = decimal_mark([row[1] for row in rows if not CLOCK.fullmatch(row[1])])
    values = summary([row[1] for row in rows], mark)
    return {"header": header, "metric": names[1]} | span(days) | {
        "date_order": order, "date_order_proof": proof, "decimal_mark": mark, "sum": values["sum"], "values": values}


def digest(path):
    text = pathlib.Path(path).read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff"), "a byte order mark"
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = [row for row in rows if row]
    names, currencies = map(list, zip(*map(name_of, header)))
    assert len(set(names)) == len(names), f"two columns are the same: {names}"
    if names[0] == "content":
        kind, found = "table", table(header, names, list(rows))
    elif names[1] == "content":
        kind, found = "chart", chart(header, names, rows)
    else:
        kind, found = "totals", totals(header, names, rows)
    return {"file": str(path).rpartition("real-exports/")[2], "kind": kind, "records": len(rows),
            "currency": next(filter(None, currencies), None),
            "line_end": "CRLF" if "\r\n" in text else "LF", "final_newline": text.endswith("\n")} | found


if len(sys.argv) < 2:
    sys.exit(__doc__)
for argument in sys.argv[1:]:
    try:
        print(json.dumps(digest(argument), sort_keys=True, ensure_ascii=False))
    except (AssertionError, ValueError, csv.Error) as problem:
        sys.exit(f"{argument}: {problem}")
