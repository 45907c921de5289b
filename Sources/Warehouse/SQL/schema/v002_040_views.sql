-- Views for analysts. Portable SQL: no function that only SQLite has.

-- One row per post and load, with what decides which snapshot is the latest.
CREATE VIEW v_post_snapshot AS
SELECT
  snapshot.*,
  -- Why the post takes no part in rates; NULL: it does. Each has one reason, the first that holds.
  CASE
    WHEN is_indexed = 0 THEN 'format'
    WHEN reach_paid > 0 THEN 'paid'
    WHEN has_standard_basis = 0 THEN 'basis'
    WHEN exposure IS NULL OR exposure <= 0 THEN 'exposure'
    WHEN interactions IS NULL OR interactions < 0 THEN 'interactions'
  END AS exclusion
FROM (
  SELECT
    post.post_key,
    platform.platform,
    account_owner.opd_code,
    account.account,
    post.account_key,
    post.native_id,
    post.permalink,
    post.caption,
    post.published_at,
    day.date            AS published_date,
    post.published_precision,
    day.month,
    format.post_format,
    format.is_indexed,
    post_category.category,
    load.as_of,
    load.counted_from,
    load.counted_to,
    load.exported_at,
    file.sha256,
    fact.impressions, fact.views, fact.engaged_views, fact.reach, fact.reach_paid, fact.viewers,
    fact.likes, fact.comments, fact.shares, fact.reposts, fact.saves,
    fact.clicks, fact.link_clicks, fact.follows, fact.profile_visits, fact.watch_seconds,
    fact.replies, fact.navigation, fact.sticker_taps, fact.engagements,
    -- A component whose column the file lacks is not in the basis; one that is blank makes the sum unknown.
    CASE
      WHEN load.basis IS NULL THEN NULL
      ELSE
        CASE WHEN '+' || load.basis || '+' LIKE '%+likes+%'    THEN fact.likes    ELSE 0 END
      + CASE WHEN '+' || load.basis || '+' LIKE '%+comments+%' THEN fact.comments ELSE 0 END
      + CASE WHEN '+' || load.basis || '+' LIKE '%+shares+%'   THEN fact.shares   ELSE 0 END
      + CASE WHEN '+' || load.basis || '+' LIKE '%+reposts+%'  THEN fact.reposts  ELSE 0 END
      + CASE WHEN '+' || load.basis || '+' LIKE '%+saves+%'    THEN fact.saves    ELSE 0 END
    END                 AS interactions,
    load.basis          AS interaction_basis,
    CASE WHEN load.basis = platform.standard_basis THEN 1 ELSE 0 END AS has_standard_basis,
    CASE platform.exposure_basis
      WHEN 'reach' THEN fact.reach
      WHEN 'impressions' THEN fact.impressions
      ELSE fact.views
    END                 AS exposure,
    platform.exposure_basis,
    fact.perspective,
    file.name           AS file,
    fact.line,
    fact.load_key,
      CASE WHEN fact.impressions    IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.views         IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.engaged_views  IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.reach         IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.reach_paid     IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.viewers       IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.likes          IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.comments      IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.shares         IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.reposts       IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.saves          IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.clicks        IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.link_clicks    IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.follows       IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.profile_visits IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.watch_seconds IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.replies        IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.navigation    IS NULL THEN 0 ELSE 1 END
    + CASE WHEN fact.sticker_taps   IS NULL THEN 0 ELSE 1 END + CASE WHEN fact.engagements   IS NULL THEN 0 ELSE 1 END
                        AS known_metrics
  FROM dim_post AS post
  JOIN dim_date AS day ON day.date_key = post.published_date_key
  JOIN dim_platform AS platform ON platform.platform_key = post.platform_key
  JOIN dim_account AS account ON account.account_key = post.account_key
  JOIN dim_post_format AS format ON format.post_format_key = post.post_format_key
  JOIN fact_post_snapshot AS fact ON fact.post_key = post.post_key
  JOIN ingest_load AS load ON load.load_key = fact.load_key
  JOIN ingest_file AS file ON file.file_key = load.file_key
  LEFT JOIN post_category ON post_category.post_key = post.post_key
  -- The office that owned the account on the day of publication; the latest owner where the day is unknown.
  LEFT JOIN account_owner ON account_owner.account_key = post.account_key
    AND COALESCE(day.date, '9999-12-31') BETWEEN account_owner.valid_from AND account_owner.valid_to
  -- What a file counted elsewhere in time says nothing of this post as a whole.
  WHERE (load.counted_from IS NULL OR day.date IS NULL
         OR (load.counted_from <= post.published_at AND load.counted_to > post.published_at)
         OR (post.published_at IS NULL AND substr(load.counted_from, 1, 10) <= day.date
             AND substr(load.counted_to, 1, 10) > day.date))
) AS snapshot;

-- One row per post: its latest snapshot. Of two exports of one closed span the later one counts. The column names are a promise to analysts.
CREATE VIEW v_post_latest AS
SELECT
  platform, opd_code, account, native_id, permalink, caption, published_at, published_date,
  published_precision, month, post_format, category, as_of,
  impressions, views, engaged_views, reach, reach_paid, viewers, likes, comments, shares, reposts, saves,
  clicks, link_clicks, follows, profile_visits, watch_seconds,
  interactions, interaction_basis, exposure, exposure_basis, perspective, file, line,
  replies, navigation, sticker_taps, engagements, exclusion
FROM (
  SELECT
    snapshot.*,
    -- A post has one month, office and platform: they partition nothing further, but let a condition on them reach
    -- the tables below.
    ROW_NUMBER() OVER (
      PARTITION BY post_key, month, opd_code, platform
      ORDER BY
        CASE WHEN exposure IS NULL AND interactions IS NULL THEN 1 ELSE 0 END,
        CASE WHEN perspective = 'own' THEN 0 ELSE 1 END,
        as_of DESC, counted_to DESC, exported_at DESC, known_metrics DESC, sha256, load_key
    ) AS recency
  FROM v_post_snapshot AS snapshot
) AS ranked
WHERE recency = 1;

-- One row per file, record or waiting record that is not in the facts, with the reason. Lines that are no data are
-- in ingest_skip.
CREATE VIEW v_left_out AS
SELECT
  'refused' AS kind, load_key, path, COALESCE(folder_opd, home_opd) AS opd_code,
  COALESCE(published_from, counted_from) AS span_from, COALESCE(published_to, counted_to) AS span_to,
  exported_at, loaded_at, NULL AS row, message_line AS line, NULL AS column_name, 'refused' AS code, NULL AS value, message
FROM ingest_load
WHERE status = 'refused'
UNION ALL
SELECT
  'rejected', load.load_key, load.path, COALESCE(load.home_opd, load.folder_opd), COALESCE(load.published_from, load.counted_from),
  COALESCE(load.published_to, load.counted_to), load.exported_at, load.loaded_at, reject.row, reject.line, reject.column_name, reject.code,
  reject.value, reject.message
FROM ingest_reject AS reject
JOIN ingest_load AS load ON load.load_key = reject.load_key
UNION ALL
SELECT
  'waiting', load.load_key, load.path, COALESCE(load.folder_opd, load.home_opd), COALESCE(load.published_from, load.counted_from),
  COALESCE(load.published_to, load.counted_to), load.exported_at, load.loaded_at, waiting.row, waiting.line, NULL, waiting.code, waiting.detail,
  waiting.message
FROM ingest_quarantine AS waiting
JOIN ingest_load AS load ON load.load_key = waiting.load_key
WHERE waiting.released_by IS NULL;

-- One row per account, platform's day and metric: what the latest export says. The days of a metric may be added only
-- where dim_metric says so: reach and viewers are people, and one person comes back on other days.
-- The latest by the instant of export: two exports of days long closed have one as-of.
CREATE VIEW v_account_day AS
SELECT platform, opd_code, account, date, metric, value, file, line, format, as_of
FROM (
  SELECT
    platform.platform, account_owner.opd_code, account.account, day.date, fact.metric, fact.value,
    file.name AS file, fact.line, load.format, load.as_of,
    ROW_NUMBER() OVER (
      PARTITION BY fact.account_key, fact.date_key, fact.metric
      ORDER BY load.exported_at DESC, load.as_of DESC, file.sha256, load.load_key
    ) AS recency
  FROM fact_account_day AS fact
  JOIN dim_date AS day ON day.date_key = fact.date_key
  JOIN dim_account AS account ON account.account_key = fact.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  JOIN ingest_load AS load ON load.load_key = fact.load_key
  JOIN ingest_file AS file ON file.file_key = load.file_key
  LEFT JOIN account_owner ON account_owner.account_key = fact.account_key
    AND day.date BETWEEN account_owner.valid_from AND account_owner.valid_to
) AS ranked
WHERE recency = 1;

-- One row per account, span and metric: what the latest export says.
CREATE VIEW v_account_period AS
SELECT platform, opd_code, account, period_from, period_to, metric, value, file, line, as_of
FROM (
  SELECT
    platform.platform, account_owner.opd_code, account.account, fact.period_from, fact.period_to, fact.metric,
    fact.value, file.name AS file, fact.line, load.as_of,
    ROW_NUMBER() OVER (
      PARTITION BY fact.account_key, fact.period_from, fact.period_to, fact.metric
      ORDER BY load.exported_at DESC, load.as_of DESC, file.sha256, load.load_key, fact.line
    ) AS recency
  FROM fact_account_period AS fact
  JOIN dim_account AS account ON account.account_key = fact.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  JOIN ingest_load AS load ON load.load_key = fact.load_key
  JOIN ingest_file AS file ON file.file_key = load.file_key
  LEFT JOIN account_owner ON account_owner.account_key = fact.account_key
    AND substr(fact.period_to, 1, 10) BETWEEN account_owner.valid_from AND account_owner.valid_to
) AS ranked
WHERE recency = 1;

-- One row per account, member of a dimension and metric, of the latest export that has the dimension.
CREATE VIEW v_account_breakdown AS
SELECT platform, opd_code, account, dimension, member, metric, value, file, line, as_of
FROM (
  SELECT
    platform.platform, account_owner.opd_code, account.account, fact.dimension, fact.member, fact.metric, fact.value,
    file.name AS file, fact.line, load.as_of,
    RANK() OVER (
      PARTITION BY fact.account_key, fact.dimension, fact.metric
      ORDER BY load.exported_at DESC, load.as_of DESC, file.sha256, load.load_key
    ) AS recency
  FROM fact_account_breakdown AS fact
  JOIN dim_account AS account ON account.account_key = fact.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  JOIN ingest_load AS load ON load.load_key = fact.load_key
  JOIN ingest_file AS file ON file.file_key = load.file_key
  LEFT JOIN account_owner ON account_owner.account_key = fact.account_key
    AND substr(load.as_of, 1, 10) BETWEEN account_owner.valid_from AND account_owner.valid_to
) AS ranked
WHERE recency = 1;
