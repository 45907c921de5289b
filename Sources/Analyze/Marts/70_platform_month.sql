-- Grain: month × platform, over the offices that take part in the ranking.
-- Why: the sentence about the whole regency. Reach stays an upper bound per platform; it and other exposures are
-- never added over platforms.
-- The comparison with the month before counts only offices that were complete in both months: otherwise an office
-- that sent nothing last month would look like growth.
INSERT INTO mart_platform_month
WITH
ranked_office AS (
  SELECT opd_code FROM dim_opd WHERE is_ranked = 1 AND :last_day BETWEEN valid_from AND valid_to
),
line AS (
  SELECT mart.*
  FROM mart_opd_platform_month AS mart
  JOIN ranked_office ON ranked_office.opd_code = mart.opd_code
  WHERE mart.month = :month
),
pair AS (
  SELECT
    line.platform, line.posts, line.exposure_sum_post, line.interactions, line.exposure,
    before.posts AS previous_posts, before.exposure_sum_post AS previous_exposure_sum_post,
    before.interactions AS previous_interactions, before.exposure AS previous_exposure
  FROM line
  JOIN mart_opd_platform_month AS before
    ON before.month = :previous_month AND before.opd_code = line.opd_code AND before.platform = line.platform
  WHERE line.submission = 'complete' AND before.submission = 'complete'
),
compared AS (
  SELECT
    platform, COUNT(*) AS offices, SUM(posts) AS posts, SUM(exposure_sum_post) AS exposure_sum_post,
    1.0 * SUM(interactions) / SUM(exposure) AS er, SUM(previous_posts) AS previous_posts,
    SUM(previous_exposure_sum_post) AS previous_exposure_sum_post,
    1.0 * SUM(previous_interactions) / SUM(previous_exposure) AS previous_er
  FROM pair
  GROUP BY platform
),
total AS (
  SELECT
    platform, COUNT(*) AS offices,
    SUM(CASE WHEN submission <> 'missing' THEN 1 ELSE 0 END) AS offices_received,
    SUM(CASE WHEN submission = 'complete' THEN 1 ELSE 0 END) AS offices_complete,
    SUM(posts) AS posts, SUM(index_posts) AS index_posts, SUM(reach_posts) AS reach_posts,
    SUM(reach_sum_post) AS reach_sum_post, MAX(reach_max_post) AS reach_max_post,
    MIN(exposure_basis) AS exposure_basis, SUM(exposure_sum_post) AS exposure_sum_post,
    SUM(interactions) AS interactions, SUM(exposure) AS exposure,
    1.0 * SUM(interactions) / SUM(exposure) AS er
  FROM line
  GROUP BY platform
)
SELECT
  :month, total.platform, total.offices, total.offices_received, total.offices_complete, total.posts,
  total.index_posts, total.reach_posts, total.reach_sum_post, total.reach_max_post, total.exposure_basis,
  total.exposure_sum_post, total.interactions,
  total.exposure, total.er, NULL, COALESCE(compared.offices, 0), compared.posts, compared.exposure_sum_post, compared.er,
  compared.previous_posts, compared.previous_exposure_sum_post, compared.previous_er
FROM total
LEFT JOIN compared ON compared.platform = total.platform;
