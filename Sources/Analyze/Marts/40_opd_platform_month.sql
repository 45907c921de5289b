-- Grain: month of publication (WITA) × office × platform on which the office has an account or posts.
-- Unit: posts, people-or-accounts reached as the platform estimates them, interactions, rates between 0 and 1.
-- Why: reach is never added to anything but reach of the same platform, and only as an upper bound; each rate
-- stands beside the number of posts that it comes from. The range (er_low, er_high) is written afterwards. The order
-- by exposure compares sums of one platform, so also offices with few posts.
INSERT INTO mart_opd_platform_month (
  month, opd_code, platform, exposure_basis, accounts, submission, top_lists, posts, index_posts, excluded_format, excluded_paid,
  excluded_basis, excluded_exposure, excluded_interactions, other_posts, reach_posts, reach_sum_post, reach_max_post,
  reach_avg_per_post, views_posts, views_sum_post, exposure_sum_post, interactions, likes, comments, shares, exposure,
  er_ratio_of_sums, er_mean_of_posts, followers, followers_basis, er_by_followers, exposure_rank, exposure_ranked,
  exposure_percentile, reach_account_month, definition_break, first_export, last_export,
  unranked_reason, er_rank, er_ranked, previous_submission, previous_posts, previous_reach_sum_post,
  previous_exposure_sum_post, previous_er_ratio_of_sums, previous_er_low,
  previous_er_high
)
WITH
expected AS (
  SELECT
    opd_code, platform, COUNT(*) AS accounts,
    SUM(CASE WHEN status = 'complete' THEN 1 ELSE 0 END) AS complete_accounts,
    SUM(CASE WHEN status = 'undated' THEN 1 ELSE 0 END) AS undated_accounts,
    SUM(CASE WHEN status = 'missing' THEN 1 ELSE 0 END) AS missing_accounts,
    SUM(top_lists) AS top_lists
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
    SUM(CASE WHEN perspective = 'own' THEN exposure END) AS exposure_sum_post,
    -- What was paid for says nothing of the office's own reach.
    SUM(CASE WHEN perspective = 'own' AND (exclusion IS NULL OR exclusion <> 'paid') THEN exposure END) AS earned_exposure,
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
    COALESCE(expected.top_lists, 0) AS top_lists,
    CASE
      WHEN expected.accounts IS NULL THEN 'undated'
      WHEN expected.missing_accounts = expected.accounts THEN 'missing'
      WHEN expected.complete_accounts = expected.accounts THEN 'complete'
      WHEN expected.undated_accounts = expected.accounts THEN 'undated'
      ELSE 'partial'
    END AS submission,
    posted.posts, posted.index_posts, posted.excluded_format, posted.excluded_paid, posted.excluded_basis,
    posted.excluded_exposure, posted.excluded_interactions, posted.other_posts, posted.reach_posts,
    posted.reach_sum_post, posted.reach_max_post, posted.views_posts, posted.views_sum_post, posted.exposure_sum_post, posted.earned_exposure, posted.interactions,
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
account_followers AS (
  -- The last day of the month that an export tells, by the latest export; else a level told in the month.
  SELECT account_key, followers
  FROM (
    SELECT
      told.account_key, told.followers,
      ROW_NUMBER() OVER (
        PARTITION BY told.account_key
        ORDER BY told.priority, told.told_on DESC, load.exported_at DESC, load.load_key
      ) AS recency
    FROM (
      SELECT fact.account_key, fact.value AS followers, fact.load_key, day.date AS told_on, 1 AS priority
      FROM dim_account AS account
      JOIN fact_account_day AS fact
        ON fact.account_key = account.account_key AND fact.metric = 'followers'
        AND fact.date_key BETWEEN (SELECT date_key FROM dim_date WHERE date = :first_day)
        AND (SELECT date_key FROM dim_date WHERE date = :last_day)
      JOIN dim_date AS day ON day.date_key = fact.date_key
      UNION ALL
      SELECT fact.account_key, fact.value, fact.load_key, fact.period_to, 2
      FROM dim_account AS account
      JOIN fact_account_period AS fact ON fact.account_key = account.account_key AND fact.metric = 'followers'
      WHERE fact.period_from IS NULL AND fact.period_to >= :month_from AND fact.period_to < :next_month_to
    ) AS told
    JOIN ingest_load AS load ON load.load_key = told.load_key
    WHERE load.exported_at <= :as_of
  ) AS latest
  WHERE recency = 1
),
office_followers AS (
  SELECT
    account_owner.opd_code, platform.platform, SUM(account_followers.followers) AS followers,
    COUNT(account_followers.account_key) AS known
  FROM account_owner
  JOIN dim_account AS account ON account.account_key = account_owner.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  LEFT JOIN account_followers ON account_followers.account_key = account_owner.account_key
  WHERE account_owner.valid_from <= :last_day AND account_owner.valid_to >= :first_day
  GROUP BY account_owner.opd_code, platform.platform
),
followed AS (
  SELECT
    counted.opd_code, counted.platform,
    CASE
      WHEN office_followers.known = counted.accounts AND counted.accounts > 0 THEN office_followers.followers
      ELSE typed.followers
    END AS followers,
    CASE
      WHEN office_followers.known = counted.accounts AND counted.accounts > 0 THEN 'export'
      WHEN typed.followers IS NOT NULL THEN 'typed'
    END AS basis
  FROM counted
  LEFT JOIN office_followers
    ON office_followers.opd_code = counted.opd_code AND office_followers.platform = counted.platform
  LEFT JOIN follower_entry AS typed
    ON typed.month = :month AND typed.opd_code = counted.opd_code AND typed.platform = counted.platform
),
told_reach AS (
  -- The platform's own days may begin up to a day after the month does; of several exports the latest counts.
  SELECT account_key, reach
  FROM (
    SELECT
      fact.account_key, fact.value AS reach,
      ROW_NUMBER() OVER (
        PARTITION BY fact.account_key ORDER BY load.exported_at DESC, load.as_of DESC, load.load_key, fact.line
      ) AS recency
    FROM dim_account AS account
    JOIN fact_account_period AS fact ON fact.account_key = account.account_key AND fact.metric = 'period_reach'
    JOIN ingest_load AS load ON load.load_key = fact.load_key
    WHERE fact.period_from >= :month_from AND fact.period_from < :month_from_late
      AND fact.period_to >= :month_to AND fact.period_to < :month_to_late AND load.exported_at <= :as_of
  ) AS latest
  WHERE recency = 1
),
account_reach AS (
  -- Reach of two accounts cannot be added: only an office with one account on the platform has it.
  SELECT account_owner.opd_code, platform.platform, MAX(told_reach.reach) AS reach
  FROM account_owner
  JOIN dim_account AS account ON account.account_key = account_owner.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  LEFT JOIN told_reach ON told_reach.account_key = account_owner.account_key
  WHERE account_owner.valid_from <= :last_day AND account_owner.valid_to >= :first_day
  GROUP BY account_owner.opd_code, platform.platform
  HAVING COUNT(*) = 1
),
exposed AS (
  -- Who posted nothing has reached nobody; who sent nothing is not known.
  SELECT opd_code, platform, CASE WHEN known_posts = 0 THEN 0 ELSE earned_exposure END AS exposure
  FROM counted
  WHERE is_ranked = 1 AND known_posts IS NOT NULL AND (known_posts = 0 OR earned_exposure IS NOT NULL)
),
placed AS (
  SELECT
    opd_code, platform, exposure,
    RANK() OVER (PARTITION BY platform ORDER BY exposure DESC) AS place,
    COUNT(*) OVER (PARTITION BY platform) AS offices,
    COUNT(*) OVER (PARTITION BY platform, exposure) AS ties,
    SUM(CASE WHEN exposure > 0 THEN 1 ELSE 0 END) OVER (PARTITION BY platform) AS ranked
  FROM exposed
),
broken AS (
  SELECT platform.platform, MAX(broken_on) AS broken_on
  FROM dim_metric_break
  JOIN dim_platform AS platform ON platform.platform_key = dim_metric_break.platform_key
  WHERE metric = platform.exposure_basis AND broken_on > :previous_first_day AND broken_on <= :last_day
  GROUP BY platform.platform
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
  counted.top_lists, counted.known_posts,
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
  counted.views_sum_post, counted.exposure_sum_post, counted.interactions, counted.likes, counted.comments, counted.shares, counted.exposure,
  counted.er, counted.er_mean, followed.followers, followed.basis,
  CASE
    WHEN counted.index_posts > 0 AND followed.followers > 0
    THEN 1.0 * counted.interactions / counted.index_posts / followed.followers
  END,
  CASE WHEN placed.exposure > 0 THEN placed.place END, COALESCE(placed.ranked, 0),
  100.0 * (placed.offices - placed.place + 1 - 0.5 * placed.ties) / placed.offices,
  account_reach.reach, broken.broken_on,
  counted.first_export, counted.last_export, counted.unranked_reason, ranked.er_rank,
  COALESCE(sizes.er_ranked, 0),
  -- A month that nobody sent anything of is nothing to compare with, whether it was ever computed or not.
  CASE WHEN previous.submission <> 'missing' THEN previous.submission END, previous.posts, previous.reach_sum_post,
  previous.exposure_sum_post, previous.er_ratio_of_sums, previous.er_low,
  previous.er_high
FROM counted
JOIN dim_platform AS platform ON platform.platform = counted.platform
LEFT JOIN followed ON followed.opd_code = counted.opd_code AND followed.platform = counted.platform
LEFT JOIN placed ON placed.opd_code = counted.opd_code AND placed.platform = counted.platform
LEFT JOIN account_reach ON account_reach.opd_code = counted.opd_code AND account_reach.platform = counted.platform
LEFT JOIN broken ON broken.platform = counted.platform
LEFT JOIN ranked ON ranked.opd_code = counted.opd_code AND ranked.platform = counted.platform
LEFT JOIN sizes ON sizes.platform = counted.platform
LEFT JOIN mart_opd_platform_month AS previous
  ON previous.month = :previous_month AND previous.opd_code = counted.opd_code
  AND previous.platform = counted.platform;
