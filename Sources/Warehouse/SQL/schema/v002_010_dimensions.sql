-- Dimensions: when, where, who. A comment behind a column is its description in the data dictionary.

-- Every day from 2004 to 2040, with what the calendar says of it. Grain: day.
CREATE TABLE dim_date (
  date_key     INTEGER PRIMARY KEY,                          -- yyyymmdd; 0 is the unknown day
  date         TEXT UNIQUE,                                  -- ISO 8601 day in WITA; NULL for the unknown day
  year         INTEGER,
  quarter      INTEGER,
  month        TEXT,                                         -- YYYY-MM
  month_name   TEXT,                                         -- Indonesian
  day          INTEGER,
  weekday      INTEGER CHECK (weekday BETWEEN 1 AND 7),      -- ISO: 1 is Monday
  weekday_name TEXT,                                         -- Indonesian
  iso_year     INTEGER,                                      -- the year that the ISO week belongs to
  iso_week     INTEGER CHECK (iso_week BETWEEN 1 AND 53),
  is_weekend   INTEGER CHECK (is_weekend IN (0, 1)),
  holiday      TEXT,                                         -- national holiday's name where known, else NULL
  CHECK ((date_key = 0) = (date IS NULL))
) STRICT;
CREATE INDEX dim_date_month ON dim_date (month, date_key);

-- The five platforms, and what exposure means on each. Grain: platform.
CREATE TABLE dim_platform (
  platform_key    INTEGER PRIMARY KEY,
  platform        TEXT NOT NULL UNIQUE,                      -- facebook, instagram, x, youtube, tiktok
  name            TEXT NOT NULL,
  exposure_basis  TEXT NOT NULL CHECK (exposure_basis IN ('reach', 'impressions', 'views')),
  standard_basis  TEXT NOT NULL                              -- the interactions that its files deliver, joined by +
) STRICT;
INSERT INTO dim_platform VALUES
  (1, 'facebook',  'Facebook',  'reach',       'likes+comments+shares'),
  (2, 'instagram', 'Instagram', 'reach',       'likes+comments+shares+saves'),
  (3, 'x',         'X',         'impressions', 'likes+comments+shares+reposts+saves'),
  (4, 'youtube',   'YouTube',   'views',       'likes+comments+shares'),
  (5, 'tiktok',    'TikTok',    'views',       'likes+comments+shares');

-- Kinds of posts, and whether rates are computed from them. Grain: kind.
CREATE TABLE dim_post_format (
  post_format_key INTEGER PRIMARY KEY,
  post_format     TEXT NOT NULL UNIQUE,
  name            TEXT NOT NULL,                             -- Indonesian
  is_indexed      INTEGER NOT NULL CHECK (is_indexed IN (0, 1)) -- 1: counts in rates and ranks
) STRICT;
INSERT INTO dim_post_format VALUES
  (1, 'photo', 'Foto', 1), (2, 'carousel', 'Carousel', 1), (3, 'video', 'Video', 1), (4, 'reel', 'Reel', 1),
  (5, 'short', 'Short', 1), (6, 'story', 'Story', 0), (7, 'text', 'Teks', 1), (8, 'link', 'Tautan', 1),
  (9, 'live', 'Siaran langsung', 1), (10, 'share', 'Bagikan ulang', 0), (11, 'reply', 'Balasan', 0),
  (12, 'other', 'Lainnya', 1);

-- What posts are about. Grain: category.
CREATE TABLE dim_category (
  category   TEXT PRIMARY KEY,                               -- layanan, kegiatan, positif, edukasi, none
  name       TEXT NOT NULL,                                  -- Indonesian
  sort_order INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO dim_category VALUES
  ('layanan', 'Layanan Publik', 1), ('kegiatan', 'Kegiatan Pemerintah', 2), ('positif', 'Pemberitaan Positif', 3),
  ('edukasi', 'Edukasi Masyarakat', 4), ('none', 'Di luar kategori', 5);

-- Offices as opd.csv names them, each for the days it was called so. Grain: office × span of days.
CREATE TABLE dim_opd (
  opd_key    INTEGER PRIMARY KEY,
  opd_code   TEXT NOT NULL,                                  -- durable; a renamed office keeps it
  name       TEXT NOT NULL,
  short_name TEXT NOT NULL,
  peer_group TEXT,                                           -- kelompok pembanding; NULL: none
  is_ranked  INTEGER NOT NULL CHECK (is_ranked IN (0, 1)),
  valid_from TEXT NOT NULL,                                  -- first day of this version
  valid_to   TEXT NOT NULL,                                  -- last day; 9999-12-31 while current
  UNIQUE (opd_code, valid_from),
  CHECK (valid_from <= valid_to)
) STRICT;

-- Whatever a folder or a person may call an office.
CREATE TABLE opd_name (
  name     TEXT NOT NULL,                                    -- normalised: lower case, single blanks
  opd_code TEXT NOT NULL,
  PRIMARY KEY (name, opd_code)
) STRICT, WITHOUT ROWID;

-- Accounts, one for each platform id or address. Grain: account.
CREATE TABLE dim_account (
  account_key  INTEGER PRIMARY KEY,
  platform_key INTEGER NOT NULL REFERENCES dim_platform,
  account      TEXT NOT NULL,                                -- how reports call it: handle, else name, else id
  UNIQUE (platform_key, account)
) STRICT;

-- Other ids, addresses and names of an account. Grain: account × alias × span of days.
CREATE TABLE account_alias (
  account_key INTEGER NOT NULL REFERENCES dim_account,
  kind        TEXT NOT NULL CHECK (kind IN ('id', 'handle', 'name')),
  value       TEXT NOT NULL,                                 -- normalised: handles and names in lower case
  valid_from  TEXT NOT NULL,
  valid_to    TEXT NOT NULL,
  PRIMARY KEY (account_key, kind, value, valid_from)
) STRICT, WITHOUT ROWID;

-- Which office an account belonged to. Grain: account × span of days.
CREATE TABLE account_owner (
  account_key INTEGER NOT NULL REFERENCES dim_account,
  opd_code    TEXT NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_to    TEXT NOT NULL,
  PRIMARY KEY (account_key, valid_from),
  CHECK (valid_from <= valid_to)
) STRICT, WITHOUT ROWID;

-- What pengikut.csv says: followers that a person read on the platform, where no export tells them.
CREATE TABLE follower_entry (
  month     TEXT NOT NULL,                                   -- YYYY-MM
  opd_code  TEXT NOT NULL,
  platform  TEXT NOT NULL,
  followers INTEGER NOT NULL CHECK (followers >= 0),
  PRIMARY KEY (month, opd_code, platform)
) STRICT, WITHOUT ROWID;

-- What aduan.csv says: complaints that an office received through its own channels. Shown, never scored.
CREATE TABLE complaint_entry (
  month        TEXT NOT NULL,                                -- YYYY-MM
  opd_code     TEXT NOT NULL,
  received     INTEGER NOT NULL CHECK (received >= 0),
  answered     INTEGER CHECK (answered BETWEEN 0 AND received),
  median_hours REAL CHECK (median_hours >= 0),               -- until the answer
  PRIMARY KEY (month, opd_code)
) STRICT, WITHOUT ROWID;

-- Posts with what does not change from export to export; earlier texts are in post_attribute_history. Grain: post.
CREATE TABLE dim_post (
  post_key            INTEGER PRIMARY KEY,
  platform_key        INTEGER NOT NULL REFERENCES dim_platform,
  native_id           TEXT NOT NULL,                         -- digits or the platform's own code; never a number
  account_key         INTEGER NOT NULL REFERENCES dim_account,
  published_date_key  INTEGER NOT NULL REFERENCES dim_date,  -- the day in WITA; 0: unknown
  published_at        TEXT,                                  -- UTC, ISO 8601; NULL where only the day is known
  published_precision TEXT NOT NULL CHECK (published_precision IN ('minute', 'day', 'unknown')),
  post_format_key     INTEGER NOT NULL REFERENCES dim_post_format,
  duration_seconds    INTEGER,
  permalink           TEXT,
  caption             TEXT,
  custom_label        TEXT,                                  -- the label that the admin gave on the platform
  UNIQUE (platform_key, native_id)
) STRICT;
CREATE INDEX dim_post_month ON dim_post (published_date_key, account_key, post_format_key);

-- What account-level files count.
CREATE TABLE dim_metric (
  metric      TEXT PRIMARY KEY,
  name        TEXT NOT NULL,                                 -- Indonesian
  unit        TEXT NOT NULL CHECK (unit IN ('count', 'people', 'share', 'seconds')),
  is_additive INTEGER NOT NULL CHECK (is_additive IN (0, 1)) -- 1: the days of a span may be added
) STRICT, WITHOUT ROWID;
INSERT INTO dim_metric VALUES
  ('followers',         'Pengikut',                          'people', 0),
  ('follows',           'Pengikut baru',                     'count',  1),
  ('unfollows',         'Berhenti mengikuti',                'count',  1),
  ('net_follows',       'Pertambahan pengikut bersih',       'count',  1),
  ('posts',             'Unggahan yang dibuat',              'count',  1),
  ('impressions',       'Impresi',                           'count',  1),
  ('engaged_views',     'Penayangan tak dilewati',           'count',  1),
  ('media_views',       'Tayangan media',                    'count',  1),
  ('watch_seconds',     'Waktu tonton',                      'seconds', 1),
  ('engagements',       'Engagement menurut X',              'count',  1),
  ('likes',             'Suka',                              'count',  1),
  ('comments',          'Komentar atau balasan',             'count',  1),
  ('shares',            'Dibagikan',                         'count',  1),
  ('reposts',           'Diposting ulang',                   'count',  1),
  ('saves',             'Disimpan',                          'count',  1),
  ('period_reach',      'Jangkauan unik selama rentang',     'people', 0),
  ('active_followers',  'Pengikut aktif per jam',            'people', 0),
  ('reach',             'Jangkauan harian',                  'people', 0),
  ('views',             'Tayangan',                          'count',  1),
  ('viewers',           'Penonton',                          'people', 0),
  ('interactions',      'Interaksi konten',                  'count',  1),
  ('link_clicks',       'Klik tautan',                       'count',  1),
  ('visits',            'Kunjungan halaman atau profil',     'count',  1),
  ('total_viewers',     'Penonton (dasbor profesional)',     'people', 0),
  ('new_viewers',       'Penonton baru (dasbor profesional)', 'people', 0),
  ('returning_viewers', 'Penonton kembali (dasbor profesional)', 'people', 0),
  ('follower_share',    'Porsi pengikut',                    'share',  0);

-- Days on which a platform changed what a figure counts. Grain: platform × metric × day.
CREATE TABLE dim_metric_break (
  platform_key INTEGER NOT NULL REFERENCES dim_platform,
  metric       TEXT NOT NULL,
  broken_on    TEXT NOT NULL,                                -- first day of the new definition
  change       TEXT NOT NULL,                                -- Indonesian, one sentence
  PRIMARY KEY (platform_key, metric, broken_on)
) STRICT, WITHOUT ROWID;
INSERT INTO dim_metric_break VALUES
  (2, 'impressions', '2025-04-21', 'Instagram mengganti impresi dengan tayangan.'),
  (1, 'impressions', '2025-11-15', 'Facebook mengganti impresi dengan tayangan.'),
  (4, 'views', '2025-03-31', 'YouTube menghitung ulang tayangan Shorts.'),
  (4, 'views', '2026-08-24', 'YouTube menghitung ulang tayangan semua format.');
