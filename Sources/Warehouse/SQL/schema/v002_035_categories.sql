-- What posts are about: the rules, what people corrected, and each post's category with its reason.

-- The rules in force, as kategori.csv has them; row for row, so that a decision can be followed.
CREATE TABLE category_rule (
  rule_key INTEGER PRIMARY KEY,
  line     INTEGER NOT NULL,                                 -- of kategori.csv
  category TEXT NOT NULL,
  family   TEXT NOT NULL,
  weight   REAL,
  pattern  TEXT NOT NULL,
  kind     TEXT NOT NULL
) STRICT;

-- Corrections by hand, as perbaikan.csv has them.
CREATE TABLE category_override (
  override_key INTEGER PRIMARY KEY,
  line         INTEGER NOT NULL,                             -- of perbaikan.csv
  post         TEXT NOT NULL,                                -- link or native id
  category     TEXT NOT NULL REFERENCES dim_category,
  reason       TEXT NOT NULL,
  decided_by   TEXT NOT NULL,
  decided_on   TEXT NOT NULL                                 -- ISO 8601 day
) STRICT;

-- One row per post that has been looked at.
CREATE TABLE post_category (
  post_key    INTEGER PRIMARY KEY REFERENCES dim_post,
  category    TEXT NOT NULL REFERENCES dim_category,
  method      TEXT NOT NULL CHECK (method IN ('rule', 'label', 'hashtag', 'manual')),
  words       TEXT NOT NULL,                                 -- what spoke for it, joined by " | "
  score       REAL,                                          -- of the category; NULL unless by rule
  margin      REAL,                                          -- distance to the next category
  needs_look  INTEGER NOT NULL CHECK (needs_look IN (0, 1)), -- small margin or no evidence: in the review queue
  information TEXT,                                          -- UU 14/2008: berkala, serta-merta, setiap saat; NULL: none
  event_tags  INTEGER NOT NULL,                              -- hashtags of events
  mentions    INTEGER NOT NULL,                              -- accounts of other offices that it names
  text_key    INTEGER,                                       -- equal for equal texts; NULL: no text
  decided_at  TEXT NOT NULL,                                 -- UTC, ISO 8601
  is_due      INTEGER NOT NULL DEFAULT 0 CHECK (is_due IN (0, 1)) -- its text has changed since
) STRICT;
CREATE INDEX post_category_due ON post_category (is_due) WHERE is_due = 1;

-- A text that changed is looked at again, a post that goes takes its category with it.
CREATE TRIGGER dim_post_text_changes AFTER UPDATE OF caption, custom_label ON dim_post
BEGIN UPDATE post_category SET is_due = 1 WHERE post_key = NEW.post_key; END;
CREATE TRIGGER dim_post_goes BEFORE DELETE ON dim_post
BEGIN DELETE FROM post_category WHERE post_key = OLD.post_key; END;

-- Every correction by hand that took effect or was taken back. Append-only, by natural keys.
CREATE TABLE category_log (
  log_key       INTEGER PRIMARY KEY,
  platform      TEXT NOT NULL,
  native_id     TEXT NOT NULL,
  from_category TEXT,                                        -- NULL: it had none yet
  to_category   TEXT NOT NULL,
  reason        TEXT NOT NULL,
  decided_by    TEXT NOT NULL,
  decided_on    TEXT NOT NULL,
  applied_at    TEXT NOT NULL                                -- UTC, ISO 8601
) STRICT;
