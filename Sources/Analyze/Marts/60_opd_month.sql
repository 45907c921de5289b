-- Grain: month × office valid on the month's last day.
-- Why: the line of an office in the table of completeness, and its figures over platforms. Reach over platforms is
-- an upper bound still (reach_sum_post) and never called people; a rate over platforms stands only where all of them
-- count exposure alike. The range and the index are written afterwards.
INSERT INTO mart_opd_month (
  month, opd_code, name, short_name, peer_group, is_ranked, accounts, submission, refused_files, waiting_records,
  rejected_records, posts, index_posts, reach_posts, reach_sum_post, reach_max_post, reach_avg_per_post, interactions,
  exposure_basis, exposure, er_ratio_of_sums, er_mean_of_posts, previous_submission, previous_posts,
  previous_er_ratio_of_sums, complaints_received, complaints_answered, complaints_median_hours, reach_score, reach_score_platforms, previous_index, previous_score,
  previous_score_variance
)
WITH
platforms AS (
  SELECT
    opd_code,
    SUM(accounts) AS accounts,
    COUNT(*) AS platforms,
    SUM(CASE WHEN submission = 'missing' THEN 1 ELSE 0 END) AS missing,
    SUM(CASE WHEN submission = 'complete' THEN 1 ELSE 0 END) AS complete,
    SUM(posts) AS posts,
    SUM(index_posts) AS index_posts,
    SUM(reach_posts) AS reach_posts,
    SUM(reach_sum_post) AS reach_sum_post,
    MAX(reach_max_post) AS reach_max_post,
    SUM(interactions) AS interactions,
    SUM(exposure) AS exposure,
    AVG(exposure_percentile) AS reach_score,
    COUNT(exposure_percentile) AS reach_score_platforms,
    CASE
      WHEN MIN(CASE WHEN index_posts > 0 THEN exposure_basis END)
         = MAX(CASE WHEN index_posts > 0 THEN exposure_basis END)
      THEN MIN(CASE WHEN index_posts > 0 THEN exposure_basis END)
    END AS exposure_basis
  FROM mart_opd_platform_month
  WHERE month = :month
  GROUP BY opd_code
),
rates AS (
  SELECT opd_code, AVG(1.0 * interactions / exposure) AS er_mean
  FROM month_post
  WHERE exclusion IS NULL AND perspective = 'own'
  GROUP BY opd_code
),
about AS (
  -- Loads that may be about the month: their range meets it, or is not known and they came after its beginning.
  SELECT load_key, file_key, path, folder_opd, home_opd, status, rejected
  FROM ingest_load
  WHERE (COALESCE(published_from, counted_from) < :month_to AND COALESCE(published_to, counted_to) > :month_from)
     OR (COALESCE(published_from, counted_from) IS NULL AND exported_at > :month_from
       AND exported_at < :next_month_to)
),
refused AS (
  -- A refused file counts until another file of the same path is taken.
  SELECT refusal.folder_opd AS opd_code, COUNT(*) AS files
  FROM about AS refusal
  WHERE refusal.status = 'refused'
    AND NOT EXISTS (
      SELECT 1 FROM ingest_load AS later
      WHERE later.path = refusal.path AND later.load_key > refusal.load_key AND later.status <> 'refused')
  GROUP BY refusal.folder_opd
),
waiting AS (
  SELECT about.folder_opd AS opd_code, COUNT(*) AS records
  FROM about
  JOIN ingest_quarantine ON ingest_quarantine.load_key = about.load_key
  WHERE ingest_quarantine.released_by IS NULL
  GROUP BY about.folder_opd
),
rejected AS (
  SELECT home_opd AS opd_code, SUM(rejected) AS records
  FROM about
  WHERE status <> 'refused'
  GROUP BY home_opd
)
SELECT
  :month, opd.opd_code, opd.name, opd.short_name, opd.peer_group, opd.is_ranked,
  COALESCE(platforms.accounts, 0),
  CASE
    WHEN platforms.platforms IS NULL THEN 'unregistered'
    WHEN platforms.missing = platforms.platforms THEN 'missing'
    WHEN platforms.complete = platforms.platforms THEN 'complete'
    ELSE 'partial'
  END,
  COALESCE(refused.files, 0), COALESCE(waiting.records, 0), COALESCE(rejected.records, 0),
  platforms.posts, platforms.index_posts, platforms.reach_posts, platforms.reach_sum_post, platforms.reach_max_post,
  1.0 * platforms.reach_sum_post / platforms.reach_posts,
  platforms.interactions,
  platforms.exposure_basis,
  CASE WHEN platforms.exposure_basis IS NOT NULL THEN platforms.exposure END,
  CASE WHEN platforms.exposure_basis IS NOT NULL THEN 1.0 * platforms.interactions / platforms.exposure END,
  CASE WHEN platforms.exposure_basis IS NOT NULL THEN rates.er_mean END,
  CASE WHEN previous.submission NOT IN ('missing', 'unregistered') THEN previous.submission END, previous.posts, previous.er_ratio_of_sums,
  complaint.received, complaint.answered, complaint.median_hours,
  platforms.reach_score, COALESCE(platforms.reach_score_platforms, 0),
  previous.engagement_index, previous.score, previous.score_variance
FROM dim_opd AS opd
LEFT JOIN platforms ON platforms.opd_code = opd.opd_code
LEFT JOIN rates ON rates.opd_code = opd.opd_code
LEFT JOIN refused ON refused.opd_code = opd.opd_code
LEFT JOIN waiting ON waiting.opd_code = opd.opd_code
LEFT JOIN rejected ON rejected.opd_code = opd.opd_code
LEFT JOIN complaint_entry AS complaint ON complaint.month = :month AND complaint.opd_code = opd.opd_code
LEFT JOIN mart_opd_month AS previous
  ON previous.month = :previous_month AND previous.opd_code = opd.opd_code
WHERE :last_day BETWEEN opd.valid_from AND opd.valid_to;
