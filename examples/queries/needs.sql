-- Which facts are missing, and what waits for them?
--
-- One row a question, the one that holds up most cases first, over the newest run of the store.
--
--   question     what somebody would have to ask or look up; where the protocol gives no question,
--                the name of the fact; "nobody can say" where the protocol derives the fact, and
--                has no rule for the case
--   cases        cases in which it is missing and something waits for the answer
--   held_up      of these: cases that cannot go on at all without it (status "undecided")
--   waits        what waits for it, each named once
--   since        the earliest moment at which something began to wait
--
-- Unknown is never taken as "no": a case without the fact waits, and is not counted as breached.

SELECT CASE WHEN ask LIKE 'nobody %' THEN fact || ': ' || ask ELSE coalesce(ask, fact) END AS question,
  count(DISTINCT id) AS cases,
  count(DISTINCT CASE WHEN blocks THEN id END) AS held_up,
  (SELECT group_concat(w.name, '; ') FROM (SELECT DISTINCT m.kind || ' ' || m."for" AS name
    FROM needs AS m WHERE m.run = n.run AND m.fact = n.fact ORDER BY 1) AS w) AS waits,
  min(since) AS since
FROM needs AS n
WHERE run = (SELECT max(run) FROM runs)
GROUP BY fact, ask
ORDER BY held_up DESC, cases DESC, question;
