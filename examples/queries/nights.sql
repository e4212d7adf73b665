-- Who slept nowhere, or nobody knows where, and on which nights?
--
-- One row for each unbroken run of such nights, by case, over the newest run of the store.
--
--   known        nowhere: the record says that there was nowhere to sleep
--                not recorded: nobody wrote down where, which is not the same as nowhere
--   first_night, last_night   a night belongs to the day on which it begins: the night of
--                5 January ends on the morning of the 6th
--   nights       how many
--   still        yes: the run reaches the last night before the case's now
--
-- Nights are counted from a case's first record to its now or, once it has closed, to the day it
-- closed. A night is judged by where somebody was at its day's last second. (A store made with
-- --log none lacks the nights before the first place that was recorded.)

WITH bad AS (
  SELECT n.id, n.night, CASE n.place WHEN 'nowhere' THEN 'nowhere' ELSE 'not recorded' END AS known,
    julianday(n.night) AS day
  FROM nights AS n
  WHERE n.run = (SELECT max(run) FROM runs) AND n.place IN ('nowhere', 'not recorded')
),
runs_of_nights AS (
  SELECT *, day - row_number() OVER (PARTITION BY id, known ORDER BY day) AS island FROM bad
)
SELECT b.id, b.known, min(b.night) AS first_night, max(b.night) AS last_night, count(*) AS nights,
  CASE WHEN c.status <> 'closed' AND max(b.night) = (SELECT max(n.night) FROM nights AS n
    WHERE n.run = c.run AND n.id = c.id) THEN 'yes' ELSE 'no' END AS still
FROM runs_of_nights AS b
JOIN cases AS c ON c.id = b.id AND c.run = (SELECT max(run) FROM runs)
GROUP BY b.id, b.known, b.island
ORDER BY b.id, first_night;
