-- Rule 9: "it is met by its own record (or assumed, below) and by nothing else"
--
-- Leaving the stage on 2 June by a chosen outcome would meet a deadline; the acts wait for
-- their records of 3 and 5 June. The second, due by the end of 3 June, is late.

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
