"""Asks pandas, DuckDB and Datasette every worked query and compares with SQLite; called by script/check-analysts."""

import json
import math
import pathlib
import sqlite3
import subprocess
import sys
import time
import urllib.request

import duckdb
import duckdb_extension_sqlite_scanner
import pandas
import yaml


def alike(one, other):
    """Equal as figures: engines write the same number in different types."""
    if isinstance(one, float) or isinstance(other, float):
        if one is None or other is None:
            return one is other
        return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-12)
    return one == other


def compare(name, engine, wanted, found):
    if len(wanted) != len(found):
        sys.exit(f"{name}: {engine} has {len(found)} rows, SQLite {len(wanted)}")
    for row, (left, right) in enumerate(zip(wanted, found)):
        if len(left) != len(right) or not all(alike(a, b) for a, b in zip(left, right)):
            sys.exit(f"{name}, row {row}: SQLite {left}, {engine} {right}")


def main(database, metadata):
    with open(metadata, encoding="utf-8") as file:
        described = yaml.safe_load(file)["databases"]["medsos"]
    queries = {name: query["sql"] for name, query in described["queries"].items()}
    lite = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    known = {row[0] for row in lite.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    if missing := set(described["tables"]) - known:
        sys.exit(f"described but not there: {missing}")
    answers = {name: lite.execute(sql).fetchall() for name, sql in queries.items()}
    duck = duckdb.connect()
    folder = pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent / "extensions"
    extension = next(folder.glob("*/sqlite_scanner.duckdb_extension"))
    duck.execute(f"INSTALL '{extension}'; LOAD sqlite_scanner")
    duck.execute(f"ATTACH '{database}' AS medsos (TYPE sqlite, READ_ONLY); USE medsos")
    for name, sql in queries.items():
        frame = pandas.read_sql(sql, lite)
        if frame.shape[0] != len(answers[name]):
            sys.exit(f"{name}: pandas has {frame.shape[0]} rows")
        compare(name, "DuckDB", answers[name], duck.execute(sql).fetchall())
    for view in sorted(name for name in known if name.startswith("v_")):
        wanted = lite.execute(f"SELECT count(*) FROM {view}").fetchone()
        if duck.execute(f"SELECT count(*) FROM {view}").fetchone() != wanted:
            sys.exit(f"{view}: DuckDB counts other rows")
    serve(database, metadata, queries, answers)
    print(f"Datasette, DuckDB and pandas agree with SQLite on {len(queries)} queries")


def serve(database, metadata, queries, answers):
    command = [sys.executable, "-m", "datasette", "serve", database, "--metadata", metadata, "--port", "8963"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        fetch("/medsos.json", patience=30)
        page = fetch("/medsos/mart_opd_month", as_json=False)
        if "lower end" not in page and "its interval" not in page:
            sys.exit("Datasette shows no description of a column")
        for name in queries:
            found = fetch(f"/medsos/{name}.json?_shape=arrays&_size=max")
            compare(name, "Datasette", answers[name], [tuple(row) for row in found["rows"]])
    finally:
        server.terminate()
        server.wait()


def fetch(path, patience=0, as_json=True):
    while True:
        try:
            with urllib.request.urlopen("http://127.0.0.1:8963" + path, timeout=20) as answer:
                text = answer.read().decode("utf-8")
                return json.loads(text) if as_json else text
        except OSError as error:
            if patience <= 0:
                sys.exit(f"Datasette, {path}: {error}")
            patience -= 1
            time.sleep(1)


main(sys.argv[1], sys.argv[2])
