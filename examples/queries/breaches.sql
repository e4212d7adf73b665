-- Which clauses are breached most, and by how much?
--
-- One row a rule, the most often breached first, over the newest run of the store.
--
--   clause       the clause of the document that the rule carries out
--   rule         the deadline, or the thing that must always (or never) be so
--   breaches     how often it was broken; one unbroken run of nights counts once
--   cases        in how many cases
--   not_done     of these breaches: what had not been done at all by the case's now
--   least, middle, most   how late, in the unit of the rule itself: a rule in hours counts minutes,
--                one in days counts days, one in working days counts working days. What is not
--                done is counted up to the case's now, so its figure still grows. "Middle" is the
--                middle one of all, or halfway between the two in the middle.
--   nights       for a rule about where somebody sleeps: nights in breach
--
-- Empty means that the figure does not apply: an "always" is not late, a deadline has no nights.
-- Late does not include what cannot be told: where the record gives only a day and the hour
-- decides, moot says so (status "cannot tell" in the view deadlines) and counts no breach.
-- Nothing is suppressed here: hide counts under five before this leaves your team.

WITH counted AS (
  SELECT b.*, row_number() OVER one_rule_by_lateness AS place, count(b.late) OVER one_rule AS timed
  FROM breaches AS b
  WHERE b.run = (SELECT max(run) FROM runs)
  WINDOW one_rule AS (PARTITION BY b.clause, b.name, b.late_unit),
    one_rule_by_lateness AS (PARTITION BY b.clause, b.name, b.late_unit ORDER BY b.late NULLS LAST)
)
SELECT clause, name AS rule, count(*) AS breaches, count(DISTINCT id) AS cases,
  CASE kind WHEN 'deadline' THEN sum(done IS NULL) END AS not_done,
  min(late) AS least,
  avg(late) FILTER (WHERE place IN ((timed + 1) / 2, (timed + 2) / 2)) AS middle,
  max(late) AS most, late_unit AS unit,
  CASE kind WHEN 'invariant' THEN sum(nights) END AS nights
FROM counted
GROUP BY clause, name, late_unit
ORDER BY breaches DESC, clause, rule, unit;
