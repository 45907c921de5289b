-- What the meeting saw. Append-only: a month that is published again gets a new publication beside the old one.

-- A month as it was presented. Grain: publication.
CREATE TABLE publication (
  publication_key INTEGER PRIMARY KEY,
  month           TEXT NOT NULL,
  as_of           TEXT NOT NULL,                              -- snapshots up to this instant were believed
  published_at    TEXT NOT NULL,                              -- UTC, ISO 8601
  last_load_key   INTEGER NOT NULL,                           -- the newest load at that time; 0: none
  tool_version    TEXT NOT NULL
) STRICT;

-- The figures of a publication. Grain: publication × office × platform × metric.
CREATE TABLE published_figure (
  publication_key INTEGER NOT NULL REFERENCES publication,
  opd_code        TEXT NOT NULL,
  platform        TEXT NOT NULL,
  metric          TEXT NOT NULL,                              -- a column of mart_opd_platform_month
  value           REAL,                                       -- NULL: it was not known
  PRIMARY KEY (publication_key, opd_code, platform, metric)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER publication_stays BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;
CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;
CREATE TRIGGER published_figure_stays BEFORE UPDATE ON published_figure
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;
CREATE TRIGGER published_figure_is_kept BEFORE DELETE ON published_figure
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;
