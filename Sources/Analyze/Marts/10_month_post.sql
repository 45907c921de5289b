-- Grain: one row per post published in :month (WITA), with its latest snapshot as of :as_of.
-- Unit: as in fact_post_snapshot. Why: every mart of the month counts the same posts, classified once.
-- `day` is the day of the month; `hour` the hour in WITA, NULL where only the day is known. Posts whose text is new since
-- the last category pass have no category here; they get one in memory, so that a report shows the same before the pass.
INSERT INTO month_post
SELECT
  ranked.post_key, month, opd_code, platform, account, native_id, post_format, perspective,
  reach, views, likes, comments, shares, interactions, exposure, as_of, exclusion,
  CASE WHEN decided.is_due = 0 THEN decided.category END,
  CAST(substr(published_date, 9, 2) AS INTEGER),
  CASE
    WHEN published_precision = 'minute'
    THEN CAST(substr(published_at, 12, 2) AS INTEGER) + CASE WHEN substr(published_at, 12, 2) >= '16' THEN -16 ELSE 8 END
  END,
  CASE WHEN decided.is_due = 0 THEN decided.method END, CASE WHEN decided.is_due = 0 THEN decided.words END,
  CASE WHEN decided.is_due = 0 THEN decided.score END, CASE WHEN decided.is_due = 0 THEN decided.margin END,
  CASE WHEN decided.is_due = 0 THEN decided.needs_look END,
  CASE WHEN decided.is_due = 0 THEN decided.information END, CASE WHEN decided.is_due = 0 THEN decided.event_tags END,
  CASE WHEN decided.is_due = 0 THEN decided.mentions END, CASE WHEN decided.is_due = 0 THEN decided.text_key END
FROM (
  SELECT
    post_key, month, opd_code, platform, account, native_id, post_format, perspective, reach, views, likes, comments,
    shares, interactions, exposure, as_of, exclusion, published_date, published_precision, published_at,
    ROW_NUMBER() OVER (
      PARTITION BY post_key
      ORDER BY
        CASE WHEN exposure IS NULL AND interactions IS NULL THEN 1 ELSE 0 END,
        CASE WHEN perspective = 'own' THEN 0 ELSE 1 END,
        as_of DESC, counted_to DESC, exported_at DESC, known_metrics DESC, sha256, load_key
    ) AS recency
  FROM v_post_snapshot AS snapshot
  WHERE month = :month AND as_of <= :as_of
) AS ranked
LEFT JOIN post_category AS decided ON decided.post_key = ranked.post_key
WHERE recency = 1;
