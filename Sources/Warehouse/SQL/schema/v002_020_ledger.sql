-- The ledger: which bytes came, what became of each record.

-- Every file that came, named by its bytes. Grain: distinct bytes.
CREATE TABLE ingest_file (
  file_key INTEGER PRIMARY KEY,
  sha256   TEXT NOT NULL UNIQUE,
  bytes    INTEGER NOT NULL,
  name     TEXT NOT NULL                                     -- as first seen
) STRICT;

-- Every attempt to take a file in, and what became of its records: records = loaded + rejected + quarantined +
-- skipped. Grain: load.
CREATE TABLE ingest_load (
  load_key       INTEGER PRIMARY KEY AUTOINCREMENT,          -- never given again, also after undo
  file_key       INTEGER NOT NULL REFERENCES ingest_file,
  path           TEXT NOT NULL,                              -- below the inbox
  scope          TEXT NOT NULL,                              -- what beside the bytes decides the result
  folder_opd      TEXT,                                      -- office by folder, where the path names one
  folder_platform TEXT,                                      -- platform by folder
  folder_handle   TEXT,                                      -- account by folder
  home_opd       TEXT,                                       -- office whose accounts the file is about
  status         TEXT NOT NULL CHECK (status IN ('loaded', 'partial', 'refused', 'quarantined')),
  message        TEXT,                                       -- why it was refused
  message_line   INTEGER,                                    -- the line of the file that the message speaks of
  format         TEXT,
  content        TEXT CHECK (content IN ('posts', 'stories', 'account')), -- what the file lists
  platform_key   INTEGER REFERENCES dim_platform,
  language       TEXT,                                       -- of the header
  encoding       TEXT,
  delimiter      TEXT,
  header_mapping TEXT,                                       -- what kolom.csv told of its header
  exported_at    TEXT,                                       -- UTC, ISO 8601
  exported_basis TEXT CHECK (exported_basis IN ('option', 'name', 'manifest', 'mtime')),
  as_of          TEXT,                                       -- the earlier of exported_at and counted_to
  name_from      TEXT,                                       -- the range of days that the file's name claims
  name_to        TEXT,
  published_from TEXT,                                       -- which posts the file lists; NULL: not known
  published_to   TEXT,
  counted_from   TEXT,                                       -- when what it counts happened; NULL: since ever
  counted_to     TEXT,
  basis          TEXT,                                       -- the interactions that the file has columns for, joined by +
  unused_columns TEXT,                                       -- JSON array
  assumptions    TEXT NOT NULL DEFAULT '[]',                 -- JSON array of sentences
  warnings       TEXT NOT NULL DEFAULT '[]',                 -- JSON array of sentences
  is_blank       INTEGER NOT NULL DEFAULT 0 CHECK (is_blank IN (0, 1)), -- no rows, only zeros, or shares without a day: equal bytes may be another report
  truncated      INTEGER NOT NULL DEFAULT 0 CHECK (truncated IN (0, 1)), -- it lists only the top of what it could
  sheet          TEXT,                                       -- of a workbook, where the rows are a sheet's
  records        INTEGER NOT NULL,
  loaded         INTEGER NOT NULL,
  rejected       INTEGER NOT NULL,
  quarantined    INTEGER NOT NULL,
  skipped        INTEGER NOT NULL,
  purged         INTEGER NOT NULL DEFAULT 0,                 -- of those loaded, deleted since by medsos purge
  releases       INTEGER REFERENCES ingest_load,             -- the load whose quarantined records this one took
  tool_version   TEXT NOT NULL,
  loaded_at      TEXT NOT NULL,                              -- UTC, ISO 8601
  CHECK (records = loaded + rejected + quarantined + skipped),
  CHECK (loaded = 0 OR as_of IS NOT NULL)
) STRICT;
CREATE INDEX ingest_load_file ON ingest_load (file_key);

-- Which accounts a load speaks of: what completeness is judged by, also where a file holds no record.
CREATE TABLE load_account (
  load_key    INTEGER NOT NULL REFERENCES ingest_load,
  account_key INTEGER NOT NULL REFERENCES dim_account,
  PRIMARY KEY (load_key, account_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX load_account_account ON load_account (account_key);

-- Records that were not loaded, and why. Grain: load × record.
CREATE TABLE ingest_reject (
  load_key INTEGER NOT NULL REFERENCES ingest_load,
  line     INTEGER NOT NULL,                                 -- where the record starts; the file's first line is 1
  row      INTEGER NOT NULL,                                 -- the record's number, the first below the header being 1
  column_name TEXT NOT NULL,                                 -- header as in the file; empty: the whole record
  code     TEXT NOT NULL,
  value    TEXT NOT NULL,                                    -- cut at 80 characters
  message  TEXT NOT NULL,
  PRIMARY KEY (load_key, line, row)
) STRICT, WITHOUT ROWID;

-- Records passed over on purpose, and why. Grain: load × record.
CREATE TABLE ingest_skip (
  load_key INTEGER NOT NULL REFERENCES ingest_load,
  line     INTEGER NOT NULL,
  row      INTEGER NOT NULL,
  code     TEXT NOT NULL,
  detail   TEXT,
  PRIMARY KEY (load_key, line, row)
) STRICT, WITHOUT ROWID;

-- Records that wait for something, such as an account to be registered. Grain: load × record.
CREATE TABLE ingest_quarantine (
  load_key    INTEGER NOT NULL REFERENCES ingest_load,
  line        INTEGER NOT NULL,
  row         INTEGER NOT NULL,
  code        TEXT NOT NULL,
  detail      TEXT,                                          -- what is not known, and the nearest that is
  message     TEXT NOT NULL,
  observation TEXT NOT NULL,                                 -- the parsed record, JSON
  released_by INTEGER REFERENCES ingest_load,                -- the load that took it; NULL: still waiting
  PRIMARY KEY (load_key, line, row)
) STRICT, WITHOUT ROWID;

-- What the program remembers between runs: the registry's fingerprint, the mark that reports carry.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Months whose marts are older than what they are made of; the transaction that makes a mart clears it.
CREATE TABLE mart_dirty (
  month TEXT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (month, cause)
) STRICT, WITHOUT ROWID;
