-- Rule 9: "if silent, `met` fires at the call, marked *assumed*, for entries, guards and
-- counts"
--
-- No record of the referral: it is assumed as it is called, on 1 June 10:00, and what waits
-- for it starts then (an entry); a guard that counts it finds it on 4 June 12:00.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "answers" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  refer { mash, as = "refer to MASH", clause = "9" },
  deadline "answer" { clause = "9", within = days(2), from = met "refer to MASH",
    met_by = event "answers" },
  outcome "done" { clause = "9" },
}
stage "wait" { clause = "9", owner = mash, on = met "refer to MASH",
  outcome "taken" { clause = "9" } }
stage "count" { clause = "9", owner = officer, on = event "calls",
  when = { times(met "refer to MASH", at_least(1)) }, outcome "counted" { clause = "9" } }
