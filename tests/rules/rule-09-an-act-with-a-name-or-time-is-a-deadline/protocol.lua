-- Rule 9: "With `as` or a time, an act is listed and recorded as a deadline"
--
-- The two acts with a name are listed in `deadlines` and recorded by that name: the first has
-- no date, the second is due by the end of 3 June. The third has neither a name nor a time: it
-- is done as it is called and is no deadline.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  refer { mash, as = "refer to MASH", clause = "9" },
  notify { mash, as = "write to MASH", clause = "9", within = days(2) },
  notify { applicant, clause = "9", via = "telephone" },
  outcome "done" { clause = "9" },
}
