-- Rule 9: "The recorded oracle sees all records up to `--as-of`"
--
-- The case is asked for as of 5 June 12:00. The referral recorded on 6 June is not known then,
-- so it is assumed, in the window to that now; the call of 7 June has not happened; the record
-- of the form on 5 June 09:00 is seen from the start.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  refer { mash, as = "refer to MASH", clause = "9" },
  deadline "form" { clause = "9", within = days(2) },
  outcome "done" { clause = "9" },
}
stage "called" { clause = "9", owner = officer, on = event "calls",
  outcome "heard" { clause = "9" } }
