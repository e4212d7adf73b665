-- Who is waiting for the next panel, and since when?
--
-- One row a case and panel, the next session first, over the newest run of the store.
--
--   since        when the case came before the panel's door: the stage that waits began
--   days         how long it has waited by its own now, in days of 24 hours
--   session      the session for which it is listed now; empty: no date is known, because the
--                document gives no first session
--   passed_over  sessions that it was listed for and that took no decision
--
-- A case whose papers came after the cut-off is listed for the session after. A case that closed,
-- or that left the stage by another way, no longer waits and is not here.

SELECT p.panel, s.id, s.child, s.stage, s.entered AS since, s.days_so_far AS days,
  (SELECT q.due FROM entries AS q WHERE q.run = s.run AND q.id = s.id AND q.name = p.panel
    AND q.detail = s.stage AND q.superseded_by IS NULL AND q.what = 'waits for panel'
    ORDER BY q.n DESC LIMIT 1) AS session,
  (SELECT count(*) - 1 FROM entries AS q WHERE q.run = s.run AND q.id = s.id AND q.name = p.panel
    AND q.detail = s.stage AND q.superseded_by IS NULL AND q.what = 'waits for panel'
    AND q.n > s.entry) AS passed_over
FROM stages AS s
JOIN (SELECT DISTINCT run, id, child, stage, panel FROM panels) AS p
  ON p.run = s.run AND p.id = s.id AND p.stage = s.stage AND p.child IS s.child
WHERE s.run = (SELECT max(run) FROM runs) AND s.left IS NULL
ORDER BY p.panel, session IS NULL, session, since, s.id;
