-- Grain: month × platform × category, over the offices that take part in the ranking; categories without posts too.
-- Unit: posts, exposure in the platform's own unit. Why: exposures of one platform may be set against each other, those
-- of several may not. Posts without a category are in no row; mart_category_month counts them.
INSERT INTO mart_platform_category_month
WITH
own AS (
  SELECT post.*
  FROM month_post AS post
  JOIN dim_opd AS opd ON opd.opd_code = post.opd_code AND :last_day BETWEEN opd.valid_from AND opd.valid_to
  WHERE post.perspective = 'own' AND opd.is_ranked = 1 AND post.category IS NOT NULL
),
placed AS (
  SELECT
    platform, category, exposure,
    ROW_NUMBER() OVER (PARTITION BY platform, category ORDER BY exposure, native_id) AS place,
    COUNT(*) OVER (PARTITION BY platform, category) AS posts
  FROM own
  WHERE exposure IS NOT NULL
),
middle AS (
  -- The middle post, or the mean of the two in the middle.
  SELECT platform, category, AVG(1.0 * exposure) AS exposure_median
  FROM placed
  WHERE 2 * place BETWEEN posts AND posts + 2
  GROUP BY platform, category
),
total AS (
  SELECT platform, COUNT(*) AS posts, SUM(exposure) AS exposure
  FROM own
  GROUP BY platform
),
counted AS (
  SELECT
    platform, category, COUNT(*) AS posts, COUNT(exposure) AS exposure_posts, SUM(exposure) AS exposure_sum_post,
    SUM(CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END) AS index_posts,
    SUM(CASE WHEN exclusion IS NULL THEN interactions END) AS interactions,
    SUM(CASE WHEN exclusion IS NULL THEN exposure END) AS exposure,
    AVG(1.0 * comments) AS comments_per_post, AVG(1.0 * shares) AS shares_per_post
  FROM own
  GROUP BY platform, category
)
SELECT
  :month, total.platform, dim_category.category, COALESCE(counted.posts, 0),
  1.0 * COALESCE(counted.posts, 0) / total.posts,
  COALESCE(counted.exposure_posts, 0), counted.exposure_sum_post,
  1.0 * counted.exposure_sum_post / total.exposure, middle.exposure_median,
  COALESCE(counted.index_posts, 0), counted.interactions, counted.exposure,
  1.0 * counted.interactions / counted.exposure, counted.comments_per_post, counted.shares_per_post
FROM total
CROSS JOIN dim_category
LEFT JOIN counted ON counted.platform = total.platform AND counted.category = dim_category.category
LEFT JOIN middle ON middle.platform = total.platform AND middle.category = dim_category.category;
