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

-- The posts that a month's marts are made of, each with its latest snapshot and what became of it. Grain: month × post.
CREATE TABLE mart_post (
  month        TEXT NOT NULL,
  post_key     INTEGER NOT NULL,
  opd_code     TEXT,                                          -- who owned the account on the day; NULL: nobody
  platform     TEXT NOT NULL,
  account      TEXT NOT NULL,
  native_id    TEXT NOT NULL,                                 -- the platform's id of the post
  post_format  TEXT NOT NULL,
  perspective  TEXT NOT NULL,                                 -- own: from the account's own file
  reach        INTEGER,
  views        INTEGER,
  likes        INTEGER,
  comments     INTEGER,
  shares       INTEGER,
  interactions INTEGER,
  exposure     INTEGER,                                       -- reach, impressions or views, as the platform counts
  as_of        TEXT NOT NULL,
  exclusion    TEXT,                                          -- why it takes no part in rates; NULL: it does
  category     TEXT,
  day          INTEGER NOT NULL,                              -- of the month
  hour         INTEGER,                                       -- in WITA; NULL where only the day is known
  method       TEXT,                                          -- how the category was decided
  words        TEXT,                                          -- what spoke for the category, joined by " | "
  category_score REAL,                                        -- of the category; NULL unless by rule
  category_margin REAL,                                       -- distance to the next category
  needs_look   INTEGER,                                       -- 1: a person should look at the category
  information  TEXT,                                          -- public information by UU 14/2008
  event_tags   INTEGER,
  mentions     INTEGER,
  text_key     INTEGER,                                       -- the same for the same words
  expected     REAL,                                          -- interactions that its exposure lets one expect; NULL: not in the index
  post_index   REAL,                                          -- 100 × (w × interactions + ½) / (w × expected + ½); 100: the county
  opd_place    INTEGER,                                       -- by post_index among the office's posts of the month
  category_place INTEGER,                                     -- by post_index among the county's posts of its category
  PRIMARY KEY (month, post_key)
) STRICT, WITHOUT ROWID;

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
  exposure_rank         INTEGER,                              -- by exposure of posts that were not paid for, among ranked offices; ties share
  exposure_ranked       INTEGER,                              -- how many offices that order holds
  exposure_percentile   REAL,                                 -- 0 to 100: share of ranked offices that sent something below, ties by half
  reach_account_month   INTEGER,                              -- people reached in the month, as the account's own export says
  definition_break      TEXT,                                 -- day since when exposure is counted otherwise, if since the month before
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
  complaints_received INTEGER,                                -- as aduan.csv says; shown, never scored
  complaints_answered INTEGER,
  complaints_median_hours REAL,
  reach_score         REAL,                                   -- 0 to 100: mean of exposure_percentile over its platforms
  reach_score_platforms INTEGER,                              -- how many of its platforms that is
  unranked_reason     TEXT CHECK (unranked_reason IN ('outside', 'missing', 'no_posts', 'few_posts', 'no_rate',
                        'few_offices', 'no_interactions')),   -- why it has no index_rank
  raw_index           REAL,                                   -- 100 × Σ interactions / Σ expected; nothing capped or shrunk
  index_observed      REAL,                                   -- Σ w × interactions, capped; see docs/metrik.md
  index_expected      REAL,                                   -- Σ w × expected interactions
  index_log_ratio     REAL,                                   -- ln((index_observed + ½) / (index_expected + ½))
  index_log_variance  REAL,                                   -- 1 / (index_expected + ½)
  index_prior_mean    REAL,                                   -- what it shrinks toward
  index_shrinkage     REAL,                                   -- what it keeps of its own deviation
  index_base          TEXT CHECK (index_base IN ('group', 'county')), -- whose mean that is
  score               REAL,                                   -- prior_mean + shrinkage × (log_ratio − prior_mean)
  score_variance      REAL,
  engagement_index    REAL,                                   -- 100 × exp(score); 100: the county's rate
  index_low           REAL,                                   -- its interval: 100 × exp(score ∓ 1.96 × √score_variance)
  index_high          REAL,
  tier                TEXT CHECK (tier IN ('above', 'around', 'below')), -- the whole interval above or below 100
  index_rank          INTEGER,                                -- among ranked offices of the county; ties share
  rank_low            INTEGER,                                -- 2.5 to 97.5 % of the rank over 2,000 draws
  rank_high           INTEGER,
  expected_rank       REAL,                                   -- mean of the rank
  group_rank          INTEGER,                                -- the same within its peer group
  group_rank_low      INTEGER,
  group_rank_high     INTEGER,
  previous_index      REAL,                                   -- the month before, as are the next two
  previous_score      REAL,
  previous_score_variance REAL,
  index_change        TEXT CHECK (index_change IN ('up', 'down', 'same', 'not_comparable')),
  index_change_reason TEXT CHECK (index_change_reason IN ('previous', 'incomplete', 'definition')), -- why it is not comparable
  index_3m            REAL,                                   -- the index over this month and the two before
  index_3m_low        REAL,
  index_3m_high       REAL,
  index_3m_posts      INTEGER,
  PRIMARY KEY (month, opd_code)
) STRICT, WITHOUT ROWID;

-- The parameters of a month's index; beside each office's sums they let its score be recomputed. One row a month.
CREATE TABLE mart_index_month (
  month          TEXT PRIMARY KEY,
  method_version TEXT NOT NULL,
  reason         TEXT CHECK (reason IN ('few_offices', 'no_interactions')), -- why there is no index; NULL: there is
  offices        INTEGER NOT NULL,                            -- with index posts, ranked or not
  ranked         INTEGER NOT NULL,
  posts          INTEGER NOT NULL,
  kappa2         REAL,                                        -- spread of posts within an office
  tau2           REAL,                                        -- variance between offices
  mu             REAL,                                        -- mean of the offices' log ratios
  rho            REAL                                         -- rankability; below 0.5 the order is mostly chance
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
  index_rate       REAL,                                      -- b: the county's rate that the index expects
  compared_offices INTEGER NOT NULL,                          -- complete in this month and the one before
  compared_posts   INTEGER,                                   -- of these offices, as are the next
  compared_exposure_sum_post INTEGER,
  compared_er_ratio_of_sums REAL,
  previous_posts            INTEGER,                          -- of the same offices, the month before
  previous_exposure_sum_post INTEGER,
  previous_er_ratio_of_sums REAL,
  PRIMARY KEY (month, platform)
) STRICT, WITHOUT ROWID;

-- Grain: month × platform × category, over the offices that take part in the ranking.
CREATE TABLE mart_platform_category_month (
  month             TEXT NOT NULL,
  platform          TEXT NOT NULL,
  category          TEXT NOT NULL,
  posts             INTEGER NOT NULL,
  share_of_posts    REAL NOT NULL,                            -- of the platform's posts that have a category
  exposure_posts    INTEGER NOT NULL,                         -- whose exposure is known
  exposure_sum_post INTEGER,
  share_of_exposure REAL,                                     -- of the platform's, in its own unit
  exposure_median   REAL,                                     -- of a post
  index_posts       INTEGER NOT NULL,
  interactions      INTEGER,                                  -- of index posts, as is the next
  exposure          INTEGER,
  er_ratio_of_sums  REAL,
  comments_per_post REAL,                                     -- of posts where they are known, as is the next
  shares_per_post   REAL,
  PRIMARY KEY (month, platform, category)
) STRICT, WITHOUT ROWID;

-- Grain: month × category, over the offices that take part in the ranking. Effects are association, not cause.
CREATE TABLE mart_category_month (
  month             TEXT NOT NULL,
  category          TEXT NOT NULL,
  posts             INTEGER NOT NULL,
  share_of_posts    REAL,                                     -- of posts that have a category
  target_share      REAL,                                     -- what kategori.csv asks for at least; NULL: nothing
  index_posts       INTEGER NOT NULL,
  manual_posts      INTEGER NOT NULL,                         -- decided by hand in perbaikan.csv
  review_posts      INTEGER NOT NULL,                         -- whose category a person should look at
  posts_without_category INTEGER NOT NULL,                    -- of the month, not looked at yet; in no category
  comments_per_post REAL,
  shares_per_post   REAL,
  share_of_expected REAL,                                     -- of expected interactions: exposure on one scale
  accounts          INTEGER,                                  -- that have posts inside and outside, and interactions
  crude_ratio       REAL,                                     -- weighted rate inside over outside, accounts mixed
  mantel_haenszel   REAL,                                     -- within accounts; a point to compare with
  adjusted_ratio    REAL,                                     -- within accounts, Poisson with a constant each
  adjusted_low      REAL,                                     -- its interval, by a jackknife over accounts
  adjusted_high     REAL,
  model_se_log      REAL,                                     -- as the Poisson model has it; too small, for comparison
  jackknife_se_log  REAL,
  p                 REAL,                                     -- of no effect, two-sided
  p_adjusted        REAL,                                     -- over the categories (Benjamini and Hochberg)
  is_simpson        INTEGER CHECK (is_simpson IN (0, 1)),     -- crude and adjusted tell different stories
  kappa2            REAL,                                     -- spread of posts within an account and category
  PRIMARY KEY (month, category)
) STRICT, WITHOUT ROWID;

-- Grain: month × office with posts of its own × category.
CREATE TABLE mart_opd_category_month (
  month             TEXT NOT NULL,
  opd_code          TEXT NOT NULL,
  category          TEXT NOT NULL,
  posts             INTEGER NOT NULL,
  share_of_posts    REAL NOT NULL,
  index_posts       INTEGER NOT NULL,
  comments_per_post REAL,
  shares_per_post   REAL,
  category_effectiveness REAL,                                -- 100: the same accounts' other posts
  effectiveness_low      REAL,
  effectiveness_high     REAL,
  effect_log_ratio       REAL,                                -- before shrinking
  effect_log_variance    REAL,
  effect_score           REAL,                                -- after shrinking toward the offices' mean
  effect_score_variance  REAL,
  PRIMARY KEY (month, opd_code, category)
) STRICT, WITHOUT ROWID;

-- Grain: month × office with an account or posts. Duties of the admins that exports can speak to; none is scored.
CREATE TABLE mart_opd_duty_month (
  month               TEXT NOT NULL,
  opd_code            TEXT NOT NULL,
  posts               INTEGER,                                -- NULL: nothing was sent, or nothing posted
  posts_per_week      REAL,
  longest_silence     INTEGER,                                -- days of the month in a row without a post
  timed_posts         INTEGER,                                -- whose minute is known
  office_hours_share  REAL,                                   -- of these, Monday to Friday 08.00–16.00 WITA
  uncategorised_share REAL,                                   -- outside every category
  target_gap          REAL,                                   -- by how much the share of a category misses its target
  x_replies           INTEGER,                                -- answers that the office wrote on X
  comments_per_post   REAL,                                   -- received
  collab_posts        INTEGER,                                -- also listed by another account's file
  crossposts          INTEGER,                                -- the same words on another platform
  mention_posts       INTEGER,                                -- name another office's account
  event_posts         INTEGER,                                -- with a hashtag of an event
  information_posts   INTEGER,                                -- public information by UU 14/2008
  accounts            INTEGER NOT NULL,
  missing_accounts    INTEGER NOT NULL,                       -- that sent nothing
  dormant_accounts    INTEGER NOT NULL,                       -- that sent everything and posted nothing
  PRIMARY KEY (month, opd_code)
) STRICT, WITHOUT ROWID;

-- When an office's posts do well: its posts of this month and the two before by part of the day. Association, not cause.
-- Grain: month × office × part of the day with posts whose hour is known.
CREATE TABLE mart_opd_hour_month (
  month       TEXT NOT NULL,
  opd_code    TEXT NOT NULL,
  first_hour  INTEGER NOT NULL,                               -- WITA, the first of four hours
  posts       INTEGER NOT NULL,
  hour_index  REAL,                                           -- 100 × Σ interactions / Σ expected, each post's at most 10 × expected
  index_low   REAL,                                           -- its range, posts as units; NULL for one post
  index_high  REAL,
  own_index   REAL,                                           -- the same over all of the office's posts
  PRIMARY KEY (month, opd_code, first_hour)
) STRICT, WITHOUT ROWID;

-- Posts that call for a look: comments far outside the account's own last three months. Listed, never scored.
CREATE TABLE mart_post_signal (
  month     TEXT NOT NULL,
  opd_code  TEXT NOT NULL,
  platform  TEXT NOT NULL,
  native_id TEXT NOT NULL,
  signal    TEXT NOT NULL CHECK (signal IN ('comments_per_like', 'comments_per_exposure')),
  comments  INTEGER NOT NULL,
  value     REAL NOT NULL,                                    -- with ½ added above and below
  usual     REAL NOT NULL,                                    -- the median of the account's other posts
  distance  REAL NOT NULL,                                    -- on the log scale, in robust standard deviations
  history   INTEGER NOT NULL,                                 -- posts that the usual is taken from
  PRIMARY KEY (month, platform, native_id, signal)
) STRICT, WITHOUT ROWID;
