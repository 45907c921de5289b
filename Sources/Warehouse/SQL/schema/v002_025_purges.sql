-- What was deleted for good, as the privacy law asks; the ledger keeps counting it. Grain: purge.
CREATE TABLE purge (
  purge_key     INTEGER PRIMARY KEY,
  before_month  TEXT,                                         -- posts published before this month went; NULL: it was an account
  platform      TEXT,
  account       TEXT,                                         -- all of its posts and figures went; NULL: it was by month
  posts         INTEGER NOT NULL,
  facts         INTEGER NOT NULL,                             -- snapshots of posts and figures of the account
  purged_at     TEXT NOT NULL,                                -- UTC, ISO 8601
  CHECK ((before_month IS NULL) = (account IS NOT NULL))
) STRICT;
