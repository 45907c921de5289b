-- Grain: month × office with an account or posts in it.
-- Why: the admins' duties that exports can speak to. NULL: nothing to tell it from. None of it is scored.
-- A silence is a run of days of the month without a post, its beginning and end included; the hours of an office are
-- Monday to Friday, 08.00 to 16.00 WITA, and only posts whose minute is known are asked. A post counts as a
-- collaboration where another account's file lists it, too, and as a crosspost where the office posted the same words on
-- another platform.
INSERT INTO mart_opd_duty_month
WITH
own AS (
  SELECT post.*, day.weekday
  FROM month_post AS post
  JOIN dim_post ON dim_post.post_key = post.post_key
  JOIN dim_date AS day ON day.date_key = dim_post.published_date_key
  WHERE post.perspective = 'own' AND post.opd_code IS NOT NULL
),
days AS (
  SELECT DISTINCT opd_code, day FROM own
),
gaps AS (
  SELECT opd_code, day - COALESCE(LAG(day) OVER (PARTITION BY opd_code ORDER BY day), 0) - 1 AS gap FROM days
  UNION ALL
  SELECT opd_code, CAST(substr(:last_day, 9, 2) AS INTEGER) - MAX(day) FROM days GROUP BY opd_code
),
silence AS (
  SELECT opd_code, MAX(gap) AS longest FROM gaps GROUP BY opd_code
),
texts AS (
  SELECT opd_code, text_key FROM own WHERE text_key IS NOT NULL
  GROUP BY opd_code, text_key HAVING COUNT(DISTINCT platform) > 1
),
collaboration AS (
  SELECT DISTINCT own.post_key
  FROM own
  JOIN fact_post_snapshot AS fact ON fact.post_key = own.post_key AND fact.perspective = 'other'
),
counted AS (
  SELECT
    own.opd_code, COUNT(*) AS posts, COUNT(own.hour) AS timed_posts,
    SUM(CASE WHEN own.hour BETWEEN 8 AND 15 AND own.weekday <= 5 THEN 1 ELSE 0 END) AS office_hour_posts,
    SUM(CASE WHEN own.platform = 'x' AND own.post_format = 'reply' THEN 1 ELSE 0 END) AS x_replies,
    MAX(CASE WHEN own.platform = 'x' THEN 1 ELSE 0 END) AS has_x,
    AVG(CASE WHEN own.post_format <> 'reply' THEN 1.0 * own.comments END) AS comments_per_post,
    COUNT(collaboration.post_key) AS collab_posts, COUNT(texts.text_key) AS crossposts,
    SUM(CASE WHEN own.mentions > 0 THEN 1 ELSE 0 END) AS mention_posts,
    SUM(CASE WHEN own.event_tags > 0 THEN 1 ELSE 0 END) AS event_posts,
    SUM(CASE WHEN own.information IS NOT NULL THEN 1 ELSE 0 END) AS information_posts,
    COUNT(own.event_tags) AS read_posts
  FROM own
  LEFT JOIN collaboration ON collaboration.post_key = own.post_key
  LEFT JOIN texts ON texts.opd_code = own.opd_code AND texts.text_key = own.text_key
  GROUP BY own.opd_code
),
posted AS (
  SELECT opd_code, platform, account, COUNT(*) AS posts FROM own GROUP BY opd_code, platform, account
),
accounts AS (
  SELECT
    submission.opd_code, COUNT(*) AS accounts,
    SUM(CASE WHEN submission.status = 'missing' THEN 1 ELSE 0 END) AS missing_accounts,
    SUM(CASE WHEN submission.status = 'complete' AND posted.posts IS NULL THEN 1 ELSE 0 END) AS dormant_accounts
  FROM mart_submission AS submission
  LEFT JOIN posted ON posted.opd_code = submission.opd_code AND posted.platform = submission.platform
    AND posted.account = submission.account
  WHERE submission.month = :month
  GROUP BY submission.opd_code
),
balance AS (
  SELECT
    mart.opd_code, MAX(CASE WHEN mart.category = 'none' THEN mart.share_of_posts END) AS uncategorised_share,
    MAX(CASE WHEN county.target_share > mart.share_of_posts THEN county.target_share - mart.share_of_posts
      WHEN county.target_share IS NOT NULL THEN 0.0 END) AS target_gap
  FROM mart_opd_category_month AS mart
  JOIN mart_category_month AS county ON county.month = mart.month AND county.category = mart.category
  WHERE mart.month = :month
  GROUP BY mart.opd_code
),
offices AS (
  SELECT opd_code FROM accounts UNION SELECT opd_code FROM counted
)
SELECT
  :month, offices.opd_code, counted.posts, 7.0 * counted.posts / CAST(substr(:last_day, 9, 2) AS INTEGER),
  silence.longest, counted.timed_posts, 1.0 * counted.office_hour_posts / NULLIF(counted.timed_posts, 0),
  balance.uncategorised_share, balance.target_gap,
  CASE WHEN counted.has_x = 1 THEN counted.x_replies END, counted.comments_per_post, counted.collab_posts,
  CASE WHEN counted.read_posts > 0 THEN counted.crossposts END,
  CASE WHEN counted.read_posts > 0 THEN counted.mention_posts END,
  CASE WHEN counted.read_posts > 0 THEN counted.event_posts END,
  CASE WHEN counted.read_posts > 0 THEN counted.information_posts END,
  COALESCE(accounts.accounts, 0), COALESCE(accounts.missing_accounts, 0), COALESCE(accounts.dormant_accounts, 0)
FROM offices
LEFT JOIN counted ON counted.opd_code = offices.opd_code
LEFT JOIN silence ON silence.opd_code = offices.opd_code
LEFT JOIN accounts ON accounts.opd_code = offices.opd_code
LEFT JOIN balance ON balance.opd_code = offices.opd_code;
