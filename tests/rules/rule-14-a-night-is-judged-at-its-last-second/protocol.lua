-- Rule 14: "Night D is judged at the last second of D"
--
-- Nowhere at 10:00 and a hostel at 20:00 of the same day is no night without a bed. Nowhere
-- from 23:00 is one, that of 1 June, broken at the last second of 1 June; a bed at 02:00 on
-- the 2nd does not mend it. Until that second has come nothing is broken.

protocol "rule-14" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "14" }
event "calls" { clause = "14" }

stage "look" { clause = "14", owner = officer, on = event "asks",
  outcome "over" { clause = "14", close "over" } }
always "a bed" { clause = "14", that = { none { tonight = "nowhere" } } }
