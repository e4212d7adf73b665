-- How long does each stage take, and how many are still open?
--
-- One row a stage, the slowest first, over the newest run of the store. A stage that was entered
-- twice counts twice.
--
--   ended        visits that have ended: by an outcome, or because something else stopped them
--   median       half of those took this many days or fewer; with an even number, halfway between
--                the two in the middle
--   ninetieth    nine in ten took this many days or fewer
--   longest      the longest of them, in days
--   open         visits that have not ended by the case's now
--   oldest_open  how long the longest of these has run so far, in days
--
-- Days are 24 hours, so 0.25 is six hours. Empty means that there is no such visit.
-- What is still open is not in the first four figures: where many are open, the true times are
-- longer than these. Left out: steps that only set things going, which take no time, and stages
-- that a record ended although they were never entered (the view departures has them).
-- Nothing is suppressed here: hide counts under five before this leaves your team.

WITH visits AS (
  SELECT s.stage, s.clause, s.days, s.days_so_far, s.left,
    row_number() OVER (PARTITION BY s.stage, s.left IS NULL ORDER BY s.days) AS place,
    count(*) OVER (PARTITION BY s.stage, s.left IS NULL) AS visits
  FROM stages AS s
  WHERE s.run = (SELECT max(run) FROM runs) AND s.departed = 0
    AND (s.left IS NULL OR s.outcome IS NOT NULL OR s.stopped = 1)
)
SELECT stage, clause,
  count(*) FILTER (WHERE left IS NOT NULL) AS ended,
  round(avg(days) FILTER (WHERE left IS NOT NULL
    AND place IN ((visits + 1) / 2, (visits + 2) / 2)), 2) AS median,
  max(days) FILTER (WHERE left IS NOT NULL AND place = (9 * visits + 9) / 10) AS ninetieth,
  max(days) AS longest,
  count(*) FILTER (WHERE left IS NULL) AS open,
  max(days_so_far) FILTER (WHERE left IS NULL) AS oldest_open
FROM visits
GROUP BY stage, clause
ORDER BY median DESC, stage;
