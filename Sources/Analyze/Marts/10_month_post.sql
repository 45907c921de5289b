-- Grain: one row per post published in the month (WITA), with its latest snapshot as of :as_of.
-- Unit: as in fact_post_snapshot. Why: every mart of the month counts the same posts, classified once.
-- `exclusion` says why a post of the office's own takes no part in rates; NULL: it does. Each post has one reason,
-- the first that holds.
INSERT INTO month_post
SELECT
  post_key, month, opd_code, platform, account, native_id, post_format, perspective,
  reach, views, likes, comments, shares, interactions, exposure, as_of,
  CASE
    WHEN is_indexed = 0 THEN 'format'
    WHEN reach_paid > 0 THEN 'paid'
    WHEN has_standard_basis = 0 THEN 'basis'
    WHEN exposure IS NULL OR exposure <= 0 THEN 'exposure'
    WHEN interactions IS NULL OR interactions < 0 THEN 'interactions'
  END AS exclusion
FROM (
  SELECT
    snapshot.*,
    ROW_NUMBER() OVER (
      PARTITION BY post_key
      ORDER BY
        CASE WHEN exposure IS NULL AND interactions IS NULL THEN 1 ELSE 0 END,
        CASE WHEN perspective = 'own' THEN 0 ELSE 1 END,
        as_of DESC, counted_to DESC, exported_at DESC, known_metrics DESC, sha256, load_key
    ) AS recency
  FROM v_post_snapshot AS snapshot
  WHERE month = :month AND as_of <= :as_of
) AS ranked
WHERE recency = 1;
