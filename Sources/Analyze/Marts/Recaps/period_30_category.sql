-- Grain: period × category, over the offices that take part in the ranking of each month; categories without posts too. Effects are of those that
-- take part in the last one.
-- Why: what the regency's posts were about over a longer time. Effects are written afterwards.
INSERT INTO mart_category_period (period, category, posts, share_of_posts, index_posts)
WITH
span AS (
  SELECT category, SUM(posts) AS posts, SUM(index_posts) AS index_posts
  FROM mart_category_month
  WHERE month BETWEEN :first_month AND :last_month
  GROUP BY category
)
SELECT
  :period, category, posts, 1.0 * posts / NULLIF((SELECT SUM(posts) FROM span), 0), index_posts
FROM span;
