-- Rule 9: "its time is the window from the call to the case's now, so what hangs on it is
-- *met* or *cannot tell*, never *late*"
--
-- The letter is due by the end of 3 June and has no record. With the case's now on 2 June it
-- was surely written in time, if it was written at all, as is assumed; with the now on 10 June
-- it may have been later: cannot tell, and no breach.

protocol "rule-09" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}
local mash = role "MASH" {}

event "asks" { clause = "9" }
event "calls" { clause = "9" }

stage "look" { clause = "9", owner = officer, on = event "asks",
  notify { mash, as = "write", clause = "9", within = days(2) },
  outcome "done" { clause = "9" },
}
