-- Grain: period × office that was there in any of its months, under the name of the last of them.
-- Why: months are disjoint, so that their posts add up; how many months were sent stands beside, since an office of two
-- months is not one of three. The index is written afterwards.
INSERT INTO mart_opd_period (
  period, opd_code, name, short_name, peer_group, is_ranked, months, months_complete, months_partial, months_missing,
  posts, index_posts
)
WITH
span AS (
  SELECT
    mart.*,
    ROW_NUMBER() OVER (PARTITION BY opd_code ORDER BY month DESC) AS place
  FROM mart_opd_month AS mart
  WHERE month BETWEEN :first_month AND :last_month
)
SELECT
  :period, opd_code,
  MAX(CASE WHEN place = 1 THEN name END), MAX(CASE WHEN place = 1 THEN short_name END),
  MAX(CASE WHEN place = 1 THEN peer_group END), MAX(CASE WHEN place = 1 THEN is_ranked END),
  COUNT(*),
  SUM(CASE WHEN submission = 'complete' THEN 1 ELSE 0 END),
  SUM(CASE WHEN submission = 'partial' THEN 1 ELSE 0 END),
  SUM(CASE WHEN submission IN ('missing', 'unregistered') THEN 1 ELSE 0 END),
  SUM(posts), SUM(index_posts)
FROM span
GROUP BY opd_code;
