-- What was published against what the marts say today.

-- The figures of the meeting, one to a row. Grain: month × office × platform × metric.
CREATE VIEW v_figure AS
SELECT month, opd_code, platform, 'posts' AS metric, CAST(posts AS REAL) AS value FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'index_posts', CAST(index_posts AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'reach_sum_post', CAST(reach_sum_post AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'interactions', CAST(interactions AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'exposure', CAST(exposure AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'er_ratio_of_sums', er_ratio_of_sums FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'er_low', er_low FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'er_high', er_high FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'er_rank', CAST(er_rank AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, platform, 'exposure_rank', CAST(exposure_rank AS REAL) FROM mart_opd_platform_month
UNION ALL
SELECT month, opd_code, 'all', 'engagement_index', engagement_index FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'index_low', index_low FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'index_high', index_high FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'index_rank', CAST(index_rank AS REAL) FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'rank_low', CAST(rank_low AS REAL) FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'rank_high', CAST(rank_high AS REAL) FROM mart_opd_month
UNION ALL
SELECT month, opd_code, 'all', 'reach_score', reach_score FROM mart_opd_month;

-- Where today's figures differ from the last publication of their month. newest_load is the newest load since then
-- about the office's accounts on the platform, for an index or a rank else about another office's; NULL: none, so that a
-- registry, a rule or a setting changed.
CREATE VIEW v_restated AS
WITH
latest AS (
  SELECT month, MAX(publication_key) AS publication_key FROM publication GROUP BY month
),
pair AS (
  SELECT
    latest.publication_key, latest.month, figure.opd_code, figure.platform, figure.metric,
    figure.value AS published_value, today.value AS current_value
  FROM latest
  JOIN published_figure AS figure ON figure.publication_key = latest.publication_key
  LEFT JOIN v_figure AS today
    ON today.month = latest.month AND today.opd_code = figure.opd_code AND today.platform = figure.platform
    AND today.metric = figure.metric
  UNION ALL
  SELECT
    latest.publication_key, latest.month, today.opd_code, today.platform, today.metric, NULL, today.value
  FROM latest
  JOIN v_figure AS today ON today.month = latest.month
  LEFT JOIN published_figure AS figure
    ON figure.publication_key = latest.publication_key AND figure.opd_code = today.opd_code
    AND figure.platform = today.platform AND figure.metric = today.metric
  WHERE figure.metric IS NULL
)
SELECT
  pair.month, pair.opd_code, pair.platform, pair.metric, pair.published_value, pair.current_value,
  publication.published_at,
  COALESCE(
    (
      SELECT MAX(load.load_key)
      FROM ingest_load AS load
      JOIN load_account ON load_account.load_key = load.load_key
      JOIN account_owner ON account_owner.account_key = load_account.account_key
      JOIN dim_account AS account ON account.account_key = load_account.account_key
      JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
      WHERE load.load_key > publication.last_load_key AND account_owner.opd_code = pair.opd_code
        AND pair.platform IN (platform.platform, 'all')
    ),
    -- The index and every rank hold an office against the others, so that another office's file may move them.
    (
      SELECT MAX(load.load_key)
      FROM ingest_load AS load
      JOIN load_account ON load_account.load_key = load.load_key
      JOIN dim_account AS account ON account.account_key = load_account.account_key
      JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
      WHERE load.load_key > publication.last_load_key AND pair.platform IN (platform.platform, 'all')
        AND (pair.platform = 'all' OR pair.metric IN ('er_rank', 'exposure_rank'))
    )
  ) AS newest_load
FROM pair
JOIN publication ON publication.publication_key = pair.publication_key
WHERE pair.published_value <> pair.current_value
   OR (pair.published_value IS NULL AND pair.current_value IS NOT NULL)
   OR (pair.published_value IS NOT NULL AND pair.current_value IS NULL);
