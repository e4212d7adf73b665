-- What does each service owe today?
--
-- One row a service and thing owed, over the newest run of the store. "Today" is each case's now:
-- the --as-of of the run, or else its last record.
--
--   kind         overdue: should have been done and is not
--                to do: not done, and not late (or no time is set)
--                duty: owed for as long as a stage lasts, such as accommodation
--   what, clause what is owed, and where the document says so
--   cases        in how many cases it is owed
--   next_due     the earliest day or hour by which it is due; empty: no time is set
--   since        the earliest moment from which one of them has been owed
--
-- What two services owe together stands under each of them, so rows do not add up to cases.
-- A right of the young person (to ask for a review) is owed by nobody and is not here.
-- "Nobody named": the document does not say whose task it is.
-- An act of which the record says nothing is taken as done, as moot does everywhere unless it is
-- run with --strict.

SELECT service, kind, what, clause, count(DISTINCT id) AS cases, min(due) AS next_due,
  min(since) AS since
FROM owed
WHERE run = (SELECT max(run) FROM runs)
GROUP BY service, kind, what, clause
ORDER BY service, CASE kind WHEN 'overdue' THEN 1 WHEN 'to do' THEN 2 ELSE 3 END, cases DESC, what;
