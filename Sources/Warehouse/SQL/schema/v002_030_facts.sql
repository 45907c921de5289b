-- Facts: one row for every post and load. NULL: the platform did not report it. There is no index by load: only undo and
-- verify look for one, and a million posts would pay a tenth of their time for it.

-- What an export said of a post. NULL: the platform did not report it. Grain: post × load.
CREATE TABLE fact_post_snapshot (
  post_key       INTEGER NOT NULL REFERENCES dim_post,
  load_key       INTEGER NOT NULL REFERENCES ingest_load,    -- its as_of is the snapshot's
  line           INTEGER NOT NULL,                           -- of the file where the record starts
  perspective    TEXT NOT NULL CHECK (perspective IN ('own', 'other')),
  impressions    INTEGER,
  views          INTEGER,
  engaged_views  INTEGER,
  reach          INTEGER,
  reach_paid     INTEGER,
  viewers        INTEGER,
  likes          INTEGER,
  comments       INTEGER,
  shares         INTEGER,
  reposts        INTEGER,
  saves          INTEGER,
  clicks         INTEGER,
  link_clicks    INTEGER,
  follows        INTEGER,
  profile_visits INTEGER,
  replies        INTEGER,                                    -- private answers to a story
  navigation     INTEGER,                                    -- taps forward, back and away in a story
  sticker_taps   INTEGER,
  engagements    INTEGER,                                    -- X's own sum, clicks included; in no rate
  watch_seconds  REAL,
  PRIMARY KEY (post_key, load_key)
) STRICT, WITHOUT ROWID;

-- Earlier texts, links and labels of posts, by the load that brought them. Grain: post × load.
CREATE TABLE post_attribute_history (
  post_key  INTEGER NOT NULL REFERENCES dim_post,
  load_key  INTEGER NOT NULL REFERENCES ingest_load,
  attribute TEXT NOT NULL,                                   -- a column of dim_post that differed between loads
  value     TEXT,                                            -- what this load says of it
  PRIMARY KEY (post_key, attribute, load_key)
) STRICT, WITHOUT ROWID;

-- One row for every account, day, metric and load. The day is the platform's own: Meta's begin at midnight in US Pacific
-- time. Which format delivered it stands with the load.
CREATE TABLE fact_account_day (
  account_key INTEGER NOT NULL REFERENCES dim_account,
  metric      TEXT NOT NULL REFERENCES dim_metric,
  date_key    INTEGER NOT NULL REFERENCES dim_date,
  load_key    INTEGER NOT NULL REFERENCES ingest_load,
  line        INTEGER NOT NULL,                              -- of the file where the record starts
  value       INTEGER NOT NULL,
  PRIMARY KEY (account_key, metric, date_key, load_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_account_day_load ON fact_account_day (load_key);

-- One row for every account, span of time, metric and load.
CREATE TABLE fact_account_period (
  account_key INTEGER NOT NULL REFERENCES dim_account,
  metric      TEXT NOT NULL REFERENCES dim_metric,
  load_key    INTEGER NOT NULL REFERENCES ingest_load,
  line        INTEGER NOT NULL,
  period_from TEXT,                                          -- UTC, ISO 8601; NULL: since ever, a level
  period_to   TEXT NOT NULL,                                 -- UTC, exclusive; of a level: when it stood so
  value       INTEGER NOT NULL,
  PRIMARY KEY (account_key, metric, load_key, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_account_period_load ON fact_account_period (load_key);

-- One row for every account, member of a dimension, metric and load, as of the load.
CREATE TABLE fact_account_breakdown (
  account_key INTEGER NOT NULL REFERENCES dim_account,
  metric      TEXT NOT NULL REFERENCES dim_metric,
  dimension   TEXT NOT NULL CHECK (dimension IN ('gender', 'age_gender', 'city', 'country', 'territory', 'video', 'hour')),
  member      TEXT NOT NULL,                                 -- as the platform writes it; age and gender joined by " / "
  load_key    INTEGER NOT NULL REFERENCES ingest_load,
  line        INTEGER NOT NULL,
  value       REAL NOT NULL,                                 -- a share lies between 0 and 1
  PRIMARY KEY (account_key, metric, dimension, member, load_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_account_breakdown_load ON fact_account_breakdown (load_key);
