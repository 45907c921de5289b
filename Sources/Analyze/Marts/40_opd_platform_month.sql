-- Grain: month of publication (WITA) × office × platform on which the office has an account or posts.
-- Unit: posts, people-or-accounts reached as the platform estimates them, interactions, rates between 0 and 1.
-- Why: reach is never added to anything but reach of the same platform, and only as an upper bound; each rate
-- stands beside the number of posts that it comes from. The range (er_low, er_high) is written afterwards.
INSERT INTO mart_opd_platform_month (
  month, opd_code, platform, exposure_basis, accounts, submission, posts, index_posts, excluded_format, excluded_paid,
  excluded_basis, excluded_exposure, excluded_interactions, other_posts, reach_posts, reach_sum_post, reach_max_post,
  reach_avg_per_post, views_posts, views_sum_post, interactions, likes, comments, shares, exposure,
  er_ratio_of_sums, er_mean_of_posts, first_export, last_export, unranked_reason, er_rank, er_ranked,
  previous_submission, previous_posts, previous_reach_sum_post, previous_er_ratio_of_sums, previous_er_low,
  previous_er_high
)
WITH
expected AS (
  SELECT
    opd_code, platform, COUNT(*) AS accounts,
    SUM(CASE WHEN status = 'complete' THEN 1 ELSE 0 END) AS complete_accounts,
    SUM(CASE WHEN status = 'undated' THEN 1 ELSE 0 END) AS undated_accounts,
    SUM(CASE WHEN status = 'missing' THEN 1 ELSE 0 END) AS missing_accounts
  FROM mart_submission
  WHERE month = :month
  GROUP BY opd_code, platform
),
posted AS (
  SELECT
    opd_code, platform,
    SUM(CASE WHEN perspective = 'own' THEN 1 ELSE 0 END) AS posts,
    SUM(CASE WHEN perspective = 'own' THEN 0 ELSE 1 END) AS other_posts,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN 1 ELSE 0 END) AS index_posts,
    SUM(CASE WHEN perspective = 'own' AND exclusion = 'format' THEN 1 ELSE 0 END) AS excluded_format,
    SUM(CASE WHEN perspective = 'own' AND exclusion = 'paid' THEN 1 ELSE 0 END) AS excluded_paid,
    SUM(CASE WHEN perspective = 'own' AND exclusion = 'basis' THEN 1 ELSE 0 END) AS excluded_basis,
    SUM(CASE WHEN perspective = 'own' AND exclusion = 'exposure' THEN 1 ELSE 0 END) AS excluded_exposure,
    SUM(CASE WHEN perspective = 'own' AND exclusion = 'interactions' THEN 1 ELSE 0 END) AS excluded_interactions,
    COUNT(CASE WHEN perspective = 'own' THEN reach END) AS reach_posts,
    SUM(CASE WHEN perspective = 'own' THEN reach END) AS reach_sum_post,
    MAX(CASE WHEN perspective = 'own' THEN reach END) AS reach_max_post,
    COUNT(CASE WHEN perspective = 'own' THEN views END) AS views_posts,
    SUM(CASE WHEN perspective = 'own' THEN views END) AS views_sum_post,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN interactions END) AS interactions,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN likes END) AS likes,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN comments END) AS comments,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN shares END) AS shares,
    SUM(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN exposure END) AS exposure,
    AVG(CASE WHEN perspective = 'own' AND exclusion IS NULL THEN 1.0 * interactions / exposure END) AS er_mean,
    MIN(CASE WHEN perspective = 'own' THEN as_of END) AS first_export,
    MAX(CASE WHEN perspective = 'own' THEN as_of END) AS last_export
  FROM month_post
  WHERE opd_code IS NOT NULL
  GROUP BY opd_code, platform
),
scope AS (
  SELECT opd_code, platform FROM expected
  UNION
  SELECT opd_code, platform FROM posted
),
measured AS (
  SELECT
    scope.opd_code,
    scope.platform,
    COALESCE(expected.accounts, 0) AS accounts,
    CASE
      WHEN expected.accounts IS NULL THEN 'undated'
      WHEN expected.missing_accounts = expected.accounts THEN 'missing'
      WHEN expected.complete_accounts = expected.accounts THEN 'complete'
      WHEN expected.undated_accounts = expected.accounts THEN 'undated'
      ELSE 'partial'
    END AS submission,
    posted.posts, posted.index_posts, posted.excluded_format, posted.excluded_paid, posted.excluded_basis,
    posted.excluded_exposure, posted.excluded_interactions, posted.other_posts, posted.reach_posts,
    posted.reach_sum_post, posted.reach_max_post, posted.views_posts, posted.views_sum_post, posted.interactions,
    posted.likes, posted.comments, posted.shares, posted.exposure, posted.er_mean, posted.first_export,
    posted.last_export,
    1.0 * posted.interactions / posted.exposure AS er,
    opd.is_ranked
  FROM scope
  LEFT JOIN expected ON expected.opd_code = scope.opd_code AND expected.platform = scope.platform
  LEFT JOIN posted ON posted.opd_code = scope.opd_code AND posted.platform = scope.platform
  LEFT JOIN dim_opd AS opd ON opd.opd_code = scope.opd_code
    AND :last_day BETWEEN opd.valid_from AND opd.valid_to
),
counted AS (
  -- Where something was sent, no posts are a known zero; where nothing was sent, they are not known.
  SELECT
    measured.*,
    CASE WHEN submission = 'missing' AND posts IS NULL THEN NULL ELSE COALESCE(posts, 0) END AS known_posts,
    CASE
      WHEN COALESCE(is_ranked, 0) = 0 THEN 'outside'
      WHEN submission = 'missing' AND posts IS NULL THEN 'missing'
      WHEN COALESCE(posts, 0) = 0 THEN 'no_posts'
      WHEN index_posts < :minimum_posts THEN 'few_posts'
    END AS unranked_reason
  FROM measured
),
ranked AS (
  SELECT
    opd_code, platform,
    RANK() OVER (PARTITION BY platform ORDER BY er DESC) AS er_rank
  FROM counted
  WHERE unranked_reason IS NULL
),
sizes AS (
  SELECT platform, COUNT(*) AS er_ranked FROM ranked GROUP BY platform
)
SELECT
  :month, counted.opd_code, counted.platform, platform.exposure_basis, counted.accounts, counted.submission,
  counted.known_posts,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.index_posts, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.excluded_format, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.excluded_paid, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.excluded_basis, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.excluded_exposure, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.excluded_interactions, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.other_posts, 0) END,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.reach_posts, 0) END,
  counted.reach_sum_post, counted.reach_max_post, 1.0 * counted.reach_sum_post / counted.reach_posts,
  CASE WHEN counted.known_posts IS NULL THEN NULL ELSE COALESCE(counted.views_posts, 0) END,
  counted.views_sum_post, counted.interactions, counted.likes, counted.comments, counted.shares, counted.exposure,
  counted.er, counted.er_mean, counted.first_export, counted.last_export, counted.unranked_reason, ranked.er_rank,
  COALESCE(sizes.er_ranked, 0),
  -- A month that nobody sent anything of is nothing to compare with, whether it was ever computed or not.
  CASE WHEN previous.submission <> 'missing' THEN previous.submission END, previous.posts, previous.reach_sum_post, previous.er_ratio_of_sums, previous.er_low,
  previous.er_high
FROM counted
JOIN dim_platform AS platform ON platform.platform = counted.platform
LEFT JOIN ranked ON ranked.opd_code = counted.opd_code AND ranked.platform = counted.platform
LEFT JOIN sizes ON sizes.platform = counted.platform
LEFT JOIN mart_opd_platform_month AS previous
  ON previous.month = :previous_month AND previous.opd_code = counted.opd_code
  AND previous.platform = counted.platform;
