-- Grain: period × office × platform.
-- Unit: interactions and exposure of index posts, in the platform's own unit. Why: sums over disjoint months; where the
-- platform changed what it counts within the period, the two parts have no common rate. A change between the period and
-- the month before it is none of its own.
INSERT INTO mart_opd_platform_period
WITH
span AS (
  SELECT
    mart.*,
    CASE WHEN definition_break > :first_month || '-01' THEN definition_break END AS own_break
  FROM mart_opd_platform_month AS mart
  WHERE month BETWEEN :first_month AND :last_month
)
SELECT
  :period, opd_code, platform, MIN(exposure_basis),
  SUM(CASE WHEN submission = 'complete' THEN 1 ELSE 0 END),
  SUM(CASE WHEN submission <> 'missing' THEN 1 ELSE 0 END),
  SUM(posts), SUM(index_posts), SUM(exposure_sum_post), SUM(interactions), SUM(exposure), MIN(own_break),
  CASE WHEN MIN(own_break) IS NULL THEN 1.0 * SUM(interactions) / SUM(exposure) END
FROM span
GROUP BY opd_code, platform;
