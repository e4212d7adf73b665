-- Rule 9: "(default: the end of the last window)"
--
-- The last record says only the day, 3 June, or only the month: the case's now is the end of
-- that day or month. A form due at 10:00 on 3 June is then late; in a case that ends on 3 June
-- 10:00 it is due now.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  deadline "form" { clause = "9", within = hours(48) },
  outcome "done" { clause = "9" },
}
