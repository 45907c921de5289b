-- Grain: month × office × platform × post format. Unit: posts. Why: how an office's posts divide by kind.
INSERT INTO mart_opd_format_month
SELECT
  :month,
  opd_code,
  platform,
  post_format,
  COUNT(*),
  SUM(CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END),
  SUM(CASE WHEN exclusion IS NULL THEN interactions END),
  SUM(CASE WHEN exclusion IS NULL THEN exposure END),
  1.0 * SUM(CASE WHEN exclusion IS NULL THEN interactions END) / SUM(CASE WHEN exclusion IS NULL THEN exposure END)
FROM month_post
WHERE opd_code IS NOT NULL AND perspective = 'own'
GROUP BY opd_code, platform, post_format;
