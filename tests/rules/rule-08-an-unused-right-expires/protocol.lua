-- Rule 8: "A deadline owned by `applicant` is a right: unused it is void ("expired") … never a
-- breach"
--
-- 21 days from 1 June end with 22 June. Used by then it is met; unused it is void, expired,
-- and nobody is in breach.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

event "decides" { clause = "8" }
event "asks for review" { clause = "8" }
event "calls" { clause = "8" }

deadline "ask for review" { clause = "8", owner = applicant, within = days(21),
  from = event "decides",
  met_by = event "asks for review" }
