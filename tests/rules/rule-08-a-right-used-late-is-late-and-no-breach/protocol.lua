-- Rule 8: "A deadline owned by `applicant` is a right: … used late it is *late*, never a
-- breach"
--
-- The right of 1 June ended with 22 June and is used on the 25th, by the event or by a record
-- of its own: late, done on the 25th, and no breach.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

event "decides" { clause = "8" }
event "asks for review" { clause = "8" }
event "calls" { clause = "8" }

deadline "ask for review" { clause = "8", owner = applicant, within = days(21),
  from = event "decides",
  met_by = event "asks for review" }
