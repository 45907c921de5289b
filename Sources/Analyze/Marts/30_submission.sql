-- Grain: month × account × the office that owned it in the month.
-- Why: an office that sent nothing is missing, not zero, and completeness comes before any ranking.
-- complete: the ranges of days that its files list cover the whole month in WITA; partial: they cover a part, or list
-- only the top of it; undated: files came whose range is not known. A range ends at its export: the future is not
-- covered.
INSERT INTO mart_submission
WITH
expected AS (
  SELECT DISTINCT account_owner.account_key, account_owner.opd_code, platform.platform, account.account
  FROM account_owner
  JOIN dim_account AS account ON account.account_key = account_owner.account_key
  JOIN dim_platform AS platform ON platform.platform_key = account.platform_key
  WHERE account_owner.valid_from <= :last_day AND account_owner.valid_to >= :first_day
),
received AS (
  SELECT
    load_account.account_key,
    load.load_key,
    load.file_key,
    load.exported_at,
    load.truncated,
    load.counted_from,
    load.counted_to,
    load.published_from AS span_from,
    CASE WHEN load.published_to < load.exported_at THEN load.published_to ELSE load.exported_at END AS span_to
  FROM load_account
  JOIN ingest_load AS load ON load.load_key = load_account.load_key
  -- Stories and an account's own daily figures say nothing of whether its posts are all there.
  WHERE load.exported_at <= :as_of AND load.status <> 'refused' AND load.content = 'posts'
),
undated AS (
  -- A file whose range is not known, or that lists only the top of it, may be about the month if it counts days of it,
  -- else if it was exported in it or in the next, or holds a post of it.
  SELECT
    account_key, COUNT(DISTINCT file_key) AS loads, SUM(truncated) AS top_lists, MIN(exported_at) AS first_export,
    MAX(exported_at) AS last_export
  FROM received
  WHERE span_from IS NULL
    AND (
      (counted_from < :month_to AND counted_to > :month_from)
      OR (counted_from IS NULL AND exported_at > :month_from AND exported_at < :next_month_to)
      OR load_key IN (
        SELECT fact.load_key
        FROM month_post
        JOIN fact_post_snapshot AS fact ON fact.post_key = month_post.post_key)
    )
  GROUP BY account_key
),
dated AS (
  SELECT
    account_key, file_key, exported_at,
    CASE WHEN span_from < :month_from THEN :month_from ELSE span_from END AS span_from,
    CASE WHEN span_to > :month_to THEN :month_to ELSE span_to END AS span_to
  FROM received
  WHERE span_from < :month_to AND span_to > :month_from
),
reached AS (
  -- How far the ranges that begin earlier reach: a later one that begins beyond leaves a gap.
  SELECT
    account_key, file_key, exported_at, span_from, span_to,
    MAX(span_to) OVER (
      PARTITION BY account_key ORDER BY span_from, span_to
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS reached_before
  FROM dated
),
covered AS (
  SELECT
    account_key, COUNT(DISTINCT file_key) AS loads, MIN(exported_at) AS first_export,
    MAX(exported_at) AS last_export, MIN(span_from) AS covered_from, MAX(span_to) AS covered_to,
    SUM(CASE WHEN span_from > reached_before THEN 1 ELSE 0 END) AS gaps
  FROM reached
  GROUP BY account_key
)
SELECT
  :month,
  expected.opd_code,
  expected.platform,
  expected.account,
  CASE
    WHEN covered.covered_from = :month_from AND covered.covered_to = :month_to AND covered.gaps = 0 THEN 'complete'
    WHEN covered.loads > 0 OR undated.top_lists > 0 THEN 'partial'
    WHEN undated.loads > 0 THEN 'undated'
    ELSE 'missing'
  END,
  COALESCE(covered.loads, 0) + COALESCE(undated.loads, 0),
  covered.covered_from,
  covered.covered_to,
  covered.gaps,
  COALESCE(undated.top_lists, 0),
  COALESCE(covered.first_export, undated.first_export),
  COALESCE(covered.last_export, undated.last_export)
FROM expected
LEFT JOIN covered ON covered.account_key = expected.account_key
LEFT JOIN undated ON undated.account_key = expected.account_key;
