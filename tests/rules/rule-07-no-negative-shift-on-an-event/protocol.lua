-- Rule 7: "a negative shift stands only on a birthday, a date fact or `due`"
--
-- Nobody knows two days before a call that it will come, so the script is refused (status 3)
-- and no case is run.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

event "asks" { clause = "7" }
event "calls" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "reply" { clause = "7", by = event "calls" - days(2) },
  outcome "done" { clause = "7" },
}
