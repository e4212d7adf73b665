-- Which readings of an unclear text decided most cases?
--
-- Where the document leaves something open, the protocol names the readings that can be defended
-- and follows one. One row a reading, the one with most cases first, over the newest run of the
-- store.
--
--   reading      what is unclear
--   chosen       the reading that was followed
--   clause       where the document is unclear
--   cases        cases whose course came to depend on it: with another reading, a date, an owner,
--                a bed, money or a right in them may have been different
--   percent      of all cases of the run, to the nearest whole number
--
-- A case is counted as soon as its course touched the reading, also where the other reading would
-- have come to the same. A reading that no case touched is not listed.

SELECT reading, chosen, clause, count(DISTINCT id) AS cases,
  CAST(round(100.0 * count(DISTINCT id) / (SELECT count(*) FROM cases WHERE run =
    (SELECT max(run) FROM runs))) AS INTEGER) AS percent
FROM readings
WHERE run = (SELECT max(run) FROM runs)
GROUP BY reading, chosen, clause
ORDER BY cases DESC, reading;
