-- What does each measure of the protocol come to, period by period?
--
-- One row a measure, period and split, over the newest run of the store. The period is the measure's
-- own: a month, a quarter, a year or a financial year, by local days.
--
--   split        the value of the fact that the measure is told apart by; unknown where nobody has
--                said; empty: it is not told apart
--   counted      how often it happened, in the period in which it happened
--   met, total   deadlines met in time, of those that were due in the period and can be judged
--   share        met of total, in percent; empty: none is judged yet
--   target       the percentage that the text asks for
--   live         not done, and not due yet
--   void         ended without a verdict: the stage was left, or the case closed, before it was due
--   cannot_tell  happened, or due, at a time that is not known well enough
--
-- An empty period is that of deadlines without a date. Live, void and cannot_tell are in no share.
-- Nothing is suppressed here: hide counts under five before this leaves your team.

SELECT measure, clause, period, split, CASE kind WHEN 'count' THEN n END AS counted, met, total,
  share, target, live, void, cannot_tell
FROM measures
WHERE run = (SELECT max(run) FROM runs)
ORDER BY measure, period IS NULL, period, split;
