-- What does each measure of the protocol come to, in its own periods and by quarter?
--
-- One row a measure, period and split, over the newest run of the store: first in the period that
-- the measure itself names, then, where that is another, by quarter. Periods are of local days;
-- quarters begin in January, April, July and October.
--
--   per          in which periods this row counts: month, quarter, year or financial year
--   split        the value of the fact that the measure is told apart by; unknown where nobody has
--                said; empty: it is not told apart
--   counted      how often it happened, in the period in which it happened
--   met, total   deadlines met in time, of those that were due in the period and can be judged
--   share        met of total, in percent; empty: none is judged yet
--   target       the percentage that the text asks for, in the measure's own period
--   live         not done, and not due yet
--   void         ended without a verdict: the stage was left, or the case closed, before it was due
--   cannot_tell  happened, or due, at a time that is not known well enough: where only the year is
--                known, a measure by year counts it, and none of the quarters does
--
-- An empty period is that of deadlines without a date. Live, void and cannot_tell are in no share.
-- Nothing is suppressed here: hide counts under five before this leaves your team.

WITH both AS (
  SELECT *, 1 AS place FROM measures
  UNION ALL
  SELECT *, 2 FROM measures_by_quarter AS q
  WHERE NOT EXISTS (SELECT 1 FROM measures AS m
    WHERE m.run = q.run AND m.measure = q.measure AND m.per = 'quarter')
)
SELECT measure, clause, per, period, split, CASE kind WHEN 'count' THEN n END AS counted, met, total,
  share, target, live, void, cannot_tell
FROM both
WHERE run = (SELECT max(run) FROM runs)
ORDER BY measure, place, period IS NULL, period, split;
