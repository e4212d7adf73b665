-- Rule 9: "its time is the window from the call to the case's now, so what hangs on it is
-- *met* or *cannot tell*, never *late*"
--
-- The case's now is 10 June 12:00, so the referral was made some time between 1 June 10:00 and
-- then, and the answer is due between the end of 3 June and the end of 12 June. Answered on
-- the 2nd: surely in time. On the 5th: cannot tell. Not answered: not late either, since the
-- referral may have been made today.

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
