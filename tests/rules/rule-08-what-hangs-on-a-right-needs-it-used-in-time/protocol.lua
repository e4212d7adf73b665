-- Rule 8: "A deadline owned by `applicant` is a right: unused it is void, used late it is
-- *late*, never a breach"
--
-- The right of Monday 1 June ends with Monday 22 June. What begins with its use, `met`, begins
-- if it is used on the 22nd, and does not if it is used on the 23rd: a right that is over is not
-- met by being asked for. A duty that is done late is done, and what hangs on it begins.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
event "decides" { clause = "8" }
event "asks for review" { clause = "8" }
event "calls" { clause = "8" }

deadline "ask for review" { clause = "8", owner = applicant, within = days(21),
  from = event "decides", met_by = event "asks for review" }
deadline "answer" { clause = "8", owner = officer, within = days(21),
  from = event "decides", met_by = event "asks for review" }

stage "review" { clause = "8", owner = officer, on = met "ask for review",
  outcome "done" { clause = "8" } }
stage "answered" { clause = "8", owner = officer, on = met "answer",
  outcome "done" { clause = "8" } }
