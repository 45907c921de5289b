-- Grain: one row per month. Why: says what the month's marts were made from, and what entered none of them.
INSERT INTO mart_month
SELECT
  :month,
  :as_of,
  MIN(as_of),
  MAX(as_of),
  COALESCE(SUM(CASE WHEN opd_code IS NULL THEN 1 ELSE 0 END), 0),
  (SELECT COUNT(*) FROM dim_post WHERE published_date_key = 0),
  :minimum_posts
FROM month_post;
