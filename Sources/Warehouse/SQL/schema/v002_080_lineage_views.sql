-- From a figure of a month back to the posts, files and lines that it was made from.

-- Grain: month × office × metric × post that takes part in it. Adding up over an office (and, but for the index, a platform):
-- a sum or count is Σ numerator_part; a rate is Σ numerator_part / Σ denominator_part; of the index they are index_observed
-- and index_expected of mart_opd_month, from which its score follows. `expected` and `weight` are the index's.
CREATE VIEW v_lineage AS
SELECT
  month, opd_code, metric, platform, native_id, permalink, published_date, interactions, exposure, expected, weight,
  CASE metric
    WHEN 'posts' THEN 1.0
    WHEN 'index_posts' THEN 1.0
    WHEN 'reach_sum_post' THEN 1.0 * reach
    WHEN 'interactions' THEN 1.0 * interactions
    WHEN 'exposure' THEN 1.0 * exposure
    WHEN 'er_ratio_of_sums' THEN 1.0 * interactions
    ELSE weight * CASE WHEN interactions > cap THEN cap ELSE interactions END
  END AS numerator_part,
  CASE metric WHEN 'er_ratio_of_sums' THEN 1.0 * exposure WHEN 'engagement_index' THEN weight * expected END AS denominator_part,
  file, line
FROM (
  SELECT
    post.month, post.opd_code, metric.metric, post.platform, post.native_id, post.permalink, post.published_date,
    post.reach, post.interactions, post.exposure, post.exclusion, post.file, post.line,
    county.index_rate * post.exposure AS expected,
    10.0 * county.er_ratio_of_sums * post.exposure AS cap,
    1.0 / (1.0 + fit.kappa2 * county.index_rate * post.exposure) AS weight
  FROM v_post_latest AS post
  CROSS JOIN (
    SELECT 'posts' AS metric UNION ALL SELECT 'index_posts' UNION ALL SELECT 'reach_sum_post'
    UNION ALL SELECT 'interactions' UNION ALL SELECT 'exposure' UNION ALL SELECT 'er_ratio_of_sums'
    UNION ALL SELECT 'engagement_index'
  ) AS metric
  LEFT JOIN mart_platform_month AS county ON county.month = post.month AND county.platform = post.platform
  LEFT JOIN mart_index_month AS fit ON fit.month = post.month
  LEFT JOIN mart_opd_month AS office ON office.month = post.month AND office.opd_code = post.opd_code
  WHERE post.perspective = 'own' AND post.opd_code IS NOT NULL
    AND (metric.metric <> 'engagement_index' OR (office.score IS NOT NULL AND county.index_rate > 0))
) AS part
WHERE CASE
  WHEN metric = 'posts' THEN 1
  WHEN metric = 'reach_sum_post' THEN CASE WHEN reach IS NOT NULL THEN 1 ELSE 0 END
  ELSE CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END
END = 1;
