-- Grain: month × category, over the offices that take part in the ranking; categories without posts too.
-- Why: what the regency's posts are about, against a target where kategori.csv sets one, and how sure that is. The effect
-- of a category is written afterwards, and the share of exposure, which is one of expected interactions: exposures of
-- different platforms are not added.
INSERT INTO mart_category_month (
  month, category, posts, share_of_posts, target_share, index_posts, manual_posts, review_posts, posts_without_category,
  comments_per_post, shares_per_post
)
WITH
own AS (
  SELECT post.*
  FROM month_post AS post
  JOIN dim_opd AS opd ON opd.opd_code = post.opd_code AND :last_day BETWEEN opd.valid_from AND opd.valid_to
  WHERE post.perspective = 'own' AND opd.is_ranked = 1
),
counted AS (
  SELECT
    category, COUNT(*) AS posts, SUM(CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END) AS index_posts,
    SUM(CASE WHEN method = 'manual' THEN 1 ELSE 0 END) AS manual_posts, SUM(needs_look) AS review_posts,
    AVG(1.0 * comments) AS comments_per_post, AVG(1.0 * shares) AS shares_per_post
  FROM own
  GROUP BY category
),
total AS (
  SELECT COUNT(category) AS posts, COUNT(*) - COUNT(category) AS posts_without_category FROM own
),
target AS (
  SELECT category, MAX(weight) AS share FROM category_rule WHERE kind = 'sasaran' GROUP BY category
)
SELECT
  :month, dim_category.category, COALESCE(counted.posts, 0), 1.0 * COALESCE(counted.posts, 0) / NULLIF(total.posts, 0),
  target.share, COALESCE(counted.index_posts, 0), COALESCE(counted.manual_posts, 0), COALESCE(counted.review_posts, 0),
  total.posts_without_category, counted.comments_per_post, counted.shares_per_post
FROM dim_category
CROSS JOIN total
LEFT JOIN counted ON counted.category = dim_category.category
LEFT JOIN target ON target.category = dim_category.category;
