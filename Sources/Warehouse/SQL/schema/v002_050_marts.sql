-- Marts: one row is one line of a report. NULL: not known, or nothing to compute it from.

-- Which months have marts, and what they were made from.
CREATE TABLE mart_month (
  month               TEXT PRIMARY KEY,
  as_of               TEXT NOT NULL,                          -- snapshots up to this instant are believed
  first_export        TEXT,                                   -- of the snapshots used, UTC
  last_export         TEXT,
  posts_without_owner INTEGER NOT NULL,                       -- their account was nobody's on the day of publication
  posts_without_date  INTEGER NOT NULL,                       -- of files that may be about the month; they enter none
  minimum_posts       INTEGER NOT NULL                        -- index posts that a ranked office has at least
) STRICT;

-- Expected against received. Grain: month × account × the office that owned it in that month.
CREATE TABLE mart_submission (
  month        TEXT NOT NULL,
  opd_code     TEXT NOT NULL,
  platform     TEXT NOT NULL,
  account      TEXT NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'undated', 'missing')),
  loads        INTEGER NOT NULL,                              -- files that list posts of the month, or whose range is not known
  covered_from TEXT,                                          -- UTC; the first instant of the month that files cover
  covered_to   TEXT,                                          -- UTC, exclusive; the last
  gaps         INTEGER,                                       -- spans between these that no file covers
  top_lists    INTEGER NOT NULL,                              -- files that list only the top of the account's posts
  first_export TEXT,
  last_export  TEXT,
  PRIMARY KEY (month, opd_code, platform, account)
) STRICT, WITHOUT ROWID;

-- Grain: month of publication (WITA) × office × platform.
CREATE TABLE mart_opd_platform_month (
  month                 TEXT NOT NULL,
  opd_code              TEXT NOT NULL,
  platform              TEXT NOT NULL,
  exposure_basis        TEXT NOT NULL,
  accounts              INTEGER NOT NULL,                     -- registered in the month
  submission            TEXT NOT NULL CHECK (submission IN ('complete', 'partial', 'undated', 'missing')),
  top_lists             INTEGER NOT NULL,                     -- files that list only the top of its accounts' posts
  posts                 INTEGER,                              -- the office's own; NULL where nothing was sent
  index_posts           INTEGER,                              -- of them, those that rates are computed from
  excluded_format       INTEGER,                              -- shares, stories, replies
  excluded_paid         INTEGER,                              -- with paid reach
  excluded_basis        INTEGER,                              -- from a file that lacks an interaction of its platform
  excluded_exposure     INTEGER,                              -- exposure not known, or 0
  excluded_interactions INTEGER,                              -- interactions not known, or negative
  other_posts           INTEGER,                              -- known only from another account's file; not in posts
  reach_posts           INTEGER,                              -- own posts whose reach is known
  reach_sum_post        INTEGER,                              -- upper bound of people: one person counts once a post
  reach_max_post        INTEGER,                              -- lower bound of people
  reach_avg_per_post    REAL,
  views_posts           INTEGER,
  views_sum_post        INTEGER,
  exposure_sum_post     INTEGER,                              -- of all own posts: reach, impressions or views by exposure_basis
  interactions          INTEGER,                              -- of index posts, as are the next four
  likes                 INTEGER,
  comments              INTEGER,
  shares                INTEGER,
  exposure              INTEGER,
  er_ratio_of_sums      REAL,                                 -- interactions / exposure
  er_se_log             REAL,                                 -- standard error of its logarithm, posts as units
  er_low                REAL,                                 -- lower end of its range ("kisaran")
  er_high               REAL,
  er_mean_of_posts      REAL,
  followers             INTEGER,                              -- of its accounts, the last known in the month; NULL unless all are known
  followers_basis       TEXT CHECK (followers_basis IN ('export', 'typed')), -- typed: from pengikut.csv
  er_by_followers       REAL,                                 -- interactions / (index posts × followers); ranks nobody
  er_rank               INTEGER,                              -- by er_ratio_of_sums among ranked offices; ties share
  er_ranked             INTEGER,                              -- how many offices are ranked on the platform
  unranked_reason       TEXT CHECK (unranked_reason IN ('outside', 'missing', 'no_posts', 'few_posts')),
  first_export          TEXT,
  last_export           TEXT,
  previous_submission   TEXT,                                 -- the month before, as are the next
  previous_posts        INTEGER,
  previous_reach_sum_post   INTEGER,
  previous_exposure_sum_post INTEGER,
  previous_er_ratio_of_sums REAL,
  previous_er_low       REAL,
  previous_er_high      REAL,
  PRIMARY KEY (month, opd_code, platform)
) STRICT, WITHOUT ROWID;

-- Grain: month × office × platform × post format.
CREATE TABLE mart_opd_format_month (
  month            TEXT NOT NULL,
  opd_code         TEXT NOT NULL,
  platform         TEXT NOT NULL,
  post_format      TEXT NOT NULL,
  posts            INTEGER NOT NULL,
  index_posts      INTEGER NOT NULL,
  interactions     INTEGER,                                   -- of index posts
  exposure         INTEGER,                                   -- of index posts
  er_ratio_of_sums REAL,
  PRIMARY KEY (month, opd_code, platform, post_format)
) STRICT, WITHOUT ROWID;

-- Grain: month × office valid on the month's last day. Rates stand only where all platforms count exposure alike.
CREATE TABLE mart_opd_month (
  month               TEXT NOT NULL,
  opd_code            TEXT NOT NULL,
  name                TEXT NOT NULL,
  short_name          TEXT NOT NULL,
  peer_group          TEXT,
  is_ranked           INTEGER NOT NULL,
  accounts            INTEGER NOT NULL,
  submission          TEXT NOT NULL CHECK (submission IN ('complete', 'partial', 'missing', 'unregistered')),
  refused_files       INTEGER NOT NULL,                       -- for this month in its folder, not sent anew since
  waiting_records     INTEGER NOT NULL,                       -- in quarantine, from files in its folder for this month
  rejected_records    INTEGER NOT NULL,                       -- in loads about its accounts for this month
  posts               INTEGER,
  index_posts         INTEGER,
  reach_posts         INTEGER,
  reach_sum_post      INTEGER,                                -- over platforms too it is an upper bound, never people
  reach_max_post      INTEGER,
  reach_avg_per_post  REAL,
  interactions        INTEGER,
  exposure_basis      TEXT,                                   -- NULL where platforms differ in it
  exposure            INTEGER,
  er_ratio_of_sums    REAL,
  er_se_log           REAL,
  er_low              REAL,
  er_high             REAL,
  er_mean_of_posts    REAL,
  previous_submission TEXT,
  previous_posts      INTEGER,
  previous_er_ratio_of_sums REAL,
  PRIMARY KEY (month, opd_code)
) STRICT, WITHOUT ROWID;

-- Grain: month × platform, over the offices that take part in the ranking.
CREATE TABLE mart_platform_month (
  month            TEXT NOT NULL,
  platform         TEXT NOT NULL,
  offices          INTEGER NOT NULL,                          -- with an account or posts on the platform
  offices_received INTEGER NOT NULL,                          -- of them, those that sent something of the month
  offices_complete INTEGER NOT NULL,
  posts            INTEGER,                                   -- NULL where no office sent anything
  index_posts      INTEGER,
  reach_posts      INTEGER,
  reach_sum_post   INTEGER,                                   -- upper bound of people: one person counts once a post
  reach_max_post   INTEGER,
  exposure_basis   TEXT NOT NULL,                             -- what exposure is on the platform
  exposure_sum_post INTEGER,                                  -- of all own posts
  interactions     INTEGER,                                   -- of index posts
  exposure         INTEGER,                                   -- of index posts
  er_ratio_of_sums REAL,
  compared_offices INTEGER NOT NULL,                          -- complete in this month and the one before
  compared_posts   INTEGER,                                   -- of these offices, as are the next
  compared_exposure_sum_post INTEGER,
  compared_er_ratio_of_sums REAL,
  previous_posts            INTEGER,                          -- of the same offices, the month before
  previous_exposure_sum_post INTEGER,
  previous_er_ratio_of_sums REAL,
  PRIMARY KEY (month, platform)
) STRICT, WITHOUT ROWID;
