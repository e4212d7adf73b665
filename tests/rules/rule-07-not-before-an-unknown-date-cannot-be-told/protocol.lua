-- Rule 7: "`not_before` is breached by acting early (status *early*)"
--
-- The date of the hearing is not known when they move out: whether that was early could go
-- either way, so it cannot be told, and nobody is in breach.

protocol "rule-07" { council = "Nowhere", effective = "2018-01-01" }

local officer = role "Officer" {}

fact "hearing_on" { date, clause = "7" }
event "asks" { clause = "7" }
event "moves out" { clause = "7" }

stage "look" { clause = "7", owner = officer, on = event "asks",
  deadline "move" { clause = "7", not_before = fact "hearing_on", met_by = event "moves out" },
  outcome "done" { clause = "7" },
}
