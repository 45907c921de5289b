-- Facts: one row for every post and load. NULL: the platform did not report it.

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
  watch_seconds  REAL,
  PRIMARY KEY (post_key, load_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_post_snapshot_load ON fact_post_snapshot (load_key);

CREATE TABLE post_attribute_history (
  post_key  INTEGER NOT NULL REFERENCES dim_post,
  load_key  INTEGER NOT NULL REFERENCES ingest_load,
  attribute TEXT NOT NULL,                                   -- a column of dim_post that differed between loads
  value     TEXT,                                            -- what this load says of it
  PRIMARY KEY (post_key, attribute, load_key)
) STRICT, WITHOUT ROWID;
