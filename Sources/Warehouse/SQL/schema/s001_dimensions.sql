-- Dimensions: who, where, when.
CREATE TABLE dim_date (
  date_key     INTEGER PRIMARY KEY,
  date         TEXT UNIQUE,
  year         INTEGER,
  quarter      INTEGER,
  month        TEXT,
  month_name   TEXT,
  day          INTEGER,
  weekday      INTEGER CHECK (weekday BETWEEN 1 AND 7),
  weekday_name TEXT,
  iso_year     INTEGER,
  iso_week     INTEGER CHECK (iso_week BETWEEN 1 AND 53),
  is_weekend   INTEGER CHECK (is_weekend IN (0, 1)),
  holiday      TEXT,
  CHECK ((date_key = 0) = (date IS NULL))
) STRICT;
