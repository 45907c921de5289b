-- Grain: one row per month. Why: says what the month's marts were made from, and what entered none of them.
INSERT INTO mart_month
SELECT
  :month,
  :as_of,
  MIN(as_of),
  MAX(as_of),
  COALESCE(SUM(CASE WHEN opd_code IS NULL THEN 1 ELSE 0 END), 0),
  (
    SELECT COUNT(DISTINCT post.post_key)
    FROM dim_post AS post
    JOIN fact_post_snapshot AS fact ON fact.post_key = post.post_key
    JOIN ingest_load AS load ON load.load_key = fact.load_key
    WHERE post.published_date_key = 0 AND load.as_of <= :as_of
      AND ((load.published_from < :month_to AND load.published_to > :month_from)
        OR (load.published_from IS NULL AND load.exported_at > :month_from AND load.exported_at < :next_month_to))
  ),
  :minimum_posts
FROM month_post;
