-- Rule 8: "Else `met_by`"
--
-- Without a record of its own the reply is met by the event: on 2 June in time, on 4 June
-- late.

protocol "rule-08" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "8" }
event "replies" { clause = "8" }
event "calls" { clause = "8" }

stage "look" { clause = "8", owner = officer, on = event "asks",
  deadline "reply" { clause = "8", within = days(2), met_by = event "replies" },
  deadline "form" { clause = "8", within = days(2) },
  outcome "done" { clause = "8" },
}
