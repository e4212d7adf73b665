-- Rule 8: "with it, leaving voids the clock unless it says `outlives = true`"
--
-- Left on 2 June by a chosen outcome, before any reply or plan: the reply is void and a later
-- reply changes nothing. The plan outlives its stage: made on 3 June it is met, not made by
-- the end of 6 June it is late.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "replies" { clause = "8" }
event "makes plan" { clause = "8" }
event "calls" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "reply" { clause = "8", within = days(2), met_by = event "replies" },
  deadline "plan" { clause = "8", within = days(5), met_by = event "makes plan",
    outlives = true },
  outcome "done" { clause = "8" },
}
