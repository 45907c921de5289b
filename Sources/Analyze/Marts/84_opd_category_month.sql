-- Grain: month × office with posts of its own × category; categories without posts too.
-- Why: what an office posts about. How its posts of a category do against its other posts is written afterwards.
INSERT INTO mart_opd_category_month (
  month, opd_code, category, posts, share_of_posts, index_posts, comments_per_post, shares_per_post
)
WITH
own AS (
  SELECT * FROM month_post WHERE perspective = 'own' AND opd_code IS NOT NULL AND category IS NOT NULL
),
total AS (
  SELECT opd_code, COUNT(*) AS posts FROM own GROUP BY opd_code
),
counted AS (
  SELECT
    opd_code, category, COUNT(*) AS posts, SUM(CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END) AS index_posts,
    AVG(1.0 * comments) AS comments_per_post, AVG(1.0 * shares) AS shares_per_post
  FROM own
  GROUP BY opd_code, category
)
SELECT
  :month, total.opd_code, dim_category.category, COALESCE(counted.posts, 0),
  1.0 * COALESCE(counted.posts, 0) / total.posts, COALESCE(counted.index_posts, 0), counted.comments_per_post,
  counted.shares_per_post
FROM total
CROSS JOIN dim_category
LEFT JOIN counted ON counted.opd_code = total.opd_code AND counted.category = dim_category.category;
