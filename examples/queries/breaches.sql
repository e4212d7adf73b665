-- Which clauses are breached most, and by how much?
--
-- One row a rule, the most often breached first, over the newest run of the store.
--
--   clause       the clause of the document that the rule carries out
--   rule         the deadline, or the thing that must always (or never) be so
--   breaches     how often it was broken; one unbroken run of nights counts once
--   cases        in how many cases
--   not_done     of these breaches: what had not been done at all by the case's now
--   least, middle, most   how late, in the unit of the rule itself: a rule in minutes counts
--                minutes, one in hours or up to a moment counts hours (7.5: seven and a half), one
--                in days counts days, one in working days counts working days. What is not done is
--                counted up to the case's now, so its figure still grows. "Middle" is the middle
--                one of all, or halfway between the two in the middle.
--   nights       for a rule about where somebody sleeps: nights in breach
--
-- Empty means that the figure does not apply: an "always" is not late, a deadline has no nights.
-- Late does not include what cannot be told: where the record gives only a day and the hour
-- decides, moot says so (status "cannot tell" in the view deadlines) and counts no breach.
-- Nothing is suppressed here: hide counts under five before this leaves your team.

WITH told AS ( -- the store counts a rule in hours in minutes
  SELECT b.*, b.late_unit = 'minutes' AND NOT EXISTS (
      SELECT 1 FROM declarations AS d
      WHERE d.name = b.name AND d.clause = b.clause AND d.rule LIKE '%minute%') AS in_hours
  FROM breaches AS b
  WHERE b.run = (SELECT max(run) FROM runs)
),
counted AS (
  SELECT clause, name, kind, id, done, nights,
    CASE WHEN in_hours THEN round(late / 60.0, 2) ELSE late END AS late,
    CASE WHEN in_hours THEN 'hours' ELSE late_unit END AS unit,
    row_number() OVER one_rule_by_lateness AS place, count(late) OVER one_rule AS timed
  FROM told
  WINDOW one_rule AS (PARTITION BY clause, name, late_unit),
    one_rule_by_lateness AS (PARTITION BY clause, name, late_unit ORDER BY late NULLS LAST)
)
SELECT clause, name AS rule, count(*) AS breaches, count(DISTINCT id) AS cases,
  CASE kind WHEN 'deadline' THEN sum(done IS NULL) END AS not_done,
  min(late) AS least,
  round(avg(late) FILTER (WHERE place IN ((timed + 1) / 2, (timed + 2) / 2)), 2) AS middle,
  max(late) AS most, unit,
  CASE kind WHEN 'invariant' THEN sum(nights) END AS nights
FROM counted
GROUP BY clause, name, unit
ORDER BY breaches DESC, clause, rule, unit;
