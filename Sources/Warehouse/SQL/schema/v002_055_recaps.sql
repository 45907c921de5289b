-- Recaps of a quarter (2025-Q4) or a year (2025), made from the months that are over when they are asked for. They go when
-- a month in them is made anew, and are made again with the next recap.

-- Which recaps there are, with the parameters of the index over all of the period's posts.
CREATE TABLE mart_period (
  period         TEXT PRIMARY KEY,
  first_month    TEXT NOT NULL,
  last_month     TEXT NOT NULL,                               -- the last one counted
  months         INTEGER NOT NULL,
  minimum_posts  INTEGER NOT NULL,                            -- index posts that a ranked office has at least
  method_version TEXT NOT NULL,
  reason         TEXT CHECK (reason IN ('few_offices', 'no_interactions')), -- why there is no index; NULL: there is
  posts          INTEGER NOT NULL,                            -- that the index is made of
  kappa2         REAL,                                        -- as in mart_index_month, as are the next three
  tau2           REAL,
  mu             REAL,
  rho            REAL
) STRICT, WITHOUT ROWID;

-- Grain: period × office; name and group as in its last month. Every month's posts are held against that month's rates.
CREATE TABLE mart_opd_period (
  period          TEXT NOT NULL,
  opd_code        TEXT NOT NULL,
  name            TEXT NOT NULL,
  short_name      TEXT NOT NULL,
  peer_group      TEXT,
  is_ranked       INTEGER NOT NULL,
  months          INTEGER NOT NULL,                           -- in which the office was there
  months_complete INTEGER NOT NULL,
  months_partial  INTEGER NOT NULL,
  months_missing  INTEGER NOT NULL,                           -- nothing sent, or no account registered
  posts           INTEGER,                                    -- NULL where nothing was sent
  index_posts     INTEGER,
  unranked_reason TEXT CHECK (unranked_reason IN ('outside', 'missing', 'no_posts', 'few_posts', 'no_rate',
                    'few_offices', 'no_interactions')),       -- why it has no index_rank
  raw_index       REAL,                                       -- as in mart_opd_month, as is all that follows
  index_observed  REAL,
  index_expected  REAL,
  index_log_ratio REAL,
  index_log_variance REAL,
  index_prior_mean REAL,
  index_shrinkage REAL,
  index_base      TEXT CHECK (index_base IN ('group', 'county')),
  score           REAL,
  score_variance  REAL,
  engagement_index REAL,
  index_low       REAL,
  index_high      REAL,
  tier            TEXT CHECK (tier IN ('above', 'around', 'below')),
  index_rank      INTEGER,
  rank_low        INTEGER,
  rank_high       INTEGER,
  expected_rank   REAL,
  group_rank      INTEGER,
  group_rank_low  INTEGER,
  group_rank_high INTEGER,
  PRIMARY KEY (period, opd_code)
) STRICT, WITHOUT ROWID;

-- Grain: period × office × platform; sums of its months.
CREATE TABLE mart_opd_platform_period (
  period            TEXT NOT NULL,
  opd_code          TEXT NOT NULL,
  platform          TEXT NOT NULL,
  exposure_basis    TEXT NOT NULL,
  months_complete   INTEGER NOT NULL,
  months_received   INTEGER NOT NULL,                         -- in which anything was sent
  posts             INTEGER,
  index_posts       INTEGER,
  exposure_sum_post INTEGER,                                  -- of all own posts; of reach an upper bound of people
  interactions      INTEGER,                                  -- of index posts, as is the next
  exposure          INTEGER,
  definition_break  TEXT,                                     -- the day within the period on which exposure changed
  er_ratio_of_sums  REAL,                                     -- NULL over a definition_break: two measures do not add up
  PRIMARY KEY (period, opd_code, platform)
) STRICT, WITHOUT ROWID;

-- Grain: period × category, over the offices that take part in the ranking. Effects as in mart_category_month.
CREATE TABLE mart_category_period (
  period         TEXT NOT NULL,
  category       TEXT NOT NULL,
  posts          INTEGER NOT NULL,
  share_of_posts REAL,                                        -- of posts that have a category
  index_posts    INTEGER NOT NULL,
  accounts       INTEGER,
  crude_ratio    REAL,
  adjusted_ratio REAL,
  adjusted_low   REAL,
  adjusted_high  REAL,
  p              REAL,
  p_adjusted     REAL,
  is_simpson     INTEGER CHECK (is_simpson IN (0, 1)),
  PRIMARY KEY (period, category)
) STRICT, WITHOUT ROWID;
